"""What many disruptions say about a way: how often it is there, how long it takes, and which plan stays good."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from korpu.network.graph import BLOCKED, Longs

Floats = npt.NDArray[np.float64]
HALF = 0.5
"""How often a plan must at least stay open, beside the one that does so most often, to be called steadiest."""


@dataclass(frozen=True)
class Spread:
    """The costs of one pair over all disruptions, in whole numbers.

    `open` is the share of disruptions in which there is a way; `mean` is over those, None if there is none. `p10` to
    `p90` are over all disruptions, None where in so many there is no way.
    """

    open: float
    mean: float | None
    p10: int | None
    p50: int | None
    p90: int | None


def spread(costs: Longs) -> Spread:
    """Return the spread of costs (s, at least one); BLOCKED and above is no way.

    >>> spread(np.array([5, 7, BLOCKED, 6])).p50
    6
    """
    ordered = np.sort(np.minimum(np.asarray(costs, np.int64), BLOCKED))
    found = ordered[ordered < BLOCKED]
    mean = float(found.sum()) / len(found) if len(found) else None

    def at(share: float) -> int | None:
        # The least cost that this share of all disruptions does not exceed: always one that occurred.
        value = int(ordered[max(int(np.ceil(share * len(ordered))) - 1, 0)])
        return None if value >= BLOCKED else value

    return Spread(len(found) / max(len(ordered), 1), mean, at(0.1), at(0.5), at(0.9))


@dataclass(frozen=True)
class Regret:
    """How much worse a plan is than the best way of each disruption, over those in which there is a way at all.

    `stranded` counts disruptions in which the plan gets stuck though another way was open from the beginning. `worst`
    is the number of the disruption of the greatest regret, None where the plan never gets there.
    """

    stranded: int
    most: int
    mean: float
    worst: int | None


def regrets(plans: Longs, best: Longs) -> list[Regret]:
    """Return the regret of each plan: costs (p, s) against the best of each disruption (s); BLOCKED is no way."""
    open_ = np.asarray(best) < BLOCKED
    found = []
    for costs in np.asarray(plans, np.int64):
        there = open_ & (costs < BLOCKED)
        more = np.where(there, costs - best, -1)
        worst = int(more.argmax()) if there.any() else None
        sum_ = int(more[there].sum())
        stuck = int((open_ & ~there).sum())
        found.append(Regret(stuck, int(more.max(initial=0)), sum_ / max(int(there.sum()), 1), worst))
    return found


def steadiest(told: list[Regret], held: list[float]) -> int | None:
    """Return the number of the plan that stays good; `held` is the share of disruptions in which each stays open.

    A plan that is cut at its first step is as good as the best way found instead of it: little regret says nothing for
    a plan that is seldom held. So a plan counts only where it stays open in at least HALF as many disruptions as the
    plan that does so most often. Of these it is the one that strands least, then of the least greatest regret, then of
    the least mean, then open most often. None where no plan ever stays open.
    """
    most = max(held, default=0.0)
    if most <= 0:
        return None
    able = [i for i, share in enumerate(held) if share >= HALF * most]
    return min(able, key=lambda i: (told[i].stranded, told[i].most, told[i].mean, -held[i], i))
