"""Ways between a terminal and a line that no table draws, such as a river: data/links.csv."""

from __future__ import annotations

from dataclasses import dataclass

from korpu.kernel.tables import rows


@dataclass(frozen=True)
class Link:
    """A way of `km` from a terminal (its id) to the line of a mode near a point."""

    id: str
    terminal: str
    mode: str
    lat: float
    lon: float
    km: float
    source: str


def links() -> list[Link]:
    """Return the links of the hand table."""
    return [
        Link(r["id"], r["terminal"], r["mode"], float(r["lat"]), float(r["lon"]), float(r["km"]), r["source"])
        for r in rows("korpu.corridors", "data/links.csv")
    ]
