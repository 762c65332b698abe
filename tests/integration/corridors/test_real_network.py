"""The network that a user builds: what it answers, and what it is held against."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from korpu.app.routes import Answer, Ask, audit, route
from korpu.corridors import areas, model, places, search
from korpu.corridors.closures import closed, from_tables
from korpu.corridors.model import Network
from korpu.corridors.store import built, key
from korpu.kernel.errors import InputError, NotFoundError

TODAY = date(2026, 11, 23)
OCCUPIED = ("transnistria", "azov", "crimea", "donbas", "south", "abkhazia", "tskhinvali", "volga_don")


@pytest.fixture(scope="module")
def answer(network: Network) -> Answer:
    return route(network, Ask("Odesa", "Baku"), None, today=TODAY)


def test_it_is_kept_under_the_hash_of_what_it_was_built_from(folder: Path, network: Network) -> None:
    kept = list((folder / "network").glob("*.npz"))
    assert [file.stem for file in kept] == [key(folder)]
    stamp = kept[0].stat().st_mtime_ns
    assert built(folder).points == network.points
    assert kept[0].stat().st_mtime_ns == stamp


def test_it_says_whose_data_it_carries(network: Network) -> None:
    assert network.about["attribution"] == "© OpenStreetMap contributors, ODbL"


def test_odesa_to_baku_goes_by_georgian_ports_and_rail(answer: Answer) -> None:
    first = answer.plan.routes[0].legs
    assert {"GE", "AZ"} <= {c for leg in first for c in leg.countries}
    assert first[-1].mode == "rail"
    assert any(leg.destination in ("Poti", "Batumi") and leg.mode in ("sea", "ferry") for leg in first)


def test_no_kilometre_in_russia_or_on_occupied_land(network: Network, answer: Answer) -> None:
    shunned = sum(areas.bit(name) for name in OCCUPIED)
    assert len(answer.plan.routes) >= 2
    for one in answer.plan.routes:
        assert not {"RU", "BY"} & {c for leg in one.legs for c in leg.countries}
        edges = np.array(one.arcs) // 2
        assert not (network.areas[edges] & np.uint32(shunned)).any()


def test_every_leg_has_its_source_and_every_exclusion_its_words(answer: Answer) -> None:
    legs = [leg for one in answer.plan.routes for leg in one.legs]
    assert all(leg.source and leg.km > 0 and leg.hours > 0 and leg.usd > 0 and leg.kg > 0 for leg in legs)
    assert {"Russia", "Sea of Azov and the Kerch Strait"} <= {c.what for c in answer.plan.excluded}
    assert all(c.reason and c.source and c.quote for c in answer.plan.excluded)


def test_ranges_hold_the_usual_figure_between_them(answer: Answer) -> None:
    for one in answer.plan.routes:
        assert one.range.p10 < one.range.p50 < one.range.p90
        assert one.range.usd_low <= one.usd <= one.range.usd_high


def test_the_day_of_departure_sets_the_wait_for_the_ferry(network: Network) -> None:
    """2 May 2025 is a Friday; the ferry leaves on Tuesdays."""
    found = route(
        network, Ask("Chornomorsk", "Batumi", depart="2025-05-02", exclude=["sea", "road"]), None, today=TODAY
    )
    leg = next(leg for leg in found.plan.routes[0].legs if leg.service == "chornomorsk_batumi")
    assert leg.departs is not None
    assert leg.departs.date() == date(2025, 5, 6)
    assert found.on == date(2025, 5, 2)


def test_trap_1_odesa_to_alat_by_water_alone_is_closed(network: Network) -> None:
    tail, head = network.arcs()
    shut, _ = closed(network, from_tables(), TODAY, "container")
    ends = [int(network.terminal_point[places.find(network, name)]) for name in ("Odesa", "Alat")]
    dry = network.mode != model.SEA
    weight = np.repeat(np.rint(network.km * 10).astype(np.int64), 2)

    def way(barred: np.ndarray) -> list[int]:
        return search.best(
            network.points, tail, head, weight, shut=np.repeat(barred, 2), source=ends[0], target=ends[1]
        )

    assert 2400 < sum(float(network.km[a // 2]) for a in way(dry)) < 3000
    assert way(dry | shut) == []


def test_trap_2_izmail_and_constanta_are_not_equally_far_from_poti(network: Network) -> None:
    km = {}
    for port in ("Izmail", "Constanta"):
        found = route(network, Ask(port, "Poti", exclude=["road", "rail", "ferry"]), None, today=TODAY)
        km[port] = sum(leg.km for leg in found.plan.routes[0].legs)
    assert km["Izmail"] - km["Constanta"] > 50


def test_trap_3_no_line_is_shorter_than_the_crow_flies(network: Network) -> None:
    """Points are given to a thousandth of a degree: a chain may lose a hundred metres, not more than a hundredth."""
    from korpu.corridors.arrays import great_circle

    line = network.what == model.LINE
    a, b = network.tail[line], network.head[line]
    crow = great_circle(network.lat[a], network.lon[a], network.lat[b], network.lon[b])
    assert float((crow - network.km[line]).max()) < 6.0
    assert float((network.km[line] < crow * 0.99 - 0.5).mean()) < 0.002


def test_trap_4_xian_to_almaty_changes_gauge_once(network: Network) -> None:
    found = route(network, Ask("Xian", "Almaty", exclude=["road"]), None, today=TODAY)
    taken = [leg.taken for leg in found.plan.routes[0].legs]
    assert sum(t.get("gauge", 0) for t in taken) == 1


def test_the_caspian_coast_has_no_railway_to_rasht(network: Network) -> None:
    """Astara and Rasht are not joined: a generous tolerance would invent the line. Longer stretches say who says so."""
    assert max(joint["km"] for joint in network.bridges if "source" not in joint) <= 2.0
    known = [joint for joint in network.bridges if "source" in joint]
    assert known
    rail = [joint for joint in known if joint["mode"] == "rail"]
    assert not any(37.0 < joint["from"][0] < 38.6 and 48.5 < joint["from"][1] < 49.9 for joint in rail)


def test_published_figures(network: Network) -> None:
    lines = {line.id: line for line in audit(network).lines}
    reached = [f"altynkol_{end}_d" for end in ("absheron", "poti", "batumi", "constanta")]
    reached += ["baku_turkmenbashi_km", "btk_km", "chornomorsk_batumi_km", "chornomorsk_batumi_h", "border_rail_h"]
    assert {name: lines[name].within for name in reached} == dict.fromkeys(reached, True)
    assert all(line.within or line.why not in ("", "no way", "no reason known") for line in lines.values())


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (Ask("Odessos", "Baku"), "KORPU-NET-030"), (Ask("Odesa", "Odessa"), "KORPU-ROUTE-002"),
        (Ask("Odesa", "Baku", cargo="sand castles"), "KORPU-ROUTE-003"),
        (Ask("Odesa", "Baku", on="soon"), "KORPU-TIME-001"),
        (Ask("Odesa", "Baku", exclude=["Narnia"]), "KORPU-NET-031"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_a_sentence(network: Network, ask: Ask, code: str) -> None:
    with pytest.raises((InputError, NotFoundError), match=code):
        route(network, ask, None, today=TODAY)


def test_where_nothing_is_open_the_answer_is_empty_and_says_why(network: Network) -> None:
    found = route(network, Ask("Odesa", "Baku", exclude=["road", "rail", "sea", "ferry"]), None, today=TODAY)
    assert found.plan.routes == []
    assert {"road", "rail", "sea", "ferry"} <= {c.what for c in found.plan.excluded}


@pytest.mark.parametrize("name", ["Одеса", "odesa", "Odessa", "UAODS", "ODESA"])
def test_a_place_is_found_by_any_of_its_names(network: Network, name: str) -> None:
    assert network.terminals[places.find(network, name)]["id"] == "odesa"
