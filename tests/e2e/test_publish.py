"""Before publishing, in the browser: a draft with a slip, the note in its margin, the Word file with the comment."""

from __future__ import annotations

import docx
import pytest

DRAFT = """Statement of the Embassy

Finland stands by Korosten.

In 2024 Finland paid 3 million euros, of which 5 million euros went to a library in Korosten."""


def test_a_slip_in_a_pasted_draft_stands_in_the_margin_and_in_the_word_file(page, witness, tmp_path):
    page.goto("/publish/")
    page.locator(".languages button[value=en]").click()
    page.fill("#text", DRAFT)
    page.locator("main form button").last.click()
    note = page.locator(".gloss.error")
    note.wait_for()
    words = page.locator(".lit.error").first
    assert "5 million euros" in words.inner_text()
    assert note.bounding_box()["x"] > words.bounding_box()["x"] + words.bounding_box()["width"]
    page.set_viewport_size({"width": 375, "height": 800})
    assert note.bounding_box()["y"] > words.bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    with page.expect_download() as download:
        page.get_by_role("link", name="Word file with comments").click()
    target = tmp_path / "checked.docx"
    download.value.save_as(target)
    (comment,) = docx.Document(str(target)).comments
    assert "5 million EUR > 3 million EUR" in comment.text
    page.goto("/sources/")
    assert page.get_by_text("Statement of the Embassy").count() == 0
    assert witness.outside == []
    assert witness.complaints == []


@pytest.mark.parametrize("language", ["en", "uk", "az"])
def test_the_pages_work_without_scripts(browser, workbench, session, language):
    context = browser.new_context(base_url=workbench.base, java_script_enabled=False)
    context.add_cookies(session)
    page = context.new_page()
    page.goto("/publish/")
    page.locator(f".languages button[value={language}]").click()
    page.fill("#text", DRAFT)
    page.locator("main form button").last.click()
    page.locator(".gloss.error .ref").click()
    assert page.url.endswith("#w1")
    page.goto("/publish/pack/")
    page.fill("#text", "What has been done in Nairobi?")
    page.locator("main form button").last.click()
    assert page.locator(".unknown").count() == 1
    page.goto("/publish/lines/")
    assert page.locator("h1").count() == 1
    context.close()
