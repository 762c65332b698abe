"""Keeps the built network in the data folder, under the hash of everything it was built from."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from korpu.corridors import ATTRIBUTION, own, raw
from korpu.corridors.boxes import BOXES, PORT_BOX, Box, Say
from korpu.corridors.cargo import Cargo
from korpu.corridors.closures import Closure, closure, from_tables
from korpu.corridors.links import link, links
from korpu.corridors.model import Network
from korpu.corridors.ready import FOLDER as READY
from korpu.corridors.ready import ready, warm
from korpu.corridors.services import Service, by_id, service, services
from korpu.corridors.terminals import terminal
from korpu.kernel.errors import NotFoundError

if TYPE_CHECKING:
    from korpu.corridors.build import Tables

VERSION = 8
FOLDER = "network"


def key(folder: Path) -> str:
    """Return the hash of the tables a network would be built from now, those beside the code and a user's included."""
    whole = sha256(f"{VERSION} {BOXES} {raw.fingerprint()} {own.fingerprint(folder)}".encode())
    beside = [p for p in files("korpu.corridors").joinpath("data").iterdir() if p.name.endswith(".csv")]
    for part in (*sorted(beside, key=lambda p: p.name), files("korpu.reference").joinpath("data/basemap.json")):
        whole.update(part.read_bytes())
    return whole.hexdigest()[:16]


def tables(added: dict[str, own.Rows], say: Say = lambda _: None) -> Tables:
    """Read every table that the network is built from, with the rows a user added."""
    from korpu.corridors.build import Tables  # noqa: PLC0415 - slow to load, and needed once

    say("reading the tables of searoute and scgraph-data")
    lines = {"sea": raw.sea(), "rail": raw.rail_or_road("rail"), "road": raw.rail_or_road("road")}
    boxes = BOXES | {row["id"]: own.box(row) for row in added["region"]}
    return Tables(
        lines, raw.ports(), [*services(), *map(service, added["services"])], boxes, around(boxes),
        links=[*links(), *map(link, added["links"])], own_terminals=[terminal(row) for row in added["nodes"]],
    )  # fmt: skip


def built(folder: Path, say: Say = lambda _: None, *, anew: bool = False) -> Network:
    """Return the network kept in a data folder, building it when it is missing or its tables have changed."""
    name = key(folder)
    place = folder / FOLDER / f"{name}.npz"
    if place.is_file() and not anew:
        return load(place)
    from korpu.corridors.build import build  # noqa: PLC0415 - slow to load, and needed once

    added = own.everything(folder)
    network = build(tables(added, say), say)
    network = replace(network, about={"key": name, "attribution": ATTRIBUTION, "own": added})
    say("writing it down")
    save(network, place)
    for old in [*place.parent.glob("*.npz"), *(place.parent / READY).glob("*.npz")]:
        if old != place:
            old.unlink()
    network.about["place"] = str(place)
    warm(ready(network, services_of(network), Cargo(), datetime.now(UTC).date(), say), network)
    return network


def around(boxes: dict[str, Box]) -> Box:
    """Return the box within which ports are taken: that of the usual region, or what a user's own boxes span."""
    if boxes == BOXES:
        return PORT_BOX
    west, south, east, north = zip(*boxes.values(), strict=True)
    return min(west), min(south), max(east), max(north)


def services_of(network: Network) -> dict[str, Service]:
    """Return the services of a network by their ids: those of the hand table and those a user added."""
    return by_id([*services(), *map(service, network.about.get("own", {}).get("services", []))])


def closures_of(network: Network) -> list[Closure]:
    """Return the closures of the tables, and those a user added to this network."""
    return [*from_tables(), *map(closure, network.about.get("own", {}).get("closures", []))]


def save(network: Network, place: Path) -> None:
    """Write a network to one file; what is no array goes in as JSON. Nothing is pickled."""
    place.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {}
    said: dict[str, Any] = {}
    for f in fields(Network):
        value = getattr(network, f.name)
        (arrays if isinstance(value, np.ndarray) else said)[f.name] = value
    text = np.frombuffer(json.dumps(said, ensure_ascii=False).encode(), dtype=np.uint8)
    part = place.with_suffix(".part.npz")
    np.savez(part, said=text, **arrays)
    part.replace(place)


def load(place: Path) -> Network:
    """Read a network from its file; NotFoundError KORPU-NET-003 when there is none."""
    if not place.is_file():
        raise NotFoundError("KORPU-NET-003", "The network is not built yet: korpu network build.")
    with np.load(place, allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files if name != "said"}
        said = json.loads(kept["said"].tobytes().decode())
    said["about"] |= {"place": str(place)}
    return Network(**arrays, **said)
