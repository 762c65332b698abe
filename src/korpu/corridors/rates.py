"""Speeds, prices, hours and emissions with their ranges and sources: data/rates.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows


@dataclass(frozen=True)
class Rate:
    """One figure with its range, unit and source; `of` says what it makes up: hours, usd, kg_co2e or rank."""

    id: str
    of: str
    what: str
    mode: str
    unit: str
    value: float
    low: float
    high: float
    source: str


@cache
def rates() -> dict[str, Rate]:
    """Return every rate by its id; InputError KORPU-NET-011 for one that is negative or out of its own range."""
    found = {}
    for row in rows("korpu.corridors", "data/rates.csv"):
        value, low, high = (float(row[name]) for name in ("value", "low", "high"))
        if not 0 <= low <= value <= high:
            raise InputError("KORPU-NET-011", f"The rate {row['id']} is negative or lies outside its own range.")
        found[row["id"]] = Rate(
            row["id"], row["of"], row["what"], row["mode"], row["unit"], value, low, high, row["source"]
        )  # fmt: skip
    return found


def rate(name: str) -> Rate:
    """Return one rate."""
    return rates()[name]
