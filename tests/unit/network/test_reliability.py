from __future__ import annotations

import numpy as np

from korpu.network.graph import BLOCKED
from korpu.network.reliability import regrets, spread, steadiest


def test_a_spread_counts_what_has_no_way() -> None:
    told = spread(np.array([10, 12, BLOCKED, 11, 10, 30, 10, 10, 10, BLOCKED]))
    assert told.open == 0.8
    assert told.mean == (10 * 5 + 12 + 11 + 30) / 8
    assert (told.p10, told.p50, told.p90) == (10, 10, None)


def test_no_way_at_all_has_no_mean() -> None:
    told = spread(np.array([BLOCKED, BLOCKED]))
    assert (told.open, told.mean, told.p10) == (0.0, None, None)


def test_the_steadiest_plan_is_the_one_of_least_greatest_regret() -> None:
    best = np.array([10, 10, 10, BLOCKED])
    plans = np.array([[10, 10, 40, BLOCKED], [14, 14, 14, BLOCKED], [10, BLOCKED, 10, BLOCKED]])
    told = regrets(plans, best)
    assert [(r.stranded, r.most, r.worst) for r in told] == [(0, 30, 2), (0, 4, 0), (1, 0, 0)]
    assert told[0].mean == 10.0
    assert steadiest(told, [0.75, 0.75, 0.5]) == 1


def test_a_plan_that_is_hardly_ever_open_is_not_the_steadiest() -> None:
    # The first plan is cut at its first step every time: it becomes the best way and has no regret.
    best = np.array([10, 12, 10, 10])
    told = regrets(np.array([[10, 12, 10, 10], [14, 14, 14, 14], [11, 40, 11, 11]]), best)
    assert [r.most for r in told] == [0, 4, 28]
    assert steadiest(told, [0.0, 1.0, 0.75]) == 1
    assert steadiest(told, [0.25, 1.0, 0.75]) == 1
    assert steadiest(told, [0.5, 1.0, 0.75]) == 0
    assert steadiest(told, [0.0, 0.0, 0.25]) == 2
    assert steadiest(told, [0.0, 0.0, 0.0]) is None
    assert steadiest([], []) is None
