"""Flows over the small network: who sails, who waits, and why; every sum can be checked on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from korpu.corridors import capacities, demand, flows, worths
from korpu.corridors.closures import closure
from korpu.corridors.gates import arcs_of
from korpu.corridors.model import Network
from korpu.corridors.services import Service
from korpu.kernel.errors import KorpuError
from korpu.network.graph import Graph
from korpu.network.plain import Plain

from .conftest import ferry

DAY = date(2025, 5, 2)
ASKED = flows.Question(DAY)


def rows(*told: tuple[str, ...]) -> list[dict[str, str]]:
    return [dict(zip(demand.COLUMNS, row, strict=False)) for row in told]


def ground(network: Network, *shut: str, own: tuple[dict[str, str], ...] = ()) -> flows.Ground:
    services: dict[str, Service] = {"ferry": ferry()}
    empty = dict.fromkeys(("modes", "cargo", "since", "until", "reason", "source", "quote"), "")
    closures = [closure({**empty, "id": mode, "what": mode, "scope": "mode", "target": mode}) for mode in shut]
    held = capacities.listed(services, own)
    order = Plain(Graph(network.points, *network.arcs()))
    return flows.Ground(network, services, closures, held, order)


def allocated(
    network: Network, wanted: list[dict[str, str]], *shut: str, **own: Any
) -> tuple[flows.Ground, flows.Flows]:
    stage = ground(network, *shut, **own)
    return stage, flows.allocate(stage, demand.wanted(network, wanted), ASKED)


def test_a_full_wagon_deck_leaves_wagons_behind_and_one_more_sailing_takes_them(network: Network) -> None:
    # 49 wagons a sailing, one sailing a week; wagons have no other way over the sea.
    stage, found = allocated(network, rows(("Chornomorsk", "Batumi", "wagon", "60", "wagons", "week")))
    assert sum(g.tonnes for g in found.going) == pytest.approx(49 * 60)
    assert [(b.tonnes, b.why) for b in found.behind] == [(pytest.approx(11 * 60), "capacity")]
    assert [found.capacities[i].id for i in worths.full(found)] == ["ferry.wagons.out"]
    assert [(m.target, m.sailing, m.tonnes) for m in worths.one_more(stage, found, ASKED)] == [
        ("ferry", True, pytest.approx(660))
    ]
    held_back, passing = worths.narrowest(stage, found)
    assert [one.id for one in held_back] == ["ferry.wagons.out"]
    assert passing == pytest.approx(49 * 60)


def test_the_year_has_as_many_sailings_as_weeks(network: Network) -> None:
    stage = ground(network)
    wanted = demand.wanted(network, rows(("Chornomorsk", "Batumi", "wagon", "1", "wagons", "day")))
    found = flows.allocate(stage, wanted, flows.Question(DAY, 365.0))
    room = dict(zip((c.id for c in found.capacities), found.rooms, strict=True))
    assert room["ferry.wagons.out"] == pytest.approx(49 * 365 / 7)
    assert sum(g.tonnes for g in found.going) == pytest.approx(365 * 60)


def test_containers_beyond_the_deck_go_by_the_slower_ship_and_a_sailing_saves_the_difference(network: Network) -> None:
    # Two TEU on each of 49 wagons: 98; the other two take the lanes, of which no source states a capacity.
    stage, quick = ground(network), replace(ASKED, least="hours")
    told = demand.wanted(network, rows(("Chornomorsk", "Batumi", "container", "100", "TEU", "week")))
    found = flows.allocate(stage, told, quick)
    by_mode = {g.legs[0].mode: g.tonnes / 12 for g in found.going}
    assert by_mode == {"ferry": pytest.approx(98), "sea": pytest.approx(2)}
    hours = {g.legs[0].mode: g.hours for g in found.going}
    saved = worths.one_more(stage, found, quick)[0]
    assert saved.tonnes == 0
    assert worths.narrowest(stage, found) == ([], pytest.approx(1200))
    assert saved.saved == pytest.approx(2 * (hours["sea"] - hours["ferry"]), rel=1e-3)
    assert [(leg[0], leg[4]) for leg in worths.unknown(found)] == [("sea", pytest.approx(24))]
    assert worths.unbounded(found) == pytest.approx(24)


def test_a_value_below_the_way_stays_behind_and_says_so(network: Network) -> None:
    told = rows(("Chornomorsk", "Batumi", "truck", "3", "trucks", "week", "0.01"))
    _, found = allocated(network, told)
    assert [b.why for b in found.behind] == ["value"]


def test_no_way_and_a_closed_way_are_told_apart(network: Network) -> None:
    told = rows(("Chornomorsk", "Batumi", "wagon", "3", "wagons", "week"))
    _, shut = allocated(network, told, "ferry")
    assert [b.why for b in shut.behind] == ["closed"]
    island = rows(("Aktau", "Batumi", "wagon", "3", "wagons", "week"))
    _, never = allocated(network, island)
    assert [b.why for b in never.behind] == ["no_way"]


def test_a_line_of_ones_own_holds_back_what_crosses_its_middle(network: Network) -> None:
    row = {"id": "own", "what": "Tbilisi–Ganja railway", "scope": "between", "target": "tbilisi ganja", "modes": "rail",
           "cargo": "", "amount": "700", "unit": "t", "per": "week", "since": "", "until": "", "source": "a letter",
           "quote": ""}  # fmt: skip
    stage, found = allocated(network, rows(("Tbilisi", "Baku", "wagon", "20", "wagons", "week")), own=(row,))
    assert sum(g.tonnes for g in found.going) == pytest.approx(700)
    assert [(m.scope, m.sailing, m.tonnes) for m in worths.one_more(stage, found, ASKED)] == [
        ("between", False, pytest.approx(70))
    ]
    gate = arcs_of(network, capacities.capacity(row))
    assert 2 <= len(gate) <= 4


def test_two_kinds_share_a_ship_that_takes_wagons_or_trucks() -> None:
    ship = capacities.capacity({"id": "own", "what": "ship", "scope": "service", "target": "ferry", "amount": "1",
                                "unit": "sailing", "per": "sailing"})  # fmt: skip
    wagon, truck = (demand.kinds()[kind] for kind in ("wagon", "truck"))
    assert ship.takes(wagon, ferry()) == pytest.approx(1 / (49 * 60))
    assert ship.takes(truck, ferry()) == pytest.approx(1 / (50 * 20))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("Odesa", "Poti", "container", "-3", "TEU", "week"), "KORPU-FLOW-002"),
        (("Odesa", "Poti", "container", "many", "TEU", "week"), "KORPU-FLOW-002"),
        (("Odesa", "Poti", "container", "3", "bushels", "week"), "KORPU-FLOW-003"),
        (("Odesa", "Poti", "unicorns", "3", "t", "week"), "KORPU-FLOW-004"),
        (("Odesa", "Poti", "grain", "3", "TEU", "week"), "KORPU-FLOW-004"),
        (("Odesa", "Odessa", "grain", "3", "t", "week"), "KORPU-FLOW-005"),
        (("Odesa", "Poti", "grain", "3", "t", "fortnight"), "KORPU-FLOW-006"),
        (("Odesa", "Atlantis", "grain", "3", "t", "week"), "KORPU-NET-030"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_code(network: Network, row: tuple[str, ...], code: str) -> None:
    with pytest.raises(KorpuError, match=code):
        demand.wanted(network, rows(row))


def test_rows_that_are_alike_are_one(network: Network) -> None:
    told = demand.wanted(
        network,
        rows(
            ("Odesa", "Poti", "container", "3", "TEU", "week"),
            ("Odesa", "Batumi", "container", "3", "TEU", "week"),
            ("Odessa", "Poti", "container", "24", "t", "day"),
            ("Odesa", "Poti", "container", "3", "TEU", "week", "50"),
        ),
    )
    assert [(one.row, one.value, one.told) for one in told] == [
        (2, None, "3 TEU a week + 24 t a day"), (3, None, "3 TEU a week"), (5, 50.0, "3 TEU a week")
    ]  # fmt: skip
    assert told[0].a_day == pytest.approx(3 * 12 / 7 + 24)


def test_only_different_rows_count_towards_the_most(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demand, "MOST_ROWS", 1)
    same = ("Odesa", "Poti", "grain", "1", "t", "day")
    assert demand.wanted(network, rows(*[same] * 5))[0].told == "1 t a day + 1 t a day + 1 t a day + 2 more rows"
    with pytest.raises(KorpuError, match=r"KORPU-FLOW-007.*2 different rows; at most 1"):
        demand.wanted(network, rows(same, ("Odesa", "Batumi", "grain", "1", "t", "day")))


def test_an_unknown_place_names_its_row(network: Network) -> None:
    told = rows(("Odesa", "Poti", "grain", "1", "t", "day"), ("Odesa", "Atlantis", "grain", "1", "t", "day"))
    with pytest.raises(KorpuError, match=r"KORPU-NET-030.*Row 3: The network has no place “Atlantis”"):
        demand.wanted(network, told)


def test_an_empty_table_and_one_without_its_columns_are_refused(network: Network) -> None:
    with pytest.raises(KorpuError, match="no rows"):
        demand.wanted(network, [])
    with pytest.raises(KorpuError, match="lacks unit"):
        demand.wanted(network, [{"from": "Odesa", "to": "Poti", "amount": "3"}])


def test_a_capacity_that_cannot_be_used_is_refused(network: Network) -> None:
    row = {"id": "x", "what": "X", "scope": "port", "target": "poti", "amount": "1", "unit": "t", "per": "week"}
    for change, code in (({"scope": "moon"}, "-010"), ({"unit": "bushels"}, "-011"), ({"amount": "-1"}, "-012")):
        with pytest.raises(KorpuError, match=f"KORPU-FLOW{code}"):
            capacities.capacity({**row, **change})
    with pytest.raises(KorpuError, match="KORPU-FLOW-013"):
        arcs_of(network, replace(capacities.capacity(row), scope="border", target="XX-YY"))


def test_a_deck_is_met_on_the_voyage_that_leaves_its_terminal_however_the_edge_lies(network: Network) -> None:
    (edge,) = np.flatnonzero(network.service >= 0)
    tail, head = network.arcs()
    for one in capacities.decks([ferry()]):
        (arc,) = arcs_of(network, one)
        assert arc // 2 == edge
        start = next(t["id"] for t, p in zip(network.terminals, network.terminal_point, strict=True) if p == tail[arc])
        assert start == ("batumi" if one.back else "chornomorsk")
        turned = replace(network, tail=network.tail.copy(), head=network.head.copy())
        turned.tail[edge], turned.head[edge] = head[2 * edge], tail[2 * edge]
        assert arcs_of(turned, one).tolist() == [arc ^ 1]
