"""Ports, stations and cities: where cargo enters the network, and how far each lies from the lines it uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from korpu.corridors import raw
from korpu.corridors.arrays import Bools, Floats, Ints, chord, great_circle, on_sphere
from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows

MODES = ("sea", "rail", "road")
REACH_KM = {"sea": 90.0, "rail": 10.0, "road": 15.0}
PORT_REACH_KM = {"sea": 60.0, "rail": 3.0, "road": 10.0}
"""How far a port of searoute's table may lie from a line; a terminal of the hand table may lie farther."""
SAME_PLACE_KM = 8.0
BESIDE = 24
"""How many of the nearest points are looked at for one in the terminal's own country."""


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


@dataclass(frozen=True)
class Points:
    """The points of a mode's lines (n each): where, in which country, and whether a terminal may be joined to them."""

    lat: Floats
    lon: Floats
    country: Ints
    usable: Bools
    codes: tuple[str, ...]

    def code(self, country: str) -> int:
        """Return the index of a country, -1 for one that is unknown."""
        return self.codes.index(country) if country in self.codes else -1


@cache
def by_hand() -> tuple[Terminal, ...]:
    """Return the terminals of the hand table."""
    return tuple(terminal(row) for row in rows("korpu.corridors", "data/nodes.csv"))


def terminal(row: dict[str, str]) -> Terminal:
    """Return a terminal from a row of a table; InputError KORPU-NET-014 where it lies nowhere on Earth."""
    lat, lon = float(row["lat"]), float(row["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or not row["id"]:
        raise InputError("KORPU-NET-014", f"{row['name'] or 'A terminal'} lies at {lat}, {lon}, which is no place.")
    return Terminal(
        row["id"], row["name"], tuple(filter(None, row["also"].split(";"))), row["country"], row["type"] or "terminal",
        lat, lon, row["unlocode"], _reach(row), row["source"], True,
    )  # fmt: skip


def _reach(row: dict[str, str]) -> dict[str, float]:
    """A 1 in a mode's column means the usual reach, a larger number is the reach in kilometres."""
    return {m: REACH_KM[m] if row[m] == "1" else float(row[m]) for m in MODES if row[m]}


def with_ports(
    ports: list[raw.Port], box: tuple[float, float, float, float], more: Iterable[Terminal] = ()
) -> list[Terminal]:
    """Return the hand table's terminals, a user's own, and the ports of a box (W, S, E, N) that are none of them.

    A user's row goes before the hand table's of the same id.
    """
    own = list({one.id: one for one in (*by_hand(), *more)}.values())
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


def access(terminals: list[Terminal], mode: str, points: Points) -> Access:
    """Join each terminal to the nearest usable point of a mode's lines within reach.

    Of rail and road it must lie in the terminal's own country: the nearest road may be the one beyond the border.
    """
    from scipy.spatial import cKDTree  # noqa: PLC0415 - only building needs it, and it is slow to load

    wanted = [i for i, t in enumerate(terminals) if mode in t.modes]
    usable = np.flatnonzero(points.usable)
    tree = cKDTree(on_sphere(points.lat[usable], points.lon[usable]))
    here = on_sphere(np.array([terminals[i].lat for i in wanted]), np.array([terminals[i].lon for i in wanted]))
    count = 1 if mode == "sea" else min(BESIDE, len(usable))
    gap, at = (found.reshape(len(wanted), count) for found in tree.query(here, k=count))
    reach = np.array([chord(terminals[i].reach[mode]) for i in wanted])
    fits = gap <= reach[:, None]
    if mode != "sea":
        own = np.array([points.code(terminals[i].country) for i in wanted])
        fits &= (points.country[usable[at]] == own[:, None]) | (own < 0)[:, None]
    first = fits.argmax(axis=1)
    found = fits.any(axis=1)
    row = np.arange(len(wanted))
    return Access(np.array(wanted)[found], usable[at[row, first]][found], gap[row, first][found])
