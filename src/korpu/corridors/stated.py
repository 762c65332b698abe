"""Capacities that the ledger holds: what a statement says a ferry, a port or a railway can carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from korpu.corridors.between import edges_between
from korpu.corridors.capacities import DAYS, DECKS, PACKED, UNITS, Capacity, each_way, number
from korpu.corridors.ledgered import meant
from korpu.corridors.model import Network
from korpu.corridors.services import Service
from korpu.corridors.wheres import Spelling, Where, as_spelt
from korpu.kernel.edtf import parse
from korpu.kernel.tables import rows
from korpu.ledger.checks.routes import CLOSED
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

PERIODS = tuple(DAYS)


def stated(
    network: Network, services: Mapping[str, Service], records: Iterable[Record], spelling: Spelling = as_spelt
) -> list[Capacity]:
    """Return what records say can be carried, where their words say so and name the unit.

    Of a service without a period it is what a sailing takes, in either direction; of a port or a border a period must
    be told.
    """
    return [one for record in records for one in _of(network, services, record, spelling)]


def applied(capacities: Iterable[Capacity], told: Iterable[Capacity], on: date) -> list[Capacity]:
    """Return capacities with the ledger's put in: the last one told by a day stands for what it is of and counts in."""
    latest: dict[tuple[str, str, str, bool | None], Capacity] = {}
    for one in sorted((t for t in told if t.holds(on)), key=_since):
        latest[_key(one)] = one
    return [*(one for one in capacities if _key(one) not in latest), *latest.values()]


def as_told(services: Mapping[str, Service], told: Iterable[Capacity], on: date) -> dict[str, Service]:
    """Return services with the decks that the ledger tells of, as on a day; shares of a ship are counted by them."""
    found = dict(services)
    column = {unit: name for name, unit in DECKS.items()}
    for one in sorted((t for t in told if t.holds(on) and t.scope == "service"), key=_since):
        if one.unit in column:
            places = round(one.a_day * found[one.target].every_days)
            found[one.target] = _with(found[one.target], column[one.unit], places)
    return found


def _with(service: Service, column: str, places: int) -> Service:
    decks: dict[str, Any] = {column: places}
    return replace(service, **decks)


def _key(one: Capacity) -> tuple[str, str, str, bool | None]:
    return one.scope, one.target, one.unit, one.back


def _since(one: Capacity) -> date:
    return (parse(one.since).low if one.since else None) or date.min


def _of(network: Network, services: Mapping[str, Service], record: Record, spelling: Spelling) -> Iterator[Capacity]:
    steps = [step for step in record.steps if step.count and step.stage not in CLOSED and _says(step)]
    if not steps:
        return
    modes, wheres, enough = meant(network, record, spelling)
    spot = _spot(network, modes, wheres) if enough else None
    for step in steps if spot else ():
        yield from _capacity(services, record, step, spot or ("", ""), modes)


def _spot(network: Network, modes: tuple[str, ...], wheres: tuple[Where, ...]) -> tuple[str, str] | None:
    """The service, border or port that is meant: scope and target; None where it is none or more than one."""
    if {"ferry", "sea"} & set(modes):
        found = network.service[edges_between(network, ("ferry",), wheres)]
        names = sorted({network.services[i] for i in found.tolist() if i >= 0})
        if len(names) == 1 and len(wheres) > 1:
            return "service", names[0]
    countries = sorted(w.target for w in wheres if w.scope == "country")
    if len(countries) == 2 and {"rail", "road"} & set(modes):
        return "border", "-".join(countries)
    ports = [w.target for w in wheres if w.scope == "terminal"]
    return ("port", ports[0]) if len(ports) == 1 == len(wheres) else None


def _capacity(
    services: Mapping[str, Service], record: Record, step: Step, spot: tuple[str, str], modes: tuple[str, ...]
) -> Iterator[Capacity]:
    claim = next(c for c in step.claims if c.property == "count")
    value = step.count.value if step.count else {}
    unit, amount = str(value.get("unit") or "").casefold(), number(str(value.get("count") or ""))
    counted = PACKED.get(unit) or ("t" if unit in UNITS else None)
    period = next((p for p in PERIODS if _words()[f"per_{p}"].search(claim.evidence.quote)), None)
    scope, target = spot
    if counted is None or amount is None or amount < 0 or (period is None and scope != "service"):
        return
    days = DAYS[period] if period else services[target].every_days
    told = str(step.when.value) if step.when else claim.said or ""
    time = time_of(told) if told else None
    since = time.low.isoformat() if time and time.low else ""
    one = Capacity(
        f"{record.id}.{counted}", record.name(), scope, target, () if scope != "border" else modes, (),
        amount * UNITS.get(unit, 1.0) / days, counted, since, "", claim.evidence.source, claim.evidence.quote, None,
        record.id,
    )  # fmt: skip
    if scope != "service":
        yield one
        return
    yield from each_way(one, services[target])


def _says(step: Step) -> bool:
    return any(c.property == "count" and _words()["carries"].search(c.evidence.quote) for c in step.claims)


@cache
def _words() -> dict[str, re.Pattern[str]]:
    table = rows("korpu.corridors", "data/words.csv")
    return {row["group"]: re.compile(row["words"], re.IGNORECASE) for row in table}
