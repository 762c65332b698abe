"""What statements in the ledger say a ferry or a border can carry, and which of them counts on a day."""

from __future__ import annotations

from datetime import date

import pytest

from korpu.corridors import capacities, stated
from korpu.corridors.model import Network
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.fold import fold_one
from korpu.ledger.record import Record

from .conftest import ferry

SERVICES = {"ferry": ferry()}


def record(quote: str, count: str, unit: str, when: str, **own: object) -> Record:
    evidence = Evidence("src-1", ((0, 5),), quote)
    kind = str(own.pop("kind", "service"))
    step = {"stage": "ongoing", "count": {"count": count, "unit": unit}, "when": when}
    told = [(prop, value, "s0") for prop, value in step.items()]
    told += [(prop.rstrip("_"), value, None) for prop, value in own.items()]
    return fold_one(
        "r1",
        [Claim(f"c{i}{when}", "e1", "r1", kind, p, v, evidence, step=s, said=when) for i, (p, v, s) in enumerate(told)],
    )


def line(count: str, when: str, quote: str = "The Chornomorsk–Batumi ferry can carry {} wagons") -> Record:
    return record(
        quote.format(count), count, "wagons", when, place="Chornomorsk", object="ferry_service",
        party={"party": "Georgia", "role": "partner"},
    )  # fmt: skip


def test_what_a_ferry_is_told_to_carry_takes_the_place_of_the_table_from_that_day_on(network: Network) -> None:
    told = [
        one for r in (line("80", "2026-02"), line("60", "2025-01")) for one in stated.stated(network, SERVICES, [r])
    ]
    assert {(one.target, one.unit, one.back) for one in told} == {("ferry", "wagons", False), ("ferry", "wagons", True)}
    assert told[0].source == "src-1"
    assert told[0].record == "r1"
    tables = capacities.decks(SERVICES.values())
    for day, wagons in ((date(2024, 5, 2), 49), (date(2025, 5, 2), 60), (date(2026, 5, 2), 80)):
        held = stated.applied(tables, told, day)
        deck = {(one.unit, one.back): one.a_day for one in held}
        assert deck[("wagons", False)] == deck[("wagons", True)] == pytest.approx(wagons / 7)
        assert deck[("trucks", False)] == pytest.approx(50 / 7)
        assert len(held) == 4
        assert stated.as_told(SERVICES, told, day)["ferry"].wagons == wagons


def test_a_load_that_was_carried_is_no_capacity(network: Network) -> None:
    sailed = line("30", "2026-02", "The ferry sailed from Chornomorsk to Batumi with {} wagons")
    assert stated.stated(network, SERVICES, [sailed]) == []


def test_a_border_needs_a_period(network: Network) -> None:
    def border(quote: str) -> Record:
        return record(
            quote, "700000", "t", "2025-01", kind="link", object="railway_line",
            party={"party": "Azerbaijan", "role": "partner"}, party_={"party": "Georgia", "role": "partner"},
        )  # fmt: skip

    def spelt(name: str) -> tuple[str, str | None]:
        return name, {"Georgia": "GE", "Azerbaijan": "AZ"}.get(name)

    (found,) = stated.stated(network, SERVICES, [border("The railway can carry 700,000 tonnes a year")], spelt)
    assert (found.scope, found.target, found.back) == ("border", "AZ-GE", None)
    assert found.a_day == pytest.approx(700_000 / 365)
    assert stated.stated(network, SERVICES, [border("The railway can carry 700,000 tonnes")], spelt) == []
