"""Figures that words relate, and which figures of a sentence can be related at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.statements.checks.breakdowns import TIME_UNITS
from korpu.statements.checks.scene import Line, Placed
from korpu.statements.checks.slips import Holds

ENOUGH = 3
"""A whole and two parts."""
EXACT, LOOSE, TIMES = Decimal("0.006"), Decimal("0.12"), Decimal("0.1")
"""Room for rounding: of sums and products, of figures with a qualifier, of multiples."""


@dataclass(frozen=True)
class Related:
    """Figures that words relate: what they are called, whether they go together, and how that is written out."""

    check: str
    what: str
    figures: tuple[Placed, ...]
    holds: Holds
    sums: str
    firm: bool = False
    digits: bool = True
    words: tuple[Placed, ...] = ()
    given: str = ""
    said: str = ""


def amounts_of(line: Line) -> list[Placed]:
    """Return the amounts of money of a line."""
    return [p for p in line.figures if p.figure.kind == "money" and p.figure.number]


def counts_of(line: Line) -> list[Placed]:
    """Return the counts of a line, lengths of time left out."""
    found = []
    for p in line.figures:
        after = line.text[p.end : p.end + 16].lstrip(" -")
        if p.figure.kind == "count" and p.figure.number and not TIME_UNITS.match(after):
            found.append(p)
    return found


def measures_of(line: Line) -> Iterator[list[Placed]]:
    """Yield the measures of a line, those of one unit together."""
    own = [p for p in line.figures if p.figure.kind == "measure" and p.figure.number]
    for unit in dict.fromkeys(p.figure.unit for p in own):
        yield [p for p in own if p.figure.unit == unit]


def near(one: Decimal, two: Decimal, room: Decimal) -> bool:
    """Tell whether two numbers are one within a share of the second."""
    return two != 0 and abs(one / two - 1) <= room


def room_for(figures: Sequence[Placed], exact: Decimal = EXACT) -> Decimal:
    """Return the room for rounding among figures: more where one has a qualifier."""
    # "From 20 to 30 million" is no bound, though "to" alone is.
    return LOOSE if any(p.figure.qualifier not in (None, "at_most") for p in figures) else exact
