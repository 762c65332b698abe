"""Whole readings: what a candidate carries, what is left out, what a later sentence points back to."""

from __future__ import annotations

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read


def test_money_is_told_once(told) -> None:
    found = told("Norway paid 5 million euros, which bought 20 boilers.")
    assert [c.amount for c in found].count("5000000") == 1


@pytest.mark.parametrize(
    "sentence",
    ["Thank you very much.", "By exchanging views we grow closer.", "What will it cost?", "This is it."],
)
def test_courtesies_and_questions_tell_nothing(told, sentence: str) -> None:
    assert told(sentence) == ()


def test_quotes_are_the_words_of_the_text(told) -> None:
    text = "The dam, begun in 2021, is not finished. Latvia sent three pumps."
    assert all(c.quote == " … ".join(text[a:b] for a, b in c.ranges) for c in told(text))


def test_that_decree_is_the_decree_before(told) -> None:
    found = told(
        "In February the president signed a decree allocating 2 million dollars for transformers. "
        "We delivered all the equipment under that decree."
    )
    assert found[-1].refers_to == 0


def test_the_present_with_a_later_date_is_planned(told) -> None:
    assert [c.stage for c in told("The next course begins on 2 June 2026.")] == ["planned"]


def test_without_a_date_of_its_own_a_statement_knows_no_later() -> None:
    assert read(Document("The next course begins on 2 June 2026.")).candidates[0].stage == "under_way"


def test_a_caption_has_one_candidate() -> None:
    text = "Kyiv and Baku talked.\n\nA new school bus for Irpin.\n\nIrpin, 3 May 2024\n"
    assert len([c for c in read(Document(text)).candidates if c.rule == "caption"]) <= 1
