"""A finding is waived with a reason, stays so across restarts, and comes back when its words or a person say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from korpu.app.books import Books, open_books
from korpu.app.findings import findings
from korpu.app.intake import add
from korpu.app.waivers import unwaive, waive, waivers
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.statements.document import Document

WRONG = "In 2024 Norway paid 3 million euros, of which 5 million euros went to a school in Kyiv."


@pytest.fixture
def held(tmp_path: Path) -> Books:
    books = open_books(tmp_path)
    add(books, Document(WRONG, published="2025"), by="desk")
    return books


def test_a_waived_finding_is_left_out_and_listed_with_who_when_and_why(held: Books, tmp_path: Path) -> None:
    (row,) = findings(held)
    waive(held, row.id, reason="It is a quotation.", by="Ms Koval")
    assert findings(held) == []
    held.close()
    again = open_books(tmp_path)
    assert findings(again) == []
    (waived,) = findings(again, waived=True)
    assert waived.waiver is not None
    assert (waived.waiver.by, waived.waiver.reason) == ("Ms Koval", "It is a quotation.")
    assert waived.waiver.when.startswith("20")


def test_a_waiver_is_taken_back_and_both_stay_in_the_journal(held: Books) -> None:
    (row,) = findings(held)
    waive(held, row.id, reason="Checked.", by="desk")
    unwaive(held, row.id, by="desk")
    assert [one.id for one in findings(held)] == [row.id]
    assert waivers(held) == []
    assert [entry.type for entry, _ in held.journal.entries("waiver", "review")] == ["waiver", "review"]


def test_other_words_are_another_finding(held: Books) -> None:
    (row,) = findings(held)
    waive(held, row.id, reason="Checked.", by="desk")
    add(held, Document(WRONG.replace("5 million", "6 million"), published="2025"), by="desk")
    (other,) = findings(held)
    assert other.id != row.id


def test_a_waiver_needs_a_finding_and_a_reason_and_is_made_once(held: Books) -> None:
    (row,) = findings(held)
    with pytest.raises(InputError, match="why"):
        waive(held, row.id, reason="  ", by="desk")
    with pytest.raises(NotFoundError):
        waive(held, "f-none", reason="x", by="desk")
    waive(held, row.id, reason="x", by="desk")
    with pytest.raises(ConflictError):
        waive(held, row.id, reason="again", by="desk")
    with pytest.raises(NotFoundError):
        unwaive(held, "f-none", by="desk")


def test_findings_are_kept_and_no_source_is_read_again(held: Books, tmp_path: Path) -> None:
    expected = findings(held)
    held.close()

    def unread(document: Document, names: object) -> object:
        raise AssertionError("read again")

    again = open_books(tmp_path, reader=unread)  # type: ignore[arg-type]
    assert findings(again) == expected
