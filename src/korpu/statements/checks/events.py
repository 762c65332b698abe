"""Verbs that place a thing on its way from promise to use, with the rank at which each comes (data/events.csv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from korpu.kernel.edtf import EdtfTime, is_edtf, parse
from korpu.kernel.tables import rows
from korpu.statements.checks.scene import Line, Placed

DELIVERED = 5
"""The rank from which a thing has come to those it is for."""

PROMISES = frozenset({"promised", "pledged", "announced", "allocated", "decided", "decreed"})
"""Verbs of promising: a delivery before them keeps no promise."""


@dataclass(frozen=True)
class Event:
    """A verb of a line, its rank, and the date that stands with it."""

    verb: str
    rank: int
    start: int
    end: int
    date: Placed
    time: EdtfTime


@cache
def _ranks() -> dict[str, int]:
    return {row["verb"]: int(row["rank"]) for row in rows("korpu.statements.checks", "data/events.csv")}


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(_ranks(), key=len, reverse=True)) + r")\b", re.IGNORECASE)


def time_of(placed: Placed) -> EdtfTime | None:
    """The time of a date figure, None when it has none yet."""
    value = placed.figure.value
    return parse(value) if placed.figure.kind == "date" and value and is_edtf(value) else None


def events(line: Line) -> list[Event]:
    """The dated verbs of a line in order: each with the date right after it, or the one that opens its clause."""
    dates = [(p, t) for p in line.figures if (t := time_of(p)) is not None]
    verbs = list(_verbs().finditer(line.text))
    found = []
    for i, match in enumerate(verbs):
        limit = verbs[i + 1].start() if i + 1 < len(verbs) else len(line.text)
        after = [(p, t) for p, t in dates if match.end() <= p.start < limit and _close(line, match.end(), p.start)]
        if after:
            placed, time = after[0]
            found.append(
                Event(match.group(), _ranks()[match.group().lower()], match.start(), match.end(), placed, time)
            )
    return found


def _close(line: Line, start: int, end: int) -> bool:
    """Whether a date belongs to the verb: few words between, none of them opening another clause."""
    between = line.text[start:end]
    return len(between) < 45 and not re.search(
        r"[;:]|\b(?:and|but|which|who|after|before|since|until|due|by)\b", between[:-1]
    )
