"""Balances, promises, totals and changes over folded records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.unit.ledger.telling import claim

from korpu.ledger.balances import balance
from korpu.ledger.changes import changes
from korpu.ledger.checks import check_ledger
from korpu.ledger.claim import Claim
from korpu.ledger.contract import record_json
from korpu.ledger.fold import fold
from korpu.ledger.lateness import late
from korpu.ledger.record import Record
from korpu.ledger.totals import totals


def entry(name: str, record: str, **properties: Any) -> list[Claim]:
    """Claims of one entry; `amount` is a pair of number and currency, or a triple with the low bound."""
    about = {key: properties.pop(key) for key in ("kind", "said", "source") if key in properties}
    if "amount" in properties:
        number, currency, *low = properties["amount"]
        bounds = {"low": low[0], "high": None, "qualifier": "over"} if low else {}
        properties["amount"] = {"amount": number, "currency": currency, **bounds}
    if "donor" in properties:
        properties["party"] = {"party": properties.pop("donor"), "role": "donor"}
    return [claim(key, value, record=record, entry=name, **about) for key, value in properties.items()]


def books(*entries: list[Claim]) -> list[Record]:
    return list(fold([c for e in entries for c in e]).values())


ENERGY = (
    entry("e1", "old", track="energy", stage="allocated", when="2023", amount=("7600000", "USD"), donor="Norway"),
    entry("e2", "new", track="energy", stage="allocated", when="2025-02", amount=("1000000", "USD"), donor="Norway"),
    entry("e3", "new", stage="delivered", when="2025-03"),
)
SCHOOL = entry("e4", "school", track="recovery", place="Orhei", stage="planned", when="2025", said="2025-05")
TOTAL = entry(
    "e5", "aid", kind="measure", track="humanitarian", stage="delivered", amount=("42000000", "USD"), donor="Norway"
)


def test_an_amount_counts_once_at_the_furthest_stage() -> None:
    (row,) = balance(books(*ENERGY), "track")
    assert {s: x.amount for s, x in row.stages.items()} == {"allocated": Decimal(8600000)}
    assert {s: x.amount for s, x in row.furthest.items()} == {
        "allocated": Decimal(7600000), "delivered": Decimal(1000000),
    }  # fmt: skip
    assert row.total
    assert row.total.amount == Decimal(8600000)


def test_an_amount_repeated_at_later_stages_is_not_added_to_itself() -> None:
    again = entry("e6", "new", stage="delivered", amount=("1000000", "USD"))
    (row,) = balance(books(*ENERGY[1:], again), "record")
    assert {s: x.amount for s, x in row.stages.items()} == {
        "allocated": Decimal(1000000), "delivered": Decimal(1000000),
    }  # fmt: skip
    assert row.total
    assert row.total.amount == Decimal(1000000)


def test_currencies_stay_apart_and_bounds_are_carried() -> None:
    euros = entry("e6", "pump", track="energy", stage="paid", amount=("5", "EUR", "5"))
    rows = {r.currency: r for r in balance(books(*ENERGY, euros), "track")}
    assert set(rows) == {"USD", "EUR"}
    total = rows["EUR"].total
    assert total
    assert (total.low, total.high) == (Decimal(5), None)


def test_a_part_is_not_added_to_its_whole() -> None:
    whole = entry("e6", "all", kind="programme", track="energy", stage="pledged", amount=("9", "USD"))
    part = entry("e7", "one", track="energy", stage="paid", amount=("4", "USD"), part_of={"record": "all"})
    (row,) = balance(books(whole, part), "track")
    assert row.total
    assert row.total.amount == Decimal(9)


def test_late_due_and_undated() -> None:
    undated = entry("e6", "flats", stage="planned")
    ledger = books(SCHOOL, undated, *ENERGY)
    assert [(r.record.id, r.state, r.days) for r in late(ledger, date(2026, 1, 31))] == [
        ("school", "late", 31), ("flats", "no_date", None), ("old", "no_date", None),
    ]  # fmt: skip
    assert late(ledger, date(2025, 12, 31))[0].state == "due"
    started = books(SCHOOL, entry("e6", "school", stage="under_way", source="src-b"))
    assert late(started, date(2027, 1, 1)) == []


def test_a_total_against_its_parts() -> None:
    (found,) = totals(books(*ENERGY, SCHOOL, TOTAL))
    assert {r.id for r, _ in found.parts} == {"old", "new"}
    assert [r.id for r in found.unpriced] == ["school"]
    assert (found.rest, found.verdict) == (Decimal(33400000), "rest")
    assert "42,000,000" in found.arithmetic
    small = entry("e5", "aid", kind="measure", track="humanitarian", stage="delivered", amount=("5000000", "USD"))
    assert totals(books(*ENERGY, small))[0].verdict == "exceeds"


def test_changes_name_what_is_new_and_what_moved() -> None:
    before = books(SCHOOL)
    after = books(SCHOOL, entry("e6", "school", stage="opened", when="2025-09", source="src-b"), *ENERGY[:1])
    found = changes(before, after)
    assert [(c.record.id, c.what) for c in found] == [("school", "stage"), ("school", "step"), ("old", "new")]
    assert [c.what for c in changes(after, before)][-1] == "gone"


def test_the_contract_line_has_every_key() -> None:
    line = record_json(books(*ENERGY)[0])
    assert {"id", "kind", "title", "track", "stage", "place", "parties", "steps", "contested"} <= set(line)
    assert {"stage", "when", "amount", "currency", "count", "count_unit", "claims"} <= set(line["steps"][0])
    assert line["steps"][0]["amount"] == "7600000"
    assert line["place"] is None


def test_the_ledger_shows_what_is_wrong() -> None:
    falls = entry(
        "e6", "aid", kind="measure", stage="delivered", amount=("40000000", "USD"), said="2026-01", source="b"
    )
    first = entry("e5", "aid", kind="measure", stage="delivered", amount=("42000000", "USD"), said="2025-05")
    two = (
        entry("e7", "clinic", stage="opened", when="2025-04"),
        entry("e8", "clinic", stage="opened", when="2025-06", source="b"),
    )
    found = check_ledger(books(first, falls, SCHOOL, *two), date(2026, 1, 1))
    assert [(f.record, f.finding.check) for f in found] == [
        ("aid", "cumulative_series"), ("clinic", "same_metric"), ("school", "deadline"),
    ]  # fmt: skip
    assert found[0].finding.arithmetic == "40,000,000 − 42,000,000 = -2,000,000"


def test_parts_of_after_the_total_are_left_out() -> None:
    told = entry("e5", "aid", kind="measure", track="humanitarian", amount=("42000000", "USD"), said="2024-12")
    later = entry("e6", "later", track="energy", stage="allocated", when="2026", amount=("9", "USD"))
    undated = entry("e8", "undated", track="energy", stage="allocated", amount=("9", "USD"), said="2025-05")
    same_year = entry("e7", "same", track="energy", stage="allocated", when="2024", amount=("9", "USD"))
    (found,) = totals(books(*ENERGY[:1], told, later, undated, same_year))
    assert {r.id for r, _ in found.parts} == {"old", "same"}


def test_a_total_of_an_open_time_is_of_the_day_it_was_told() -> None:
    told = entry(
        "e5", "aid", kind="measure", track="humanitarian", when="2022/..", amount=("42000000", "USD"), said="2025-05"
    )
    assert {r.id for r, _ in totals(books(*ENERGY, told))[0].parts} == {"old", "new"}


def test_a_total_leaves_out_what_is_told_of_other_countries() -> None:
    grant = entry("e6", "grant", track="humanitarian", stage="allocated", amount=("3000000", "USD"), source="src-j")
    ward = entry("e7", "ward", track="recovery", stage="opened", source="src-j", donor="Japan")
    (found,) = totals(books(*ENERGY, SCHOOL, TOTAL, grant, ward))
    assert {r.id for r, _ in found.parts} == {"old", "new"}
    assert [r.id for r in found.unpriced] == ["school"]
