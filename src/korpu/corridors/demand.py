"""What is to be carried from where to where: a table of a ministry or a trader, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from korpu.corridors.capacities import DAYS, PACKED, UNITS, number
from korpu.corridors.cargo import Cargo, cargo, kinds
from korpu.corridors.model import Network
from korpu.corridors.places import find
from korpu.kernel.errors import InputError, NotFoundError

COLUMNS = ("from", "to", "cargo", "amount", "unit", "per", "value")
"""The columns of the table; `value` may be left out or empty."""
ALSO = {"origin": "from", "destination": "to", "commodity": "cargo", "quantity": "amount", "period": "per"}
USUAL = {"TEU": "container", "wagons": "wagon", "trucks": "truck"}
MOST_ROWS = 2000
SAMPLE = (
    ("Altynkol", "Poti", "container", "350", "TEU", "week", ""),
    ("Aktau", "Baku", "wagon", "200", "wagons", "week", ""),
    ("Baku", "Odesa", "container", "60", "TEU", "week", ""),
    ("Kyiv", "Baku", "truck", "25", "trucks", "week", ""),
    ("Odesa", "Batumi", "grain", "240", "kt", "year", ""),
    ("Baku", "Istanbul", "wagon", "2600", "kt", "year", ""),
)
"""A table to begin with: places, amounts and periods are examples, not statistics."""


@dataclass(frozen=True)
class Wanted:
    """One row: terminals (numbers), what is carried, and how many tonnes a day.

    `told` is the amount as the row has it (as the rows have it, where several are alike). `value` is what a tonne that
    stays behind costs in USD; None: it must go if it can, whatever the way costs.
    """

    row: int
    origin: int
    destination: int
    cargo: Cargo
    a_day: float
    told: str
    value: float | None = None


def wanted(network: Network, table: Iterable[Mapping[str, str]]) -> list[Wanted]:
    """Return what a table asks for; rows alike in from, to, cargo and value are one, with the number of the first.

    Raises InputError KORPU-FLOW-001 for an empty table, -002 for an amount, -003 for a unit, -004 for a cargo, -005 for
    a way to where it is already, -006 for a period, -007 for too many different rows; NotFoundError KORPU-NET-030 for a
    place.
    """
    place = cache(lambda name: find(network, name))
    found = _merged(_row(place, number, _named(row)) for number, row in enumerate(table, 2) if any(row.values()))
    if not found:
        raise InputError("KORPU-FLOW-001", "The table has no rows: say what is to go from where to where.")
    if len(found) > MOST_ROWS:
        raise InputError(
            "KORPU-FLOW-007",
            f"The table has {len(found):,} different rows; at most {MOST_ROWS:,} are allocated at once: sum some up.",
        )
    return found


def _merged(told: Iterable[Wanted]) -> list[Wanted]:
    """Return rows of which no two are alike, in the order of the first of each: what is alike goes the same ways."""
    alike: dict[tuple[int, int, Cargo, float | None], list[Wanted]] = {}
    for one in told:
        alike.setdefault((one.origin, one.destination, one.cargo, one.value), []).append(one)
    return [
        replace(same[0], a_day=sum(one.a_day for one in same), told=_told_of([one.told for one in same]))
        for same in alike.values()
    ]


def _told_of(told: list[str]) -> str:
    shown = " + ".join(told[:3])
    return f"{shown} + {len(told) - 3:,} more rows" if len(told) > 3 else shown


def _named(row: Mapping[str, str]) -> dict[str, str]:
    plain = {str(name or "").strip().casefold(): str(value or "").strip() for name, value in row.items()}
    told = {ALSO.get(name, name): value for name, value in plain.items() if name not in ALSO or value}
    missing = [name for name in COLUMNS[:2] + COLUMNS[3:5] if name not in told]
    if missing:
        raise InputError(
            "KORPU-FLOW-001", f"The table lacks {', '.join(missing)}; its columns are {', '.join(COLUMNS)}."
        )
    return {name: told.get(name, "") for name in COLUMNS}


def _row(place: Callable[[str], int], at: int, row: Mapping[str, str]) -> Wanted:
    amount = number(row["amount"])
    if amount is None or amount < 0:
        raise InputError("KORPU-FLOW-002", f"Row {at} has “{row['amount']}” for its amount: no usable figure.")
    unit = row["unit"].casefold()
    if unit not in UNITS and unit not in PACKED:
        raise InputError(
            "KORPU-FLOW-003", f"Row {at} is counted in “{row['unit']}”; say t, kt, Mt, TEU, wagons or trucks."
        )
    per = row["per"].casefold() or "week"
    if per not in DAYS:
        raise InputError("KORPU-FLOW-006", f"Row {at} is told per “{row['per']}”; say {', '.join(DAYS)}.")
    load = _cargo(at, row["cargo"], PACKED.get(unit))
    tonnes = amount * UNITS.get(unit, load.tonnes)
    value = number(row["value"]) if row["value"] else None
    if row["value"] and (value is None or value < 0):
        raise InputError("KORPU-FLOW-002", f"Row {at} has “{row['value']}” for its value: no usable figure.")
    try:
        origin, destination = place(row["from"]), place(row["to"])
    except NotFoundError as error:
        raise NotFoundError(error.code, f"Row {at}: {error.message}") from error
    if origin == destination:
        raise InputError("KORPU-FLOW-005", f"Row {at} goes from {row['from']} to {row['to']}, which is the same place.")
    told = f"{amount:g} {PACKED.get(unit, row['unit'])} a {per}"
    return Wanted(at, origin, destination, load, tonnes / DAYS[per], told, value)


def _cargo(at: int, told: str, packed: str | None) -> Cargo:
    """Return the cargo of a row as one unit; where none is told it is what its unit counts."""
    try:
        load = cargo(told or (USUAL[packed] if packed else "bulk"))
    except InputError as error:
        raise InputError("KORPU-FLOW-004", f"Row {at}: {error.message}") from error
    if packed and USUAL[packed] != load.kind:
        raise InputError(
            "KORPU-FLOW-004", f"Row {at} counts {load.kind} in {packed}, which is no measure of it; say t."
        )
    kind = kinds()[load.kind]
    name = kind.name if load.tonnes == kind.tonnes else load.name
    return replace(load, units=1.0, name=name)
