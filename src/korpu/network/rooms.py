"""The linear programme behind `sharing`: how much goes by each way known, within the rooms (HiGHS, by scipy)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from korpu.kernel.errors import KorpuError
from korpu.network.graph import Ints

Floats = npt.NDArray[np.float64]
METHODS = ("highs-ds", "highs-ipm")
"""The simplex first; over some hundred rows with costs far apart it may give up, where interior points find the way."""


@dataclass(frozen=True, eq=False)
class Column:
    """A way that a demand can use: its arcs, its cost, and how much of which rooms a unit takes."""

    demand: int
    arcs: Ints
    cost: float
    takes: dict[int, float]


@dataclass(frozen=True, eq=False)
class Solved:
    """An optimum over the columns: its cost, units by each (c), units left behind and what one more would cost (d).

    `price` (r) is what one more unit of each room would save.
    """

    cost: float
    amount: Floats
    unmet: Floats
    worth: Floats
    price: Floats


def solve(columns: Sequence[Column], quantity: Floats, unmet: Floats, room: Floats) -> Solved:
    """Return the least costly use of the columns for these quantities (d), costs of leaving behind (d) and rooms (r).

    Raises KorpuError KORPU-NETWORK-006 if the solver finds none: leaving all behind is always an answer.
    """
    d, c = len(quantity), len(columns)
    of = np.concatenate([np.arange(d), [column.demand for column in columns]]).astype(np.int64)
    meets = csr_matrix((np.ones(d + c), (of, np.arange(d + c))), shape=(d, d + c))
    taken = [(room, d + j, takes) for j, column in enumerate(columns) for room, takes in column.takes.items()]
    rows, places, much = zip(*taken, strict=True) if taken else ((), (), ())
    takes = csr_matrix((much, (rows, places)), shape=(len(room), d + c), dtype=np.float64)
    cost = np.concatenate([unmet, [column.cost for column in columns]])
    for method in METHODS:
        found = linprog(cost, A_ub=takes, b_ub=room, A_eq=meets, b_eq=quantity, method=method)
        if found.status == 0:
            break
    else:
        raise KorpuError("KORPU-NETWORK-006", "The linear programme of the flow could not be solved.")
    price = np.maximum(-np.asarray(found.ineqlin.marginals, np.float64), 0.0)
    worth = np.asarray(found.eqlin.marginals, np.float64)
    return Solved(float(found.fun), found.x[d:], found.x[:d], worth, price)
