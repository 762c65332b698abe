"""Ports, stations and cities: where cargo enters the network, and how far each lies from the lines it uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.spatial import cKDTree

from korpu.corridors import raw
from korpu.corridors.arrays import Bools, Floats, Ints, chord, great_circle, on_sphere
from korpu.kernel.tables import rows

MODES = ("sea", "rail", "road")
REACH_KM = {"sea": 90.0, "rail": 10.0, "road": 15.0}
PORT_REACH_KM = {"sea": 60.0, "rail": 3.0, "road": 10.0}
"""How far a port of searoute's table may lie from a line; a terminal of the hand table may lie farther."""
SAME_PLACE_KM = 8.0


@dataclass(frozen=True)
class Terminal:
    """A named place where cargo can be loaded; `source` says who says so."""

    id: str
    name: str
    also: tuple[str, ...]
    country: str
    type: str
    lat: float
    lon: float
    code: str
    reach: dict[str, float]
    source: str
    by_hand: bool

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes it is meant to have, each with how far its line may lie (`reach`, km)."""
        return tuple(self.reach)


@dataclass(frozen=True)
class Access:
    """Links between terminals and lines: terminal and point numbers (m), kilometres as the crow flies (m)."""

    terminal: Ints
    point: Ints
    km: Floats


@cache
def by_hand() -> tuple[Terminal, ...]:
    """Return the terminals of the hand table."""
    return tuple(
        Terminal(
            row["id"], row["name"], tuple(filter(None, row["also"].split(";"))), row["country"], row["type"],
            float(row["lat"]), float(row["lon"]), row["unlocode"], _reach(row), row["source"], True,
        )
        for row in rows("korpu.corridors", "data/nodes.csv")
    )  # fmt: skip


def _reach(row: dict[str, str]) -> dict[str, float]:
    """A 1 in a mode's column means the usual reach, a larger number is the reach in kilometres."""
    return {m: REACH_KM[m] if row[m] == "1" else float(row[m]) for m in MODES if row[m]}


def with_ports(
    ports: list[raw.Port], box: tuple[float, float, float, float], more: Iterable[Terminal] = ()
) -> list[Terminal]:
    """Return the hand table's terminals, a user's own, and the ports of a box (W, S, E, N) that are none of them."""
    own = [*by_hand(), *more]
    lat, lon = np.array([t.lat for t in own]), np.array([t.lon for t in own])
    codes, ids = {t.code for t in own if t.code}, {t.id for t in own}
    west, south, east, north = box
    for port in ports:
        if not (west <= port.lon <= east and south <= port.lat <= north) or port.code in codes:
            continue
        near = great_circle(lat, lon, np.array(port.lat), np.array(port.lon)).min() < SAME_PLACE_KM
        identity = port.code.lower() or port.name.casefold().replace(" ", "_")
        if near or identity in ids:
            continue
        ids.add(identity)
        own.append(
            Terminal(
                identity, port.name, (), port.code[:2], "port", port.lat, port.lon, port.code, dict(PORT_REACH_KM),
                "searoute port table", False,
            )
        )  # fmt: skip
    return own


def access(terminals: list[Terminal], mode: str, lat: Floats, lon: Floats, usable: Bools) -> Access:
    """Join each terminal to the nearest usable point of a mode's lines, if one is within reach."""
    wanted = [i for i, t in enumerate(terminals) if mode in t.modes]
    points = np.flatnonzero(usable)
    tree = cKDTree(on_sphere(lat[points], lon[points]))
    here = on_sphere(np.array([terminals[i].lat for i in wanted]), np.array([terminals[i].lon for i in wanted]))
    gap, at = tree.query(here)
    reach = np.array([chord(terminals[i].reach[mode]) for i in wanted])
    found = gap <= reach
    return Access(np.array(wanted)[found], points[at[found]], gap[found])
