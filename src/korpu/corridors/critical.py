"""Which single loss hurts most: each service, port, border and line that the plans rely on, lost by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from korpu.corridors import model
from korpu.corridors.arrays import Arcs, Ints
from korpu.corridors.closures import Closure, edges_of
from korpu.corridors.legs import Leg
from korpu.corridors.model import Network
from korpu.corridors.plan import Route
from korpu.network.graph import BLOCKED, Longs

MOST = 60
"""How many are tried, those that most plans rely on first."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """Something that may be lost: `kind` is service, port, border or line, `edges` how it is drawn on a map."""

    kind: str
    what: str
    arcs: Arcs
    edges: Ints


@dataclass(frozen=True, eq=False)
class Loss:
    """What a loss does: pairs that had a way and have none, and what it adds on average to those that have one."""

    candidate: Candidate
    cut: int
    added: float


def candidates(network: Network, routes: Sequence[Route], pairs: Sequence[tuple[int, int]]) -> list[Candidate]:
    """Return what the routes rely on, but for the ends of the pairs themselves."""
    ends = {str(network.terminals[i]["name"]) for pair in pairs for i in pair}
    count: dict[tuple[str, str], int] = {}
    legs: dict[tuple[str, str], Leg] = {}
    for route in routes:
        relied_on = {key: leg for leg in route.legs for key in _keys(leg, ends)}
        for key in relied_on:
            count[key] = count.get(key, 0) + 1
        legs = relied_on | legs
    order = sorted(count, key=lambda key: (-count[key], key))[:MOST]
    return [_candidate(network, key, legs[key]) for key in order]


def _keys(leg: Leg, ends: set[str]) -> Iterator[tuple[str, str]]:
    if leg.service:
        yield "service", leg.service
    elif leg.mode in ("rail", "road"):
        yield "line", f"{leg.mode} {' – '.join(sorted((leg.origin, leg.destination)))}"
        yield from (("border", f"{leg.mode} {'-'.join(sorted(b.split('-')))}") for b in leg.borders if b != "?")
    if leg.mode in ("sea", "ferry"):
        yield from (("port", name) for name in (leg.origin, leg.destination) if name not in ends)


def _candidate(network: Network, key: tuple[str, str], leg: Leg) -> Candidate:
    kind, what = key
    if kind == "line":
        edges = np.unique(np.array(leg.arcs) // 2)
        edges = edges[network.what[edges] == model.LINE]
    else:
        mode, _, pair = what.partition(" ")
        target = {"service": what, "border": pair}.get(kind) or _terminal(network, what)
        modes = (mode,) if kind == "border" else ("sea", "ferry") if kind == "port" else ()
        edges = np.flatnonzero(edges_of(network, Closure("", what, kind, target, modes, (), "", "", "", "", "")))
    return Candidate(kind, what, np.sort(np.concatenate((2 * edges, 2 * edges + 1))).astype(np.int32), edges)


def _terminal(network: Network, name: str) -> str:
    return next(str(t["id"]) for t in network.terminals if t["name"] == name)


def losses(lines: Sequence[Candidate], usual: Longs, single: Longs, fine: float) -> list[Loss]:
    """Return what each loss does, the worst first: costs of pairs usually (p) and with each one lost (c, p)."""
    found = []
    for one, costs in zip(lines, single, strict=True):
        had, has = usual < BLOCKED, costs < BLOCKED
        more = (costs - usual)[had & has]
        found.append(Loss(one, int((had & ~has).sum()), float(more.sum()) / max(len(more), 1) / fine))
    return sorted(
        (one for one in found if one.cut or one.added > 0),
        key=lambda one: (-one.cut, -one.added, one.candidate.what),
    )
