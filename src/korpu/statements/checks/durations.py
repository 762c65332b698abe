"""Check *date_order* on spans of time: "unresolved for ten years" since an agreement signed nine years before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from korpu.kernel.edtf import is_edtf, parse
from korpu.kernel.finding import Finding
from korpu.reference.happenings import Happening, happenings
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Line, Scene

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
COUPLE = 2.5
"""What "a couple of" stands for, give or take a half."""

_REACH = 3
_ROOM = 0.07


@dataclass(frozen=True)
class Span:
    """A length of time as stated: where, how many days, and how many its words leave open on either side."""

    start: int
    end: int
    days: float
    room: float
    words: str


@cache
def _span() -> re.Pattern[str]:
    units = "|".join(f"(?P<{name}>{pattern(f'unit_{name}').pattern})" for name in DAYS)
    return re.compile(rf"(?:(?P<n>\d+)|(?P<few>{pattern('couple').pattern}))[\s-]+(?:{units})", re.IGNORECASE)


def spans(line: Line) -> Iterator[Span]:
    """Yield the lengths of time that a line states, with their number in figures or as "a couple of"."""
    for match in _span().finditer(line.text):
        unit = next(name for name in DAYS if match[name])
        number = float(match["n"]) if match["n"] else COUPLE
        room = 0.5 if match["few"] else max(0.5 / max(number, 1), _ROOM)
        yield Span(match.start(), match.end(), number * DAYS[unit], number * DAYS[unit] * room, match.group())


def check(scene: Scene) -> Iterator[Finding]:
    """Compare how long something is said to have lasted with the known event that it lasted since."""
    for index, line in enumerate(scene.lines):
        if line.role == "question" or not says("state", line.text):
            continue
        for span in spans(line):
            since = _since(scene, index)
            until = _until(scene, index, since)
            if since is None or until is None or until <= date.fromisoformat(since.began):
                continue
            finding = judge(line, span, date.fromisoformat(since.began), until)
            if finding:
                yield finding


def _since(scene: Scene, index: int) -> Happening | None:
    """The one event that the line, or the line before, names and is not itself what ended the span."""
    for line in (scene.lines[index], *scene.before(index)):
        named = [h for h in happenings(line.text) if h.ended is None and h.country is None]
        if len(named) == 1:
            return named[0]
    return None


def _until(scene: Scene, index: int, since: Happening | None) -> date | None:
    """When the span ended: at the last event named shortly before, else with the publication."""
    named = [
        h
        for line in (scene.lines[index], *scene.before(index, _REACH))
        for h in happenings(line.text)
        if since is not None and h.id != since.id and h.began > since.began
    ]
    if named:
        return date.fromisoformat(max(h.ended or h.began for h in named))
    said = scene.published
    time = parse(said) if said and is_edtf(said) else None
    return time.high if time else None


def judge(line: Line, span: Span, start: date, end: date) -> Finding | None:
    """Return a finding where a stated length is not that between two days, with the room its words leave."""
    days = abs((end - start).days)
    if abs(days - span.days) <= span.room + 15 * (span.days > 300):
        return None
    text = f"“{span.words}” is stated, from {start.isoformat()} to {end.isoformat()} there are {days} days."
    arithmetic = f"{end.isoformat()} − {start.isoformat()} = {days}; stated {round(span.days)}"
    far = days > 1.5 * span.days or days < span.days / 2
    return Finding("date_order", "warning" if far else "info", text, line.ranges(span.start, span.end), arithmetic)
