"""What every arc costs in hours, money, emissions and risk.

A cost is a sum of quantities times rates: kilometres by rail, lifts onto a ship, borders crossed by road. The same
quantities give the weights of the search, the breakdown of a leg, and the range of a whole route.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from korpu.corridors import model
from korpu.corridors.arrays import Bools, Floats, Ints, Weights
from korpu.corridors.borders import Hours, borders_of, usual
from korpu.corridors.cargo import Cargo
from korpu.corridors.gauges import gauge_of
from korpu.corridors.model import Network
from korpu.corridors.rates import rate, rates
from korpu.corridors.risks import levels
from korpu.corridors.services import Service

CRITERIA = ("hours", "usd", "kg_co2e", "risk")
FINE = {"hours": 60.0, "usd": 1.0, "kg_co2e": 1.0, "risk": 10.0}
"""How many whole-number units of the cost matrix make one hour, dollar, kilogram or point of risk."""


Quantities = dict[str, Floats]
"""Rate id to how much of it each arc takes; "service:ID" stands for a service's own hours and wait, "at:GE>AZ:road" for
a border that somebody tells the hours of, "stop_road" for any other."""


def quantities(network: Network, services: Mapping[str, Service], arcs: Ints) -> Quantities:
    """Return what each of these arcs (k) takes: kilometres, lifts, borders, and the services used."""
    edges = arcs // 2
    found: Quantities = {}
    lift = network.what[edges] == model.ACCESS
    outward = lift & _from_terminal(network, arcs)
    crossing = network.border[edges] == 1
    for index, mode in enumerate(model.MODES):
        here = network.mode[edges] == index
        if mode != "ferry":
            found[f"km_{mode}"] = np.where(here, network.km[edges], 0.0)
            found[f"load_{mode}"] = (here & outward).astype(float)
            found[f"unload_{mode}"] = (here & lift & ~outward).astype(float)
        if mode in ("rail", "road"):
            found[f"border_{mode}"] = (here & crossing).astype(float)
            told = _told_borders(network, arcs, here & crossing, mode)
            found |= told
            found[f"stop_{mode}"] = found[f"border_{mode}"] - sum(told.values(), np.zeros(len(arcs)))
    found["gauge"] = (crossing & _other_gauge(network, edges)).astype(float)
    for i, name in enumerate(network.services):
        used = network.service[edges] == i
        if used.any():
            found[f"service:{name}"] = used.astype(float)
            found["km_ferry"] = found.get("km_ferry", np.zeros(len(arcs))) + np.where(used, network.km[edges], 0.0)
            if services[name].usd is None:
                paid = np.where(used, network.km[edges], 0.0)
                found["unpriced_ferry"] = found.get("unpriced_ferry", np.zeros(len(arcs))) + paid
    return found


def _told_borders(network: Network, arcs: Ints, crossing: Bools, mode: str) -> Quantities:
    """Return which of these arcs cross a border that somebody tells the hours of, by the crossing."""
    edges = arcs // 2
    ahead = arcs % 2 == 0
    here = np.where(ahead, network.country[edges], network.other[edges])
    there = np.where(ahead, network.other[edges], network.country[edges])
    found: Quantities = {}
    for one in borders_of(network).values():
        known = one[0].origin in network.codes and one[0].destination in network.codes
        if one[0].mode != mode or not known:
            continue
        pair = network.codes.index(one[0].origin), network.codes.index(one[0].destination)
        taken = crossing & (here == pair[0]) & (there == pair[1])
        if taken.any():
            found[one[0].id] = taken.astype(float)
    return found


def hours_of(
    taken: Mapping[str, Floats], services: Mapping[str, Service], borders: Mapping[str, list[Hours]]
) -> dict[str, Floats]:
    """Return the hours of each part, at the central rates: driving, loading, waiting, borders, by rate id."""
    parts: dict[str, Floats] = {}
    for name, much in taken.items():
        head, _, tail = name.partition("_")
        if name.startswith("service:"):
            one = services[name[8:]]
            parts[f"sail:{one.id}"] = much * sailing_hours(one)
            parts[f"wait:{one.id}"] = much * one.every_days * 12.0
            for end in ("load", "unload"):
                key = f"{end}_hours_ferry"
                parts[key] = parts.get(key, np.zeros(len(much))) + much * rate(key).value
        elif head == "km" and tail != "ferry":
            parts[f"speed_{tail}"] = much / rate(f"speed_{tail}").value
        elif name.startswith("at:"):
            parts[name] = much * usual(borders[name])[0]
        elif head in ("load", "unload", "stop"):
            key = f"{'border' if head == 'stop' else head}_hours_{tail}"
            parts[key] = much * rate(key).value
            if name == "load_sea":
                parts["wait_hours_sea"] = much * rate("wait_hours_sea").value
        elif name == "gauge":
            parts["gauge_hours"] = much * rate("gauge_hours").value
    return parts


def usd_of(taken: Mapping[str, Floats], services: Mapping[str, Service]) -> dict[str, Floats]:
    """Return the money of each part for one unit, at the central rates."""
    parts: dict[str, Floats] = {}
    for name, much in taken.items():
        head, _, tail = name.partition("_")
        if name.startswith("service:"):
            one = services[name[8:]]
            if one.usd is not None:
                parts[f"fare:{one.id}"] = much * one.usd
            for end in ("load", "unload"):
                key = f"{end}_usd_ferry"
                parts[key] = parts.get(key, np.zeros(len(much))) + much * rate(key).value
        elif name == "unpriced_ferry" or (head == "km" and tail != "ferry"):
            parts[f"usd_km_{tail}"] = much * rate(f"usd_km_{tail}").value
        elif head in ("load", "unload", "border"):
            parts[f"{head}_usd_{tail}"] = much * rate(f"{head}_usd_{tail}").value
        elif name == "gauge":
            parts["gauge_usd"] = much * rate("gauge_usd").value
    return parts


def kg_of(taken: Mapping[str, Floats], cargo: Cargo) -> dict[str, Floats]:
    """Return the kg CO2e of each mode for one unit of the cargo."""
    return {
        f"g_tkm_{mode}": taken[f"km_{mode}"] * cargo.tonnes * rate(f"g_tkm_{mode}").value / 1000.0
        for mode in model.MODES
        if f"km_{mode}" in taken
    }


@dataclass(frozen=True)
class Terms:
    """What arcs cost: hours, USD and kg CO2e for the whole cargo, and risk (k each)."""

    hours: Floats
    usd: Floats
    kg: Floats
    risk: Floats


def terms(
    network: Network, services: Mapping[str, Service], cargo: Cargo, arcs: Ints | None = None, on: date | None = None
) -> Terms:
    """Return what these arcs cost, all of the network's (2 m) if none are named, with the warnings of a day."""
    if arcs is None:
        arcs = np.arange(2 * network.edges)
    taken = quantities(network, services, arcs)
    hours, usd, kg = (
        _sum(parts, len(arcs))
        for parts in (hours_of(taken, services, borders_of(network)), usd_of(taken, services), kg_of(taken, cargo))
    )
    return Terms(hours, usd * cargo.units * cargo.price_units, kg * cargo.units, hours * levels(network, arcs // 2, on))


def matrix(cost: Terms) -> Weights:
    """Return the cost matrix (k, 4) in whole numbers of the units of FINE, rounded to the nearest, never cut off."""
    columns = (cost.hours, cost.usd, cost.kg, cost.risk)
    whole = [np.rint(column * FINE[name]) for name, column in zip(CRITERIA, columns, strict=True)]
    return np.column_stack(whole).astype(np.int64)


def sailing_hours(one: Service) -> float:
    """Return the hours a service sails: those announced, else its distance at the usual speed."""
    return one.hours if one.hours else one.km / rate("speed_ferry").value


def source_of(part: str, services: Mapping[str, Service], borders: Mapping[str, list[Hours]]) -> str:
    """Return the source of one part of a cost."""
    if part in borders:
        return "; ".join(one.source for one in borders[part])
    head, _, name = part.partition(":")
    return services[name].source if name and head in ("sail", "wait", "fare") else rates()[part].source


def _sum(parts: Mapping[str, Floats], k: int) -> Floats:
    return sum(parts.values(), np.zeros(k))


def _from_terminal(network: Network, arcs: Ints) -> Bools:
    terminal = np.zeros(network.points, dtype=bool)
    terminal[network.terminal_point] = True
    origin = np.where(arcs % 2 == 0, network.tail[arcs // 2], network.head[arcs // 2])
    return np.asarray(terminal[origin])


def _other_gauge(network: Network, edges: Ints) -> Bools:
    gauge = gauge_of(network.codes)
    differs = gauge[network.country[edges]] != gauge[network.other[edges]]
    return np.asarray((network.mode[edges] == model.RAIL) & differs)
