"""Terminals, links, services and closures that a user adds: tables like those beside the code, in the data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from korpu.corridors.borders import hours
from korpu.corridors.boxes import Box
from korpu.corridors.capacities import capacity
from korpu.corridors.closures import closure
from korpu.corridors.links import link
from korpu.corridors.services import service
from korpu.corridors.terminals import MODES, terminal
from korpu.kernel.errors import InputError

FOLDER = "own"
MOST_BYTES = 5_000_000
COLUMNS = {
    "nodes": ("id", "name", "country", "lat", "lon"),
    "links": ("id", "terminal", "mode", "lat", "lon", "km"),
    "services": ("id", "name", "origin", "destination", "every_days"),
    "closures": ("id", "what", "scope", "target", "since", "reason"),
    "capacities": ("id", "what", "scope", "target", "amount", "unit", "per"),
    "borders": ("id", "origin", "destination", "mode", "hours"),
    "region": ("id", "west", "south", "east", "north"),
}
"""The columns that each kind of table must have; the others of the table beside the code may be left out."""
ALL = {
    "nodes": ("also", "type", "unlocode", "sea", "rail", "road", "source"),
    "links": ("source",),
    "services": (
        "mode", "km", "hours", "days_out", "days_back", "wagons", "trucks", "teu", "since", "until", "usd_teu",
        "usd_low", "usd_high", "source", "quote",
    ),
    "closures": ("modes", "cargo", "until", "source", "quote", "months"),
    "capacities": ("modes", "cargo", "since", "until", "source", "quote"),
    "borders": ("days", "low", "high", "source"),
    "region": ("source",),
}  # fmt: skip
Rows = list[dict[str, str]]


def read(kind: str, data: bytes, name: str) -> Rows:
    """Return the rows of a user's table, checked one by one.

    Raises InputError KORPU-NET-040 for a file that is no such table, or the error of the row that is wrong.
    """
    try:
        lines = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        rows = [{k: (v or "").strip() for k, v in row.items() if k} for row in lines]
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError("KORPU-NET-040", f"{name} is no table in UTF-8: {error}.") from error
    missing = [c for c in COLUMNS[kind] if rows and c not in rows[0]]
    if not rows or missing or len(data) > MOST_BYTES:
        wanted = f"it lacks {', '.join(missing)}" if missing else "it has no rows or is too large"
        raise InputError("KORPU-NET-040", f"{name} is no table of {kind}: {wanted}.")
    whole = [{**dict.fromkeys(ALL[kind], ""), **row} for row in rows]
    for row in whole:
        row["source"] = row["source"] or f"added from {name}"
        check(kind, row)
    return whole


def check(kind: str, row: dict[str, str]) -> object:
    """Read one row as what it is; raises the InputError that says what is wrong with it."""
    readers: dict[str, Callable[[dict[str, str]], object]] = {
        "nodes": terminal, "links": link, "services": service, "closures": closure, "capacities": capacity,
        "region": box, "borders": hours,
    }  # fmt: skip
    try:
        return readers[kind](row)
    except (KeyError, ValueError) as error:
        raise InputError(
            "KORPU-NET-041", f"The row {row.get('id') or row} of {kind} cannot be read: {error}."
        ) from error


def box(row: dict[str, str]) -> Box:
    """Return what is kept of a mode's table (west, south, east, north); InputError KORPU-NET-016 for no such box."""
    west, south, east, north = (float(row[side]) for side in ("west", "south", "east", "north"))
    if row["id"] not in MODES or not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise InputError("KORPU-NET-016", f"The region of {row['id']} is no mode's box of degrees, west to east.")
    return west, south, east, north


def keep(folder: Path, kind: str, rows: Rows) -> int:
    """Write rows to the data folder beside what is there; the same id replaces the old row. Returns the count."""
    kept = {row["id"]: row for row in [*kept_rows(folder, kind), *rows]}
    place = _place(folder, kind)
    place.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*COLUMNS[kind], *ALL[kind]], extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(kept.values())
    part = place.with_suffix(".part")
    part.write_text(text.getvalue(), encoding="utf-8", newline="")
    part.replace(place)
    return len(kept)


def kept_rows(folder: Path, kind: str) -> Rows:
    """Return the rows of one kind that the data folder holds."""
    place = _place(folder, kind)
    return read(kind, place.read_bytes(), place.name) if place.is_file() else []


def everything(folder: Path) -> dict[str, Rows]:
    """Return all that a user added, by kind of table."""
    return {kind: kept_rows(folder, kind) for kind in COLUMNS}


def fingerprint(folder: Path) -> str:
    """Return a hash of what a user added, so that the network is built anew when it changes."""
    whole = sha256()
    for kind in COLUMNS:
        place = _place(folder, kind)
        whole.update(place.read_bytes() if place.is_file() else b"-")
    return whole.hexdigest()


def _place(folder: Path, kind: str) -> Path:
    return folder / "network" / FOLDER / f"{kind}.csv"
