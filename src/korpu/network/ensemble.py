"""What many disruptions do to the distances of many pairs: the same answer on one processor, a pool or a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from korpu.network.graph import BLOCKED, Graph, Ints, Longs, checked_costs
from korpu.network.hierarchy import Hierarchy, digest, prepare

CHUNK = 20
"""Disruptions in one task: long enough that handing it over costs nothing, short enough that little is lost with it."""


def write(folder: Path, graph: Graph, latitude: npt.ArrayLike, longitude: npt.ArrayLike, costs: npt.ArrayLike) -> str:
    """Write down a network with costs (m) for `distances` and return the name it has in the folder.

    Whoever works on it reads it from there once. Raises InputError KORPU-NETWORK-002 for costs that do not fit.
    """
    poured = checked_costs(graph, costs)[:, 0]
    prepare(graph, latitude, longitude, folder)
    name = digest(graph, poured)
    part = folder / f"{name}.part.npz"
    np.savez(
        part,
        tail=graph.tail,
        head=graph.head,
        costs=poured,
        latitude=np.asarray(latitude, np.float32),
        longitude=np.asarray(longitude, np.float32),
    )
    part.replace(folder / f"{name}.npz")
    return name


def distances(
    executor: Executor | None, folder: Path, name: str, closures: Sequence[npt.ArrayLike],
    sources: npt.ArrayLike, targets: npt.ArrayLike,
) -> Iterator[Ints]:  # fmt: skip
    """Yield for each disruption, in order, the least costs int32[s, t] with its arcs closed; BLOCKED without a way.

    `closures` are lists of arc numbers, one a disruption. Without an executor everything runs here; the rows are
    bit for bit the same wherever they are made.
    """
    starts = range(0, len(closures), CHUNK)
    tasks = [[np.asarray(one, np.int32) for one in closures[i : i + CHUNK]] for i in starts]
    ends = (np.asarray(sources, np.int32), np.asarray(targets, np.int32))
    if executor is None:
        for task in tasks:
            yield from _chunk(str(folder), name, task, *ends)
        return
    waiting = [executor.submit(_chunk, str(folder), name, task, *ends) for task in tasks]
    for future in waiting:
        yield from future.result()


def independent(number: int, probability: npt.ArrayLike, seed: int) -> Ints:
    """Return the arcs closed in disruption `number`, each with its own probability (m), whoever draws them."""
    chance = np.random.default_rng([seed, number])
    wanted = np.asarray(probability, np.float64)
    return np.flatnonzero(chance.random(wanted.size) < wanted).astype(np.int32)


def _chunk(folder: str, name: str, closures: list[Ints], sources: Ints, targets: Ints) -> Ints:
    hierarchy, costs = _opened(folder, name)
    rows = np.empty((len(closures), sources.size, targets.size), np.int32)
    for i, closed in enumerate(closures):
        poured = costs.copy()
        poured[closed] = BLOCKED
        rows[i] = hierarchy.metric(poured).matrix(sources, targets)
    return rows


@lru_cache(maxsize=2)
def _opened(folder: str, name: str) -> tuple[Hierarchy, Longs]:
    with np.load(Path(folder) / f"{name}.npz", allow_pickle=False) as kept:
        tail, head, costs = kept["tail"], kept["head"], kept["costs"]
        latitude, longitude = kept["latitude"], kept["longitude"]
    return prepare(Graph(latitude.size, tail, head), latitude, longitude, Path(folder)), costs
