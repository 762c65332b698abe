"""What in the ledger is still to be moved, what a closure does to it, and what cannot be placed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

import pytest

from korpu.corridors import asked, plan
from korpu.corridors.affected import Affected, Times, affected
from korpu.corridors.cargo import Cargo
from korpu.corridors.closures import from_tables
from korpu.corridors.model import Network
from korpu.corridors.moving import GIVERS, goods, mains, moving, waiting
from korpu.corridors.places import find
from korpu.corridors.terminals import by_hand
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.fold import fold_one
from korpu.ledger.record import Record
from korpu.reference.names import load_names
from korpu.reference.tables import rows

from .conftest import ferry

SERVICES = {"ferry": ferry()}
ON = date(2025, 6, 2)
NAMES = load_names()
GIFT = {"party": {"party": "Azerbaijan", "role": "donor"}, "place": "Odesa", "object": "transformer"}
_number = count()


def around(name: str) -> Sequence[tuple[str, str]]:
    found = NAMES.id_of(name)
    return [(each, NAMES.name(each)) for each in (found, *NAMES.inside(found))] if found else []


def record(*steps: tuple[str, str | None], kind: str = "initiative", name: str = "r", **own: object) -> Record:
    """Return a record with these steps (stage, when) and these properties of its own."""
    evidence = Evidence("src-1", ((0, 5),), "as told")
    claims = []
    for i, (stage, when) in enumerate(steps):
        for prop, value in {"stage": stage, **({"when": when} if when else {})}.items():
            claims.append(
                Claim(
                    f"c{next(_number)}", f"e-{name}-{i}", name, kind, prop, value, evidence, step=f"s{i}", said="2025"
                )
            )
    for prop, value in own.items():
        claims.append(Claim(f"c{next(_number)}", f"e-{name}", name, kind, prop, value, evidence, said="2025"))
    return fold_one(name, claims)


def struck(network: Network, records: Sequence[Record], *without: str) -> Affected:
    moves, _ = moving(network, records, around, ON)
    tables = from_tables()
    question = plan.Question(0, 0, Cargo(), ON)
    after = [*asked.excluded(network, without), *tables]
    return affected(network, SERVICES, moves, Times(tables, after, question, question))


def test_a_shipment_whose_line_closes_gets_the_best_new_plan(network: Network) -> None:
    found = struck(network, [record(("allocated", "2025-02"), **GIFT)], "rail")
    (hit,) = found.hit
    assert [one.what for one in hit.closed] == ["rail"]
    assert [leg.mode for leg in hit.before.legs] == ["rail", "sea"]
    assert hit.after is not None
    assert [leg.mode for leg in hit.after.legs] == ["road", "sea"]
    assert hit.after.usd + 10 * hit.after.hours >= hit.before.usd + 10 * hit.before.hours


@pytest.mark.parametrize("without", [(), ("road",), ("rail",), ("rail", "ferry")])
def test_the_plans_are_those_that_the_exact_front_puts_first(network: Network, without: tuple[str, ...]) -> None:
    gift = record(("shipped", "2025-02"), **GIFT)
    found = struck(network, [gift], *without)
    ends = find(network, "Baku"), find(network, "Odesa")
    closures = [*asked.excluded(network, without), *from_tables()]
    best = plan.plan(network, SERVICES, closures, plan.Question(*ends, Cargo(), ON)).routes[0]
    left = found.hit[0].after if found.hit else found.spared[0][1]
    assert left is not None
    assert (left.hours, left.usd, left.kg) == pytest.approx((best.hours, best.usd, sum(leg.kg for leg in best.legs)))


def test_where_no_way_is_left_it_says_so(network: Network) -> None:
    (hit,) = struck(network, [record(("planned", None), **GIFT)], "Poti").hit
    assert hit.after is None
    assert [one.what for one in hit.closed] == ["Poti"]


def test_what_does_not_pass_there_is_spared(network: Network) -> None:
    found = struck(network, [record(("planned", None), **GIFT)], "road")
    assert (len(found.hit), len(found.spared)) == (0, 1)


def test_an_exhibition_goes_from_the_other_country_and_back_is_not_counted(network: Network) -> None:
    fair = {"party": {"party": "Georgia", "role": "partner"}, "place": "Baku", "object": "exhibition"}
    moves, _ = moving(network, [record(("planned", "2025-09"), kind="event", **fair)], around, ON)
    assert [(network.terminals[m.origin]["id"], network.terminals[m.destination]["id"]) for m in moves] == [
        ("tbilisi", "baku")
    ]
    assert moving(network, [record(("planned", "2025-03"), kind="event", **fair)], around, ON)[1][0].reason == "past"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"object": "school"}, "not_goods"),
        ({"place": None}, "no_destination"),
        ({"place": "Atlantis"}, "unknown_destination"),
        ({"place": "Black Sea"}, "unknown_destination"),
        ({"party": None}, "no_origin"),
        ({"party": {"party": "Atlantis", "role": "donor"}}, "unknown_origin"),
        ({"party": {"party": "Ukraine", "role": "donor"}}, "same_place"),
    ],
)
def test_what_cannot_be_placed_is_listed_with_its_reason(
    network: Network, changes: dict[str, object], reason: str
) -> None:
    own = {name: value for name, value in {**GIFT, **changes}.items() if value is not None}
    moves, others = moving(network, [record(("pledged", "2025"), **own)], around, ON)
    assert moves == []
    assert [one.reason for one in others] == [reason]


@pytest.mark.parametrize(
    ("steps", "stage"),
    [
        ([("pledged", "2025-01")], "pledged"),
        ([("allocated", "2025-01"), ("shipped", "2025-02")], "shipped"),
        ([("allocated", "2025-01"), ("delivered", "2025-03")], None),
        ([("allocated", "2025-01"), ("delivered", None)], None),
        ([("delivered", "2024-03"), ("allocated", "2025-01")], "allocated"),
        ([("contracted", "2025-01"), ("stopped", "2025-02")], None),
        ([("need", "2025-01")], None),
    ],
)
def test_what_waits_is_what_no_later_word_shows_as_done(steps: list[tuple[str, str | None]], stage: str | None) -> None:
    step = waiting(record(*steps, **GIFT))
    assert (step.stage if step else None) == stage


def test_regions_and_countries_stand_for_terminals_that_exist() -> None:
    listed = {one.id for one in by_hand()}
    assert set(mains().values()) <= listed
    assert all(place in NAMES for place in mains())
    assert goods() <= {row["id"] for row in rows("objects")}
    assert GIVERS[0] == "donor"
