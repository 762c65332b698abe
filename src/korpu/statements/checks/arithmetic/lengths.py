"""Lengths of time beside the days that they lie between: "45 days, from 3 March to 17 April", "24th anniversary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from korpu.kernel.edtf import EdtfTime, format_time
from korpu.kernel.finding import Finding
from korpu.statements.checks.arithmetic.window import Window
from korpu.statements.checks.events import time_of
from korpu.statements.checks.relating import leads, pattern
from korpu.statements.checks.scene import Line, Placed
from korpu.statements.checks.slips import swaps

UNITS = {"days": 1.0, "weeks": 7.0, "months": 30.44, "years": 365.25}
REACH = 2
NEAR = 28
"""Characters between a length and the word that says what it lies between."""
LEAD = 20
FEW = 4
"""Years up to which the first and the last are counted in: "over two years, 2023 and 2024"."""
LONG, CLOSE = 10, 2
"""Years that are seldom by chance those between two dates, and how many a slip is off."""
SLACK = 1.0
"""Days, weeks or months that counting the first one in or not makes a difference of."""


@dataclass(frozen=True)
class Length:
    """A stated number of days, weeks, months or years; `exact` where the words count whole years, as a jubilee does."""

    placed: Placed
    line: Line
    number: Decimal
    unit: str
    exact: bool = False


def lengths(window: Window) -> Iterator[Finding]:
    """Yield the length of time that is not the one between the two dates of the stretch."""
    if len(window.lines) > REACH:
        return
    dates = [
        (p, t) for _, p in window.figures if p.figure.kind == "date" and not p.figure.inferred and (t := time_of(p))
    ]
    if len(dates) != 2:
        return
    (one, first), (two, second) = dates
    told = [length for line, p in (*window.figures, *window.bare) if (length := _length(line, p))]
    if len(told) != 1 or not window.spans((one, two, told[0].placed)):
        return
    length = told[0]
    ranged = one in length.line.figures and two in length.line.figures and _ranged(length.line, one, two)
    near = length.unit == "years" and length.number >= LONG and _slipped(length, first, second)
    if not (ranged or length.exact or near or _linked(length)) or _bounded(length):
        return
    bounds = _between(*((first, second) if not second.ends_before(first) else (second, first)), length)
    if bounds is None or bounds[0] <= length.number <= bounds[1]:
        return
    early, late = (first, second) if not second.ends_before(first) else (second, first)
    number = round(((late.low or date.min) - (early.low or date.min)).days / UNITS[length.unit])
    number = late.low.year - early.low.year if length.exact and late.low and early.low else number
    start, end = format_time(early.text), format_time(late.text)
    text = f"“{_words(length)}” is stated, from {start} to {end} it is {number} {length.unit}."
    ranges = (
        *length.line.ranges(length.placed.start, length.placed.end),
        *((p.figure.start, p.figure.end) for p, _ in dates),
    )
    sums = f"{late.text} − {early.text} = {number}; stated {length.number}"
    yield Finding("date_order", "warning", text, ranges, sums)


def _length(line: Line, placed: Placed) -> Length | None:
    number, kind, after = placed.figure.number, placed.figure.kind, line.text[placed.end : placed.end + 24]
    if number is None or kind not in ("count", "ordinal") or placed.figure.qualifier:
        return None
    if re.match(rf"[-\s]*(?:й|го|му|ий)?\s*{pattern('jubilee').pattern}", after, re.IGNORECASE):
        return Length(placed, line, number, "years", exact=True)
    if kind == "count" and placed.figure.unit in UNITS and number >= 2:
        return Length(placed, line, number, placed.figure.unit or "")
    if leads("turned", line.text, placed.start):
        return Length(placed, line, number, "years", exact=True)
    return None


def _slipped(length: Length, one: EdtfTime, two: EdtfTime) -> bool:
    """Tell whether a number of years is a slip away from those between two times: a year or two off, digits swapped."""
    if one.low is None or two.low is None:
        return False
    years = Decimal(abs(two.low.year - one.low.year))
    return abs(length.number - years) <= CLOSE or years in swaps(length.number)


def _linked(length: Length) -> bool:
    """Tell whether words beside a length say that it lies between two days: "later", "minulo", "davam edib"."""
    text = length.line.text
    around = text[max(0, length.placed.start - NEAR) : length.placed.end + NEAR]
    return pattern("lasting").search(around) is not None


def _bounded(length: Length) -> bool:
    lead = length.line.text[max(0, length.placed.start - LEAD) : length.placed.start]
    return re.search(rf"{pattern('within').pattern}\s*(?:\w+\s+)?$", lead, re.IGNORECASE) is not None


def _ranged(line: Line, one: Placed, two: Placed) -> bool:
    """Tell whether two dates are the ends of one time: "from A to B", "A – B", "with work from A and until B"."""
    gap = line.text[one.end : two.start]
    return len(gap) < NEAR and pattern("until").search(gap + line.text[two.end : two.end + 10]) is not None


def _between(early: EdtfTime, late: EdtfTime, length: Length) -> tuple[float, float] | None:
    """Return the least and the most of a unit that can lie between two times; None where they are too vague for it."""
    if early.low is None or early.high is None or late.low is None or late.high is None:
        return None
    if length.unit == "years":
        years = late.low.year - early.low.year
        vague = "year" in (early.precision, late.precision)
        if vague or length.exact:
            before = (late.high.month, late.high.day) < (early.low.month, early.low.day) and not vague
            return years - before, years + (length.number <= FEW)
    if {early.precision, late.precision} != {"day"} and length.unit in ("days", "weeks"):
        return None
    size = UNITS[length.unit]
    room = SLACK if length.unit == "days" else max(0.6, float(length.number) / 12)
    return (late.low - early.high).days / size - room, (late.high - early.low).days / size + room


def _words(length: Length) -> str:
    text, end = length.line.text, length.placed.end
    tail = re.match(r"[-\s]*[^\W\d_]+", text[end:])
    return text[length.placed.start : end + (tail.end() if tail else 0)]
