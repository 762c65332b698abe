"""Disruptions give the same answer, bit for bit, wherever they run, and when a process that works on them is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from korpu.engine.executors import Steady, executor
from korpu.kernel.errors import KorpuError, UsageError
from korpu.network import ensemble
from korpu.network.graph import Graph

SIDE, COUNT = 40, 400


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, list[Any], tuple[Any, Any]]:
    """A grid of streets with costs, written down for whoever works on it, and disruptions of it."""
    folder = tmp_path_factory.mktemp("ground")
    rng = np.random.default_rng(3)
    at = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    east, south = (at[:, :-1].ravel(), at[:, 1:].ravel()), (at[:-1].ravel(), at[1:].ravel())
    tail = np.concatenate([east[0], east[1], south[0], south[1]])
    head = np.concatenate([east[1], east[0], south[1], south[0]])
    graph = Graph(SIDE * SIDE, tail, head)
    name = ensemble.write(folder, graph, at.ravel() // SIDE, at.ravel() % SIDE, rng.integers(1, 90, graph.m))
    lost = [ensemble.independent(i, np.full(graph.m, 0.05), seed=7) for i in range(COUNT)]
    return folder, name, lost, (np.arange(0, 800, 8), np.arange(800, 1600, 8))


@pytest.fixture(scope="module")
def expected(ground: Any) -> bytes:
    return b"".join(row.tobytes() for row in rows(None, ground))


def rows(works: Executor | None, ground: Any) -> Iterator[Any]:
    folder, name, lost, ends = ground
    return ensemble.distances(works, folder, name, lost, *ends)


def killed_on_the_way(works: Executor, ground: Any, pids: Any) -> bytes:
    """Run all disruptions and kill one of the processes as soon as the first results are there."""
    found, victim = [], None
    for row in rows(works, ground):
        found.append(row.tobytes())
        if victim is None:
            victim = pids()[0]
            os.kill(victim, signal.SIGKILL)
    assert victim is not None
    assert len(found) == COUNT
    assert victim not in pids()
    return b"".join(found)


def test_a_pool_gives_the_same_and_goes_on_when_a_process_is_killed(ground: Any, expected: bytes) -> None:
    with Steady(2) as pool:
        assert killed_on_the_way(pool, ground, lambda: pool.processes) == expected
        assert b"".join(row.tobytes() for row in rows(pool, ground)) == expected


def test_two_dask_workers_give_the_same_and_go_on_when_one_is_killed(ground: Any, expected: bytes) -> None:
    pytest.importorskip("distributed")
    with executor("dask", workers=2) as works:
        assert works is not None
        client = works._client  # type: ignore[attr-defined]
        assert len(client.run(os.getpid)) == 2
        assert b"".join(row.tobytes() for row in rows(works, ground)) == expected
        assert killed_on_the_way(works, ground, lambda: list(client.run(os.getpid).values())) == expected


def test_work_that_kills_every_process_ends_with_a_sentence() -> None:
    with Steady(1) as pool, pytest.raises(KorpuError, match="KORPU-ENGINE-003"):
        pool.submit(os._exit, 1).result()


def test_a_place_that_there_is_not_is_named() -> None:
    with pytest.raises(UsageError, match="KORPU-ENGINE-001"), executor("moon"):
        pass
