"""The page of cleared lines: clear one, replace it, withdraw it, see its evidence."""

from __future__ import annotations

import re

from korpu.app.lines import lines

FORM = {
    "topic": "Energy",
    "en": "Norway allocated 3 million US dollars.",
    "cleared_by": "Ms Koval",
    "cleared": "2025-03",
}


def test_a_line_is_cleared_replaced_and_withdrawn(desk, held):
    assert b"No wording is cleared yet" in desk.get("/publish/lines/").content
    assert desk.post("/publish/lines/clear/", FORM).status_code == 302
    (row,) = lines(held)
    page = desk.get("/publish/lines/").content.decode()
    assert "Norway allocated 3 million US dollars." in page
    assert "3,000,000" in page
    assert "in force" in page
    card = re.search(r'formaction="(/ledger/[^"]+/evidence/[^"]+)"', page)[1]
    assert "Norway allocated 3 million US dollars." in desk.get(card).content.decode()
    form = desk.get(f"/publish/lines/{row.line.id}/replace/").content.decode()
    assert "Norway allocated 3 million US dollars.</textarea>" in form
    changed = FORM | {"en": "Norway allocated 4 million US dollars.", "until": "2025-12"}
    assert desk.post(f"/publish/lines/{row.line.id}/replace/", changed).status_code == 302
    page = desk.get("/publish/lines/").content.decode()
    assert "3 million" not in page
    assert "no longer valid" in page
    assert desk.post(f"/publish/lines/{row.line.id}/withdraw/", {"reason": ""}).status_code == 400
    desk.post(f"/publish/lines/{row.line.id}/withdraw/", {"reason": "Over."})
    assert lines(held) == []


def test_a_line_without_wording_is_refused_and_the_form_keeps_what_was_entered(desk, held):
    answer = desk.post("/publish/lines/clear/", FORM | {"en": ""})
    assert answer.status_code == 400
    assert b"KORPU-LINE-002" in answer.content
    assert b"Ms Koval" in answer.content
    assert lines(held) == []


def test_a_draft_shows_the_cleared_wording_on_what_it_speaks_of(desk, held):
    from korpu.app.lines import clear
    from korpu.statements.read import read

    held._reader = read
    said = "In February 2025 Norway allocated 3 million euros for electrical equipment for Ukraine."
    name = clear(held, topic="Energy", wording={"en": said}, cleared_by="Ms Koval", cleared="2025-03", by="desk")
    where = desk.post("/publish/", {"text": said.replace("3 million", "5 million")})["Location"]
    page = desk.get(where).content.decode()
    assert f"/publish/lines/#{name}" in page
    assert "Not the cleared figure" in page
    other = desk.post("/publish/", {"text": "Norway opened a school in Sumy."})["Location"]
    assert f"/publish/lines/#{name}" not in desk.get(other).content.decode()
