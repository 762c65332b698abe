"""Where an allocation is held back, and what one more sailing or a tenth more of a port or border would be worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from korpu.corridors.capacities import Capacity
from korpu.corridors.demand import Wanted
from korpu.corridors.flows import FINE, Flows, Ground, Question
from korpu.network.graph import BLOCKED
from korpu.network.sharing import Kind, Sharing

FULL = 1.0 - 1e-6
TENTH = 0.1
LEFT = 100_000_000.0
"""The price of a unit left behind where only what passes counts; an arc costs one unit beside it."""


@dataclass(frozen=True)
class More:
    """What one more sailing a week each way, or a tenth more, of something full would do in the period.

    `tonnes` more would go; `saved` is what the allocation would cost less, in what it is least in (USD as a rule), of
    what goes now; it is None where more would go, as that is then dearer.
    """

    what: str
    scope: str
    target: str
    sailing: bool
    tonnes: float
    saved: float | None


def full(flows: Flows) -> list[int]:
    """Return the numbers of the capacities that are used up."""
    told = zip(flows.shared.use.tolist(), flows.rooms, flows.shared.price.tolist(), strict=True)
    return [i for i, (use, room, price) in enumerate(told) if use >= FULL * room and (use > 0 or price > 0)]


def one_more(ground: Ground, flows: Flows, asked: Question) -> list[More]:
    """Return what a little more of each capacity that is used up would be worth, the greatest gain first."""
    groups: dict[tuple[str, str], list[int]] = {}
    for i in full(flows):
        groups.setdefault((flows.capacities[i].scope, flows.capacities[i].target), []).append(i)
    found = [_more(ground, flows, asked, group) for group in groups]
    return sorted((m for m in found if m.tonnes > 0 or (m.saved or 0) > 0), key=lambda m: (-m.tonnes, -(m.saved or 0)))


def _more(ground: Ground, flows: Flows, asked: Question, group: tuple[str, str]) -> More:
    scope, target = group
    own = [i for i, one in enumerate(flows.capacities) if (one.scope, one.target) == group]
    service = ground.services.get(target) if scope == "service" else None
    # One more sailing a week: so many more of the period's, by how often it sails now.
    share = service.every_days / 7.0 if service else TENTH
    rooms = [room * (1 + share) if i in own else room for i, room in enumerate(flows.rooms)]
    wider = flows.sharing.solve(rooms)
    before, after = float(flows.shared.unmet.sum()), float(wider.unmet.sum())
    tonnes = before - after if before - after > 1e-6 * max(before, 1.0) else 0.0
    saved = max(flows.shared.cost - wider.cost, 0.0) / FINE
    what = next(flows.capacities[i].what for i in own)
    return More(what, scope, target, service is not None, tonnes, None if tonnes else saved)


def narrowest(ground: Ground, flows: Flows) -> tuple[list[Capacity], float]:
    """Return the capacities that together hold back what stays behind (the minimum cut), and the tonnes that can pass.

    They are those with a price where nothing counts but the tonnes that pass; none where all that has a way can pass.
    """
    kinds = [_plain(ground, kind) for kind in flows.sharing.kinds]
    able = [replace(d, unmet=LEFT) for d in flows.sharing.demands]
    found = Sharing(kinds, able, flows.rooms).solve()
    passing = sum(d.quantity for d in able) - float(found.unmet.sum())
    most = np.zeros(len(flows.rooms))
    for kind in kinds:
        np.maximum.at(most, kind.room, kind.takes)
    # What a tonne's share of a room is worth: near the price of leaving it behind, or only of the arcs that it spares.
    worth = found.price * most
    return [one for one, much in zip(flows.capacities, worth.tolist(), strict=True) if much > LEFT / 1000], passing


def _plain(ground: Ground, kind: Kind) -> Kind:
    cost = np.where(kind.cost < BLOCKED, 1, BLOCKED).astype(np.int64)
    return replace(kind, cost=cost, metric=ground.hierarchy.metric(cost))


def unknown(flows: Flows) -> list[tuple[str, str, str, str, float]]:
    """Return legs that carry something and whose capacity no source states: mode, from, to, service and tonnes."""
    known = np.unique(np.concatenate([np.zeros(0, np.int32), *flows.gates]))
    sums: dict[tuple[str, str, str, str], float] = {}
    for one in flows.going:
        for leg in one.legs:
            if not np.isin(np.array(leg.arcs), known).any():
                key = leg.mode, leg.origin, leg.destination, leg.service
                sums[key] = sums.get(key, 0.0) + one.tonnes
    return [(*key, tonnes) for key, tonnes in sorted(sums.items(), key=lambda item: -item[1])]


def unbounded(flows: Flows) -> float:
    """Return the tonnes that go by ways no part of which has a capacity that a source states."""
    known = np.unique(np.concatenate([np.zeros(0, np.int32), *flows.gates]))
    return sum(one.tonnes for one in flows.going if not np.isin(one.arcs, known).any())


def wanted_of(flows: Flows, demand: Sequence[Wanted]) -> list[tuple[Wanted, float, float]]:
    """Return for each row of the demand what it asks for and what goes, in tonnes of the period."""
    asked = [d.quantity for d in flows.sharing.demands]
    left = flows.shared.unmet.tolist()
    return [(w, q, q - u) for w, q, u in zip(demand, asked, left, strict=True)]
