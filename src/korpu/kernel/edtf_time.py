"""Time with the precision that was stated: the part of EDTF (ISO 8601-2) that public statements need.

Read: years, months, days, seasons and quarters ("2025-21", "2025-33"), unspecified digits ("202X", "2025-04-2X"),
intervals with open or unknown ends ("2025-04/..", "/2026"), and the qualifiers ? (uncertain), ~ (approximate) and
% (both). Left out, as nothing here says them: sets, exponents, significant digits and years outside 1 to 9999.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from korpu.kernel.errors import InputError

_DATE = re.compile(
    r"[?~%]?(?P<year>[0-9X]{4})(?P<q1>[?~%]?)"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})(?P<q2>[?~%]?)(?:-[?~%]?(?P<day>[0-9X]{2})(?P<q3>[?~%]?)(?P<clock>T[0-9:.+Z-]+)?)?)?"
)
_CLOCK = re.compile(r"T([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?(Z|[+-]\d{2}(:\d{2})?)?")

# Season code: (first month, months long). Winter is counted by the year in which it begins in December.
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_PARTS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}
PERIODS: dict[int, tuple[int, int]] = {**_SEASONS, **_PARTS}


@dataclass(frozen=True)
class EdtfTime:
    """A stated time: the first and last day it may mean, and how exactly it was said.

    `low` and `high` are None where the time is open ("..") or unknown; `open_start` and `open_end` tell the two apart.
    `precision` is day, days, month, season, quarter, half, year, decade, century, interval or unknown. Qualifiers do
    not move the bounds.

    >>> t = parse("2025-04")
    >>> t.low, t.high, t.precision
    (datetime.date(2025, 4, 1), datetime.date(2025, 4, 30), 'month')
    """

    text: str
    low: date | None
    high: date | None
    precision: str
    uncertain: bool = False
    approximate: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def days(self) -> int | None:
        """Length in days, None when an end is open or unknown."""
        return (self.high - self.low).days + 1 if self.low and self.high else None

    def ends_before(self, other: EdtfTime) -> bool:
        """Whether every day this may mean lies before every day the other may mean."""
        return self.high is not None and other.low is not None and self.high < other.low

    def overlaps(self, other: EdtfTime) -> bool:
        """Whether both may mean the same day; an open or unknown end reaches without limit."""
        return not self.ends_before(other) and not other.ends_before(self)

    def contains(self, other: EdtfTime) -> bool:
        """Whether every day the other may mean is a day this may mean."""
        starts = self.low is None or (other.low is not None and self.low <= other.low)
        ends = self.high is None or (other.high is not None and other.high <= self.high)
        return starts and ends

    def narrower_than(self, other: EdtfTime) -> bool:
        """Whether this was stated more exactly: fewer days, a closed interval being narrower than an open one."""
        if self.days is None or other.days is None:
            return self.days is not None and other.days is None
        return self.days < other.days


@lru_cache(maxsize=4096)
def parse(text: str) -> EdtfTime:
    """Read an EDTF string, or raise InputError KORPU-TIME-001 if it is none or lies outside the part read here.

    >>> parse("2025-04/..").open_end, parse("2025-04-2X").low
    (True, datetime.date(2025, 4, 20))
    """
    if text.count("/") == 1:
        return _interval(text)
    found = _DATE.fullmatch(text)
    if not found:
        raise _error(text)
    low, high, precision = _bounds(text, found["year"], found["month"], found["day"])
    if found["clock"] and not _CLOCK.fullmatch(found["clock"]):
        raise _error(text)
    return EdtfTime(text, low, high, precision, *_qualifiers(text))


def narrower(a: str, b: str) -> str:
    """Return the one of two EDTF strings that is stated more exactly, the first if they are equally exact.

    >>> narrower("2025", "2025-04")
    '2025-04'
    """
    return b if parse(b).narrower_than(parse(a)) else a


def is_edtf(text: str) -> bool:
    """Tell whether `parse` reads this string."""
    try:
        parse(text)
    except InputError:
        return False
    return True


def _error(text: str) -> InputError:
    return InputError(
        "KORPU-TIME-001", f"“{text[:60]}” is not a time in EDTF, such as 2025, 2025-04-16 or 2025-04/2026."
    )


def _qualifiers(text: str) -> tuple[bool, bool]:
    return any(mark in text for mark in "?%"), any(mark in text for mark in "~%")


def _interval(text: str) -> EdtfTime:
    first, last = text.split("/")
    if first in ("", "..") and last in ("", ".."):
        raise _error(text)
    start = None if first in ("", "..") else parse(first)
    end = None if last in ("", "..") else parse(last)
    low = start.low if start else None
    high = end.high if end else None
    if low and high and high < low:
        raise _error(text)
    return EdtfTime(text, low, high, "interval", *_qualifiers(text), first == "..", last == "..")


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[date | None, date | None, str]:
    """First day, last day and precision of year, month and day patterns in which X stands for any digit."""
    years = (int(year.replace("X", "0")), int(year.replace("X", "9")))
    if "X" in year and not re.fullmatch(r"[0-9]*X+", year):
        raise _error(text)
    if years[1] == 0:
        raise _error(text)
    known = year != "XXXX"
    if month is None:
        precision = {0: "year", 1: "decade", 2: "century"}.get(year.count("X"), "unknown")
        return *_span(years, (1, 12), None, text, known=known), precision
    if month.isdigit() and int(month) in PERIODS:
        if day is not None:
            raise _error(text)
        return *_period(years, int(month), known=known), _period_name(int(month))
    months = [m for m in range(1, 13) if _fits(f"{m:02d}", month)]
    if not months:
        raise _error(text)
    low, high = _span(years, (months[0], months[-1]), day, text, known=known)
    whole = day is None or day == "XX"
    if month == "XX":
        return low, high, "year" if whole and known else "interval"
    return low, high, "month" if whole else "days" if "X" in str(day) else "day"


def _period_name(code: int) -> str:
    return "season" if code in _SEASONS else "quarter" if code in range(33, 37) else "half"


def _fits(digits: str, pattern: str) -> bool:
    return all(p in ("X", d) for d, p in zip(digits, pattern, strict=True))


def _period(years: tuple[int, int], code: int, *, known: bool) -> tuple[date | None, date | None]:
    first, length = PERIODS[code]
    if not known or years[1] + 1 > date.max.year:
        return None, None
    last = first + length - 1
    end_year, end_month = years[1] + (last > 12), (last - 1) % 12 + 1
    return date(max(years[0], 1), first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _span(
    years: tuple[int, int], months: tuple[int, int], day: str | None, text: str, *, known: bool
) -> tuple[date | None, date | None]:
    """First and last day that fit; a day that no such month has is an error."""
    pattern = day or "XX"
    ends = []
    for year, month, pick in ((max(years[0], 1), months[0], min), (years[1], months[1], max)):
        in_leap = 2000 if "X" in text else year
        days = [d for d in range(1, monthrange(in_leap, month)[1] + 1) if _fits(f"{d:02d}", pattern)]
        if not days:
            raise _error(text)
        ends.append(date(year, month, min(pick(days), monthrange(year, month)[1])))
    return (ends[0], ends[1]) if known else (None, None)
