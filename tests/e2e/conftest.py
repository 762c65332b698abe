"""A workbench that runs as a user starts it, and a browser that notes every request and every complaint."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)
    # A browser keeps an event loop running in this process, in which Django refuses its database: browsers go last.
    items.sort(key=lambda item: here in item.path.parents)


def absent(what: str) -> None:
    """Skip by name on a machine without it; on CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI must run the browser tests")
    pytest.skip(f"{what} is missing")


@dataclass
class Workbench:
    """A running server: where it is and how to sign in."""

    base: str
    link: str
    folder: Path


@dataclass
class Witness:
    """What a browser saw: requests to other hosts, and what the console complained about."""

    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: sync_api.Page) -> None:
        page.on("request", self._request)
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def _request(self, request: sync_api.Request) -> None:
        host = urlsplit(request.url).hostname
        if host not in ("127.0.0.1", None) and not request.url.startswith("data:"):
            self.outside.append(request.url)


@pytest.fixture(scope="session")
def browser() -> Iterator[sync_api.Browser]:
    if CHROMIUM is None:
        absent("chromium")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def workbench(browser: sync_api.Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    folder = tmp_path_factory.mktemp("books")
    command = [sys.executable, "-m", "korpu", "serve", "--data", str(folder), "--port", str(_free_port()), "--json"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        link = json.loads(server.stdout.readline())["link"]
        parts = urlsplit(link)
        yield Workbench(f"{parts.scheme}://{parts.netloc}", link, folder)
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def session(browser: sync_api.Browser, workbench: Workbench) -> list[sync_api.Cookie]:
    """The cookies of somebody who has used the sign-in link."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(workbench.link)
    cookies = context.cookies()
    context.close()
    return cookies


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def page(
    browser: sync_api.Browser, workbench: Workbench, session: list[sync_api.Cookie], witness: Witness
) -> Iterator[sync_api.Page]:
    context = browser.new_context(base_url=workbench.base, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_cookies(session)
    tab = context.new_page()
    tab.set_default_timeout(15_000)
    witness.watch(tab)
    yield tab
    context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
