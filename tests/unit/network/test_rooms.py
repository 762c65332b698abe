"""The linear programme behind what shares room."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from korpu.kernel.errors import KorpuError
from korpu.network import rooms

WAYS = [rooms.Column(0, np.zeros(1, np.int32), 3.0, {0: 1.0}), rooms.Column(0, np.ones(1, np.int32), 5.0, {})]
ASKED = (WAYS, np.array([10.0]), np.array([100.0]), np.array([4.0]))


def test_where_the_simplex_gives_up_interior_points_give_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = rooms.solve(*ASKED)
    assert (plain.cost, plain.price.tolist()) == (pytest.approx(4 * 3 + 6 * 5), [pytest.approx(2)])

    def weak(*given: Any, method: str, **more: Any) -> Any:
        return SimpleNamespace(status=4) if method == "highs-ds" else linprog(*given, method=method, **more)

    monkeypatch.setattr(rooms, "linprog", weak)
    other = rooms.solve(*ASKED)
    assert other.cost == pytest.approx(plain.cost)
    assert other.amount.tolist() == pytest.approx(plain.amount.tolist())
    assert other.price.tolist() == pytest.approx(plain.price.tolist())


def test_no_answer_of_any_method_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "linprog", lambda *_, **__: SimpleNamespace(status=4))
    with pytest.raises(KorpuError, match="KORPU-NETWORK-006"):
        rooms.solve(*ASKED)
