"""Check *date_order*: nothing ends before it begins or is completed before it is signed; weekdays fit their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from korpu.kernel.edtf import EdtfTime, format_time, parse
from korpu.kernel.finding import Finding, Proposal, Range
from korpu.statements.checks.events import DELIVERED, PROMISES, Event, events, time_of
from korpu.statements.checks.scene import Line, Placed, Scene

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(_DAYS) + r"),?\s+(?:the\s+)?$", re.IGNORECASE)
# Between two verbs of one subject stand only helpers, commas and dates: any noun may bring another subject.
_SAME_SUBJECT = re.compile(
    r"(?:\s|,|\(|\)|and|then|was|were|is|are|been|being|be|has|have|had|it|they|to|but|which|that|already|subsequently|"
    r"later|finally|in|on|by|at|due|early|late|fully|successfully|only|soon)*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r",\s+(?:the|its|their)\s+(?:\w+\s+){1,3}(?:had been|has been|have been|was|were)\s+", re.IGNORECASE
)
_AFTER = re.compile(r",?\s+(?P<w>after|before)\s+(?!which|that\b|then)[^,;.:]*?", re.IGNORECASE)
_PROCESS = re.compile(
    r"\b(?:construction|works?|repairs?|building|renovation|reconstruction)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_THE_THING = re.compile(r",?\s+and\s+(?:the|its)\s+(?:\w+\s+){1,2}(?:was|were)\s+", re.IGNORECASE)
_GO_ON = re.compile(
    r"^(?:It|They|This|That|The (?:works?|project|contract|construction|building|delivery|same \w+))\s+"
    r"(?:was|were|is|had been|has been)\s+(?:\w+ly\s+)?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:if|until|once|unless|when)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:was|were|has been|have been|had been)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Compare the dates of a sentence with one another, with its verbs and with the calendar."""
    published = parse(scene.published) if scene.published else None
    for index, line in enumerate(scene.lines):
        dates = [p for p in line.figures if p.figure.kind == "date"]
        if not dates:
            continue
        yield from _ranges(line, dates)
        yield from _weekdays(line, dates)
        yield from _sequence(line, dates)
        own = events(line)
        yield from _order(line, own)
        earlier = next(scene.before(index), None)
        if own and earlier and _GO_ON.match(line.text) and own[0].start <= 60:
            yield from _next_sentence(earlier, line, own[0])
        if published:
            yield from _yet_to_come(line, own, published)


def _yet_to_come(line: Line, own: list[Event], published: EdtfTime) -> Iterator[Finding]:
    """Report what is told as done on a day after the statement was published."""
    for event in own:
        told = event.rank >= DELIVERED and _DONE.search(line.text[: event.start]) and not event.date.figure.inferred
        if told and published.ends_before(event.time) and not _OPEN.search(line.text):
            message = f"“{event.verb} {event.date.figure.text}” is told as done, after the statement was published."
            arithmetic = f"{format_time(event.time.text)} is after {format_time(published.text)}"
            yield _finding(message, line, (event.start, event.date.end), arithmetic)


def _ranges(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    for first, second in pairwise(dates):
        lead = line.text[max(0, first.start - 30) : first.start]
        between = line.text[first.end : second.start]
        opened = re.search(r"\b(?P<w>from|between)\s+(?:the\s+)?(?:\w+\s+){0,2}$", lead, re.IGNORECASE)
        joint = re.fullmatch(
            r",?\s*(?:(?:up )?to|until|till|through|and|–|-)\s+(?:the\s+)?(?:(?:end|beginning|start) of\s+)?", between
        )
        if not opened or not joint or ("and" in between) != (opened["w"].lower() == "between"):
            continue
        a, b = time_of(first), time_of(second)
        # In "between 24 January and 1 July 2022" the year stands once; one that was guessed otherwise proves nothing.
        guessed = first.figure.inferred and a and b and a.text[:4] != b.text[:4]
        if a and b and not guessed and b.ends_before(a):
            arithmetic = f"{format_time(b.text)} is before {format_time(a.text)}"
            yield _finding("The period ends before it begins.", line, (first.start, second.end), arithmetic)


def _sequence(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    """Report "opened in March 2021 after works that began in May 2022"."""
    for first, second in pairwise(dates):
        joint = _AFTER.fullmatch(line.text[first.end : second.start])
        a, b = time_of(first), time_of(second)
        if not joint or a is None or b is None or len(joint.group()) > 60:
            continue
        early, late = (b, a) if joint["w"].lower() == "after" else (a, b)
        if late.ends_before(early):
            arithmetic = f"{format_time(late.text)} is before {format_time(early.text)}"
            message = f"What came {joint['w'].lower()} is dated the other way round."
            yield _finding(message, line, (first.start, second.end), arithmetic)


def _order(line: Line, own: list[Event]) -> Iterator[Finding]:
    for first, second in pairwise(own):
        between = line.text[first.date.end : second.start]
        opening = first.start == 0 and _OPENING.fullmatch(between)
        process = _PROCESS.search(line.text[: first.start]) and _THE_THING.fullmatch(between)
        if not (_SAME_SUBJECT.fullmatch(between) or opening or process) or first.rank == second.rank:
            continue
        yield from _compare(line, first, line, second)


def _next_sentence(earlier: Line, line: Line, event: Event) -> Iterator[Finding]:
    """Compare "The contract was signed in June. It was completed in May."; the earlier line must have one event."""
    before = events(earlier)
    if len(before) == 1 and before[0].rank < event.rank:
        yield from _compare(earlier, before[0], line, event)


def _compare(a_line: Line, a: Event, b_line: Line, b: Event) -> Iterator[Finding]:
    """Report the later stage when its date lies wholly before that of the earlier stage."""
    early, late = (a, b) if a.rank < b.rank else (b, a)
    if not late.time.ends_before(early.time):
        return
    arithmetic = f"{format_time(late.time.text)} is before {format_time(early.time.text)}"
    message = f"“{late.verb} {late.date.figure.text}” comes before “{early.verb} {early.date.figure.text}”."
    name = "promise_after_delivery" if early.verb.lower() in PROMISES and late.rank == DELIVERED else "date_order"
    ranges = (*a_line.ranges(a.start, a.date.end), *b_line.ranges(b.start, b.date.end))
    if a_line is b_line:
        ranges = a_line.ranges(a.start, b.date.end)
    yield Finding(name, "error" if a_line is b_line else "warning", message, ranges, arithmetic)


def _weekdays(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    for placed in dates:
        time = time_of(placed)
        named = _WEEKDAY.search(line.text[: placed.start]) or re.match(
            r"(" + "|".join(_DAYS) + r"),?\s+", placed.figure.text, re.IGNORECASE
        )
        if not named or not time or time.precision != "day" or not time.low or placed.figure.inferred:
            continue
        right = _DAYS[time.low.weekday()]
        if named.group(1).lower() != right:
            start = named.start() if named.string is not placed.figure.text else placed.start
            message = f"{format_time(time.text)} is a {right.capitalize()}, not a {named.group(1).capitalize()}."
            ranges = line.ranges(start, placed.end)
            arithmetic = f"{time.text} falls on a {right.capitalize()}"
            yield Finding("date_order", "warning", message, ranges, arithmetic, Proposal(right.capitalize()))


def _finding(message: str, line: Line, span: Range, arithmetic: str) -> Finding:
    return Finding("date_order", "error", message, line.ranges(*span), arithmetic)
