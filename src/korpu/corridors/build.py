"""Puts the network together: lines, joints between pieces, terminals, services; then draws chains together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from korpu.corridors import areas, bridges, countries, model, raw, terminals
from korpu.corridors.arrays import Bools, Floats, Ints, great_circle
from korpu.corridors.contract import contract
from korpu.corridors.services import Service

Say = Callable[[str], None]
Box = tuple[float, float, float, float]

BOXES: dict[str, Box] = {
    "sea": (-12.0, -36.0, 126.0, 57.0),
    "rail": (16.0, 22.0, 110.0, 57.0),
    "road": (20.0, 24.0, 90.0, 54.0),
}
"""West, south, east and north of what is kept of each mode's table."""
PORT_BOX: Box = (16.0, 5.0, 122.5, 57.0)
BRIDGE_KM = 2.0
LEAST_PIECE = 40
"""A terminal is joined to a piece of line of at least so many points: a quay's own siding leads nowhere."""
_SAMPLES = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Tables:
    """What a network is built from, so that tests can build a small one."""

    lines: dict[str, raw.RawTable]
    ports: list[raw.Port]
    services: list[Service]
    boxes: dict[str, Box]
    port_box: Box = PORT_BOX


@dataclass(frozen=True)
class _Edges:
    """Edges before chains are drawn together, with what must be equal along a chain."""

    tail: Ints
    head: Ints
    km: Floats
    mode: Ints
    what: Ints
    country: Ints
    other: Ints
    areas: Ints
    passage: Ints
    service: Ints


def build(tables: Tables, say: Say = lambda _: None) -> model.Network:
    """Return the network of these tables; `say` hears one line for each step."""
    parts: list[_Edges] = []
    lat = lon = np.zeros(0)
    joints: list[dict[str, Any]] = []
    spans: dict[str, tuple[int, int]] = {}
    passages = sorted({name for _, name in tables.lines["sea"].tags})
    usable: dict[str, Bools] = {}
    for mode in terminals.MODES:
        table = cropped(tables.lines[mode], tables.boxes[mode])
        say(f"{mode}: {len(table):,} points, {len(table.km):,} edges")
        edges, made, piece_sizes = _lines(mode, table, passages)
        joints += made
        spans[mode] = (len(lat), len(lat) + len(table))
        parts.append(_moved(edges, len(lat)))
        lat, lon = np.concatenate((lat, table.lat)), np.concatenate((lon, table.lon))
        usable[mode] = piece_sizes >= min(LEAST_PIECE, piece_sizes.max(initial=0))
    listed = terminals.with_ports(tables.ports, tables.port_box)
    say(f"terminals: {len(listed)}")
    places = np.arange(len(lat), len(lat) + len(listed))
    for mode in terminals.MODES:
        first, last = spans[mode]
        parts.append(
            _access(mode, listed, places, lat=lat[first:last], lon=lon[first:last], usable=usable[mode], first=first)
        )
    lat = np.concatenate((lat, [t.lat for t in listed]))
    lon = np.concatenate((lon, [t.lon for t in listed]))
    parts.append(_services(tables.services, listed, places))
    edges = _joined(parts)
    say("drawing chains together")
    return _network(edges, lat, lon, places, listed=listed, services=tables.services, passages=passages, joints=joints)


def cropped(table: raw.RawTable, box: Box) -> raw.RawTable:
    """Return the part of a table whose points lie in a box."""
    west, south, east, north = box
    kept = (table.lon >= west) & (table.lon <= east) & (table.lat >= south) & (table.lat <= north)
    new = np.cumsum(kept) - 1
    edge = kept[table.tail] & kept[table.head]
    place = np.cumsum(edge) - 1
    tags = tuple((int(place[e]), tag) for e, tag in table.tags if edge[e])
    return raw.RawTable(
        table.lat[kept], table.lon[kept], new[table.tail[edge]], new[table.head[edge]], table.km[edge], tags
    )


def _lines(mode: str, table: raw.RawTable, passages: list[str]) -> tuple[_Edges, list[dict[str, Any]], Ints]:
    """The edges of one mode with country and areas, the joints made, and the size of each point's piece."""
    tail, head, km = table.tail, table.head, table.km
    made: list[dict[str, Any]] = []
    if mode != "sea":
        joints = bridges.bridge(table.lat, table.lon, tail, head, BRIDGE_KM)
        made = [
            {
                "mode": mode, "km": round(float(length), 3),
                "from": [round(float(table.lat[a]), 4), round(float(table.lon[a]), 4)],
                "to": [round(float(table.lat[b]), 4), round(float(table.lon[b]), 4)],
            }
            for a, b, length in zip(joints.tail, joints.head, joints.km, strict=True)
        ]  # fmt: skip
        tail, head = np.concatenate((tail, joints.tail)), np.concatenate((head, joints.head))
        km = np.concatenate((km, joints.km))
    land = _countries(mode, table, tail, head, km)
    passage = np.full(len(tail), -1, dtype=np.int16)
    for edge, name in table.tags:
        passage[edge] = passages.index(name)
    part = bridges.pieces(len(table), tail, head)
    m = len(tail)
    edges = _Edges(
        tail, head, km, np.full(m, terminals.MODES.index(mode), dtype=np.int8), np.zeros(m, dtype=np.int8),
        *land, _areas(table, tail, head), passage, np.full(m, -1, dtype=np.int16),
    )  # fmt: skip
    return edges, made, np.bincount(part)[part]


def _countries(mode: str, table: raw.RawTable, tail: Ints, head: Ints, km: Floats) -> tuple[Ints, Ints]:
    """The country at either end of every edge. A sea lane is in a country where most of it lies inland (canals)."""
    if mode == "sea":
        seen = np.array([countries.country_of(*_between(table, tail, head, t)) for t in _SAMPLES])
        middle = seen[2]
        inland = ((seen == middle).sum(axis=0) >= 3) & (middle != countries.SEA)
        at = np.where(inland, middle, countries.SEA).astype(np.int16)
        return at, at
    land = countries.settled(countries.country_of(table.lat, table.lon), tail, head, km)
    return land[tail], land[head]


def _areas(table: raw.RawTable, tail: Ints, head: Ints) -> Ints:
    found = np.zeros(len(tail), dtype=np.uint32)
    for t in _SAMPLES:
        found |= areas.mask(*_between(table, tail, head, t))
    return found


def _between(table: raw.RawTable, tail: Ints, head: Ints, t: float) -> tuple[Floats, Floats]:
    lat = table.lat[tail] * (1 - t) + table.lat[head] * t
    lon = table.lon[tail] * (1 - t) + table.lon[head] * t
    return lat, lon


def _access(
    mode: str,
    listed: list[terminals.Terminal],
    places: Ints,
    *,
    lat: Floats,
    lon: Floats,
    usable: Bools,
    first: int,
) -> _Edges:
    if not usable.any():
        return _plain(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0), 0, model.ACCESS)
    found = terminals.access(listed, mode, lat, lon, usable)
    return _plain(places[found.terminal], found.point + first, found.km, terminals.MODES.index(mode), model.ACCESS)


def _services(services: list[Service], listed: list[terminals.Terminal], places: Ints) -> _Edges:
    index = {t.id: i for i, t in enumerate(listed)}
    ends = [(index[s.origin], index[s.destination]) for s in services]
    tail = places[np.array([a for a, _ in ends], dtype=np.int64)]
    head = places[np.array([b for _, b in ends], dtype=np.int64)]
    km = np.array([s.km or _crow(listed[a], listed[b]) for s, (a, b) in zip(services, ends, strict=True)], dtype=float)
    edges = _plain(tail, head, km, model.FERRY, model.SERVICE)
    return replace(edges, service=np.arange(len(services), dtype=np.int16))


def _crow(a: terminals.Terminal, b: terminals.Terminal) -> float:
    return float(great_circle(np.array(a.lat), np.array(a.lon), np.array(b.lat), np.array(b.lon)))


def _plain(tail: Ints, head: Ints, km: Floats, mode: int, what: int) -> _Edges:
    m = len(tail)
    none = np.full(m, -1, dtype=np.int16)
    return _Edges(
        tail, head, km, np.full(m, mode, dtype=np.int8), np.full(m, what, dtype=np.int8), none, none,
        np.zeros(m, dtype=np.uint32), none, none,
    )  # fmt: skip


def _moved(edges: _Edges, by: int) -> _Edges:
    return replace(edges, tail=edges.tail + by, head=edges.head + by)


def _joined(parts: list[_Edges]) -> _Edges:
    names = _Edges.__dataclass_fields__
    return _Edges(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def _network(
    edges: _Edges,
    lat: Floats,
    lon: Floats,
    places: Ints,
    *,
    listed: list[terminals.Terminal],
    services: list[Service],
    passages: list[str],
    joints: list[dict[str, Any]],
) -> model.Network:
    protected = np.zeros(len(lat), dtype=bool)
    protected[places] = True
    drawn = contract(len(lat), edges.tail, edges.head, edges.km, kind=_kind(edges), protected=protected)
    s = drawn.sample
    new = np.full(len(lat), -1, dtype=np.int64)
    new[drawn.kept] = np.arange(len(drawn.kept))
    forward = lat[drawn.through], lon[drawn.through]
    return model.Network(
        lat[drawn.kept], lon[drawn.kept], drawn.tail.astype(np.int32), drawn.head.astype(np.int32),
        edges.mode[s], edges.what[s], drawn.km, *_oriented(edges, drawn, s), edges.areas[s], edges.passage[s],
        edges.service[s], drawn.start, np.column_stack(forward).astype(np.float32), new[places],
        [_said(t) for t in listed], list(countries.codes()), passages, [one.id for one in services], joints,
    )  # fmt: skip


def _oriented(edges: _Edges, drawn: Any, s: Ints) -> tuple[Ints, Ints]:
    """Country at tail and at head of the drawn edges: the sample edge may run the other way."""
    origin = drawn.through[drawn.start[:-1]]
    same = edges.tail[s] == origin
    country = np.where(same, edges.country[s], edges.other[s])
    return country, np.where(same, edges.other[s], edges.country[s])


def _kind(edges: _Edges) -> Ints:
    """A number for each edge; edges with the same number may be drawn together. A border crossing stays alone."""
    crossing = edges.country != edges.other
    alone = crossing | (edges.what != model.LINE)
    columns = np.column_stack(
        (edges.mode, edges.country, edges.areas, edges.passage, np.where(alone, np.arange(len(alone)) + 1, 0))
    ).astype(np.int64)
    return np.unique(columns, axis=0, return_inverse=True)[1].reshape(-1)


def _said(t: terminals.Terminal) -> dict[str, Any]:
    return {
        "id": t.id, "name": t.name, "also": list(t.also), "country": t.country, "type": t.type,
        "code": t.code, "modes": list(t.modes), "source": t.source, "by_hand": t.by_hand,
    }  # fmt: skip
