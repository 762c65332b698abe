"""One step of a primal-dual interior point of the flow programme, from any point inside."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import lapack
from scipy.sparse import csr_matrix

from korpu.kernel.errors import KorpuError
from korpu.network.graph import Longs
from korpu.network.normal import gather, take_away
from korpu.network.pool import Floats

CORRECTORS = 4
AHEAD = 0.2
"""How much farther than before a corrector tries to reach."""
BETA = 0.1
"""Products below this share of the target, or above its inverse, are what correctors correct (Gondzio 1996)."""


@dataclass(frozen=True, eq=False)
class Move:
    """A direction for `inside`, `outside` and the worths (d), and how far it can be gone in each space, at most 1."""

    inside: Floats
    outside: Floats
    worth: Floats
    far: tuple[float, float]


class Newton:
    """The linear equations of one step.

    `inside` holds amounts (c), rests (d) and slacks (r), `outside` their partners. `short` (d), `over` (r) and `off`
    (c, d and r) are what is missing in the demands, the capacities and the dual equations. Demands are eliminated by
    hand, so that one dense symmetric matrix of the watched capacities is left (r, r); `rough` holds it in 32 bits,
    which is twice as fast and exact enough far from the end.
    """

    def __init__(
        self, uses: csr_matrix, demand: Longs, inside: Floats, outside: Floats,
        short: Floats, over: Floats, off: Floats, *, rough: bool,
    ) -> None:  # fmt: skip
        self.uses, self.across, self.demand = uses, uses.T.tocsr(), demand
        self.inside, self.outside, self.short, self.over, self.off = inside, outside, short, over, off
        self.c, self.d, self.r = demand.size, short.size, over.size
        self.weight = inside / outside
        self.total = self._each(self.weight[: self.c]) + self.weight[self.c : self.c + self.d]
        self.kind = np.float32 if rough else np.float64
        if self.r:
            failed = self._factorize()
            if failed and rough:
                self.kind = np.float64
                failed = self._factorize()
            if failed:
                raise KorpuError("KORPU-NETWORK-006", "The linear programme of the flow could not be solved.")

    def _each(self, values: Floats) -> Floats:
        return np.asarray(np.bincount(self.demand, values, minlength=self.d), np.float64)

    def _factorize(self) -> bool:
        factorize = lapack.dpotrf if self.kind is np.float64 else lapack.spotrf
        self.factor, failed = factorize(self._normal(), lower=1, overwrite_a=1, clean=0)
        return bool(failed)

    def _normal(self) -> npt.NDArray[np.floating]:
        c, d, r, weight = self.c, self.d, self.r, self.weight
        share = weight[: self.c] / np.sqrt(self.total)[self.demand]
        both = csr_matrix((share, (self.demand, np.arange(c))), shape=(d, c)) @ self.uses
        both.sort_indices()
        parts = [np.zeros((r, r), self.kind) for _ in range(2)]

        def half(i: int) -> None:
            gather(parts[i], weight, i * c // 2, (i + 1) * c // 2, self.uses.indptr, self.uses.indices)
            take_away(parts[i], i * d // 2, (i + 1) * d // 2, both.indptr, both.indices, both.data)

        with ThreadPoolExecutor(2) as threads:
            list(threads.map(half, (0, 1)))
        parts[0] += parts[1]
        each = np.arange(r)
        parts[0][each, each] = parts[0][each, each] * (1 + 10 * np.finfo(self.kind).eps) + weight[c + d :]
        # Rows of numpy are columns of Fortran: the upper half that was gathered is LAPACK's lower half.
        return parts[0].T

    def _direction(self, wanted: Floats) -> tuple[Floats, Floats, Floats]:
        c, d = self.c, self.d
        pull = (wanted - self.inside * self.outside) / self.outside - self.weight * self.off
        short = self.short - self._each(pull[:c]) - pull[c : c + d]
        over = self.over - self.across @ pull[:c] - pull[c + d :]
        right = self.across @ (self.weight[:c] * (short / self.total)[self.demand]) - over
        price = self._solved(right) if self.r else right
        dearer = self.uses @ price
        worth = (short + self._each(self.weight[:c] * dearer)) / self.total
        change = np.concatenate([dearer - worth[self.demand], -worth, price])
        return pull - self.weight * change, change + self.off, worth

    def _solved(self, right: Floats) -> Floats:
        solve = lapack.dpotrs if self.kind is np.float64 else lapack.spotrs
        return np.asarray(solve(self.factor, right.astype(self.kind), lower=1)[0], np.float64)

    def move(self, target: float) -> Move:
        """Return a way towards the point where all products are `target`, with Gondzio's correctors."""
        wanted = np.full(self.inside.size, target)
        way = self._direction(wanted)
        far = self._far(way)
        for _ in range(CORRECTORS):
            p, q = (min(1.0, f + AHEAD) for f in far)
            product = (self.inside + p * way[0]) * (self.outside + q * way[1])
            mend = np.clip(product, BETA * target, target / BETA) - product
            trial = wanted + np.maximum(mend, -target / BETA)
            other = self._direction(trial)
            reached = self._far(other)
            if sum(reached) < sum(far) + AHEAD / 10:
                break
            wanted, way, far = trial, other, reached
        return Move(*way, far)

    def _far(self, way: tuple[Floats, Floats, Floats]) -> tuple[float, float]:
        return reach(self.inside, way[0]), reach(self.outside, way[1])


def reach(point: Floats, way: Floats) -> float:
    """Return how far one can go from `point` along `way`, at most 1, until something would be below nothing."""
    down = way < 0
    return min(1.0, float((-point[down] / way[down]).min())) if down.any() else 1.0
