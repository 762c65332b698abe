"""Where business is warned of danger, since when and by whom: data/risks.csv.

Risk is counted in points: an hour under a warning of level 1 (care), 2 (listed for war risk) or 3 (stay away) counts
as one, two or three. It is a measure of exposure to stated warnings, not a probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

import numpy as np

from korpu.corridors import areas, model
from korpu.corridors.arrays import Bools, Floats, Ints
from korpu.corridors.model import Network
from korpu.kernel.edtf import parse
from korpu.kernel.tables import rows


@dataclass(frozen=True)
class Risk:
    """One warning: the area or country it is about, the modes (empty: all), its level and who says so.

    It holds from `since` to `until` (EDTF, empty: open).
    """

    scope: str
    target: str
    modes: tuple[str, ...]
    level: int
    reason: str
    since: str
    source: str
    until: str = ""

    def holds(self, on: date | None) -> bool:
        """Whether it holds on a day; any day if None."""
        first = parse(self.since).low if self.since else None
        last = parse(self.until).high if self.until else None
        return on is None or ((first is None or first <= on) and (last is None or on <= last))


@cache
def risks() -> tuple[Risk, ...]:
    """Return the warnings of the table."""
    return tuple(
        Risk(
            r["scope"],
            r["target"],
            tuple(r["modes"].split()),
            int(r["level"]),
            r["reason"],
            r["since"],
            r["source"],
            r["until"],
        )
        for r in rows("korpu.corridors", "data/risks.csv")
    )


def edges_under(network: Network, risk: Risk, edges: Ints | None = None) -> Bools:
    """Return which of these edges (k) a warning is about; of all edges (m) if none are named."""
    chosen: Any = slice(None) if edges is None else edges
    if risk.scope == "area":
        found = (network.areas[chosen] & np.uint32(areas.bit(risk.target))) != 0
    else:
        code = network.codes.index(risk.target) if risk.target in network.codes else -9
        found = (network.country[chosen] == code) | (network.other[chosen] == code)
    if risk.modes:
        found &= np.isin(network.mode[chosen], [model.MODES.index(m) for m in risk.modes])
    return np.asarray(found)


@lru_cache(maxsize=64)
def standing(on: date | None) -> tuple[Risk, ...]:
    """Return the warnings that hold on a day, the highest first."""
    return tuple(sorted((one for one in risks() if one.holds(on)), key=lambda one: -one.level))


def levels(network: Network, edges: Ints | None = None, on: date | None = None) -> Floats:
    """Return the highest level of warning on a day for each of these edges (k), or of all (m); 0 without any."""
    found = np.zeros(network.edges if edges is None else len(edges))
    for one in standing(on):
        found = np.where(edges_under(network, one, edges), np.maximum(found, one.level), found)
    return found
