"""Compiles the inner loops to machine code once and keeps the result beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled by numba at its first call; releases the interpreter lock while it runs."""
    return cast("Callable[P, R]", numba.njit(cache=True, nogil=True)(function))
