"""The tables that other packages carry, read from their files without running their code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy as np

from korpu.corridors.arrays import Floats, Ints
from korpu.kernel.errors import NotFoundError

_TO_SPACES = str.maketrans("{}[]():,", "        ")
_SCGRAPH = {"rail": "world_railways.py", "road": "world_highways.py"}


@dataclass(frozen=True)
class RawTable:
    """A network as somebody else publishes it: points and undirected edges with their length in kilometres."""

    lat: Floats
    lon: Floats
    tail: Ints
    head: Ints
    km: Floats
    tags: tuple[tuple[int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.lat)


@dataclass(frozen=True)
class Port:
    """A seaport of searoute's table."""

    code: str
    name: str
    country: str
    lat: float
    lon: float


def rail_or_road(mode: str) -> RawTable:
    """Return the rail or road table of scgraph-data (a simplified extract of OpenStreetMap; lengths in km)."""
    text = scgraph_file(mode).read_text(encoding="utf-8")
    edges, points = _between(text, "graph=", "\n"), _between(text, "nodes=", "\n")
    degree = np.fromiter((part.count(":") for part in edges.split("}")[:-1]), dtype=np.int64)
    pairs = np.fromstring(edges.translate(_TO_SPACES), sep=" ").reshape(-1, 2)
    place = np.fromstring(points.translate(_TO_SPACES), sep=" ").reshape(-1, 2)
    tail = np.repeat(np.arange(len(degree)), degree)
    return _undirected(place[:, 0], place[:, 1], tail, pairs[:, 0].astype(np.int64), pairs[:, 1])


def sea() -> RawTable:
    """Return searoute's network of sea lanes (marnet); `tags` holds (edge, passage) for its named passages."""
    module = _data_module(searoute_file("marnet_dict.py"))
    index = {point: i for i, point in enumerate(module.node_list)}
    arcs = [
        (index[one], index[two], float(said["weight"]), str(said.get("passage") or ""))
        for one, ends in module.edge_list.items()
        for two, said in ends.items()
        if one in index and two in index
    ]
    lon, lat = np.array(list(index), dtype=float).T
    tail, head, km = (np.array([arc[i] for arc in arcs]) for i in range(3))
    table = _undirected(lat, ((lon + 180.0) % 360.0) - 180.0, tail, head, km)
    known = {(int(a), int(b)): i for i, (a, b) in enumerate(zip(table.tail, table.head, strict=True))}
    tags = {(known[min(a, b), max(a, b)], passage) for a, b, _, passage in arcs if passage and a != b}
    return RawTable(table.lat, table.lon, table.tail, table.head, table.km, tuple(sorted(tags)))


def ports() -> list[Port]:
    """Return searoute's table of ports."""
    listed = _data_module(searoute_file("ports_dict.py")).node_list
    return [
        Port(str(said.get("port") or ""), str(said["name"]), str(said.get("cty") or ""), float(y), float(x))
        for (x, y), said in listed.items()
        if said.get("name")
    ]


def scgraph_file(mode: str) -> Path:
    """Return where scgraph-data keeps a table ("rail" or "road"); NotFoundError KORPU-NET-001 if not installed."""
    return _package("scgraph_data", "scgraph-data") / _SCGRAPH[mode]


def searoute_file(name: str) -> Path:
    """Return where searoute keeps a table; NotFoundError KORPU-NET-001 if it is not installed."""
    return _package("searoute", "searoute") / "data" / name


def fingerprint() -> str:
    """Return a hash of the tables' files, so that a network built from others is built anew."""
    files = [
        scgraph_file("rail"),
        scgraph_file("road"),
        searoute_file("marnet_dict.py"),
        searoute_file("ports_dict.py"),
    ]
    whole = sha256()
    for file in files:
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def installed() -> bool:
    """Whether the packages that carry the tables are installed."""
    return all(find_spec(name) is not None for name in ("scgraph_data", "searoute"))


def _package(name: str, title: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise NotFoundError(
            "KORPU-NET-001", f"The tables of {title} are not installed; korpu's extra “corridors” brings them."
        )
    return Path(found.origin).parent


def _between(text: str, start: str, end: str) -> str:
    found = re.search(rf"^{re.escape(start)}", text, re.MULTILINE)
    if not found:
        raise NotFoundError("KORPU-NET-002", f"A table of scgraph-data lacks its part “{start}”; is it version 2?")
    at = found.end()
    until = text.find(end, at)
    return text[at : until if until >= 0 else len(text)]


def _data_module(path: Path) -> Any:
    """Run one file of data alone: the package around it would import what is not needed here."""
    spec = spec_from_file_location(f"_korpu_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise NotFoundError("KORPU-NET-002", f"The table {path.name} of searoute cannot be read.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _undirected(lat: Floats, lon: Floats, tail: Ints, head: Ints, km: Floats) -> RawTable:
    """One edge for each pair of points, the shortest where there are several; no loops."""
    low, high = np.minimum(tail, head), np.maximum(tail, head)
    order = np.lexsort((km, high, low))
    low, high, km = low[order], high[order], km[order]
    first = np.ones(len(low), dtype=bool)
    first[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    keep = first & (low != high)
    return RawTable(lat.astype(float), lon.astype(float), low[keep], high[keep], km[keep].astype(float))
