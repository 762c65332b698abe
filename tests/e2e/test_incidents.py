"""A false claim in a real browser: noted, refuted with a record found by its name, and its pages fit for all."""

from __future__ import annotations

import re

import pytest
from tests.e2e.conftest import AXE, absent

TEXT = "In March 2025 Norway delivered 9 pumps to Kherson."
WORDS = "No pump ever reached Kherson."
FAULTS = """async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}))
.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`)"""


@pytest.fixture(scope="module")
def case(browser, workbench, session):
    """The address of a case that a record refutes."""
    context = browser.new_context(base_url=workbench.base)
    context.add_cookies(session)
    page = context.new_page()
    page.goto("/sources/add/")
    page.fill("#text", TEXT)
    page.fill("#published", "2025-05")
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/sources/src-\w+/"))
    page.goto(page.locator(".candidate a.title").first.get_attribute("href"))
    page.locator("form[data-act=accept] button").last.click()
    page.wait_for_load_state("networkidle")
    page.goto("/incidents/outlets/")
    page.fill("#name", "Daily X")
    page.fill("#country", "RU")
    page.select_option("#status", "sanctioned")
    page.fill("#according_to", "A list")
    page.locator("main form button").last.click()
    page.goto("/incidents/add/")
    for field, value in (("words", WORDS), ("outlet", "Daily X"), ("seen", "2025-06-02"), ("techniques", "T0023")):
        page.fill(f"#{field}", value)
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/incidents/rec-\w+/"))
    page.locator("#r-title").press_sequentially("pumps")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.fill("#r-reason", "They were handed over.")
    page.locator("form[action$='refute/'] button").click()
    page.locator(".refuting").wait_for()
    address = page.url.removeprefix(workbench.base)
    context.close()
    return address


def test_the_words_that_refute_it_open_as_an_evidence_card(page, case, witness):
    page.goto(case)
    assert "delivered 9 pumps" in page.locator(".refuting blockquote").inner_text()
    page.locator(".refuting button[data-card]").click()
    page.locator("dialog#card[open] mark").first.wait_for()
    page.keyboard.press("Escape")
    assert witness.complaints == []
    assert witness.outside == []


@pytest.mark.parametrize("language", ["en", "uk", "az"])
def test_its_pages_are_accessible_and_fit_a_phone(browser, workbench, session, case, language):
    if not AXE.is_file():
        absent("axe-core (npm ci in frontend)")
    context = browser.new_context(base_url=workbench.base, bypass_csp=True)
    context.add_cookies([*session, {"name": "korpu_language", "value": language, "url": workbench.base}])
    page = context.new_page()
    wrong = []
    for path in ("/incidents/", "/incidents/?status=closed", "/incidents/add/", "/incidents/outlets/", case):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
        wrong += [f"{path}: {fault}" for fault in page.evaluate(FAULTS)]
        page.set_viewport_size({"width": 320, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wrong.append(f"{path}: too wide at 320")
    context.close()
    assert wrong == []
