"""Stretches of line that the tables of scgraph-data lack though they exist: data/joints.csv, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from korpu.corridors import raw
from korpu.corridors.arrays import Floats, Ints, great_circle
from korpu.kernel.tables import rows

REACH_KM = 5.0
"""How far from the nearest point of the table an end may lie; a stretch whose ends lie farther is left out."""


@dataclass(frozen=True)
class Joints:
    """Stretches added to a table: the points they join (m each), kilometres, and who says so."""

    tail: Ints
    head: Ints
    km: Floats
    sources: tuple[str, ...]


def joints(mode: str, table: raw.RawTable) -> Joints:
    """Return the stretches of a mode whose ends lie in a table, each from the nearest point to the nearest point."""
    found: list[tuple[int, int, float, str]] = []
    for row in rows("korpu.corridors", "data/joints.csv"):
        if row["mode"] != mode:
            continue
        ends = [_nearest(table, float(row[f"lat{i}"]), float(row[f"lon{i}"])) for i in (1, 2)]
        if None not in ends and ends[0] != ends[1]:
            found.append((int(ends[0] or 0), int(ends[1] or 0), float(row["km"]), f"{row['what']}: {row['source']}"))
    tail, head = (np.array([one[i] for one in found], dtype=np.int64) for i in (0, 1))
    return Joints(tail, head, np.array([one[2] for one in found], dtype=float), tuple(one[3] for one in found))


def _nearest(table: raw.RawTable, lat: float, lon: float) -> int | None:
    if not len(table):
        return None
    away = great_circle(table.lat, table.lon, np.array(lat), np.array(lon))
    at = int(away.argmin())
    return at if away[at] <= REACH_KM else None
