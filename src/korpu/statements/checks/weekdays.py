"""Check *date_order* on days of the week and periods: a Monday that is a Tuesday, a time that ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from korpu.kernel.edtf import format_time
from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.events import time_of
from korpu.statements.checks.relating import pattern
from korpu.statements.checks.scene import Line, Placed, Scene

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = 24
"""Characters between a day of the week and its date, at most."""


def check(scene: Scene) -> Iterator[Finding]:
    """Yield periods that end before they begin, and dates that fall on another day of the week."""
    for line in scene.lines:
        dates = [p for p in line.figures if p.figure.kind == "date" and time_of(p)]
        if line.role != "question" and dates:
            yield from _periods(line, dates)
            yield from _weekdays(line, dates)


def _day(number: int, language: str) -> str:
    return pattern(f"day_{number + 1}", language).pattern


def _periods(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    """Report "з 5 травня до 3 березня 2024 року", "Validity: 5 May 2024 – 3 March 2024" and the like."""
    for first, second in pairwise(dates):
        a, b = time_of(first), time_of(second)
        if a is None or b is None or first.figure.inferred or not b.ends_before(a):
            continue
        if _one_time(line, first, second):
            arithmetic = f"{format_time(b.text)} is before {format_time(a.text)}"
            ranges = line.ranges(first.start, second.end)
            yield Finding("date_order", "error", "The period ends before it begins.", ranges, arithmetic)


def _one_time(line: Line, first: Placed, second: Placed) -> bool:
    lead, gap = line.text[max(0, first.start - 12) : first.start], line.text[first.end : second.start]
    if re.fullmatch(r"\s*(?:року|года|il)?\s*[–—-]\s*", gap):
        return True
    to = pattern("range_to").pattern
    if (
        line.language == "en"
        and re.fullmatch(r"\s*(?:to|till|until|through)\s*", gap)
        and time_of(first)
        and not second.figure.inferred
    ):
        return True
    slavic = re.search(rf"{pattern('range_from').pattern}\s+\Z", lead, re.IGNORECASE)
    if slavic and re.fullmatch(rf"\s*{to}\s+", gap, re.IGNORECASE):
        return True
    turkic = re.fullmatch(r"\s*(?:tarixindən|ilindən|dan|dən)\s+", gap) or re.search(r"(?:dan|dən)$", first.figure.text)
    end = rf"\s*{pattern('range_end').pattern}"
    return bool(turkic and len(gap) < NEAR and re.match(end, line.text[second.end :], re.IGNORECASE))


def _weekdays(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    """Compare each exact date with the one day of the week that stands near it."""
    for placed in dates:
        time = time_of(placed)
        if time is None or time.precision != "day" or time.low is None or placed.figure.inferred:
            continue
        named = _named(line, placed, dates)
        right = time.low.weekday()
        if named is not None and named != right:
            message = f"{format_time(time.text)} is a {DAYS[right]}, not a {DAYS[named]}."
            ranges = line.ranges(placed.start, placed.end)
            yield Finding(
                "date_order", "warning", message, ranges, f"{time.text} falls on a {DAYS[right]}", Proposal(DAYS[right])
            )


def _named(line: Line, placed: Placed, dates: list[Placed]) -> int | None:
    """Return the day of the week (0 is Monday) beside a date, None where there is none or more than one."""
    dates = [p for p in dates if not p.figure.inferred]  # a day of the week by itself is one that was reckoned
    before = max((p.end for p in dates if p.end <= placed.start), default=0)
    after = min((p.start for p in dates if p.start >= placed.end), default=len(line.text))
    if not any(re.search(_day(i, line.language), line.text, re.IGNORECASE) for i in range(7)):
        return None
    lead = line.text[max(before, placed.start - NEAR) : placed.start]
    tail = line.text[placed.end : min(after, placed.end + NEAR)]
    leads = [i for i in range(7) if re.search(rf"{_day(i, line.language)}[\s,:(–—]*\Z", lead, re.IGNORECASE)]
    tails = [
        i
        for i in range(7)
        if re.match(rf"[\s,(–—]*(?:an?\s+|on (?:a\s+)?|[ув]о?\s+)?{_day(i, line.language)}", tail, re.IGNORECASE)
    ]
    found = leads or tails
    return found[0] if len(found) == 1 else None
