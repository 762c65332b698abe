"""What may be lost, how likely in a period, and what is lost together: data/hazards.csv or a user's own table.

A row may lose all that it names at once (a storm over a sea) or each part by itself: every service, port, border, or
every stretch of line, whose probability is then that of 100 km. Months make it seasonal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from korpu.corridors import model
from korpu.corridors.arrays import Bools, Floats, Ints
from korpu.corridors.capacities import number
from korpu.corridors.closures import SCOPES, Closure, edges_of
from korpu.corridors.model import Network
from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows

EACH = ("", "service", "port", "border", "stretch")
COLUMNS = ("id", "what", "scope", "target", "modes", "probability", "each", "months", "source")
STRETCH_KM = 100.0


@dataclass(frozen=True)
class Hazard:
    """One row: what is named as of a closure, with its probability, what is lost by itself, and its months."""

    id: str
    what: str
    scope: str
    target: str
    modes: tuple[str, ...]
    probability: float
    each: str
    months: tuple[int, ...]
    source: str


@dataclass(frozen=True, eq=False)
class Parts:
    """What a hazard may take away on a network: part `of[i]` has edge `edges[i]` (k each), `chance` by part (p).

    `names` are those of the parts.
    """

    hazard: Hazard
    edges: Ints
    of: Ints
    chance: Floats
    names: list[str]


def from_tables() -> list[Hazard]:
    """Return the hazards of the table beside the code: assumptions of our own, until somebody enters better ones."""
    return listed(rows("korpu.corridors", "data/hazards.csv"))


def listed(table: Iterable[Mapping[str, str]]) -> list[Hazard]:
    """Return the hazards of a table.

    Raises InputError KORPU-SCENARIO-001 for an empty table or one without its columns, -002 for a row that makes no
    sense.
    """
    told = [{str(k).strip().casefold(): str(v or "").strip() for k, v in row.items()} for row in table]
    if not told:
        raise InputError("KORPU-SCENARIO-001", "The table of hazards is empty: it has no rows.")
    missing = [c for c in (*COLUMNS[2:4], "probability") if c not in told[0]]
    if missing:
        raise InputError(
            "KORPU-SCENARIO-001",
            f"The table of hazards lacks {', '.join(missing)}; its columns are {', '.join(COLUMNS)}.",
        )
    return [_hazard(at, row) for at, row in enumerate(told, 2)]


def _hazard(at: int, row: Mapping[str, str]) -> Hazard:
    chance = number(row["probability"])
    months = (row.get("months") or "").split()
    modes = tuple((row.get("modes") or "").split())
    if chance is None or not 0 <= chance <= 1:
        raise InputError("KORPU-SCENARIO-002", f"Row {at} has “{row['probability']}” for its probability; say 0 to 1.")
    if any(not m.isdigit() or not 1 <= int(m) <= 12 for m in months):
        raise InputError("KORPU-SCENARIO-002", f"Row {at} has “{row['months']}” for its months; say such as 12 1 2.")
    each = row.get("each") or ""
    if row["scope"] not in SCOPES[:-1] or each not in EACH or any(m not in model.MODES for m in modes):
        raise InputError(
            "KORPU-SCENARIO-002",
            f"Row {at} is of “{row['scope']}” by “{each}”; say {', '.join(SCOPES[:-1])}, by "
            f"{', '.join(EACH[1:])} or none.",
        )
    what = row.get("what") or row["target"]
    return Hazard(
        row.get("id") or f"row{at}", what, row["scope"], row["target"], modes, chance, each,
        tuple(int(m) for m in months), row.get("source") or "",
    )  # fmt: skip


def parts(network: Network, one: Hazard) -> Parts:
    """Return what a hazard may take away on a network."""
    closure = Closure(one.id, one.what, one.scope, one.target, one.modes, (), "", "", "", "", "")
    edges = np.flatnonzero(edges_of(network, closure))
    kept, of, names = _PARTS[one.each](network, edges)
    chance = np.full(len(names), one.probability)
    if one.each == "stretch":
        chance = 1.0 - (1.0 - one.probability) ** (network.km[kept].astype(np.float64) / STRETCH_KM)
    return Parts(one, kept, of, chance, names)


def drawn(found: Sequence[Parts], number: int, seed: int, month: int | None) -> tuple[Ints, int, list[str]]:
    """Return the arcs lost in a disruption, its month, and what was lost, by hazard and part (not every stretch).

    Every disruption draws from a series of its own, so that it is the same whoever draws it and in whatever order.
    """
    random = np.random.default_rng([seed, number])
    when = int(random.integers(1, 13)) if month is None else month
    lost: list[Ints] = [np.zeros(0, np.int64)]
    said: list[str] = []
    for one in found:
        struck = random.random(len(one.chance)) < one.chance
        if one.hazard.months and when not in one.hazard.months:
            continue
        if struck.any():
            lost.append(one.edges[struck[one.of]])
            said += [one.hazard.what] if one.hazard.each in ("", "stretch") else _named(one, struck)
    edges = np.unique(np.concatenate(lost))
    return np.sort(np.concatenate((2 * edges, 2 * edges + 1))).astype(np.int32), when, said


def _named(one: Parts, struck: Bools) -> list[str]:
    return [f"{one.hazard.what}: {one.names[i]}" for i in np.flatnonzero(struck)]


def _at_once(network: Network, edges: Ints) -> tuple[Ints, Ints, list[str]]:
    return edges, np.zeros(len(edges), np.int64), [""] if len(edges) else []


def _stretches(network: Network, edges: Ints) -> tuple[Ints, Ints, list[str]]:
    kept = edges[network.what[edges] == model.LINE]
    return kept, np.arange(len(kept)), [""] * len(kept)


def _services(network: Network, edges: Ints) -> tuple[Ints, Ints, list[str]]:
    kept = edges[network.service[edges] >= 0]
    of, numbers = _numbered(network.service[kept])
    return kept, of, [network.services[i] for i in numbers]


def _ports(network: Network, edges: Ints) -> tuple[Ints, Ints, list[str]]:
    """By terminal; a service belongs to both its ends, and is lost with either."""
    number = {int(p): i for i, p in enumerate(network.terminal_point)}
    pairs = [
        (int(e), number[p]) for e in edges.tolist() for p in (int(network.tail[e]), int(network.head[e])) if p in number
    ]
    kept, at = (np.array([pair[i] for pair in pairs], np.int64) for i in range(2))
    of, numbers = _numbered(at)
    return kept, of, [str(network.terminals[i]["name"]) for i in numbers]


def _borders(network: Network, edges: Ints) -> tuple[Ints, Ints, list[str]]:
    here, there = network.country[edges].astype(np.int64), network.other[edges].astype(np.int64)
    crossing = (here != there) & (here >= 0) & (there >= 0)
    kept, low, high = edges[crossing], np.minimum(here, there)[crossing], np.maximum(here, there)[crossing]
    of, numbers = _numbered(low * 1000 + high)
    return kept, of, ["-".join(sorted((network.codes[i // 1000], network.codes[i % 1000]))) for i in numbers]


def _numbered(keys: Ints) -> tuple[Ints, list[int]]:
    found, of = np.unique(keys, return_inverse=True)
    return of.reshape(-1), found.tolist()


_PARTS = {"": _at_once, "stretch": _stretches, "service": _services, "port": _ports, "border": _borders}
