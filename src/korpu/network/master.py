"""The linear programme over the ways known so far: who uses which, within the capacities (HiGHS)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from korpu.kernel.errors import KorpuError
from korpu.network.graph import Ints
from korpu.network.pool import Column, Floats


@dataclass(frozen=True, eq=False)
class Solved:
    """An optimum over the columns.

    Its cost, what one unit more of each demand costs (d), what one unit more of capacity saves (m), and how much goes
    by each column.
    """

    cost: float
    worth: Floats
    price: Floats
    amount: Floats


class _Quiet(highspy.Highs):
    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def enableCallbacks(self) -> None:  # noqa: N802  (HiGHS's name)
        """Leave callbacks off: enabling them writes a banner to standard output, where answers belong."""


class Master:
    """Grows by columns; a capacity gets its row when it is first exceeded."""

    def __init__(self, cost: Floats, capacity: Floats, quantity: Floats, unmet: Floats, *, solver: str) -> None:
        self.cost, self.capacity, self.demands = cost, capacity, quantity.size
        self.columns: list[Column] = []
        self.row = np.full(cost.size, -1, np.int64)
        self.rows = quantity.size
        self.engine: Any = _Quiet()
        options: dict[str, Any] = {
            "output_flag": False, "threads": 1, "presolve": "off", "simplex_strategy": 4,
            "solver": "simplex" if solver == "simplex" else "ipm",
            "ipm_optimality_tolerance": 1e-7,
        }  # fmt: skip
        for name, value in options.items():
            self.engine.setOptionValue(name, value)
        none = np.array([], np.int32)
        self.engine.addRows(
            self.demands, quantity, quantity, 0, np.zeros(self.demands, np.int32), none, none.astype(float)
        )
        each = np.arange(self.demands, dtype=np.int32)
        free = np.full(self.demands, highspy.kHighsInf)
        self.engine.addCols(
            self.demands, unmet, np.zeros(self.demands), free, self.demands, each, each, np.ones(self.demands)
        )

    def add(self, columns: Sequence[Column]) -> None:
        """Offer more ways."""
        if not columns:
            return
        self.columns += columns
        begin: list[int] = []
        index: list[int] = []
        for demand, arcs in columns:
            begin.append(len(index))
            rows = self.row[arcs]
            index += [demand, *rows[rows >= 0].tolist()]
        n = len(columns)
        costs = np.array([self.cost[arcs].sum() for _, arcs in columns])
        self.engine.addCols(
            n, costs, np.zeros(n), np.full(n, highspy.kHighsInf),
            len(index), np.array(begin, np.int32), np.array(index, np.int32), np.ones(len(index)),
        )  # fmt: skip

    def limit(self, arcs: Ints) -> None:
        """Give the capacities of these arcs a row each, if they have none."""
        fresh = arcs[self.row[arcs] < 0]
        if not fresh.size:
            return
        self.row[fresh] = np.arange(self.rows, self.rows + fresh.size)
        users: list[list[int]] = [[] for _ in fresh]
        place = np.full(self.cost.size, -1)
        place[fresh] = np.arange(fresh.size)
        for j, (_, way) in enumerate(self.columns):
            for at in place[way]:
                if at >= 0:
                    users[at].append(self.demands + j)
        begin = np.cumsum([0, *(len(some) for some in users)])[:-1].astype(np.int32)
        index = np.array([j for some in users for j in some], np.int32)
        low = np.full(fresh.size, -highspy.kHighsInf)
        self.engine.addRows(fresh.size, low, self.capacity[fresh], index.size, begin, index, np.ones(index.size))
        self.rows += fresh.size

    def solve(self, seconds: float = float("inf")) -> Solved | None:
        """Return the optimum over the columns so far, or nothing if the seconds do not suffice for it.

        Raises KorpuError KORPU-NETWORK-006 if the solver gives up.
        """
        until = time.perf_counter() + seconds
        while True:
            self.engine.setOptionValue("time_limit", self.engine.getRunTime() + max(until - time.perf_counter(), 0.0))
            self.engine.run()
            self.engine.setOptionValue("solver", "simplex")
            status = self.engine.getModelStatus()
            if status == highspy.HighsModelStatus.kTimeLimit:
                return None
            if status != highspy.HighsModelStatus.kOptimal:
                raise KorpuError("KORPU-NETWORK-006", "The linear programme of the flow could not be solved.")
            answer = self.engine.getSolution()
            amount = np.maximum(np.array(answer.col_value)[self.demands :], 0.0)
            load = load_of(self.columns, amount, self.cost.size)
            over = np.flatnonzero((load > self.capacity * (1 + 1e-7) + 1e-7) & (self.row < 0))
            if not over.size:
                break
            self.limit(over.astype(np.int32))
        dual = np.array(answer.row_dual)
        price = np.zeros(self.cost.size)
        held = self.row >= 0
        price[held] = np.maximum(-dual[self.row[held]], 0.0)
        return Solved(float(self.engine.getInfo().objective_function_value), dual[: self.demands], price, amount)


def load_of(columns: Sequence[Column], amount: Floats, arcs: int) -> Floats:
    """Return what flows over each arc (m) when `amount` goes by each column."""
    load = np.zeros(arcs)
    for j in np.flatnonzero(amount > 0).tolist():
        load[columns[j][1]] += amount[j]
    return load
