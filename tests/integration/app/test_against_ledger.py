"""A new statement beside the demonstration: what differs from the books is told, what fits or is of others is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from korpu.app import demo
from korpu.app.books import Books, open_books
from korpu.app.checking import against_ledger
from korpu.statements.document import Document

TOLD = [
    ("2025-06", "Azerbaijan's humanitarian aid to Ukraine has so far reached 24 million US dollars.", True),
    ("2025-06", "Azerbaijan's humanitarian aid to Ukraine has so far reached 42 million US dollars.", False),
    ("2025-06", "So far Azerbaijan has given Ukraine humanitarian aid worth 42 billion US dollars.", True),
    ("2025-06", "The total volume of aid provided by Azerbaijan to Ukraine amounts to 42 million manats.", True),
    ("2025-06", "На сьогодні Азербайджан надав Україні гуманітарної допомоги загалом на 24 млн доларів США.", True),
    ("2025-06", "На сьогодні Азербайджан надав Україні гуманітарної допомоги загалом на 43 млн доларів США.", False),
    ("2026-03", "Azərbaycanın Ukraynaya humanitar yardımının ümumi həcmi 54 milyon ABŞ dollarına çatıb.", False),
    ("2026-03", "Azərbaycanın Ukraynaya humanitar yardımının ümumi həcmi 34 milyon ABŞ dollarına çatıb.", True),
    ("2026-03", "Объём гуманитарной помощи Азербайджана Украине достиг 35 млн долларов США.", True),
    ("2025-09", "So far 290 Ukrainian children have been received in Azerbaijan for rehabilitation.", True),
    ("2025-09", "So far 410 Ukrainian children have been received in Azerbaijan for rehabilitation.", False),
    ("2025-09", "Усього реабілітацію в Азербайджані пройшли вже 290 українських дітей.", True),
    ("2025-09", "Ümumilikdə 290 ukraynalı uşaq Azərbaycanda reabilitasiya keçib.", True),
    ("2025-09", "Another group of 30 Ukrainian children arrived in Azerbaijan for rehabilitation.", False),
    ("2025-09", "In 2024 trade turnover between Azerbaijan and Ukraine was 640 million US dollars.", True),
    ("2025-09", "In 2024 trade turnover between Azerbaijan and Ukraine was about 450 million US dollars.", False),
    ("2025-09", "У 2024 році товарообіг між Азербайджаном та Україною становив 640 млн доларів США.", True),
    ("2025-09", "2024-cü ildə Azərbaycanla Ukrayna arasında ticarət dövriyyəsi 640 milyon ABŞ dolları olub.", True),
    ("2025-09", "В 2024 году товарооборот между Азербайджаном и Украиной составил 460 млн гривен.", True),
    ("2025-09", "In 2023 trade turnover between Azerbaijan and Ukraine was 640 million US dollars.", False),
    ("2025-09", "In 2024 trade turnover between Azerbaijan and Georgia was 640 million US dollars.", False),
    ("2025-09", "In 2024 exports of Ukraine to Azerbaijan were 340 million US dollars.", False),
    (
        "2025-09",
        "On 5 February 2025 a decree of Azerbaijan allocated 10 million dollars for energy equipment for Ukraine.",
        True,
    ),
    (
        "2025-09",
        "On 11 August 2025 a decree of Azerbaijan allocated 2 million dollars for energy equipment for Ukraine.",
        False,
    ),
    (
        "2025-09",
        "On 11 August 2024 a decree of Azerbaijan allocated 2 million dollars for energy equipment for Ukraine.",
        False,
    ),
    ("2025-09", "The energy aid of Azerbaijan to Ukraine has reached 6 million US dollars.", True),
    ("2025-09", "Azerbaijan supplies gas to 16 countries.", False),
    ("2025-09", "Canada's humanitarian aid to Ukraine has so far reached 24 million US dollars.", False),
    ("2025-09", "Azerbaijan's aid to Moldova has so far reached 24 million US dollars.", False),
    ("2025-09", "The four projects in Irpin are now planned for 2027.", True),
    ("2025-09", "Youth sports complex in Irpin will be reconstructed in 2027 with funds of Japan.", False),
    ("2025-09", "The cargo ferries from Odesa to Georgia have been stopped since June 2025.", False),
    ("2025-09", "The Irpin polyclinic was opened in May 2024.", True),
]
"""When it was published, what it says, and whether the books say otherwise."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Iterator[Books]:
    """Books that hold the demonstration, loaded once."""
    with django_db_blocker.unblock():
        books = open_books(tmp_path_factory.mktemp("demo"))
        demo.load(books)
        yield books
        books.close()


@pytest.mark.parametrize(("published", "text", "differs"), TOLD, ids=[text[:60] for _, text, _ in TOLD])
def test_a_statement_is_compared_with_the_books(held: Books, published: str, text: str, differs: bool) -> None:
    reading = held.read(Document(text, published=published))
    grave = [one.finding for one in against_ledger(held, reading) if one.finding.severity != "info"]
    assert bool(grave) is differs, [finding.message for finding in grave]
    assert all(finding.inputs for finding in grave)
