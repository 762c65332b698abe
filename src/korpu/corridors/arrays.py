"""The array types of the corridors, and distances over the globe."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Bools = NDArray[np.bool_]
Arcs = NDArray[np.int32]
Weights = NDArray[np.int64]

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def great_circle(lat1: Floats, lon1: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Return the great-circle distance in kilometres between points given in degrees (haversine)."""
    a, b = np.radians(lat1), np.radians(lat2)
    half = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lon2 - lon1) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))


def on_sphere(lat: Floats, lon: Floats) -> Floats:
    """Return points (n, 3) in kilometres from the Earth's centre, for nearest-neighbour search."""
    a, b = np.radians(lat), np.radians(lon)
    return np.column_stack((np.cos(a) * np.cos(b), np.cos(a) * np.sin(b), np.sin(a))) * EARTH_KM


def chord(km: float) -> float:
    """Return the straight-line distance through the Earth that belongs to a distance over it."""
    return float(2 * EARTH_KM * np.sin(km / (2 * EARTH_KM)))
