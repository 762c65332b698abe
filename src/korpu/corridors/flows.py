"""Who goes which way when demand meets capacity: the least costly allocation, what stays behind and why.

Every kind of cargo is searched on the whole network under its own costs and closures; capacities are shared. A row of
the demand that has no `value` goes if it can, whatever the way costs: leaving it behind is priced at many times the
dearest way there is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from korpu.corridors import costs, plan
from korpu.corridors.arrays import Arcs, Bools, Floats, Ints, Weights
from korpu.corridors.capacities import Capacity
from korpu.corridors.cargo import Cargo
from korpu.corridors.closures import Closure
from korpu.corridors.demand import Wanted
from korpu.corridors.gates import arcs_of
from korpu.corridors.legs import Leg, legs
from korpu.corridors.model import Network
from korpu.corridors.rates import rate
from korpu.corridors.services import Service
from korpu.kernel.errors import InputError, NotFoundError
from korpu.network.graph import BLOCKED
from korpu.network.hierarchy import Hierarchy
from korpu.network.sharing import Demand, Kind, Shared, Sharing

FINE = 10_000.0
"""How many whole-number units of the search make one USD a tonne."""
DEAREST = 20.0
"""How many times the dearest open way of all rows leaving a tonne behind is priced at, where no value is told."""
LEAST = ("worth", "usd", "hours", "kg_co2e")
"""What an allocation may be least in: freight with the worth of hours and risk, as routes are ranked, or one alone."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class Question:
    """On which day's closures and capacities, over how many days, and what is to be least."""

    on: date
    days: float = 7.0
    least: str = "worth"


@dataclass(frozen=True)
class Going:
    """Part of a row that goes one way: tonnes in the period, and the legs, whose sums are of one unit of the cargo."""

    wanted: Wanted
    tonnes: float
    legs: list[Leg]
    arcs: Ints

    @property
    def hours(self) -> float:
        """Hours from loading to unloading."""
        return sum(leg.hours for leg in self.legs)

    @property
    def usd(self) -> float:
        """USD for all of it."""
        return sum(leg.usd for leg in self.legs) * self.tonnes / self.wanted.cargo.tonnes

    @property
    def kg(self) -> float:
        """Kg CO2e for all of it."""
        return sum(leg.kg for leg in self.legs) * self.tonnes / self.wanted.cargo.tonnes


@dataclass(frozen=True)
class Behind:
    """What of a row stays behind in the period, and why: no_way, closed, capacity or value."""

    wanted: Wanted
    tonnes: float
    why: str


@dataclass(frozen=True, eq=False)
class Flows:
    """An allocation; `shared` is the answer of the search with its proof, in units of FINE a tonne."""

    going: list[Going]
    behind: list[Behind]
    capacities: list[Capacity]
    gates: list[Arcs]
    excluded: list[Closure]
    shared: Shared
    sharing: Sharing
    rooms: list[float]

    @property
    def gap(self) -> float:
        """How far the cost may at most be above the least possible, relative to it."""
        return (self.shared.cost - self.shared.bound) / max(self.shared.cost, 1e-9)


@dataclass(frozen=True, eq=False)
class Ground:
    """What an allocation stands on: the network with what is closed and what can pass, and its order for searching."""

    network: Network
    services: Mapping[str, Service]
    closures: Sequence[Closure]
    capacities: Sequence[Capacity]
    hierarchy: Hierarchy


def allocate(ground: Ground, demand: Sequence[Wanted], asked: Question, say: Say = lambda _: None) -> Flows:
    """Return the least costly allocation of the demand over the network on a day."""
    met = [(one, _met(ground.network, one)) for one in ground.capacities if one.holds(asked.on)]
    held, gates = [one for one, arcs in met if len(arcs)], [arcs for _one, arcs in met if len(arcs)]
    loads = list(dict.fromkeys(one.cargo for one in demand))
    kinds: list[Kind] = []
    excluded: dict[str, Closure] = {}
    for load in loads:
        say(f"weighing the network for {load.name}")
        weight = weights(ground.network, ground.services, load, asked.least)
        shut, out = _standing(ground, load, asked)
        excluded |= {one.id: one for one in out}
        cost = np.where(np.repeat(shut, 2), BLOCKED, np.rint(weight * FINE)).astype(np.int64)
        kinds.append(Kind(ground.hierarchy.metric(cost), cost, *_taking(ground, load, held, gates, cost)))
    rooms = [one.a_day * asked.days for one in held]
    say("allocating")
    demands = _demands(ground, demand, asked, loads, kinds)
    sharing = Sharing(kinds, demands, rooms, say=say)
    shared = sharing.solve()
    going = [
        Going(demand[i], tonnes, legs(ground.network, ground.services, demand[i].cargo, arcs), arcs)
        for i, tonnes, arcs in shared.ways
    ]
    behind = _behind(ground, demand, shared, sharing, asked)
    return Flows(going, behind, held, gates, list(excluded.values()), shared, sharing, rooms)


def _met(network: Network, one: Capacity) -> Arcs:
    """Return the arcs of a capacity; none where the tables' is of a place that this network does not have."""
    try:
        return arcs_of(network, one)
    except (InputError, NotFoundError):
        if one.own:
            raise
        return np.zeros(0, np.int32)


def _standing(ground: Ground, load: Cargo, asked: Question) -> tuple[Bools, list[Closure]]:
    question = plan.Question(0, 0, load, asked.on)
    return plan.standing(ground.network, ground.services, ground.closures, question)


def weights(network: Network, services: Mapping[str, Service], load: Cargo, least: str) -> Floats:
    """Return what a tonne of a cargo costs on every arc (2 m), in USD or the unit of what is to be least."""
    cost = costs.terms(network, services, load)
    if least == "worth":
        of_one = cost.hours * rate("value_of_hour").value + cost.risk * rate("value_of_risk").value
        return np.asarray((cost.usd + of_one * load.price_units) / load.tonnes)
    return np.asarray({"usd": cost.usd, "hours": cost.hours, "kg_co2e": cost.kg}[least] / load.tonnes)


def _taking(
    ground: Ground, load: Cargo, held: Sequence[Capacity], gates: Sequence[Arcs], cost: Weights
) -> tuple[Arcs, Arcs, npt.NDArray[np.float64]]:
    """Return where a tonne of a cargo takes room: arcs, numbers of capacities, and how much (k each)."""
    arcs: list[Arcs] = [np.zeros(0, np.int32)]
    room: list[Arcs] = [np.zeros(0, np.int32)]
    takes: list[npt.NDArray[np.float64]] = [np.zeros(0)]
    for number, (one, gate) in enumerate(zip(held, gates, strict=True)):
        much = one.takes(load, ground.services.get(one.target) if one.scope == "service" else None)
        if much > 0:
            passed = gate[cost[gate] < BLOCKED]
            arcs.append(passed)
            room.append(np.full(len(passed), number, np.int32))
            takes.append(np.full(len(passed), much))
    return np.concatenate(arcs), np.concatenate(room), np.concatenate(takes)


def _demands(
    ground: Ground, demand: Sequence[Wanted], asked: Question, loads: Sequence[Cargo], kinds: Sequence[Kind]
) -> list[Demand]:
    """Return the rows as the search takes them; what has no value told is left behind only where it cannot go."""
    points = ground.network.terminal_point
    ends = [(int(points[w.origin]), int(points[w.destination])) for w in demand]
    at = [loads.index(w.cargo) for w in demand]
    ways = [kinds[kind].metric.route(*pair) for kind, pair in zip(at, ends, strict=True)]
    dearest = max((way[0] for way in ways if way), default=1) * DEAREST
    return [
        Demand(kind, *pair, w.a_day * asked.days, dearest if w.value is None else w.value * FINE)
        for w, kind, pair in zip(demand, at, ends, strict=True)
    ]


def _behind(
    ground: Ground, demand: Sequence[Wanted], shared: Shared, sharing: Sharing, asked: Question
) -> list[Behind]:
    """Tell why what stays behind does: no way at all, all ways closed, no room, or not worth the way."""
    found = []
    for i, tonnes in enumerate(shared.unmet.tolist()):
        if tonnes <= 1e-6 * max(demand[i].a_day * asked.days, 1.0):
            continue
        if not np.isfinite(shared.cheapest[i]):
            why = "closed" if _ever(ground, demand[i], asked) else "no_way"
        else:
            why = "value" if shared.cheapest[i] >= sharing.demands[i].unmet else "capacity"
        found.append(Behind(demand[i], tonnes, why))
    return found


def _ever(ground: Ground, one: Wanted, asked: Question) -> bool:
    """Whether there would be a way with nothing closed."""
    shut, _ = _standing(replace(ground, closures=[]), one.cargo, asked)
    metric = ground.hierarchy.metric(np.where(np.repeat(shut, 2), BLOCKED, 1))
    ends = (int(ground.network.terminal_point[end]) for end in (one.origin, one.destination))
    return metric.route(*ends) is not None
