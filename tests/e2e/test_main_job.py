"""The main job in the browser, in each language: paste, review, claim by selection, record, evidence, question."""

from __future__ import annotations

import re

import pytest

STATEMENT = """The work in {place}

Norway stands by {place}. In February 2025 the government of Norway allocated 3 million US dollars to repair the
hospital in {place}. In March 2025 Norway delivered 12 generators to {place}. The restoration of the school in {place}
was completed in May 2025. Norway plans to build a kindergarten in {place} in 2026. A further 250,000 euros were paid
for the library in {place} in June 2025.
"""
WORDS = {
    "en": {
        "place": "Sumy",
        "accepted": "accepted",
        "saved": "Saved",
        "copied": "Copied.",
        "ask": "What has been done in Sumy?",
    },
    "uk": {
        "place": "Kharkiv",
        "accepted": "прийнято",
        "saved": "Збережено",
        "copied": "Скопійовано.",
        "ask": "Що зроблено в Харкові?",
    },
    "az": {
        "place": "Poltava",
        "accepted": "qəbul edilib",
        "saved": "Yadda saxlandı",
        "copied": "Köçürüldü.",
        "ask": "Poltavada nə edilib?",
    },
}
SELECT = """(words) => {
  for (const leaf of document.querySelectorAll('.doc [data-s]')) {
    const at = leaf.textContent.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(leaf.firstChild, at);
    let end = leaf, left = words.length + at;
    while (end && left > end.textContent.length) { left -= end.textContent.length; end = end.nextElementSibling; }
    range.setEnd(end.firstChild, left);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return selection.toString();
  }
  return '';
}"""


@pytest.mark.parametrize("language", ["en", "uk", "az"])
def test_from_a_pasted_statement_to_a_cited_answer(page, witness, language):
    words = WORDS[language]
    page.goto("/")
    page.locator(f".languages button[value={language}]").click()
    assert page.locator("html").get_attribute("lang") == language

    _paste(page, STATEMENT.format(place=words["place"]))
    reader = page.url
    _accept(page, 3, words["accepted"])
    _claim(page, words)
    _record_and_card(page, words)
    _ask(page, words["ask"])

    page.goto("/sources/add/")
    page.fill("#text", STATEMENT.format(place=words["place"]))
    page.locator("main form button").last.click()
    page.locator(".done[role=status]").wait_for()
    assert page.url.startswith(reader)

    assert witness.outside == []
    assert witness.complaints == []


def _paste(page, text):
    page.goto("/sources/add/")
    page.fill("#text", text)
    page.fill("#published", "2025-07")
    page.fill("#url", "https://example.org/statement")
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/sources/src-\w+/$"))
    page.locator(".doc .q").first.wait_for()
    page.wait_for_load_state()


def _accept(page, how_many, word):
    assert page.locator(".candidate[data-state=open]").count() >= how_many
    page.keyboard.press("j")
    for done in range(1, how_many + 1):
        page.locator(".candidate[aria-current=true] form[data-act=accept]").wait_for()
        page.keyboard.press("a")
        page.locator(".candidate[data-state=accepted]").nth(done - 1).wait_for()
    assert word in page.locator(".candidate[data-state=accepted] .state").first.inner_text()


def _claim(page, words):
    chosen = page.evaluate(SELECT, "250,000 euros")
    assert chosen == "250,000 euros"
    page.keyboard.press("n")
    form = page.locator("dialog[open] form[data-claim]")
    form.wait_for()
    assert form.locator("[name=amount]").input_value() == "250000"
    assert form.locator("[name=currency]").input_value() == "EUR"
    page.keyboard.press("Control+a")
    page.keyboard.type(f"Library {words['place']}")
    page.keyboard.press("Enter")
    saved = page.locator(".saved[role=status]")
    saved.wait_for()
    assert words["saved"] in saved.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ledger/rec-"))


def _record_and_card(page, words):
    assert f"Library {words['place']}" in page.locator("h1").inner_text()
    assert page.locator("svg.ladder").first.get_attribute("aria-label")
    page.locator(".keyfacts button.figure").first.focus()
    page.keyboard.press("Enter")
    card = page.locator("dialog[open] .card")
    card.wait_for()
    assert card.locator(".quote mark").inner_text() == "250,000 euros"
    page.keyboard.press("c")
    card.locator("[data-copied]", has_text=words["copied"]).wait_for()
    assert "250,000 euros" in page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")


def _ask(page, question):
    page.goto("/ask/")
    page.fill("#q", question)
    page.keyboard.press("Enter")
    answer = page.locator("#answer .answer")
    answer.wait_for()
    page.wait_for_load_state()
    answer.locator("button.figure").first.click()
    page.locator("dialog[open] .card .quote").wait_for()
    page.keyboard.press("Escape")
