"""Puts the network together: lines, joints between pieces, terminals, services; then draws chains together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from korpu.corridors import countries, edges, model, raw, terminals
from korpu.corridors.arrays import Floats, Ints, great_circle
from korpu.corridors.boxes import BOXES, PORT_BOX, Box, Say
from korpu.corridors.contract import Contracted, contract
from korpu.corridors.edges import Edges
from korpu.corridors.links import Link
from korpu.corridors.services import Service
from korpu.corridors.terminals import Points, Terminal
from korpu.corridors.voyages import with_voyages
from korpu.kernel.errors import InputError


@dataclass(frozen=True)
class Tables:
    """What a network is built from, so that tests can build a small one."""

    lines: dict[str, raw.RawTable]
    ports: list[raw.Port]
    services: list[Service]
    boxes: dict[str, Box] = field(default_factory=lambda: BOXES)
    port_box: Box = PORT_BOX
    links: list[Link] = field(default_factory=list)
    own_terminals: list[Terminal] = field(default_factory=list)


def build(tables: Tables, say: Say = lambda _: None) -> model.Network:
    """Return the network of these tables; `say` hears one line for each step."""
    parts: list[Edges] = []
    joints: list[edges.Joint] = []
    layers: dict[str, tuple[int, Points]] = {}
    passages = sorted({name for _, name in tables.lines["sea"].tags})
    count = 0
    for number, mode in enumerate(terminals.MODES):
        table = cropped(tables.lines[mode], tables.boxes[mode])
        say(f"{mode}: {len(table):,} points, {len(table.km):,} edges")
        own, made, usable = edges.lines(mode, number, table, passages)
        joints += made
        parts.append(own.moved(count))
        layers[mode] = count, Points(table.lat, table.lon, _countries(own, len(table)), usable, countries.codes())
        count += len(table)
    listed = terminals.with_ports(tables.ports, tables.port_box, tables.own_terminals)
    say(f"terminals: {len(listed)}")
    lat = np.concatenate([*(points.lat for _, points in layers.values()), [t.lat for t in listed]])
    lon = np.concatenate([*(points.lon for _, points in layers.values()), [t.lon for t in listed]])
    places = np.arange(count, count + len(listed))
    parts += [_access(mode, *layers[mode], listed, places) for mode in terminals.MODES]
    parts += [_links(tables.links, layers, listed, places)]
    parts.append(_services(tables.services, listed, places))
    say("drawing chains together")
    merged = edges.joined(parts)
    network = _network(merged, (lat, lon), places, listed=listed, tables=tables, passages=passages, joints=joints)
    say("drawing the voyages of services")
    return with_voyages(network, np.array([s.km for s in tables.services], dtype=float))


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


def _access(mode: str, first: int, points: Points, listed: list[Terminal], places: Ints) -> Edges:
    none = np.zeros(0, dtype=np.int64)
    if not points.usable.any():
        return edges.plain(none, none, np.zeros(0), mode=0, what=model.ACCESS)
    found = terminals.access(listed, mode, points)
    own = edges.plain(
        places[found.terminal], found.point + first, found.km, mode=model.MODES.index(mode), what=model.ACCESS
    )
    return _placed(own, [listed[i] for i in found.terminal], points.lat[found.point], points.lon[found.point])


def _countries(own: Edges, n: int) -> Ints:
    """The country of each point (n) of a mode's lines, by the edges that end there."""
    found = np.full(n, countries.SEA, dtype=np.int16)
    found[own.tail], found[own.head] = own.country, own.other
    return found


def _links(links: list[Link], layers: dict[str, tuple[int, Points]], listed: list[Terminal], places: Ints) -> Edges:
    """Join terminals to lines by the ways of the hand table; what is missing to the line itself is added."""
    index = {t.id: i for i, t in enumerate(listed)}
    ends: list[tuple[int, int, float, int]] = []
    met: list[tuple[float, float]] = []
    for link in links:
        first, points = layers[link.mode]
        if link.terminal not in index or not points.usable.any():
            continue
        away = great_circle(points.lat, points.lon, np.array(link.lat), np.array(link.lon))
        at = int(np.where(points.usable, away, np.inf).argmin())
        met.append((float(points.lat[at]), float(points.lon[at])))
        ends.append((index[link.terminal], first + at, link.km + float(away[at]), model.MODES.index(link.mode)))
    own = edges.plain(
        places[np.array([e[0] for e in ends], dtype=np.int64)], np.array([e[1] for e in ends], dtype=np.int64),
        np.array([e[2] for e in ends], dtype=float), mode=0, what=model.ACCESS,
    )  # fmt: skip
    own = replace(own, mode=np.array([e[3] for e in ends], dtype=np.int8))
    lat, lon = np.array(met).reshape(-1, 2).T
    return _placed(own, [listed[e[0]] for e in ends], lat, lon)


def _placed(own: Edges, at: list[Terminal], lat: Floats, lon: Floats) -> Edges:
    """Give the ways between terminals and points of lines the country of the terminal and the areas they touch."""
    code = {name: i for i, name in enumerate(countries.codes())}
    country = np.array([code.get(t.country, -1) for t in at], dtype=np.int16)
    here = np.array([t.lat for t in at]), np.array([t.lon for t in at])
    return replace(own, country=country, other=country, areas=edges.sampled_areas(here, (lat, lon)))


def _services(services: list[Service], listed: list[Terminal], places: Ints) -> Edges:
    index = {t.id: i for i, t in enumerate(listed)}
    for one in services:
        for end in (one.origin, one.destination):
            if end not in index:
                raise InputError("KORPU-NET-013", f"The service {one.name} calls at {end}, which no table lists.")
    a = np.array([index[s.origin] for s in services], dtype=np.int64)
    b = np.array([index[s.destination] for s in services], dtype=np.int64)
    lat, lon = np.array([t.lat for t in listed]), np.array([t.lon for t in listed])
    km = great_circle(lat[a], lon[a], lat[b], lon[b])
    told = np.array([s.km for s in services], dtype=float)
    own = edges.plain(places[a], places[b], np.where(told > 0, told, km), mode=model.FERRY, what=model.SERVICE)
    touched = edges.sampled_areas((lat[a], lon[a]), (lat[b], lon[b]))
    return replace(own, service=np.arange(len(services), dtype=np.int16), areas=touched)


def _network(
    merged: Edges,
    where: tuple[Floats, Floats],
    places: Ints,
    *,
    listed: list[Terminal],
    tables: Tables,
    passages: list[str],
    joints: list[edges.Joint],
) -> model.Network:
    lat, lon = where
    protected = np.zeros(len(lat), dtype=bool)
    protected[places] = True
    drawn = contract(len(lat), merged.tail, merged.head, merged.km, kind=_kind(merged), protected=protected)
    s = drawn.sample
    new = np.full(len(lat), -1, dtype=np.int64)
    new[drawn.kept] = np.arange(len(drawn.kept))
    line = np.column_stack((lat[drawn.through], lon[drawn.through])).astype(np.float32)
    here, there = _oriented(merged, drawn)
    return model.Network(
        lat[drawn.kept], lon[drawn.kept], drawn.tail.astype(np.int32), drawn.head.astype(np.int32),
        merged.mode[s], merged.what[s], drawn.km, here, there, merged.border[s], merged.areas[s],
        merged.passage[s], merged.service[s], drawn.start, line, new[places], [_said(t) for t in listed],
        list(countries.codes()), passages, [one.id for one in tables.services], joints,
    )  # fmt: skip


def _oriented(merged: Edges, drawn: Contracted) -> tuple[Ints, Ints]:
    """Country at tail and at head of the drawn edges: the edge each was sampled from may run the other way."""
    s = drawn.sample
    same = merged.tail[s] == drawn.through[drawn.start[:-1]]
    here = np.where(same, merged.country[s], merged.other[s])
    return here, np.where(same, merged.other[s], merged.country[s])


def _kind(merged: Edges) -> Ints:
    """A number for each edge; edges with the same number may be drawn together. A border crossing stays alone."""
    alone = (merged.country != merged.other) | (merged.what != model.LINE)
    columns = np.column_stack(
        (merged.mode, merged.country, merged.areas, merged.passage, np.where(alone, np.arange(len(alone)) + 1, 0))
    ).astype(np.int64)
    return np.unique(columns, axis=0, return_inverse=True)[1].reshape(-1)


def _said(t: Terminal) -> dict[str, Any]:
    return {
        "id": t.id, "name": t.name, "also": list(t.also), "country": t.country, "type": t.type,
        "code": t.code, "modes": list(t.modes), "source": t.source, "by_hand": t.by_hand,
    }  # fmt: skip
