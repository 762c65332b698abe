"""The ordinals of an enumeration: "three decisions. First, … Second, … Third, …" and "the third of four sections"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.breakdowns import TIME_UNITS, noun
from korpu.statements.checks.scene import Line, Placed, Scene

_REACH = 14
_MARKERS = {
    "first": 1, "firstly": 1, "second": 2, "secondly": 2, "third": 3, "thirdly": 3, "fourth": 4,
    "fourthly": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_MARKER = re.compile(
    r"^(?:and |but |the |our |under the |in the |its )?(?P<word>"
    + "|".join(_MARKERS)
    + r")\b(?P<rest>,|\s+[\w'’-]+(?:\s+[\w'’-]+)?)",
    re.IGNORECASE,
)
_NOT_A_MARKER = re.compile(
    r"\s+(?:quarter|half|time|party|countr\w+|world|lady|deputy|secretary|vice|aid|hand|degree|century|and foremost|"
    r"year|month|week|day|in our|to|ever)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^(?:another|finally|lastly|and finally|the (?:last|final|other|most \w+)|one more|also|besides|in addition)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:projects?|goals?|decisions?|points?|reasons?|steps?|stages?|areas?|directions?|priorit\w+|tasks?|topics?|issues?|"
    r"questions?|conditions?|elements?|measures?|proposals?|initiatives?|lessons?|principles?|aims?|objectives?|pillars?|"
    r"components?|agreements?|documents?|programmes?|phases?|aspects?|factors?|messages?|requests?|things|objects?|sites?)\b",
    re.IGNORECASE,
)
_OF_N = re.compile(r"\s+of\s+(?:the\s+|its\s+|our\s+)?(?:[\w'’]+\s+){0,2}?$", re.IGNORECASE)


def check_ordinals(scene: Scene) -> Iterator[Finding]:
    """Compare numbers announced with the ordinals that follow, and ordinals with the number they are taken from."""
    for index, line in enumerate(scene.lines):
        yield from _beyond(line)
        for placed in line.figures:
            if placed.figure.kind == "count" and line.role not in ("header", "question", "caption"):
                yield from _announced(scene, index, placed)


def _beyond(line: Line) -> Iterator[Finding]:
    """Report "the fifth of four sections"."""
    for first, second in pairwise(line.figures):
        if first.figure.kind != "ordinal" or second.figure.kind != "count":
            continue
        rank, number = first.figure.number, second.figure.number
        if rank is None or number is None or rank <= number or not _OF_N.fullmatch(line.text[first.end : second.start]):
            continue
        yield Finding(
            "enumeration",
            "error",
            f"There is no “{first.figure.text}” among {number}.",
            line.ranges(first.start, second.end),
            f"{rank} > {number}",
        )


def _announced(scene: Scene, index: int, placed: Placed) -> Iterator[Finding]:
    line = scene.lines[index]
    figure = placed.figure
    after = noun(line, placed)
    number = figure.number
    if number is None or figure.qualifier or not 2 <= number <= 10 or TIME_UNITS.match(after):
        return
    head = next((w for w in after.split()[:5] if _NOUN.fullmatch(w)), None)
    if head is None:
        return
    found = _run(scene, index)
    skipped = _skipped(found, int(number))
    if skipped:
        rank, last = skipped
        ranges = (*line.ranges(placed.start, placed.end), *last[0].ranges(0, last[1]))
        text = f"“{last[2]}” is numbered, and no number {rank} before it."
        yield Finding("enumeration", "info", text, ranges, f"announced {number}; {rank} missing")
    if not found or 1 not in found:
        return
    top, others = max(k for k in found if k), found.get(0)
    if top > number:
        yield _finding(line, placed, found[top], f"“{found[top][2]}” is one too many for “{figure.text} {head}”.", top)
    elif top < number and not others and top >= 2 and all(k in found for k in range(1, top + 1)):
        yield _finding(line, placed, found[top], f"“{figure.text} {head}” are announced, {top} are numbered.", top)


def _skipped(found: dict[int, tuple[Line, int, str]], number: int) -> tuple[int, tuple[Line, int, str]] | None:
    """The number left out before the last ordinal, where the run goes on to the very number announced."""
    ranks = [rank for rank in found if rank]
    missing = [rank for rank in range(2, number) if rank not in found]
    return (missing[0], found[number]) if number in ranks and missing else None


def _run(scene: Scene, index: int) -> dict[int, tuple[Line, int, str]]:
    """The ordinals that open the sentences after an announcement, until one repeats; key 0 is "another", "finally"."""
    found: dict[int, tuple[Line, int, str]] = {}
    start = scene.lines[index]
    for line in scene.lines[index + 1 : index + 1 + _REACH]:
        if line.role == "caption":
            continue
        if line.role != start.role:
            break
        more = _MORE.match(line.text)
        if more:
            found.setdefault(0, (line, more.end(), more.group()))
        match = _MARKER.match(line.text)
        if not match or _NOT_A_MARKER.match(match["rest"]):
            later = re.search(r"\b(?:as|is|was) the (\w+)\b", line.text)
            if later and later.group(1).lower() in _MARKERS and 1 in found:
                found.setdefault(_MARKERS[later.group(1).lower()], (line, later.end(), later.group(1)))
            continue
        rank = _MARKERS[match["word"].lower()]
        if rank in found or (rank == 1 and found.keys() - {0}):
            break
        found[rank] = (line, match.end("word"), match["word"])
    return found


def _finding(line: Line, placed: Placed, last: tuple[Line, int, str], message: str, top: int) -> Finding:
    number = placed.figure.number or 0
    return Finding(
        "enumeration",
        "error" if top > number else "warning",
        message,
        (*line.ranges(placed.start, placed.end), *last[0].ranges(0, last[1])),
        f"announced {number}; numbered up to {top}",
        Proposal(str(top), str(top), placed.figure.unit),
    )
