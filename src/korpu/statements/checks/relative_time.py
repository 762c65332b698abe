"""Check *relative_time*: "last year" and "in March" mean nothing until the document has a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.kernel.edtf import format_time, is_edtf, parse
from korpu.kernel.finding import Finding, Range
from korpu.statements.checks.scene import Line, Scene

_UNITS = r"(?:year|month|week|quarter|spring|summer|autumn|fall|winter|decade)"
_DEICTIC = re.compile(
    rf"\b(?:(?:this|last|next|past|the past|the coming|the previous|the current) {_UNITS}s?"
    rf"|(?:(?:\w+|a few|a couple of) )?(?:days?|weeks?|months?|years?) ago"
    rf"|in (?:a few|several|the coming|the next(?: few)?) (?:days|weeks|months|years)"
    r"|yesterday|tomorrow|coming (?:days|weeks|months|years)"
    r"|цього року|цьогоріч|торік|минулого року|минулого місяця|цього місяця|наступного року|учора|вчора|завтра"
    r"|в этом году|в прошлом году|в следующем году|вчера"
    r"|bu il|keçən il|gələn il|ötən il|bu ay|dünən)\b",
    re.IGNORECASE,
)

# Counted in days, so that the month of publication does not date it.
_DAYS = re.compile(
    r"\b(?:(?:\w+|a few|a couple of) days ago|in (?:a few|several|the coming|the next(?: few)?) days|yesterday|"
    r"tomorrow|"
    r"(?:кілька|декілька|\d+) днів тому|учора|вчора|завтра|за кілька днів|днями|"
    r"(?:несколько|\d+) дней назад|вчера|через несколько дней|"
    r"bir neçə gün (?:əvvəl|öncə|sonra)|dünən|sabah|\d+ gün əvvəl)\b",
    re.IGNORECASE,
)


def check(scene: Scene) -> Iterator[Finding]:
    """Report, once, every expression that waits for the date of a document without one."""
    if scene.published:
        yield from _finer(scene)
        return
    spans: dict[Range, str] = {}
    for line in scene.lines:
        for start, end in _relative(line):
            for found in line.ranges(start, end):
                spans[found] = line.text[start:end]
    if not spans:
        return
    ranges = tuple(sorted(spans))
    shown = ", ".join(f"“{w}”" for w in dict.fromkeys(spans[r] for r in ranges[:3]))
    more = " …" if len(ranges) > 3 else ""
    yield Finding(
        "relative_time",
        "warning",
        f"The date of the statement is not known, and {_count(len(ranges))} on it: {shown}{more}.",
        ranges,
        f"{len(ranges)} relative times, 0 publication dates",
    )


def _finer(scene: Scene) -> Iterator[Finding]:
    """Report, once, what counts in days from a publication of which only the month or the year is known."""
    said = parse(scene.published) if scene.published and is_edtf(scene.published) else None
    if said is None or said.precision not in ("month", "year", "season", "quarter", "half"):
        return
    spans = [(line, m) for line in scene.lines for m in _DAYS.finditer(line.text)]
    if spans:
        shown = ", ".join(f"“{m.group()}”" for _, m in spans[:3])
        ranges = tuple(r for line, m in spans for r in line.ranges(*m.span()))
        text = f"The day of the statement is not known, and what is counted from it in days cannot be dated: {shown}."
        yield Finding("relative_time", "info", text, ranges, f"published {format_time(said.text)}")


def _count(number: int) -> str:
    return "one expression depends" if number == 1 else f"{number} expressions depend"


def _relative(line: Line) -> Iterator[Range]:
    undated = [p for p in line.figures if p.figure.kind == "date" and p.figure.value is None]
    taken = [(p.start, p.end) for p in undated]
    yield from taken
    for match in _DEICTIC.finditer(line.text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            yield match.span()
