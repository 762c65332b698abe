"""The demonstration, loaded as `make run` loads it: everything is there, tied to words, and sources may differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from korpu import demo
from korpu.app import records, reports, review
from korpu.app.books import Books, open_books
from korpu.app.custody import verify
from korpu.app.demo import DemoLoaded, is_loaded, load
from korpu.app.intake import add
from korpu.kernel.stages import FINISHED, STAGES
from korpu.ledger.kinds import kinds, tracks
from korpu.ledger.record import Record
from korpu.reference.objects import load_objects

TO_DATE = "2026-11-23"


@dataclass(frozen=True)
class Demonstration:
    books: Books
    loaded: DemoLoaded

    def titled(self, title: str) -> Record:
        return next(r for r in records.ledger(self.books) if r.title["en"] == title)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[Demonstration]:
    with django_db_blocker.unblock(), open_books(tmp_path_factory.mktemp("demonstration")) as books:
        assert not is_loaded(books)
        yield Demonstration(books, load(books))


def test_the_data_is_sound() -> None:
    files = {one.file for one in demo.sources()}
    for one in demo.reviews():
        assert one.source in files
        assert one.record in demo.records()
        assert one.stage in STAGES
    used = {one.record for one in demo.reviews()}
    for record in demo.records().values():
        assert record.slug in used
        assert record.kind in kinds() and record.track in tracks() and load_objects().get(record.object)
        assert all(record.title.values())
        assert record.part_of is None or record.part_of in demo.records()


def test_all_of_it_is_entered_once(held: Demonstration) -> None:
    assert held.loaded.sources == len(demo.sources())
    assert held.loaded.records == len(demo.records()) == len(list(records.ledger(held.books)))
    assert is_loaded(held.books)
    before = verify(held.books)
    assert before.ok and before.entries == held.loaded.sources + held.loaded.entries


def test_something_is_left_to_review_in_the_newest_sources(held: Demonstration) -> None:
    waiting = review.queue(held.books)
    assert 2 <= len(waiting) <= 6
    assert {p.source for p in waiting} <= {row.id for row in held.books.sources()[-2:]}


def test_every_record_has_titles_in_three_languages_and_words_for_every_claim(held: Demonstration) -> None:
    texts = {row.id: held.books.document(row.id).text for row in held.books.sources()}
    for record in records.ledger(held.books):
        assert set(record.title) == {"en", "uk", "az"}
        for claim in record.claims:
            said = " … ".join(texts[claim.evidence.source][a:b] for a, b in claim.evidence.ranges)
            assert said == claim.evidence.quote


def test_every_figure_published_elsewhere_is_claimed(held: Demonstration, shared: Path) -> None:
    figures = json.loads((shared / "interview" / "figures_elsewhere.json").read_text(encoding="utf-8"))
    urls = {row.id: row.url for row in held.books.sources()}
    told = [(urls[c.evidence.source], c, r) for r in records.ledger(held.books) for c in r.claims]
    missing = [f for f in figures if not any(url == f["url"] and _states(c, r, f) for url, c, r in told)]
    assert len(figures) == 33
    assert missing == []


def _states(claim: Any, record: Record, figure: dict[str, Any]) -> bool:
    if figure["unit"] == "school restored":
        return record.object == "school" and claim.property == "stage" and claim.value in FINISHED
    scale = 10**9 if figure["unit"].startswith("bcm") else 1
    value = claim.value if isinstance(claim.value, dict) else {}
    number = {"amount": value.get("amount"), "count": value.get("count"), "group": value.get("ordinal")}
    stated = number.get(claim.property)
    currency = value.get("currency")
    return (
        stated is not None
        and Decimal(str(stated)) == Decimal(str(figure["value"])) * scale
        and (currency is None or currency in figure["unit"])
    )


def test_a_total_told_over_time_is_a_series_and_no_contradiction(held: Demonstration) -> None:
    aid = held.titled("Humanitarian aid of Azerbaijan to Ukraine, total")
    dollars = [s.amount.value["amount"] for s in aid.steps if s.amount and s.amount.value["currency"] == "USD"]
    assert sorted(map(int, dollars)) == [17_500_000, 40_000_000, 42_000_000, 44_000_000, 44_000_000, 45_000_000]
    children = held.titled("Ukrainian children received for rehabilitation, total")
    assert sorted(int(s.count.value["count"]) for s in children.steps if s.count) == [87, 90, 270, 360, 400, 459]
    trade = held.titled("Trade turnover between Azerbaijan and Ukraine")
    assert len([s for s in trade.steps if s.amount]) == 4
    assert (aid.contested, children.contested, trade.contested) == ((), (), ())


def test_sources_differ_on_who_paid_for_the_polyclinic_and_on_no_other_property(held: Demonstration) -> None:
    contested = {r.title["en"]: r.contested for r in records.ledger(held.books) if r.contested}
    assert contested == {"Polyclinic in Irpin": ("party",)}
    found = {one.finding.check for one in reports.findings(held.books) if one.record}
    told_apart = {"same_metric", "promise_after_delivery", "date_order"}
    assert found == {"double_funder", "deadline", *told_apart}


def test_irpin_done_and_planned(held: Demonstration) -> None:
    there = [r for r in records.ledger(held.books, place="Irpin") if r.kind == "initiative"]
    assert sorted(r.object or "" for r in there if r.stage in FINISHED) == ["polyclinic", "school"]
    planned = {r.object for r in there if r.stage == "planned"}
    assert planned == {"cultural_centre", "sports_complex", "art_centre", "residential_building"}
    pairs = [r for r in records.ledger(held.books) if r.object == "sister_city"]
    assert len(pairs) == 4


def test_energy_decrees_and_how_far_they_came(held: Demonstration) -> None:
    energy = [r for r in records.ledger(held.books, track="energy") if r.kind == "initiative"]
    stages = {
        s.amount.value["amount"] + " " + str(s.when.value): r.stage
        for r in energy
        for s in r.steps
        if s.stage == "allocated" and s.amount and s.when
    }
    assert stages == {
        "7600000 2023-07-17": "allocated",
        "1000000 2025-02-05": "delivered",
        "2000000 2025-08-11": "delivered",
        "1000000 2026-01-16": "shipped",
    }


def test_demining_is_there_and_said_to_be_empty(held: Demonstration) -> None:
    (demining,) = records.ledger(held.books, track="demining")
    assert all(s.amount is None and s.count is None for s in demining.steps)
    assert "no project and no figure" in demining.claims[0].evidence.quote


def test_totals_are_held_against_the_parts_known_at_their_time(held: Demonstration) -> None:
    found = {one.record.track: one for one in reports.totals(held.books)}
    assert found["humanitarian"].rest == Decimal(33_400_000)
    assert found["energy"].rest == Decimal(1_400_000)
    assert {one.verdict for one in found.values()} == {"rest"}
    assert [row.record.title["en"] for row in reports.late(held.books, on=TO_DATE) if row.state == "late"] == [
        "Four planned projects in Irpin"
    ]


def test_a_load_that_was_cut_short_is_taken_up_again(tmp_path: Path, django_db_blocker: Any) -> None:
    first = demo.sources()[0]
    with django_db_blocker.unblock(), open_books(tmp_path) as books:
        add(books, first.text.encode(), published=first.published, title=first.title, kind=first.kind)
        assert not is_loaded(books)
        assert load(books).sources == len(demo.sources()) == len(books.sources())
        assert is_loaded(books)
