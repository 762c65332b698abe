"""The network as arrays: points, edges that can be used in both directions, and what each edge is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from korpu.corridors.arrays import Arcs, Floats, Ints

SEA, RAIL, ROAD, FERRY = range(4)
MODES = ("sea", "rail", "road", "ferry")
LINE, ACCESS, SERVICE = range(3)
"""What an edge is: a stretch of line, the way between a terminal and a line (with one lift), or a service."""


@dataclass(frozen=True)
class Network:
    """The merged network of n points and m edges.

    `lat`, `lon` (n). For every edge: `tail`, `head` (points), `mode` (index in MODES), `what` (LINE, ACCESS, SERVICE),
    `km`, `country` and `other` (indexes in `codes`, -1 none; they differ where the edge crosses a border), `border`
    (1 where cargo is checked there), `areas` (bits of data/areas.csv), `passage` (index in `passages`, -1 none),
    `service` (index in `services`, -1 none).
    `start` (m + 1) and `line` (lat, lon) hold the drawn line of each edge from tail to head.
    `terminals` are the named places, each at the point `terminal_point[i]`; `bridges` are the joints that were added.
    """

    lat: Floats
    lon: Floats
    tail: Ints
    head: Ints
    mode: Ints
    what: Ints
    km: Floats
    country: Ints
    other: Ints
    border: Ints
    areas: Ints
    passage: Ints
    service: Ints
    start: Ints
    line: Floats
    terminal_point: Ints
    terminals: list[dict[str, Any]]
    codes: list[str]
    passages: list[str]
    services: list[str]
    bridges: list[dict[str, Any]]
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self.lat)

    @property
    def edges(self) -> int:
        """How many edges there are; each stands for two arcs."""
        return len(self.tail)

    def arcs(self) -> tuple[Arcs, Arcs]:
        """Return tails and heads of the arcs (2 m): arc 2 e runs along edge e from tail to head, arc 2 e + 1 back."""
        tail, head = np.empty(2 * self.edges, dtype=np.int32), np.empty(2 * self.edges, dtype=np.int32)
        tail[0::2], tail[1::2] = self.tail, self.head
        head[0::2], head[1::2] = self.head, self.tail
        return tail, head

    def drawn(self, edge: int, *, back: bool = False) -> Floats:
        """Return the line of an edge as (k, 2) of lat, lon in the direction of travel."""
        line = self.line[self.start[edge] : self.start[edge + 1]]
        return line[::-1] if back else line
