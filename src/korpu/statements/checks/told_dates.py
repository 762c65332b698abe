"""Check *date_order* in any language: events are told in the order in which they came, and their dates must agree.

Events are told in their order more often than not. Where the earlier stage is told first and dated later than the stage
that follows it, the two dates cannot both be right. The words are data (data/event_words.csv, data/told.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from korpu.kernel.edtf import EdtfTime, format_time
from korpu.kernel.finding import Finding, Range
from korpu.kernel.tables import rows
from korpu.statements.checks.events import time_of
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.checks.words import content

_FAR = 70
LAST, PROMISED = 6, 2
"""Ranks: a thing in use, and a promise of it."""
STARTED = 3
LABEL = 50
"""Characters of a line that is no more than a label and its date."""
MANY = 4
"""Words between a promise and its end, at most."""
NEAR = 3
"""Years that a slip of the pen moves a date at most; what lies further apart is another story."""
_MARK = re.compile(r"[,;:–—]|\s(?:and|і|й|та|а|и|və|but|але|но)\s")


@dataclass(frozen=True)
class Told:
    """An event of a line with its rank on the way from promise to use, and the date that stands with it."""

    rank: int
    start: int
    end: int
    date: Placed
    time: EdtfTime
    word: str = ""


@cache
def _words(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    by_rank: dict[int, list[str]] = {}
    for row in rows("korpu.statements.checks", "data/event_words.csv"):
        if row["language"] == language:
            by_rank.setdefault(int(row["rank"]), []).append(row["words"])
    return tuple((rank, re.compile(rf"\b(?:{'|'.join(w)})(?!\w)", re.IGNORECASE)) for rank, w in by_rank.items())


def check(scene: Scene) -> Iterator[Finding]:
    """Yield where the dates of events do not go with the order in which they are told."""
    for index, line in enumerate(scene.lines):
        dates = [p for p in line.figures if p.figure.kind == "date" and time_of(p)]
        if line.role == "question" or not dates:
            continue
        own = told(line, dates)
        yield from _order(line, own)
        yield from _built_under(line, own)
        earlier = next(scene.before(index), None)
        if earlier is not None and own and _goes_on(earlier, line):
            yield from _next(earlier, line, own[0])


def told(line: Line, dates: list[Placed]) -> list[Told]:
    """Return the events of a line that have a date of their own: the nearest one, with no other event between."""
    verbs = sorted(
        {(m.start(), m.end(), rank) for rank, words in _words(line.language) for m in words.finditer(line.text)}
    )
    pairs = []
    for placed in dates:
        # An Azerbaijani verb stands after its date.
        fitting = [v for v in verbs if line.language != "az" or v[0] >= placed.end] or verbs
        near = min(fitting, key=lambda v: gap(line, v[:2], placed), default=None)
        if near is not None and gap(line, near[:2], placed) < _FAR:
            pairs.append((near, placed))
    found = []
    for verb in verbs:
        mine = [p for v, p in pairs if v == verb]
        time = time_of(mine[0]) if len(mine) == 1 else None
        if time is not None and not mine[0].figure.inferred:
            found.append(Told(verb[2], verb[0], verb[1], mine[0], time, line.text[verb[0] : verb[1]]))
    return found


def gap(line: Line, verb: Range, placed: Placed) -> int:
    """How far a date is from a verb; a comma, a conjunction or another clause between makes it farther."""
    a, b = (verb[1], placed.start) if verb[1] <= placed.start else (placed.end, verb[0])
    between = line.text[a:b]
    return len(between) + 40 * len(_MARK.findall(between))


def _order(line: Line, own: list[Told]) -> Iterator[Finding]:
    for first, second in pairwise(own):
        ordered = first.rank < second.rank <= LAST and second.time.ends_before(first.time)
        if ordered and _one_story(line, first, second):
            start, end = min(first.start, first.date.start), max(second.end, second.date.end)
            yield _early(line.ranges(start, end), first, second)


def _built_under(line: Line, own: list[Told]) -> Iterator[Finding]:
    """Report "opened in 2023 … under a contract signed in 2024": what is done under a paper comes after it."""
    for first, second in pairwise(own):
        under = pattern("under_paper").search(line.text, first.end, second.start)
        if under and second.rank <= PROMISED < first.rank and first.time.ends_before(second.time):
            ranges = line.ranges(min(first.start, first.date.start), max(second.end, second.date.end))
            yield _early(ranges, second, first)


def _one_story(line: Line, first: Told, second: Told) -> bool:
    """Whether two events of a sentence are of one thing: nothing but a few words between, or a promise and its end."""
    between = line.text[first.end : second.start]
    between = between.replace(first.date.figure.text, "").replace(second.date.figure.text, "")
    if _years(first.time, second.time) > NEAR:
        return False
    if first.rank == STARTED and _of_works(line.text[: first.start]):
        return len(re.findall(r"[^\W\d_]{3,}", between)) <= MANY
    named = [w for w in re.findall(r"[^\W\d_]{4,}", between) if not pattern("fill").fullmatch(w)]
    if ";" in between and named and not _same_thing(line, first, second):
        return False
    return len(named) <= (MANY if first.rank <= PROMISED else 0)


def _same_thing(line: Line, first: Told, second: Told) -> bool:
    """Whether the clauses of two events share a word that carries meaning."""
    cut = line.text.index(";", first.end)
    return bool(content(line.text[:cut]) & content(line.text[cut : second.end]))


def _of_works(lead: str) -> bool:
    """Whether a verb of starting has works for its subject: "the works at the school, which …", "construction"."""
    works = rf"{pattern('process').pattern}\s*(?:\w+,?\s*){{0,4}}|{pattern('building').pattern}\s*"
    return re.search(rf"(?:^|[.!?]\s)(?:{works})$", lead, re.IGNORECASE) is not None


def _years(one: EdtfTime, two: EdtfTime) -> float:
    return abs((one.low - two.low).days) / 365 if one.low and two.low else NEAR + 1


def _goes_on(earlier: Line, line: Line) -> bool:
    """Whether a line takes up the one before: a paper it names, its very number, its things, or the first of them."""
    if says("back", line.text) or _all_of(earlier, line):
        return True
    if all(len(one.text) < LABEL and ":" in one.text for one in (earlier, line)):
        return True
    openings = f"{pattern('opening').pattern}|{pattern('pronoun').pattern}"
    opened = re.match(rf"(?:{openings})[\s,]", line.text, re.IGNORECASE) is not None
    return opened or bool(content(earlier.text) & content(line.text) - _dated(earlier) - _dated(line))


def _dated(line: Line) -> set[str]:
    return {word for p in line.figures for word in content(line.text[p.start : p.end])}


def _next(earlier: Line, line: Line, event: Told) -> Iterator[Finding]:
    dates = [p for p in earlier.figures if p.figure.kind == "date" and time_of(p)]
    before = told(earlier, dates)
    if len(before) != 1 or len(dates) != 1 or _years(before[0].time, event.time) > NEAR:
        return
    if before[0].rank < event.rank <= LAST and event.time.ends_before(before[0].time):
        first = earlier.ranges(before[0].date.start, before[0].date.end)
        yield _early((*first, *line.ranges(event.date.start, event.date.end)), before[0], event)


def _all_of(earlier: Line, line: Line) -> bool:
    """Whether a line takes up the very number of the line before: "all 20 generators"."""
    counts = {p.figure.value for p in earlier.figures if p.figure.kind == "count"}
    taken = re.compile(rf"{pattern('all_of').pattern}\s+$", re.IGNORECASE)
    return any(
        p.figure.kind == "count" and p.figure.value in counts and taken.search(line.text[: p.start])
        for p in line.figures
    )


def _early(ranges: tuple[Range, ...], first: Told, second: Told) -> Finding:
    message = f"“{second.date.figure.text}” is told as the later date, and lies before “{first.date.figure.text}”."
    arithmetic = f"{format_time(second.time.text)} is before {format_time(first.time.text)}"
    kept = first.rank == PROMISED and second.rank in (LAST - 2, LAST - 1) and pattern("promise").fullmatch(first.word)
    return Finding("promise_after_delivery" if kept else "date_order", "warning", message, ranges, arithmetic)
