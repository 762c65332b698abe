"""What is closed on a day: by the tables, on request, and by the ledger's records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from korpu.corridors import model
from korpu.corridors.asked import excluded
from korpu.corridors.closures import closed, closure, from_tables
from korpu.corridors.ledgered import from_ledger, lifted
from korpu.corridors.model import Network
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.fold import fold_one
from korpu.ledger.record import Record

FERRY = model.FERRY


def told(stage: str, when: str | None, *, record: str = "r", kind: str = "service", **more: object) -> list[Claim]:
    """Return the claims of one entry that tells of a stage."""
    evidence = Evidence("src-1", ((0, 5),), f"told as {stage} {when or ''}".strip())
    said = str(more.pop("said", "2025-05"))
    entry = f"e-{record}-{stage}-{when}"
    stated = {"stage": stage, **({"when": when} if when else {})}
    claims = [
        Claim(f"{entry}.{i}", entry, record, kind, name, value, evidence, step=entry, said=said)
        for i, (name, value) in enumerate(stated.items())
    ]
    own = [
        Claim(f"{entry}.o{i}", entry, record, kind, name, value, evidence, said=said)
        for i, (name, value) in enumerate(more.items())
    ]
    return claims + own


def record(*claims: list[Claim]) -> Record:
    every = [c for group in claims for c in group]
    return fold_one(every[0].record, every)


def ferry_open(network: Network, records: list[Record], on: str) -> bool:
    found = from_ledger(network, records)
    shut, _ = closed(network, found.closures, date.fromisoformat(on), "container")
    return not bool(shut[network.mode == FERRY].any())


STOP = {"object": "ferry_service", "title": "Ferries"}


def test_ferries_stopped_are_stopped_from_that_day_on(network: Network) -> None:
    stopped = record(told("stopped", "2025-06-01", **STOP))
    assert ferry_open(network, [stopped], "2025-05-02")
    assert ferry_open(network, [stopped], "2025-05-31")
    assert not ferry_open(network, [stopped], "2025-06-01")
    assert not ferry_open(network, [stopped], "2025-06-02")


def test_and_run_again_when_told_so(network: Network) -> None:
    both = record(told("stopped", "2025-06-01", **STOP), told("in_use", "2025-09", **STOP))
    assert not ferry_open(network, [both], "2025-08-31")
    assert ferry_open(network, [both], "2025-09-01")


def test_told_as_open_and_as_closed_for_the_same_time_it_stays_closed_and_says_so(network: Network) -> None:
    both = record(told("stopped", "2025-06-01", **STOP), told("in_use", "2025-06-01", **STOP))
    assert not ferry_open(network, [both], "2025-06-02")
    reason = from_ledger(network, [both]).closures[0].reason
    assert "as open for the same time" in reason


def test_what_a_service_did_is_told_beside_what_it_announced(network: Network) -> None:
    from korpu.corridors.observed import sailings

    sailed = record(
        told("in_use", "2025-03-18", place="Chornomorsk", places="Batumi", object="ferry_service", title="Ferry"),
        told("in_use", "2025-03-26", place="Chornomorsk", places="Batumi", object="ferry_service", title="Ferry"),
    )
    found = sailings(network, [sailed])
    assert [(s.service, s.when) for s in found] == [("ferry", "2025-03-18"), ("ferry", "2025-03-26")]
    stopped = record(told("stopped", "2025-06-01", place="Chornomorsk", places="Batumi", **STOP))
    assert sailings(network, [stopped]) == []


def test_a_place_named_narrows_it(network: Network) -> None:
    here = record(told("stopped", "2025-06-01", place="Odesa", **STOP))
    elsewhere = record(told("stopped", "2025-06-01", place="Varna", **STOP))
    assert not ferry_open(network, [here], "2025-06-02")
    assert ferry_open(network, [elsewhere], "2025-06-02")


def test_a_place_that_the_network_does_not_know_closes_nothing_and_is_named(network: Network) -> None:
    odd = record(told("stopped", "2025-06-01", place="Atlantis", **STOP))
    found = from_ledger(network, [odd])
    assert found.closures == []
    assert found.unplaced == [odd]


def test_the_closed_oil_route_stops_oil_only(network: Network) -> None:
    oil = record(told("stopped", None, kind="link", object="oil_route", place="Black Sea", title="Oil route"))
    found = from_ledger(network, [oil])
    day = date(2025, 6, 1)
    assert closed(network, found.closures, day, "oil")[0].any()
    assert not closed(network, found.closures, day, "container")[0].any()


def test_passengers_and_power_lines_stop_no_cargo(network: Network) -> None:
    power = record(told("stopped", "2025-06-01", kind="link", object="power_line", title="Electricity line"))
    assert from_ledger(network, [power]).closures == []


def opened(place: str, when: str, *, reviewed: bool = True) -> Record:
    claims = told("opened", when, kind="link", place=place, title=place)
    return record([replace(c, reviewed=reviewed) for c in claims])


def holding(network: Network, records: list[Record], on: str) -> set[str]:
    tables = lifted(from_tables(), from_ledger(network, records).reopened)
    return {c.id for c in tables if c.holds(date.fromisoformat(on), "container")}


def test_a_water_told_as_open_again_ends_the_tables_closure(network: Network) -> None:
    again = opened("Kerch Strait", "2027-01-01")
    assert "azov" in holding(network, [again], "2026-12-31")
    assert "azov" not in holding(network, [again], "2027-01-01")
    assert "crimea" in holding(network, [again], "2027-01-01")


def test_what_nobody_reviewed_or_what_was_said_before_the_closure_opens_nothing(network: Network) -> None:
    assert "azov" in holding(network, [opened("Kerch Strait", "2027-01-01", reviewed=False)], "2027-02-01")
    assert "azov" in holding(network, [opened("Kerch Strait", "2018-05-15")], "2026-02-01")


def test_a_statement_does_not_open_occupied_territory(network: Network) -> None:
    assert {"crimea", "abkhazia"} <= holding(
        network, [opened("Crimea", "2026-01-01"), opened("Abkhazia", "2026-01-01")], "2026-02-01"
    )


def test_trap_1_no_way_through_kerch_and_volga(network: Network) -> None:
    """The lanes lead from the Black Sea to the Caspian; the tables' closures cut them."""
    from korpu.corridors.bridges import pieces

    def joined(shut: np.ndarray) -> bool:
        sea = (network.mode == model.SEA) & ~shut
        part = pieces(network.points, network.tail[sea], network.head[sea])
        at = {t["id"]: int(p) for t, p in zip(network.terminals, network.terminal_point, strict=True)}
        return bool(part[at["odesa"]] == part[at["alat"]])

    assert joined(np.zeros(network.edges, dtype=bool))
    assert not joined(closed(network, from_tables(), date(2026, 11, 23), "container")[0])


def test_every_exclusion_has_reason_source_and_words() -> None:
    assert all(c.reason and c.source and c.quote and c.since for c in from_tables())


def test_a_closed_border_is_not_crossed_but_both_countries_stay_open(network: Network) -> None:
    row = {"id": "x", "what": "x", "scope": "border", "target": "AZ-GE", "modes": "rail", "cargo": "", "since": "",
           "until": "", "reason": "", "source": "", "quote": ""}  # fmt: skip
    shut, _ = closed(network, [closure(row)], date(2026, 1, 1), "container")
    assert shut.sum() == ((network.mode == model.RAIL) & (network.border == 1)).sum() > 0


def test_a_closure_that_ends_before_it_begins_is_refused() -> None:
    row = {"id": "x", "what": "x", "scope": "country", "target": "RU", "modes": "", "cargo": "", "since": "2025-06",
           "until": "2025-05", "reason": "", "source": "", "quote": ""}  # fmt: skip
    with pytest.raises(ConflictError, match="KORPU-NET-021"):
        closure(row)
    with pytest.raises(InputError, match="KORPU-NET-020"):
        closure({**row, "scope": "planet"})


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("road", "mode"),
        ("Poti", "port"),
        ("TR", "country"),
        ("Black Sea", "area"),
        ("ferry", "mode"),
        ("suez", "passage"),
    ],
)
def test_what_is_asked_for_is_left_out(network: Network, name: str, scope: str) -> None:
    assert excluded(network, [name])[0].scope == scope


def test_an_unknown_thing_to_leave_out_is_named(network: Network) -> None:
    with pytest.raises(NotFoundError, match=r"KORPU-NET-031.*Atlantis"):
        excluded(network, ["Atlantis"])


def test_a_route_through_a_sea_to_a_country_stops_at_the_ports_of_that_country(network: Network) -> None:
    """Oil to Ukraine through the Black Sea: Ukrainian ports take none, Georgian ones may."""
    oil = told("stopped", None, kind="link", object="oil_route", place="Black Sea", title="Oil route")
    oil += [
        Claim("e.p", "e", "r", "link", "party", {"party": "UA", "role": "partner"}, Evidence("src-1", ((0, 5),), "x"))
    ]
    shut, _ = closed(network, from_ledger(network, [record(oil)]).closures, date(2025, 6, 1), "oil")
    at = {t["id"]: int(p) for t, p in zip(network.terminals, network.terminal_point, strict=True)}
    access = (network.what == model.ACCESS) & (network.mode == model.SEA)

    def stopped(port: str) -> bool:
        own = access & ((network.tail == at[port]) | (network.head == at[port]))
        return bool(own.any() and shut[own].all())

    assert stopped("odesa")
    assert stopped("chornomorsk")
    assert not stopped("poti")


@pytest.mark.parametrize(
    ("lat", "lon", "area"),
    [
        (44.95, 34.10, "crimea"), (45.35, 36.47, "crimea"), (46.10, 33.69, "crimea"), (48.00, 37.80, "donbas"),
        (48.57, 39.31, "donbas"), (47.10, 37.55, "donbas"), (46.85, 35.37, "south"), (47.50, 34.65, "south"),
        (46.62, 32.72, "south"), (43.00, 41.02, "abkhazia"), (42.63, 41.74, "abkhazia"), (42.22, 43.97, "tskhinvali"),
        (42.12, 44.48, "tskhinvali"), (46.64, 32.61, ""), (47.84, 35.14, ""), (50.00, 36.23, ""), (46.50, 30.73, ""),
        (46.95, 32.03, ""), (42.51, 41.87, ""), (42.15, 41.67, ""), (41.98, 44.11, ""), (41.92, 44.42, ""),
        (46.84, 29.61, "transnistria"), (47.77, 29.01, "transnistria"), (46.41, 30.09, ""), (47.01, 28.86, ""),
    ],
)  # fmt: skip
def test_what_is_occupied_and_what_is_not(lat: float, lon: float, area: str) -> None:
    from korpu.corridors.areas import areas, mask

    found = int(mask(np.array([lat]), np.array([lon]))[0])
    occupied = {"crimea", "donbas", "south", "abkhazia", "tskhinvali", "transnistria"}
    assert {a.name for i, a in enumerate(areas()) if found >> i & 1} & occupied == ({area} if area else set())
