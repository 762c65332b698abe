"""Questions to the demonstration in three languages, each answered with citations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from korpu.app.answers import ask
from korpu.app.books import Books, open_books
from korpu.app.demo import load

DAY = date(2026, 2, 1)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[Books]:
    with django_db_blocker.unblock(), open_books(tmp_path_factory.mktemp("demonstration")) as opened:
        load(opened)
        yield opened


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("en", "What has been done in Irpin?", ("School in Irpin", "Polyclinic in Irpin")),
        ("uk", "Що зроблено в Ірпені?", ("Школа в Ірпені", "Поліклініка в Ірпені")),
        ("az", "İrpində nə edilib?", ("İrpində məktəb", "İrpində poliklinika")),
        ("en", "How many children have been received for rehabilitation?", ("459", "270")),
        ("uk", "Скільки дітей прийнято на реабілітацію?", ("459", "400")),
        ("az", "Neçə uşaq reabilitasiyaya qəbul edilib?", ("459", "360")),
        ("en", "How much aid has Azerbaijan given to Ukraine?", ("45 million USD", "33,400,000 USD")),
        ("en", "What is the trade turnover?", ("460 million", "810,280,000")),
        ("en", "What was allocated for energy in 2025?", ("1,000,000 USD", "2,000,000 USD")),
        ("az", "COP29 nə qərara aldı?", ("Bakı Adaptasiya Yol Xəritəsi",)),
        ("en", "Which transport routes are open?", ("Cargo ferries from Odesa to Georgia",)),
    ],
)
def test_answers_are_told_and_cited(books: Books, language: str, question: str, told: tuple[str, ...]) -> None:
    answer = ask(books, question, language=language, today=DAY)
    assert not answer.refused
    text = " ".join(sentence.text for sentence in answer.sentences)
    for words in told:
        assert words in text
    assert all(sentence.citations for sentence in answer.sentences)


@pytest.mark.parametrize("question", ["What has been done in Poland?", "Що зроблено в Польщі?", "Polşada nə edilib?"])
def test_what_the_books_do_not_hold_is_refused(books: Books, question: str) -> None:
    answer = ask(books, question, language=None, today=DAY)
    assert answer.refused and answer.missing


def test_a_contradiction_is_told_with_the_answer(books: Books) -> None:
    answer = ask(books, "Who paid for the polyclinic in Irpin?", language="en", today=DAY)
    assert any("SOCAR Ukraine" in line.text and "Azerbaijan" in line.text for line in answer.contradictions)
