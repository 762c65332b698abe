"""Every page in every language: no serious accessibility finding, no sideways scrolling at 320 px, no complaint."""

from __future__ import annotations

import re

import pytest
from tests.e2e.conftest import AXE, absent

TEXT = """In March 2025 Norway delivered 9 transformers to Chernihiv. In April 2025 Norway allocated 2 million US
dollars to repair the school in Chernihiv. Before, 300 billion was said to be three times the previous 100 million goal.
"""
PAGES = [
    "/", "/sources/", "/sources/add/", "/sources/note/", "/ledger/", "/findings/", "/ask/?q=Chernihiv", "/publish/",
    "/publish/pack/", "/publish/lines/", "/publish/lines/clear/",
]  # fmt: skip
LINE = {"topic": "School", "en": TEXT, "cleared_by": "Head", "cleared": "2025-05"}
ASKED = (
    "What has been done in Chernihiv?\nDraft: Of 3 million euros, 5 million euros went to a school.\n\nAnd in Nairobi?"
)


@pytest.fixture(scope="module")
def places(browser, workbench, session):
    """Every address worth looking at, in books that hold something."""
    context = browser.new_context(base_url=workbench.base)
    context.add_cookies(session)
    page = context.new_page()
    page.goto("/sources/add/")
    page.fill("#text", TEXT)
    page.fill("#published", "2025-05")
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/sources/src-\w+/"))
    reader = page.url.removeprefix(workbench.base)
    candidate = page.locator(".candidate a.title").first.get_attribute("href")
    page.goto(candidate)
    page.locator("form[data-act=accept] button").last.click()
    page.goto("/ledger/?q=Chernihiv")
    record = page.locator("tbody th a").first.get_attribute("href")
    page.goto(record)
    card = page.locator("table button.figure").first.get_attribute("formaction")
    claim = f"{reader}claim/?ranges=0-58"
    page.goto("/publish/lines/clear/")
    for field, value in LINE.items():
        page.fill(f"#{field}", value)
    page.locator("main form button").last.click()
    drawn_up = []
    for path, words in (("/publish/", TEXT), ("/publish/pack/", ASKED)):
        page.goto(path)
        page.fill("#text", words)
        page.locator("main form button").last.click()
        page.locator(".pair-row").first.wait_for()
        drawn_up.append(page.url.removeprefix(workbench.base))
    context.close()
    return [*PAGES, reader, candidate, claim, record, card, *drawn_up]


@pytest.mark.parametrize("language", ["en", "uk", "az"])
def test_pages_are_accessible_and_fit_a_phone(browser, workbench, session, places, language):
    if not AXE.is_file():
        absent("axe-core (npm ci in frontend)")
    context = browser.new_context(base_url=workbench.base, bypass_csp=True)
    cookie = {"name": "korpu_language", "value": language, "url": workbench.base}
    context.add_cookies([*session, cookie])
    page = context.new_page()
    script = AXE.read_text(encoding="utf-8")
    wrong = []
    for path in places:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == language
        wrong += [f"{path}: {fault}" for fault in _axe(page, script)]
        page.set_viewport_size({"width": 320, "height": 800})
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wrong.append(f"{path}: {width} px wide at 320")
    context.close()
    assert wrong == []


def test_pages_keep_the_strict_policy_and_ask_nobody_else(page, places, witness):
    for path in places:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert witness.complaints == []
    assert witness.outside == []


def test_dark_and_printed_pages_hold_their_contrast(browser, workbench, session, places):
    if not AXE.is_file():
        absent("axe-core (npm ci in frontend)")
    context = browser.new_context(base_url=workbench.base, bypass_csp=True, color_scheme="dark")
    context.add_cookies(session)
    page = context.new_page()
    script = AXE.read_text(encoding="utf-8")
    wrong = []
    for path in places:
        page.goto(path)
        wrong += [f"{path}: {fault}" for fault in _axe(page, script)]
    context.close()
    assert wrong == []


def test_the_sign_in_link_works_once(browser, workbench, session):
    context = browser.new_context(base_url=workbench.base)
    page = context.new_page()
    response = page.goto(workbench.link)
    assert response.status == 403
    page.goto("/ledger/")
    assert page.url.endswith("/sign-in/")
    context.close()


def _axe(page, script):
    page.evaluate(script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{fault['id']} {fault['nodes'][0]['target']} {fault['nodes'][0].get('failureSummary', '')[:160]}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
