"""What every arc costs in hours, money, emissions and risk, as whole numbers: seconds, cents, grams, risk points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from korpu.corridors import model
from korpu.corridors.arrays import Floats, Ints
from korpu.corridors.gauges import gauge_of
from korpu.corridors.model import Network
from korpu.corridors.rates import rate
from korpu.corridors.services import Service

CRITERIA = ("hours", "usd", "kg_co2e", "risk")
UNITS = {"hours": 3600.0, "usd": 100.0, "kg_co2e": 1000.0, "risk": 100.0}
"""How many whole-number units of the cost matrix make one of what is shown."""


@dataclass(frozen=True)
class Cargo:
    """What is carried: how many tonnes one unit (TEU, wagon or truck) weighs."""

    kind: str = "container"
    name: str = "1 TEU of 12 t"
    tonnes: float = 12.0
    units: float = 1.0


@dataclass(frozen=True)
class Terms:
    """What an edge costs, in hours, USD and kg CO2e (m each): the way itself, lifts, borders, waiting."""

    hours: Floats
    usd: Floats
    kg: Floats
    risk: Floats


def terms(network: Network, services: dict[str, Service], cargo: Cargo) -> Terms:
    """Return what each edge of the network costs for a cargo, the same in both directions."""
    hours: Floats = network.km / _by_mode(network, "speed_{}", ferry=1.0)
    usd: Floats = network.km * _by_mode(network, "usd_km_{}")
    kg = network.km * _by_mode(network, "g_tkm_{}") * cargo.tonnes / 1000.0
    lift = network.what == model.ACCESS
    hours = hours + np.where(lift, _by_mode(network, "lift_hours_{}"), 0.0)
    usd = usd + np.where(lift, _by_mode(network, "lift_usd_{}"), 0.0)
    for e in np.flatnonzero(network.what == model.SERVICE):
        one = services[network.services[network.service[e]]]
        hours[e] = one.hours + one.every_days * 12.0 + 2 * rate("lift_hours_ferry").value
        usd[e] = (one.usd if one.usd is not None else usd[e]) + 2 * rate("lift_usd_ferry").value
    hours, usd = _borders(network, hours, usd)
    return Terms(hours, usd * cargo.units, kg * cargo.units, np.zeros(network.edges))


def matrix(network: Network, cost: Terms) -> Ints:
    """Return the cost matrix (2 m, 4) in whole numbers, rounded to the nearest; rows as `Network.arcs` orders them."""
    columns = (cost.hours, cost.usd, cost.kg, cost.risk)
    whole = [np.rint(column * UNITS[name]) for name, column in zip(CRITERIA, columns, strict=True)]
    return np.repeat(np.column_stack(whole).astype(np.int64), 2, axis=0)


def _by_mode(network: Network, name: str, **given: float) -> Floats:
    each = np.array([given[m] if m in given else rate(name.format(m)).value for m in model.MODES])
    return np.asarray(each[network.mode])


def _borders(network: Network, hours: Floats, usd: Floats) -> tuple[Floats, Floats]:
    crossing = (network.country != network.other) & (network.what == model.LINE)
    for mode, name in ((model.RAIL, "rail"), (model.ROAD, "road")):
        here = crossing & (network.mode == mode)
        hours = hours + np.where(here, rate(f"border_hours_{name}").value, 0.0)
        usd = usd + np.where(here, rate(f"border_usd_{name}").value, 0.0)
    gauge = gauge_of(network.codes)
    rail = crossing & (network.mode == model.RAIL) & (gauge[network.country] != gauge[network.other])
    return hours + np.where(rail, rate("gauge_hours").value, 0.0), usd + np.where(rail, rate("gauge_usd").value, 0.0)
