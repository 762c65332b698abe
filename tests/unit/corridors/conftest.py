"""A small network: Odesa, Poti and Batumi on a sea, Poti–Tbilisi–Baku by rail and road, and a way through Russia."""

from __future__ import annotations

import numpy as np
import pytest

from korpu.corridors.arrays import great_circle
from korpu.corridors.build import Tables, build
from korpu.corridors.model import Network
from korpu.corridors.raw import RawTable
from korpu.corridors.services import Service, service

WORLD = (-180.0, -90.0, 180.0, 90.0)

SEA = [(46.30, 30.90), (44.60, 31.50), (43.00, 34.00), (42.30, 38.00), (42.10, 41.40), (41.80, 41.40),
       (45.20, 36.60), (47.00, 39.00), (48.60, 44.00), (45.70, 47.80), (40.20, 49.60), (40.00, 52.60)]  # fmt: skip
LANES = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 6), (6, 7), (7, 8), (8, 9), (9, 10), (10, 11)]
RAIL = [(42.15, 41.66), (42.20, 42.30), (42.00, 43.50), (41.73, 44.79), (41.37, 45.05), (41.25, 45.40),
        (40.69, 46.37), (40.38, 49.87), (39.96, 49.43), (46.50, 30.74), (48.00, 30.80)]  # fmt: skip
TRACKS = [(0, 1), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (9, 10)]


def table(points: list[tuple[float, float]], edges: list[tuple[int, int]], **km: float) -> RawTable:
    """Return a table with great-circle lengths; `km` overrides the length of single edges, by "e0", "e1" …."""
    lat, lon = np.array(points).T
    tail, head = np.array(edges).T
    length = great_circle(lat[tail], lon[tail], lat[head], lon[head])
    for name, value in km.items():
        length[int(name[1:])] = value
    return RawTable(lat, lon, tail, head, length)


def ferry(**changes: str) -> Service:
    row = {
        "id": "ferry", "name": "Chornomorsk–Batumi ferry", "origin": "chornomorsk", "destination": "batumi",
        "hours": "60", "every_days": "7", "days_out": "tue", "days_back": "sat", "wagons": "49", "trucks": "50",
        "since": "2025-03", "source": "a timetable", "quote": "weekly",
    }  # fmt: skip
    return service({**row, **changes})


def tables(**changes: RawTable) -> Tables:
    """Return the tables of the small network; the railway has a gap of a kilometre near Khashuri."""
    rail = table([*RAIL, (42.195, 42.310), (42.004, 43.490)], [*TRACKS, (11, 12)])
    lines = {"sea": table(SEA, LANES), "rail": rail, "road": table(RAIL, [(i, i + 1) for i in range(8)])}
    return Tables({**lines, **changes}, [], [ferry()], dict.fromkeys(("sea", "rail", "road"), WORLD))


@pytest.fixture(scope="session")
def network() -> Network:
    return build(tables())
