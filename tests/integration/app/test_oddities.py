"""What is odd in the interview is found with the demonstration ledger loaded; clean statements stay clean.

Each oddity of research/statements.md section 2 that the checks can see is named with the check and the words it is on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from korpu.app import demo
from korpu.app.books import Books, open_books
from korpu.app.checking import against_ledger
from korpu.kernel.finding import Finding
from korpu.statements.document import Document

STATEMENTS = Path(__file__).resolve().parents[2] / "statements" / "dev"

ODDITIES = [
    ("O1", "scale_slip", 14646, "error"),
    ("O2", "same_metric", 14441, "info"),
    ("O3", "missing_currency", 7312, "warning"),
    ("O4", "same_metric", 7568, "info"),
    ("O5", "same_metric", 7010, "warning"),
    ("O6", "date_order", 7086, "warning"),
    ("O7", "date_order", 15009, "info"),
    ("O8", "ratio", 1826, "info"),
    ("O12", "enumeration", 15020, "info"),
    ("O13", "relative_time", 33179, "info"),
    ("O15", "promise_after_delivery", 2737, "warning"),
    ("O16", "double_funder", 2914, "warning"),
    ("O17", "date_order", 2914, "info"),
    ("O20", "route_state", 8668, "info"),
    ("O23", "unanswered_question", 28203, "info"),
    ("O24", "unanswered_question", 18044, "warning"),
    ("O28", "translation_pair", 2484, "warning"),
    ("O29", "mixed_script", 32285, "warning"),
]
"""The oddities that are found: number, check, an offset in the interview that the finding touches, and its severity."""

FALSE_ALARMS = 3
"""Errors and warnings in twenty clean statements, at most."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Iterator[Books]:
    """Books that hold the demonstration, loaded once."""
    with django_db_blocker.unblock():
        books = open_books(tmp_path_factory.mktemp("demo"))
        demo.load(books)
        yield books
        books.close()


@pytest.fixture(scope="module")
def found(held: Books) -> list[Finding]:
    """What is found in the interview by itself and against the demonstration."""
    path = Path(__file__).resolve().parents[4] / "shared" / "interview" / "interview.txt"
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the checkout")
    return all_of(held, Document(path.read_text(encoding="utf-8"), published="2025-05"))


def all_of(books: Books, document: Document) -> list[Finding]:
    reading = books.read(document)
    return [*reading.findings, *(one.finding for one in against_ledger(books, reading))]


@pytest.mark.parametrize(("number", "check", "at", "severity"), ODDITIES, ids=[row[0] for row in ODDITIES])
def test_the_oddity_is_found(found: list[Finding], number: str, check: str, at: int, severity: str) -> None:
    on_it = [f for f in found if f.check == check and any(a <= at < b for a, b in f.ranges)]
    assert [f.severity for f in on_it][:1] == [severity], number


def test_what_the_ledger_shows_is_shown_with_the_words_of_its_sources(found: list[Finding]) -> None:
    compared = [f for f in found if f.inputs]
    assert {f.check for f in compared} >= {"same_metric", "double_funder", "promise_after_delivery", "date_order"}
    assert all(one.source.startswith("src-") for f in compared for one in f.inputs)


def test_a_closed_route_for_oil_and_open_ferries_do_not_contradict(found: list[Finding]) -> None:
    assert {f.severity for f in found if f.check == "route_state"} == {"info"}


def clean() -> list[Path]:
    told = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(STATEMENTS.glob("*.meta.json"))]
    return [path for path, meta in told if not meta.get("findings") and not meta.get("tolerated")]


def test_clean_statements_raise_few_alarms_beside_the_demonstration(held: Books) -> None:
    paths = clean()
    alarms = []
    for path in paths:
        published = json.loads(path.read_text(encoding="utf-8"))["published"]
        text = path.with_name(path.name.replace(".meta.json", ".txt")).read_text(encoding="utf-8")
        grave = [f for f in all_of(held, Document(text, published=published)) if f.severity != "info"]
        alarms += [(path.name, f.check, f.message) for f in grave]
    assert len(paths) >= 20
    assert len(alarms) * 20 <= FALSE_ALARMS * len(paths), alarms
