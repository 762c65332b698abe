"""How long it takes until something is there to be read: help, the demonstration, the first page."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from urllib.request import HTTPCookieProcessor, build_opener

from benchmarks import Measure
from benchmarks._processes import cpu

PORT = 8742


def measure() -> Iterator[Measure]:
    """Yield processor time of `korpu --help`, and waiting times for the demonstration and for its first page."""
    yield Measure("korpu --help, CPU", cpu(["--help"]), 0.4, "s")
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "korpu", "demo", "--data", folder], check=True, capture_output=True)
        yield Measure("load the demonstration", time.perf_counter() - started, 15, "s")
        yield Measure("serve it again, to the first page", first_page(folder), 5, "s")


def first_page(folder: str) -> float:
    """Return the seconds from starting the workbench on loaded books until its first page is read."""
    command = [sys.executable, "-m", "korpu", "serve", "--demo", "--data", folder, "--port", str(PORT), "--json"]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            link = json.loads(process.stdout.readline())["link"] if process.stdout else ""
            with build_opener(HTTPCookieProcessor()).open(link) as page:
                assert "sign-in" not in page.url and page.read(), page.url
            return time.perf_counter() - started
        finally:
            process.terminate()
