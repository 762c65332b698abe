"""What is closed or excluded on a day, why, since when and who says so: data/closures.csv and the ledger's records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from korpu.corridors import areas, model
from korpu.corridors.arrays import Bools
from korpu.corridors.between import edges_between
from korpu.corridors.boxed import box, edges_in
from korpu.corridors.model import Network
from korpu.corridors.wheres import Where
from korpu.kernel.edtf import parse
from korpu.kernel.errors import ConflictError, InputError
from korpu.kernel.tables import rows

SCOPES = ("country", "area", "port", "service", "passage", "mode", "border", "between", "box")


@dataclass(frozen=True)
class Closure:
    """A part of the network that must not be used.

    `scope` is country, area, port, service, passage, mode, border ("AM-TR"), box ("box:30,44.5,33,46", in degrees) or
    between, and `target` its id; for "between", `wheres` says what it lies between or at. `modes` and `cargo` narrow it
    (empty: all). It holds from `since` to `until` (EDTF, empty: open). `record` is the ledger's record, "" for the
    tables';
    `months` are those of a season (1 to 12, empty: all the year); `lifts` says whether a reviewed claim that it is
    open again ends it: occupied territory and an aggressor are not opened by a statement.
    """

    id: str
    what: str
    scope: str
    target: str
    modes: tuple[str, ...]
    cargo: tuple[str, ...]
    since: str
    until: str
    reason: str
    source: str
    quote: str
    record: str = ""
    wheres: tuple[Where, ...] = ()
    months: tuple[int, ...] = ()
    lifts: bool = False

    def holds(self, on: date, cargo: str) -> bool:
        """Whether it holds on a day for a kind of cargo."""
        first = parse(self.since).low if self.since else None
        last = parse(self.until).high if self.until else None
        if self.months and on.month not in self.months:
            return False
        started = first is None or first <= on
        return started and (last is None or on <= last) and (not self.cargo or cargo in self.cargo)


def from_tables() -> list[Closure]:
    """Return the exclusions that hold unless the ledger says otherwise."""
    return [closure(row) for row in rows("korpu.corridors", "data/closures.csv")]


def closure(row: dict[str, str]) -> Closure:
    """Return a closure from a row of a table.

    Raises InputError KORPU-NET-020 for an unknown scope, ConflictError KORPU-NET-021 where it ends before it begins.
    """
    if row["scope"] not in SCOPES:
        raise InputError("KORPU-NET-020", f"The closure {row['id']} has no scope that is known: {row['scope']}.")
    first = parse(row["since"]).low if row["since"] else None
    last = parse(row["until"]).high if row["until"] else None
    if first and last and last < first:
        raise ConflictError("KORPU-NET-021", f"The closure {row['id']} ends on {last} before it begins on {first}.")
    return Closure(
        row["id"], row["what"], row["scope"], row["target"], tuple(row["modes"].split()), tuple(row["cargo"].split()),
        row["since"], row["until"], row["reason"], row["source"], row["quote"], months=_months(row),
        lifts=row.get("lift") == "reviewed",
    )  # fmt: skip


def _months(row: dict[str, str]) -> tuple[int, ...]:
    """The months of a seasonal closure, as in "12 1 2"."""
    told = (row.get("months") or "").split()
    if any(not m.isdigit() or not 1 <= int(m) <= 12 for m in told):
        raise InputError("KORPU-NET-022", f"The closure {row['id']} names months that are none: {row['months']}.")
    return tuple(int(m) for m in told)


def edges_of(network: Network, one: Closure) -> Bools:
    """Return which edges (m) a closure takes away."""
    if one.scope == "between":
        return edges_between(network, one.modes, one.wheres)
    if one.scope == "country":
        code = network.codes.index(one.target) if one.target in network.codes else -9
        found = (network.country == code) | (network.other == code)
        found |= _at(network, [t["country"] == one.target for t in network.terminals])
    elif one.scope == "area":
        found = (network.areas & np.uint32(areas.bit(one.target))) != 0
    elif one.scope == "port":
        found = _at(network, [one.target in (t["id"], t["code"]) for t in network.terminals])
    elif one.scope == "service":
        found = np.isin(network.service, [i for i, s in enumerate(network.services) if s == one.target])
    elif one.scope == "passage":
        found = np.isin(network.passage, [i for i, p in enumerate(network.passages) if p == one.target])
    elif one.scope == "box":
        drawn = box(one.target)
        found = edges_in(network, drawn) if drawn else np.zeros(network.edges, dtype=bool)
    elif one.scope == "border":
        pair = [network.codes.index(code) if code in network.codes else -9 for code in one.target.split("-")]
        crossing = network.country != network.other
        found = crossing & np.isin(network.country, pair) & np.isin(network.other, pair)
    else:
        found = np.isin(network.mode, [i for i, m in enumerate(model.MODES) if m == one.target])
    if one.modes:
        found &= np.isin(network.mode, [model.MODES.index(m) for m in one.modes])
    return np.asarray(found)


def _at(network: Network, chosen: Iterable[bool]) -> Bools:
    points = network.terminal_point[np.array(list(chosen), dtype=bool)]
    return np.isin(network.tail, points) | np.isin(network.head, points)


def closed(network: Network, closures: Iterable[Closure], on: date, cargo: str) -> tuple[Bools, list[Closure]]:
    """Return which edges (m) are closed on a day for a kind of cargo, and the closures that hold."""
    held = [one for one in closures if one.holds(on, cargo)]
    shut = np.zeros(network.edges, dtype=bool)
    for one in held:
        shut |= edges_of(network, one)
    return shut, held
