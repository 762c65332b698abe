"""What lies in a rectangle that somebody draws on the map: its edges, and what it is called."""

from __future__ import annotations

import re

import numpy as np

from korpu.corridors.arrays import Bools, Floats
from korpu.corridors.boxes import Box
from korpu.corridors.model import Network
from korpu.kernel.errors import InputError

_TOLD = re.compile(r"box:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")


def box(text: str) -> Box | None:
    """Read "box:30.1,44.2,33.5,45.9" as west, south, east and north in degrees; None for a name of another form.

    Raises InputError KORPU-NET-032 for a box that lies nowhere or is turned round.
    """
    if not text.startswith("box:"):
        return None
    told = _TOLD.fullmatch(text.replace(" ", ""))
    if told:
        west, south, east, north = (float(number) for number in told.groups())
        if -180 <= west < east <= 180 and -90 <= south < north <= 90:
            return west, south, east, north
    raise InputError(
        "KORPU-NET-032", f"“{text}” is no area: say west, south, east and north in degrees, as in box:30,44.5,33,46."
    )


def called(found: Box) -> str:
    """Return what a box is called: its sides in degrees."""
    west, south, east, north = (f"{side:.4g}" for side in found)
    return f"area {south} to {north} N, {west} to {east} E"


def edges_in(network: Network, found: Box) -> Bools:
    """Return the edges (m) whose drawn line has a point in a box or passes through it."""
    west, south, east, north = found
    lat, lon = network.line[:, 0].astype(np.float64), network.line[:, 1].astype(np.float64)
    inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    first = np.asarray(network.start[:-1], dtype=np.int64)
    hit = np.asarray(np.logical_or.reduceat(inside, first))
    near = np.ones(network.edges, dtype=bool)
    for low, high, value in ((west, east, lon), (south, north, lat)):
        near &= (np.maximum.reduceat(value, first) >= low) & (np.minimum.reduceat(value, first) <= high)
    for edge in np.flatnonzero(near & ~hit):
        hit[edge] = _passes(network.drawn(int(edge)).astype(np.float64), found)
    return hit


def _passes(line: Floats, found: Box) -> bool:
    """Whether one of the segments of a line (k, 2) of lat, lon cuts a box (after Liang and Barsky)."""
    west, south, east, north = found
    begin, step = line[:-1], np.diff(line, axis=0)
    enter, leave = np.zeros(len(step)), np.ones(len(step))
    for axis, low, high in ((1, west, east), (0, south, north)):
        still = np.abs(step[:, axis]) < 1e-12
        safe = np.where(still, 1.0, step[:, axis])
        one, other = (low - begin[:, axis]) / safe, (high - begin[:, axis]) / safe
        outside = still & ((begin[:, axis] < low) | (begin[:, axis] > high))
        enter = np.maximum(enter, np.where(still, 0.0, np.minimum(one, other)))
        leave = np.minimum(leave, np.where(still, 1.0, np.maximum(one, other)))
        leave = np.where(outside, -1.0, leave)
    return bool((enter <= leave).any())
