"""Edges before chains are drawn together: the lines of one mode, with country and areas, and pieces joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from korpu.corridors import areas, bridges, countries, joints, raw, unions
from korpu.corridors.arrays import Bools, Floats, Ints

BRIDGE_KM = 2.0
LEAST_PIECE = 40
"""A terminal is joined to a piece of line of at least so many points: a quay's own siding leads nowhere."""
SAMPLES = (0.0, 0.25, 0.5, 0.75, 1.0)
Joint = dict[str, Any]


@dataclass(frozen=True)
class Edges:
    """Edges (m each) with what must be equal along a chain that is drawn together; see `model.Network`."""

    tail: Ints
    head: Ints
    km: Floats
    mode: Ints
    what: Ints
    country: Ints
    other: Ints
    border: Ints
    areas: Ints
    passage: Ints
    service: Ints

    def moved(self, by: int) -> Edges:
        """Return the edges with their points counted from another number on."""
        return replace(self, tail=self.tail + by, head=self.head + by)


def joined(parts: list[Edges]) -> Edges:
    """Return several lists of edges as one."""
    names = Edges.__dataclass_fields__
    return Edges(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def plain(tail: Ints, head: Ints, km: Floats, *, mode: int, what: int) -> Edges:
    """Return edges of one mode and kind that lie in no country and no area."""
    m = len(tail)
    none = np.full(m, -1, dtype=np.int16)
    return Edges(
        tail, head, km, np.full(m, mode, dtype=np.int8), np.full(m, what, dtype=np.int8), none, none,
        np.zeros(m, dtype=np.int8), np.zeros(m, dtype=np.uint32), none, none,
    )  # fmt: skip


def lines(mode: str, number: int, table: raw.RawTable, passages: list[str]) -> tuple[Edges, list[Joint], Bools]:
    """Return the edges of a mode, the joints made between its pieces, and which points a terminal may be joined to."""
    tail, head, km = table.tail, table.head, table.km
    made: list[Joint] = []
    if mode != "sea":
        known = joints.joints(mode, table)
        tail, head = np.concatenate((tail, known.tail)), np.concatenate((head, known.head))
        bridged = bridges.bridge(table.lat, table.lon, tail, head, BRIDGE_KM)
        made = [*_known(mode, table, known), *_listed(mode, table, bridged)]
        tail, head = np.concatenate((tail, bridged.tail)), np.concatenate((head, bridged.head))
        km = np.concatenate((km, known.km, bridged.km))
    here, there, border = _countries(mode, table, tail, head, km)
    passage = np.full(len(tail), -1, dtype=np.int16)
    for edge, name in table.tags:
        passage[edge] = passages.index(name)
    edges = plain(tail, head, km, mode=number, what=0)
    found = sampled_areas((table.lat[tail], table.lon[tail]), (table.lat[head], table.lon[head]))
    part = bridges.pieces(len(table), tail, head)
    size = np.bincount(part)[part]
    usable = size >= min(LEAST_PIECE, size.max(initial=0))
    return replace(edges, country=here, other=there, border=border, areas=found, passage=passage), made, usable


def sampled_areas(one: tuple[Floats, Floats], other: tuple[Floats, Floats]) -> Ints:
    """Return the areas that straight edges touch, as bits, looking at five points of each; ends are (lat, lon)."""
    found = np.zeros(len(one[0]), dtype=np.uint32)
    for t in SAMPLES:
        found |= areas.mask(one[0] * (1 - t) + other[0] * t, one[1] * (1 - t) + other[1] * t)
    return found


def _countries(mode: str, table: raw.RawTable, tail: Ints, head: Ints, km: Floats) -> tuple[Ints, Ints, Ints]:
    """The country at either end of every edge, and whether a border is checked there.

    A sea lane lies in a country where most of it is inland (canals).
    """
    if mode != "sea":
        land = countries.settled(countries.country_of(table.lat, table.lon), tail, head, km)
        checked = countries.checked_at(land, tail, head, km) & ~unions.same(mode, land[tail], land[head])
        return land[tail], land[head], checked.astype(np.int8)
    lat, lon = table.lat, table.lon
    seen = np.array(
        [
            countries.country_of(lat[tail] * (1 - t) + lat[head] * t, lon[tail] * (1 - t) + lon[head] * t)
            for t in SAMPLES
        ]
    )
    inland = ((seen == seen[2]).sum(axis=0) >= 3) & (seen[2] != countries.SEA)
    at = np.where(inland, seen[2], countries.SEA).astype(np.int16)
    return at, at, np.zeros(len(at), dtype=np.int8)


def _listed(mode: str, table: raw.RawTable, made: bridges.Bridges) -> list[Joint]:
    return [
        {
            "mode": mode, "km": round(float(length), 3),
            "from": [round(float(table.lat[a]), 4), round(float(table.lon[a]), 4)],
            "to": [round(float(table.lat[b]), 4), round(float(table.lon[b]), 4)],
            "pieces_before": made.pieces_before, "pieces_after": made.pieces_after,
        }
        for a, b, length in zip(made.tail, made.head, made.km, strict=True)
    ]  # fmt: skip


def _known(mode: str, table: raw.RawTable, known: joints.Joints) -> list[Joint]:
    return [
        {
            "mode": mode, "km": round(float(length), 3),
            "from": [round(float(table.lat[a]), 4), round(float(table.lon[a]), 4)],
            "to": [round(float(table.lat[b]), 4), round(float(table.lon[b]), 4)], "source": source,
        }
        for a, b, length, source in zip(known.tail, known.head, known.km, known.sources, strict=True)
    ]  # fmt: skip
