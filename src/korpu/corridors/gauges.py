"""Which gauge the railways of a country have: 1520 mm where data/gauges.csv says so, else 1435 mm."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from korpu.corridors.arrays import Ints
from korpu.kernel.tables import rows

STANDARD = 1435


def gauge_of(codes: Sequence[str]) -> Ints:
    """Return the gauge in millimetres for each of these countries (ISO codes)."""
    known = {row["country"]: int(row["gauge_mm"]) for row in rows("korpu.corridors", "data/gauges.csv")}
    return np.array([known.get(code, STANDARD) for code in codes])
