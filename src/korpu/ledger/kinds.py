"""What kinds of records and properties there are, read from the data files beside this module."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Kind:
    """A kind of record; a series holds values of one measure at different times, which never contradict each other."""

    kind: str
    label: str
    series: bool


@dataclass(frozen=True)
class Property:
    """A property that a claim may state: of the record or of a step, one or many, open to contradiction or not."""

    name: str
    level: str
    many: bool
    contest: bool
    label: str


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a data file of this package."""
    text = files("korpu.ledger").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind of record by its name."""
    return {r["kind"]: Kind(r["kind"], r["label"], r["series"] == "yes") for r in rows("kinds.csv")}


@cache
def properties() -> dict[str, Property]:
    """Return every property by its name."""
    return {
        r["property"]: Property(r["property"], r["level"], r["many"] == "yes", r["contest"] == "yes", r["label"])
        for r in rows("properties.csv")
    }
