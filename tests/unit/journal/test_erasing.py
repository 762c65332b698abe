"""An erasure takes the words with it, and nothing that does not quote them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.journal.erasing import FILLER, blank, carry_out, digest, plan
from korpu.journal.memory import MemoryUnitOfWork, Shelf
from korpu.journal.ports import KeptText
from korpu.journal.texts import verify_texts
from korpu.journal.verify import verify
from korpu.kernel.errors import ConflictError, InputError, KorpuError, NotFoundError

TEXT = (
    "The head doctor, Jane Example, opened the clinic.\nIt has 40 beds. The head doctor, Jane Example, thanked all.\n"
)


def quoting(start: int, end: int, source: str = "src-1") -> dict[str, Any]:
    evidence = {"source": source, "ranges": [[start, end]], "quote": TEXT[start:end]}
    said = [{"property": "stage", "value": "opened"}]
    return {"type": "claims", "record": "r", "kind": "initiative", "claims": said, "evidence": evidence}


def source(name: str = "src-1", text: str = TEXT) -> dict[str, Any]:
    return {"type": "source", "source": {"id": name, "kind": "statement", "sha256": digest(text)}}


@pytest.fixture
def unit() -> MemoryUnitOfWork:
    shelf = Shelf()
    with MemoryUnitOfWork(shelf) as work:
        work.append(source(), author="desk")
        work.keep_text(KeptText("src-1", TEXT))
        work.append(quoting(17, 29), author="desk")  # Jane Example
        work.append(quoting(0, 49), author="desk")  # the first sentence
        work.append(quoting(50, 65), author="desk")  # It has 40 beds.
        work.append({"type": "review", "target": "embassy-2", "decision": "approve"}, author="head")
        work.commit()
    return MemoryUnitOfWork(shelf)


def erase(unit: MemoryUnitOfWork, entry: str) -> None:
    with unit:
        carry_out(unit, plan(unit, entry), why="asked for", approved_by="head", author="desk")
        unit.commit()


def test_words_go_with_all_that_quotes_them_and_wherever_they_stand(unit: MemoryUnitOfWork) -> None:
    planned = plan(unit, "embassy-2")
    assert planned.also == ("embassy-3",)
    erase(unit, "embassy-2")
    kept = unit.text("src-1")
    assert kept is not None
    assert "Jane Example" not in kept.text
    assert len(kept.text) == len(TEXT)
    assert kept.text[50:65] == "It has 40 beds."
    assert unit.payload("embassy-2") is None
    assert unit.payload("embassy-3") is None
    assert unit.payload("embassy-4") is not None
    assert verify(unit.rows(), unit.heads()).erased == 2
    assert verify(unit.rows(), unit.heads()).ok
    assert verify_texts(unit) is None


def test_a_source_goes_with_its_text_and_all_that_quotes_it(unit: MemoryUnitOfWork) -> None:
    erase(unit, "embassy-1")
    assert unit.text("src-1") is None
    assert [e.id for e, payload in unit.entries() if payload is None] == [f"embassy-{n}" for n in (1, 2, 3, 4)]
    assert verify(unit.rows(), unit.heads()).ok
    assert verify_texts(unit) is None


def test_an_entry_without_a_quote_goes_alone(unit: MemoryUnitOfWork) -> None:
    erase(unit, "embassy-5")
    assert unit.payload("embassy-5") is None
    assert unit.payload("embassy-2") is not None


def test_a_second_erasure_of_the_same_source_holds(unit: MemoryUnitOfWork) -> None:
    erase(unit, "embassy-2")
    erase(unit, "embassy-4")
    assert verify_texts(unit) is None
    assert verify(unit.rows(), unit.heads()).erased == 3


def test_what_cannot_be_erased_is_said(unit: MemoryUnitOfWork) -> None:
    erase(unit, "embassy-2")
    for entry, error, code in (
        ("embassy-99", NotFoundError, "001"),
        ("embassy-2", ConflictError, "002"),
        ("embassy-6", ConflictError, "003"),
    ):
        with pytest.raises(error, match=f"KORPU-ERASE-{code}"):
            plan(unit, entry)
    with unit, pytest.raises(InputError, match="KORPU-ERASE-004"):
        carry_out(unit, plan(unit, "embassy-4"), why=" ", approved_by="head", author="desk")


def test_a_waiver_on_the_same_words_goes_too(unit: MemoryUnitOfWork) -> None:
    with unit:
        unit.append({"type": "waiver", "finding": {"source": "src-1", "ranges": [[20, 25]]}}, author="desk")
        unit.append({"type": "waiver", "finding": {"source": "src-1", "ranges": [[50, 52]]}}, author="desk")
        unit.append({"type": "waiver", "finding": {"source": "src-2", "ranges": [[20, 25]]}}, author="desk")
        unit.append({"type": "waiver", "finding": "of the ledger"}, author="desk")
        unit.commit()
    assert plan(unit, "embassy-2").also == ("embassy-3", "embassy-6")
    assert plan(unit, "embassy-1").also == tuple(f"embassy-{n}" for n in (2, 3, 4, 6, 7))


def test_altered_missing_and_stray_texts_are_found(unit: MemoryUnitOfWork) -> None:
    shelf = unit.shelf
    shelf.texts["src-1"] = KeptText("src-1", TEXT.replace("40", "41"))
    assert verify_texts(unit) == ("embassy-1", "the text of this source was altered")
    del shelf.texts["src-1"]
    assert verify_texts(unit) == ("embassy-1", "the text of this source is missing")
    shelf.texts["src-1"], shelf.texts["src-9"] = KeptText("src-1", TEXT), KeptText("src-9", "x")
    assert verify_texts(unit) == ("src-9", "this text belongs to no source that stands")


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4))
def test_blanking_keeps_length_and_lines(text: str, ranges: list[tuple[int, int]]) -> None:
    blanked = blank(text, ranges)
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")
    inside = {i for start, end in ranges for i in range(max(start, 0), min(end, len(text)))}
    for place, (old, new) in enumerate(zip(text, blanked, strict=True)):
        assert new == (FILLER if place in inside and old != "\n" else old)


def test_nothing_is_changed_by_a_refusal(unit: MemoryUnitOfWork) -> None:
    before = list(unit.rows())
    with unit, pytest.raises(KorpuError):
        carry_out(unit, plan(unit, "embassy-2"), why="", approved_by="", author="desk")
    assert list(unit.rows()) == before


def test_an_erasure_of_an_erased_sources_claims_needs_no_text(unit: MemoryUnitOfWork) -> None:
    with unit:
        unit.append(quoting(0, 3, source="src-of-the-other-site"), author="desk")
        unit.commit()
    assert plan(unit, "embassy-6").texts == {}
    erase(unit, "embassy-6")
    assert unit.payload("embassy-6") is None


def test_line_ends_inside_erased_words_stay() -> None:
    assert blank("a\nb", [(0, 3)]) == f"{FILLER}\n{FILLER}"
