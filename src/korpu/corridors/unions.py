"""Between which countries goods pass without a check: those of one customs union, by data/unions.csv."""

from __future__ import annotations

import numpy as np

from korpu.corridors import countries
from korpu.corridors.arrays import Bools, Ints
from korpu.corridors.gauges import gauge_of
from korpu.kernel.tables import rows


def same(mode: str, one: Ints, other: Ints) -> Bools:
    """Return which stretches (m), from country index `one` to `other`, stay in a union.

    A railway border where the gauge changes is a stop nevertheless.
    """
    listed = {row["country"]: row["union"] for row in rows("korpu.corridors", "data/unions.csv")}
    known = sorted(set(listed.values()))
    codes = countries.codes()
    union = np.array([known.index(listed[code]) if code in listed else -1 for code in codes] + [-1])
    found = (union[one] >= 0) & (union[one] == union[other]) & (one >= 0) & (other >= 0)
    if mode == "rail":
        gauge = np.append(gauge_of(codes), 0)
        found &= gauge[one] == gauge[other]
    return np.asarray(found)
