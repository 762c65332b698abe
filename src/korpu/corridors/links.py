"""Ways between a terminal and a line that no table draws, such as a river: data/links.csv."""

from __future__ import annotations

from dataclasses import dataclass

from korpu.kernel.errors import InputError
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
    return [link(row) for row in rows("korpu.corridors", "data/links.csv")]


def link(row: dict[str, str]) -> Link:
    """Return a link from a row of a table; InputError KORPU-NET-015 where its length or mode makes no sense."""
    found = Link(
        row["id"], row["terminal"], row["mode"], float(row["lat"]), float(row["lon"]), float(row["km"]), row["source"]
    )
    if not 0 <= found.km < 40_000 or found.mode not in ("sea", "rail", "road"):
        raise InputError("KORPU-NET-015", f"The link {found.id} of {row['km']} km by {found.mode} makes no sense.")
    return found
