"""In the browser: a PDF is added, its quote is seen on the page, reprints are seen as one, and a name is set."""

from __future__ import annotations

import re

import pytest
from tests.e2e.conftest import AXE
from tests.unit.documents.typeset import as_pdf

SAID = "In May 2025 Latvia delivered 15 generators to Uzhhorod."
FILLER = "\n\n".join(f"Village {n} asked for a new roof, and its head thanked all who help." for n in range(140))
MARK = "() => { const m = document.querySelector('rect.marked').getBoundingClientRect();"
INSIDE = (
    MARK
    + " const p = document.querySelector('svg.paper').getBoundingClientRect(); return m.width > 4 && m.height > 3 \
&& m.left >= p.left && m.right <= p.right && m.top >= p.top && m.bottom <= p.bottom; }"
)
LOADED = "() => { const i = document.querySelector('svg.paper image'); return fetch(i.href.baseVal).then((r) => \
createImageBitmap ? r.blob().then(createImageBitmap).then((b) => b.width) : 0); }"
FAULTS = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"


@pytest.fixture(scope="module")
def reader(browser, workbench, session, tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("files") / "aid.pdf"
    path.write_bytes(as_pdf(f"{FILLER}\n\n{SAID}"))
    context = browser.new_context(base_url=workbench.base)
    context.add_cookies(session)
    page = context.new_page()
    page.goto("/sources/add/")
    page.set_input_files("#file", str(path))
    page.fill("#published", "2025-06")
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/sources/src-\w+/"), timeout=30_000)
    address = page.url.removeprefix(workbench.base)
    context.close()
    return address


@pytest.mark.parametrize("language", ["en", "uk", "az"])
@pytest.mark.parametrize("width", [1280, 375])
def test_a_quote_is_seen_on_its_page(page, witness, reader, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    page.locator(f".languages button[value={language}]").click()
    page.goto(reader)
    assert page.locator(".pagemark").count() > 1
    page.locator(".doc a[data-card]", has_text="15").click()
    card = page.locator("dialog#card")
    card.locator("svg.paper rect.marked").wait_for()
    assert page.evaluate(LOADED) == 1240
    card.locator(".glimpse figcaption a").click()
    page.wait_for_url(re.compile(r"/pages/\d+/"))
    page.locator("svg.paper rect.marked").wait_for()
    assert page.evaluate(INSIDE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.fill("#quote", "Latvia delivered 15  generators")
    page.locator("main form button").last.click()
    page.locator("svg.paper rect.marked").wait_for()
    if AXE.is_file():
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(FAULTS)
        assert [v["id"] for v in found["violations"] if v["impact"] in ("serious", "critical")] == []
    assert witness.outside == []
    assert witness.complaints == []


def test_a_person_gives_a_name(page, witness):
    page.goto("/sources/")
    page.locator(".foot .me summary").click()
    page.fill("#me-name", "Ms Koval")
    page.locator(".foot .me button").click()
    page.wait_for_load_state()
    assert page.url.endswith("/sources/")
    assert "Ms Koval" in page.locator(".foot").inner_text()
    assert witness.complaints == []
