"""Check *tense* in any language: told as done for a day to come, or as to come for a day that is past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from korpu.kernel.edtf import EdtfTime, format_time, is_edtf, parse
from korpu.kernel.finding import Finding
from korpu.kernel.tables import rows
from korpu.statements.checks.events import time_of
from korpu.statements.checks.relating import pattern
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.checks.told_dates import gap, told

CLOSE = 12
"""Characters between a verb and the year that is its own."""
LEAD = 24
_BE = re.compile(r"\bbe \w+", re.IGNORECASE)


@cache
def _tense(name: str, language: str) -> re.Pattern[str]:
    table = rows("korpu.statements.checks", "data/tenses.csv")
    words = [r["words"] for r in table if r["tense"] == name and r["language"] == language] or ["(?!)"]
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    """Return what finds where a sentence goes on in another tense: "was 8 in 2021 and will be 12 this year"."""
    go_on = rf"(?=(?:\w+\s){{0,2}}{pattern('auxiliary').pattern})"
    return re.compile(rf";|,?\s{pattern('joint').pattern}\s{go_on}", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield the dates whose sentence is told in the wrong tense, seen from the day of publication."""
    published = parse(scene.published) if scene.published and is_edtf(scene.published) else None
    if published is None:
        return
    for line in scene.lines:
        dates = [p for p in line.figures if p.figure.kind == "date" and time_of(p)]
        if line.role == "question" or not dates:
            continue
        for placed in dates:
            clause = _clause(line, placed)
            future = _tense("future", line.language).search(clause)
            past = _tense("past", line.language).search(_BE.sub("", clause))
            own = any(one.date is placed for one in told(line, dates))
            if len(dates) == 1 or own or pattern("level_was", line.language).search(clause):
                yield from _tense_of(line, placed, published, (past is not None, future is not None))


def _clause(line: Line, placed: Placed) -> str:
    """The clause of a date where a sentence joins a past and a future."""
    cuts = [m.start() for m in _joined().finditer(line.text)]
    start = max((c for c in cuts if c <= placed.start), default=0)
    end = min((c for c in cuts if c >= placed.end), default=len(line.text))
    return line.text[start:end]


def _tense_of(line: Line, placed: Placed, published: EdtfTime, tenses: tuple[bool, bool]) -> Iterator[Finding]:
    time, text = time_of(placed), placed.figure.text
    past, future = tenses
    if time is None or placed.figure.inferred or _limited(line, placed):
        return
    sure = time.precision in ("day", "month")
    sure = sure or (time.precision == "year" and (_close_event(line, placed) or _stated_for(line, placed)))
    if past and not future and sure and published.ends_before(time):
        message = f"“{text}” is told as past, and lies after the day of publication."
        arithmetic = f"{format_time(time.text)} is after {format_time(published.text)}"
        yield Finding("tense", "warning", message, line.ranges(placed.start, placed.end), arithmetic)
    elif future and not past and time.ends_before(published) and time.precision in ("day", "month"):
        message = f"“{text}” is told as to come, and lies before the day of publication."
        arithmetic = f"{format_time(time.text)} is before {format_time(published.text)}"
        yield Finding("tense", "warning", message, line.ranges(placed.start, placed.end), arithmetic)


def _stated_for(line: Line, placed: Placed) -> bool:
    """Whether a level is stated for the year: "was 8 billion in 2025"."""
    lead = line.text[max(0, placed.start - 60) : placed.start]
    verb = pattern("level_was").search(lead)
    return verb is not None and not re.search(r"[,;:]", lead[verb.end() :])


def _close_event(line: Line, placed: Placed) -> bool:
    """Whether an event stands right beside a date."""
    return any(one.date is placed and gap(line, (one.start, one.end), placed) <= CLOSE for one in told(line, [placed]))


def _limited(line: Line, placed: Placed) -> bool:
    """Whether the date bounds a time rather than being when something happens: "until", "by", "для 2027 року"."""
    words = _tense("limit", line.language).pattern
    lead = line.text[max(0, placed.start - LEAD) : placed.start]
    before = re.search(rf"{words}\s+(?:\w+\s+)?\Z", lead, re.IGNORECASE)
    if re.search(rf"{pattern('scheduled').pattern}\s+\Z", lead, re.IGNORECASE):
        return False
    after = re.match(rf"\s*\w*\s*{pattern('bounded_after').pattern}", line.text[placed.end :], re.IGNORECASE)
    return bool(before or after or re.search(r"(?:dan|dən|tan|tən|dək)$", placed.figure.text))
