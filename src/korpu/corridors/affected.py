"""What hangs on a closure: which of the things to be moved would have gone through it, and the best way left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from korpu.corridors import costs, plan
from korpu.corridors.arrays import Bools, Ints
from korpu.corridors.closures import Closure, edges_of
from korpu.corridors.legs import Leg, Sums, legs
from korpu.corridors.model import Network
from korpu.corridors.moving import Move
from korpu.corridors.search import Prepared
from korpu.corridors.services import Service

FINE = 100
"""How many whole-number units of the searched weight make one dollar."""


@dataclass(frozen=True)
class Way(Sums):
    """One way as legs, with its sums for the whole cargo."""

    legs: tuple[Leg, ...]


@dataclass(frozen=True)
class Hit:
    """Something whose best way is closed: by what, the way before, and the best one left (None: there is none)."""

    move: Move
    closed: tuple[Closure, ...]
    before: Way
    after: Way | None


@dataclass(frozen=True)
class Affected:
    """What a closure hits, what it spares with the way that stays, and what had no way even before."""

    hit: list[Hit]
    spared: list[tuple[Move, Way]]
    cut_off: list[Move]


@dataclass(frozen=True)
class Times:
    """The closures that hold before and after, each with the question of its day and cargo."""

    before: Sequence[Closure]
    after: Sequence[Closure]
    asked_before: plan.Question
    asked_after: plan.Question


def affected(network: Network, services: Mapping[str, Service], moves: Sequence[Move], times: Times) -> Affected:
    """Return what the closures that come in between do to these moves.

    A way is best by its USD and its hours at the price of an hour in data/rates.csv, as routes are ordered; one search
    is made for each terminal that something leaves from, and another where its way is closed.
    """
    shut_before, held_before = plan.standing(network, services, times.before, times.asked_before)
    shut_after, held_after = plan.standing(network, services, times.after, times.asked_after)
    others = plan.ends_only(network, (end for move in moves for end in (move.origin, move.destination)))
    shut_before, shut_after = shut_before | others, shut_after | others
    weight = _weight(network, services, times.asked_after)
    first = _ways(network, weight, shut_before, moves)
    struck = [move for move in moves if len(way := first[_ends(move)]) and shut_after[way // 2].any()]
    second = _ways(network, weight, shut_after, struck)
    fresh = {one.id: one for one in held_after if one.id not in {c.id for c in held_before}}
    taken = [(one, edges_of(network, one)) for one in fresh.values()] if struck else []

    def told(way: Ints) -> Way:
        return Way(tuple(legs(network, services, times.asked_after.cargo, way, times.asked_after.on)))

    hit = []
    for move in struck:
        way, left = first[_ends(move)], second[_ends(move)]
        closed = tuple(one for one, edges in taken if edges[way // 2].any())
        hit.append(Hit(move, closed, told(way), told(left) if len(left) else None))
    spared = [move for move in moves if move not in struck and len(first[_ends(move)])]
    return Affected(hit, [(m, told(first[_ends(m)])) for m in spared], [m for m in moves if not len(first[_ends(m)])])


def _weight(network: Network, services: Mapping[str, Service], asked: plan.Question) -> Ints:
    every = costs.matrix(costs.terms(network, services, asked.cargo))
    return np.rint(plan.worth_of(every, asked.cargo) * FINE).astype(np.int64)


def _ends(move: Move) -> tuple[int, int]:
    return move.origin, move.destination


def _ways(network: Network, weight: Ints, shut: Bools, moves: Sequence[Move]) -> dict[tuple[int, int], Ints]:
    """Return the best way, as arcs, between the ends of each of these moves."""
    return dict(_each_way(network, weight, shut, moves)) if moves else {}


def _each_way(
    network: Network, weight: Ints, shut: Bools, moves: Sequence[Move]
) -> Iterator[tuple[tuple[int, int], Ints]]:
    tail, head = network.arcs()
    ready = Prepared(network.points, tail, head, weight, shut=np.repeat(shut, 2))
    point = network.terminal_point
    for origin in dict.fromkeys(move.origin for move in moves):
        ends = list(dict.fromkeys(move.destination for move in moves if move.origin == origin))
        found = ready.ways(int(point[origin]), [int(point[end]) for end in ends])
        for end, way in zip(ends, found, strict=True):
            yield (origin, end), np.array(way, dtype=np.int64)
