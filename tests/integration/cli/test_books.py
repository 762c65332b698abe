"""From a statement to an answer on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from korpu.cli.main import run

from .conftest import Korpu


def test_empty_books_teach_what_to_do(korpu: Korpu) -> None:
    for command in ("ledger", "review", "sources", "balance", "late", "totals", "findings"):
        assert "korpu add FILE" in korpu(command)


def test_the_same_words_twice_are_one_source(korpu: Korpu, statement: Path) -> None:
    korpu("add", str(statement))
    assert "already" in korpu("add", str(statement))
    assert len(korpu.json("sources")) == 1


def test_a_statement_becomes_a_cited_answer(filled: Korpu) -> None:
    (answer,) = filled.json("ask", "What has been done in Kyiv?")
    assert not answer["refused"]
    evidence = {line["id"]: line for line in answer["evidence"]}
    assert all(claim in evidence for s in answer["sentences"] for claim in s["citations"])
    assert any("school" in line["quote"] for line in evidence.values())


def test_what_the_books_do_not_hold_is_refused(filled: Korpu) -> None:
    (answer,) = filled.json("ask", "What did Peru pledge?")
    assert answer["refused"]
    assert "Peru" in answer["missing"][0]
    assert "Peru" in filled("ask", "What did Peru pledge?")


def test_a_correction_is_taken_before_accepting(korpu: Korpu, statement: Path) -> None:
    korpu("add", str(statement), "--published", "2025-05")
    key = korpu.json("review")[0]["key"]
    (done,) = korpu.json("review", "--accept", key, "--record", "new", "--set", "title=Repair of the school")
    assert korpu.json("record", done["record"])[0]["title"]["en"] == "Repair of the school"
    korpu("review", "--undo", done["entry"])
    assert key in [line["key"] for line in korpu.json("review")]


def test_an_unknown_record_is_one_sentence(korpu: Korpu) -> None:
    assert korpu("record", "rec-none", code=3) == ""


def test_words_that_stand_nowhere_cannot_be_claimed(
    korpu: Korpu, statement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (added,) = korpu.json("add", str(statement))
    said = korpu("claim", added["source"], "--quote", "seven bridges", "--kind", "need", "--set", "count=7", code=3)
    assert said == ""
    assert korpu.json("ledger") == []


def test_the_demonstration_is_never_mixed_with_other_books(filled: Korpu) -> None:
    assert filled("ledger", "--demo", code=3) == ""


def test_what_is_not_used_of_a_source_taken_in_before_is_said(korpu: Korpu, statement: Path) -> None:
    korpu("add", str(statement), "--published", "2025-05")
    assert run(["add", str(statement), "--published", "2024", "--data", str(korpu.folder)]) == 0
    assert "not used: the date “2024” (kept: 2025-05)" in korpu.capture.readouterr().err
    assert korpu.json("sources")[0]["published"] == "2025-05"
