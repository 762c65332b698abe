"""The keyboard of the reader: reject, take back, edit, ask, and a claim onto a record found by type-ahead."""

from __future__ import annotations

import re

import pytest
from tests.e2e.test_main_job import SELECT

TEXT = """In March 2025 Norway delivered 14 generators to Odesa. In April 2025 Norway allocated 5 million US dollars to
repair the bridge in Odesa. The equipment cost 640,000 euros.
"""


@pytest.fixture
def reader(page):
    page.goto("/sources/add/")
    page.fill("#text", TEXT)
    page.fill("#published", "2025-05")
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/sources/src-\w+/"))
    page.wait_for_load_state()
    return page


def test_reject_take_back_and_edit(reader):
    reader.keyboard.press("j")
    first = reader.locator(".candidate").first
    first.locator("form[data-act=accept]").wait_for()
    reader.keyboard.press("x")
    reader.keyboard.press("Enter")
    reader.locator(".candidate").first.locator(".state").wait_for()
    assert reader.locator(".candidate").first.get_attribute("data-state") == "rejected"

    reader.keyboard.press("k")
    reader.locator(".candidate[aria-current=true] form[data-act=undo]").wait_for()
    reader.keyboard.press("u")
    reader.locator(".candidate[aria-current=true] form[data-act=accept]").wait_for()
    assert reader.locator(".candidate").first.get_attribute("data-state") == "open"

    reader.keyboard.press("e")
    assert reader.evaluate("document.activeElement.name") == "title"
    reader.keyboard.press("Control+a")
    reader.keyboard.type("Fourteen generators")
    reader.keyboard.press("Enter")
    accepted = reader.locator(".candidate[data-state=accepted]").first
    accepted.wait_for()

    _claim_on_found_record(reader)


def _claim_on_found_record(page):
    assert page.evaluate(SELECT, "640,000 euros") == "640,000 euros"
    page.keyboard.press("n")
    page.locator("dialog[open] form[data-claim]").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("Fourteen")
    page.locator("dialog[open] [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("dialog[open] [name=title]").input_value() == "Fourteen generators"
    page.keyboard.press("Enter")
    saved = page.locator(".saved[role=status] a")
    saved.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ledger/rec-"))
    assert "640,000" in page.locator("main").inner_text()
    assert "Fourteen generators" in page.locator("h1").inner_text()
