"""What is kept of the tables of others: a box of degrees for each mode, and one for ports."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[str], None]
Box = tuple[float, float, float, float]

BOXES: dict[str, Box] = {
    "sea": (-12.0, -36.0, 126.0, 57.0),
    "rail": (16.0, 22.0, 123.0, 57.0),
    "road": (20.0, 24.0, 90.0, 54.0),
}
"""West, south, east and north of what is kept of each mode's table."""
PORT_BOX: Box = (16.0, 5.0, 122.5, 57.0)
