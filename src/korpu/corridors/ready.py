"""The part of a search that depends on the network and the cargo only: made once, and kept beside the network."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock

import numpy as np

from korpu.corridors import costs, model
from korpu.corridors.arrays import Arcs, Bools, Weights
from korpu.corridors.cargo import Cargo
from korpu.corridors.model import Network
from korpu.corridors.risks import standing
from korpu.corridors.services import Service
from korpu.kernel.errors import KorpuError
from korpu.network.graph import Graph
from korpu.network.regions import Opened, Regions, draw_together

VERSION = 1
FOLDER = "ready"
CODE = (
    "corridors/costs.py",
    "corridors/borders.py",
    "network/contraction.py",
    "network/regions.py",
    "corridors/ready.py",
)
"""Whatever of the code decides what is kept: it is made anew when one of these changes."""
COMPILED_LAST = "apex.search"
"""What a first question compiles last, as numba names it."""
MOST_FILES = 12
MOST_KEPT = 6
MOST_OPENED = 8
Say = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Ready:
    """Costs (2 m, 4) in whole numbers, the region of each arc (2 m), and the regions drawn together."""

    graph: Graph
    costs: Weights
    region: Arcs
    regions: Regions

    @cached_property
    def _opened(self) -> OrderedDict[bytes, Opened]:
        return OrderedDict()

    def opened(self, shut: Bools) -> Opened:
        """Return the network with these edges (m) closed; the last few are kept, as making one takes a moment."""
        key = sha256(np.packbits(shut).tobytes()).digest()
        with _lock:
            if key in self._opened:
                self._opened.move_to_end(key)
                return self._opened[key]
        made = Opened(self.graph, self.costs, self.region, self.regions, np.repeat(shut, 2))
        with _lock:
            self._opened[key] = made
            while len(self._opened) > MOST_OPENED:
                self._opened.popitem(last=False)
        return made


_kept: OrderedDict[str, Ready] = OrderedDict()
_lock = Lock()


def ready(
    network: Network, services: Mapping[str, Service], cargo: Cargo, on: date | None = None,
    say: Say = lambda _: None,
) -> Ready:  # fmt: skip
    """Return a network made ready for a cargo and the warnings of a day: from memory, from its file, or made now."""
    if not network.about.get("key"):
        return _made(network, services, cargo, on)
    name = key(network, services, cargo, on)
    with _lock:
        if name in _kept:
            _kept.move_to_end(name)
            return _kept[name]
    place = Path(network.about["place"]).parent / FOLDER / f"{name}.npz" if network.about.get("place") else None
    found = _read(network, place) if place and place.is_file() else None
    if found is None:
        say(preparing())
        found = _made(network, services, cargo, on)
        if place:
            _write(found, place)
    with _lock:
        _kept[name] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def key(network: Network, services: Mapping[str, Service], cargo: Cargo, on: date | None) -> str:
    """Return the name of what is kept: a hash of all that costs and regions are made from."""
    told = (VERSION, network.about["key"], sorted(services.items()), cargo.tonnes, cargo.units)
    whole = sha256(repr((*told, cargo.price_units, standing(on))).encode())
    for name in CODE:
        whole.update(files("korpu").joinpath(name).read_bytes())
    return whole.hexdigest()[:24]


def preparing() -> str:
    """Return what is being done, and how long the first time on a machine takes."""
    if compiled_before():
        return "preparing the search"
    return "preparing the search for this machine, once; this takes up to half a minute"


def compiled_before() -> bool:
    """Whether the search has been compiled on this machine; otherwise its first use takes its time."""
    told = os.environ.get("NUMBA_CACHE_DIR")
    folder = Path(told) if told else Path(str(files("korpu").joinpath("network/__pycache__")))
    return any(folder.rglob(f"{COMPILED_LAST}*.nbi"))


def warm(made: Ready, network: Network) -> None:
    """Ask one small question both exactly and nearly, so that everything that questions need is compiled."""
    opened = made.opened(np.zeros(network.edges, dtype=bool))
    ends = [int(point) for point in network.terminal_point[:2]]
    for within in (0.0, 1.0):
        try:
            for way in opened.front(ends[0], ends[1], epsilon=within, patience=2_000).ways[:1]:
                len(way)
        except KorpuError:
            continue  # too many ways for so small a question: it is compiled all the same


def regions_of(network: Network) -> Arcs:
    """Return a number for each edge (m): lines of one mode, country, passage and areas are closed together, as a rule.

    -1 for what is closed by itself: services, the ways to terminals, and stretches that cross a border.
    """
    alone = (network.what != model.LINE) | (network.country != network.other)
    columns = np.column_stack((network.mode, network.country, network.areas, network.passage)).astype(np.int64)
    number = np.unique(columns[~alone], axis=0, return_inverse=True)[1].reshape(-1)
    found = np.full(network.edges, -1, np.int32)
    found[~alone] = number
    return found


def _made(network: Network, services: Mapping[str, Service], cargo: Cargo, on: date | None) -> Ready:
    graph = Graph(network.points, *network.arcs())
    every = costs.matrix(costs.terms(network, services, cargo, on=on))
    region = np.repeat(regions_of(network), 2).astype(np.int32)
    return Ready(graph, every, region, draw_together(graph, every, region, network.terminal_point.astype(np.int32)))


def _write(made: Ready, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(".part.npz")
    parts = {f.name: getattr(made.regions, f.name) for f in fields(Regions)}
    np.savez(part, all_costs=made.costs.astype(np.int32), all_regions=made.region, **parts)
    part.replace(place)
    kept = sorted(place.parent.glob("*.npz"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in kept[MOST_FILES:]:
        old.unlink(missing_ok=True)


def _read(network: Network, place: Path) -> Ready | None:
    """Read what was kept; None where the file is broken, so that it is made anew."""
    try:
        with np.load(place, allow_pickle=False) as kept:
            regions = Regions(*(kept[f.name] for f in fields(Regions)))
            return Ready(
                Graph(network.points, *network.arcs()), kept["all_costs"].astype(np.int64), kept["all_regions"], regions
            )
    except (OSError, ValueError, KeyError):
        return None
