"""Where in the network a name means: a terminal, a country, an area or a passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from korpu.corridors import areas
from korpu.corridors.arrays import Bools, great_circle
from korpu.corridors.model import Network
from korpu.corridors.places import find, plain
from korpu.kernel.errors import NotFoundError
from korpu.kernel.tables import rows

NEAR_KM = 60.0
"""A service is a place's own if it calls within this distance: Chornomorsk is Odesa's ferry port."""


@dataclass(frozen=True)
class Where:
    """A part of the network: `scope` is terminal, country, area or passage, `target` its id."""

    scope: str
    target: str


Spelling = Callable[[str], tuple[str, str | None]]
"""Given a name in any language, its English form and its ISO code if it is a country."""


def as_spelt(name: str) -> tuple[str, str | None]:
    """Take a name as it is."""
    return name, None


def where(network: Network, name: str, spelling: Spelling = as_spelt) -> Where | None:
    """Return what a name means, None where the network knows nothing of it."""
    english, code = spelling(name)
    if code is not None:
        return Where("country", code)
    listed = _listed().get(plain(english))
    if listed:
        return listed
    if name.isupper() and len(name) == 2 and name in network.codes:
        return Where("country", name)
    if name in areas.names():
        return Where("area", name)
    for each in (name, english):
        try:
            return Where("terminal", str(network.terminals[find(network, each)]["id"]))
        except NotFoundError:
            continue
    return None


def terminals_at(network: Network, spot: Where) -> Bools:
    """Return which terminals belong to a place: the terminal and those near it, or all of a country."""
    if spot.scope == "country":
        return np.array([t["country"] == spot.target for t in network.terminals])
    if spot.scope != "terminal":
        return np.zeros(len(network.terminals), dtype=bool)
    i = next(k for k, t in enumerate(network.terminals) if t["id"] == spot.target)
    lat, lon = network.lat[network.terminal_point], network.lon[network.terminal_point]
    same = np.array([t["country"] == network.terminals[i]["country"] for t in network.terminals])
    return np.asarray((great_circle(lat, lon, lat[i], lon[i]) <= NEAR_KM) & same)


@cache
def _listed() -> dict[str, Where]:
    return {plain(row["name"]): Where(row["scope"], row["target"]) for row in rows("korpu.corridors", "data/names.csv")}
