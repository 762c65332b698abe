"""A day at the desk through plain forms, without scripts: what a page does must not depend on them."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from korpu.app.review import queue

FRAGMENT = {"X-Korpu": "fragment"}


def page(client, address, **more):
    answer = client.get(address, **more)
    assert answer.status_code == 200, address
    return answer.content.decode()


def accept(client, added, held, **fields):
    key = queue(held)[0].key
    client.post(f"{added}candidates/{key}/accept/", {"record": "new"} | fields)
    listed = page(client, "/ledger/")
    return re.search(r'href="(/ledger/rec-\w+/)"', listed)[1]


def test_empty_pages_teach(desk):
    assert "/sources/add/" in page(desk, "/")
    assert 'class="empty"' in page(desk, "/ledger/")
    assert 'class="empty"' in page(desk, "/sources/")


def test_the_same_text_twice_is_one_source_and_says_so(desk, held):
    form = {"text": "Norway gave 1 million US dollars.", "kind": "press"}
    first = desk.post("/sources/add/", form)["Location"]
    second = desk.post("/sources/add/", form)["Location"]
    assert second == f"{first}?already=1"
    assert 'role="status"' in page(desk, second)
    assert len(held.sources()) == 1


def test_a_file_is_read_like_pasted_text(desk, held):
    file = BytesIO(b"Norway gave 2 million US dollars.")
    file.name = "release.txt"
    answer = desk.post("/sources/add/", {"text": "", "file": file, "kind": "press"})
    assert answer.status_code == 302
    assert held.sources()[0].title == "release.txt"


@pytest.mark.parametrize(
    "form", [{"text": ""}, {"text": "x" * 40, "published": "yesterday"}, {"text": "word", "url": "javascript:alert(1)"}]
)
def test_what_cannot_be_taken_in_is_explained_and_kept_on_the_page(desk, held, form):
    answer = desk.post("/sources/add/", form)
    words = answer.content.decode()
    assert answer.status_code == 400
    assert 'role="alert"' in words
    assert "KORPU-" in words
    assert form["text"] in words
    assert held.sources() == []


def test_a_note_for_file_is_a_source_of_its_own(desk, held):
    note = {"who": "The mayor", "whom": "the consul", "when": "2025-05-02", "text": "We need 2 million US dollars."}
    answer = desk.post("/sources/note/", note)
    assert answer.status_code == 302
    assert held.sources()[0].kind == "note"


def test_accepting_makes_a_record_whose_figure_opens_its_words(desk, held, added):
    record = accept(desk, added, held)
    words = page(desk, record)
    card = re.search(r'formaction="([^"]+evidence[^"]+)"', words)[1]
    assert "7,600,000" in words
    whole, fragment = page(desk, card), page(desk, card, headers=FRAGMENT)
    assert "<html" in whole
    assert "<html" not in fragment
    assert "the minister" in fragment


def test_corrections_go_into_the_record(desk, held, added):
    record = accept(desk, added, held, title="Grid repair", amount="7 500 000", currency="usd")
    words = page(desk, record)
    assert "Grid repair" in words
    assert "7,500,000" in words


def test_reject_ask_and_undo(desk, held, added):
    key = queue(held)[0].key
    base = f"{added}candidates/{key}/"
    rejected = desk.post(f"{base}reject/", {"reason": "read wrongly"}, headers=FRAGMENT).content.decode()
    assert 'data-state="rejected"' in rejected
    assert "read wrongly" in page(desk, base, headers=FRAGMENT)
    assert 'data-state="open"' in desk.post(f"{base}undo/", headers=FRAGMENT).content.decode()
    asked = desk.post(f"{base}ask/", {"question": "In which year?"}, headers=FRAGMENT).content.decode()
    assert 'data-state="asked"' in asked
    assert desk.post(f"{base}ask/", {"question": " "}).status_code == 400


def test_a_claim_from_selected_words_is_prefilled_and_can_be_undone(desk, held, added):
    text = held.document(added.split("/")[2]).text
    start = text.index("1 million")
    ranges = f"{start}-{start + len('1 million US dollars ')}"
    form = page(desk, f"{added}claim/?ranges={ranges}", headers=FRAGMENT)
    assert 'value="1000000"' in form
    claim = {"ranges": ranges, "record": "", "title": "Second tranche", "kind": "initiative", "amount": "1000000",
             "currency": "USD"}  # fmt: skip
    saved = desk.post(f"{added}claim/", claim, headers=FRAGMENT).content.decode()
    record = re.search(r'href="(/ledger/rec-\w+/)"', saved)[1]
    assert "Second tranche" in page(desk, record)
    assert "1 million US dollars<" in page(desk, record)
    undo = re.search(r'action="(/ledger/undo/[^"]+)"', saved)[1]
    assert desk.post(undo, {"next": added})["Location"] == added
    assert desk.get(record).status_code == 404


@pytest.mark.parametrize("ranges", ["", "5", "9-3", "0-999999", "a-b"])
def test_a_selection_that_makes_no_sense_is_refused(desk, added, ranges):
    answer = desk.get(f"{added}claim/?ranges={ranges}", headers=FRAGMENT)
    assert answer.status_code == 400
    assert b"KORPU-CLAIM-001" in answer.content


def test_type_ahead_finds_records(desk, held, added):
    accept(desk, added, held)
    hits = desk.get("/ledger/suggest/?q=transf").json()["hits"]
    assert [hit["title"] for hit in hits] == ["Transformers"]


def test_words_of_a_source_are_never_markup(desk, held):
    evil = "<script>alert(1)</script> gave 3 million US dollars & <b>more</b>."
    reader = desk.post("/sources/add/", {"text": evil, "title": "<i>t</i>"})["Location"]
    words = page(desk, reader)
    assert "<script>alert" not in words
    assert "&lt;script&gt;alert(1)" in words
    assert "<i>t</i>" not in words


def test_workbooks_hold_quote_and_source_and_no_formula(desk, held):
    text = "=HYPERLINK(0) Norway gave 3 million US dollars."
    added = desk.post("/sources/add/", {"text": text, "title": "=1+1", "published": "2025"})["Location"]
    accept(desk, added, held)
    for address in ("/ledger/list.xlsx", "/sources/list.xlsx", f"{added}candidates.xlsx", "/findings/list.xlsx"):
        sheet = load_workbook(BytesIO(desk.get(address).content)).active
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    sheet = load_workbook(BytesIO(desk.get("/ledger/list.xlsx").content)).active
    head = [cell.value for cell in sheet[1]]
    assert {"Quote", "Source"} <= set(head)
    amounts = {row[head.index("Amount")].value for row in sheet.iter_rows(min_row=2)}
    assert 3_000_000 in amounts


def test_what_is_not_there_is_said_in_the_readers_language(desk):
    desk.cookies["korpu_language"] = "az"
    answer = desk.get("/ledger/rec-none/")
    assert answer.status_code == 404
    assert "Kitablarda heç nə dəyişdirilmədi." in answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("uk", "Файл порожній."), ("az", "Fayl boşdur.")])
def test_an_error_is_told_in_the_readers_language(desk, language, words):
    desk.cookies["django_language"] = language
    answer = desk.post("/sources/add/", {"text": ""}, headers={"accept-language": language})
    assert words in answer.content.decode()


def test_the_ledger_says_that_an_entry_was_taken_back(desk):
    assert "Taken back." in desk.get("/ledger/?undone=1").content.decode()
    assert "Taken back." not in desk.get("/ledger/").content.decode()


def test_a_finding_is_waived_with_a_reason_and_shown_again(desk):
    text = "Aid has tripled from 2 million US dollars to 4 million US dollars."
    desk.post("/sources/add/", {"text": text, "kind": "press"})
    listed = page(desk, "/findings/")
    act = re.search(r'action="(/findings/f-\w+/)waive/"', listed)[1]
    assert desk.post(f"{act}waive/", {"reason": "It is a quotation."})["Location"] == "/findings/"
    waived = page(desk, "/findings/")
    assert "It is a quotation." in waived
    assert 'id="list"' not in waived
    source = re.search(r'href="(/sources/src-\w+/)#findings"', listed)[1]
    assert 'id="finding-0"' not in page(desk, source)
    desk.post(f"{act}undo/")
    assert f'action="{act}waive/"' in page(desk, "/findings/")
