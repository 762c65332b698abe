"""What kinds of records and properties there are, read from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from korpu.kernel.tables import rows as table


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    A series holds values of one measure at different times, which never contradict each other. The money of a kind
    that `adds` may be summed; that of a total or a target may not. What is `speech` is attributed to who said it and
    never resolved: two opinions stand side by side.
    """

    kind: str
    label: str
    series: bool
    adds: bool
    speech: bool


@dataclass(frozen=True)
class Track:
    """A field of cooperation; totals of a track cover the tracks within it. `aid` tells aid from other relations."""

    track: str
    within: str | None
    aid: bool


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
    return table("korpu.ledger", name)


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind of record by its name."""
    traits = ("series", "adds", "speech")
    return {r["kind"]: Kind(r["kind"], r["label"], *(r[name] == "yes" for name in traits)) for r in rows("kinds.csv")}


@cache
def properties() -> dict[str, Property]:
    """Return every property by its name."""
    return {
        r["property"]: Property(r["property"], r["level"], r["many"] == "yes", r["contest"] == "yes", r["label"])
        for r in rows("properties.csv")
    }


@cache
def tracks() -> dict[str, Track]:
    """Return every track by its name."""
    return {r["track"]: Track(r["track"], r["within"] or None, r["aid"] == "yes") for r in rows("tracks.csv")}
