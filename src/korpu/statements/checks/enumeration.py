"""Check *enumeration*: "four projects: a, b, c" names three; "the fourth of three" is one too many.

A list is counted with room for doubt (an "and" may join two items or stand within one), and a finding is reported
only when no reading of the list gives the number said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.breakdowns import TIME_UNITS, noun
from korpu.statements.checks.ordinals import check_ordinals
from korpu.statements.checks.scene import Line, Placed, Scene

_LARGEST = 12
_OPEN = re.compile(r"\s*(?:,\s*namely|,\s*i\.e\.|:|,\s*а саме:?|,\s*а именно:?|,\s*yəni)(?=\s)", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:such as|for (?:example|instance)|among (?:them|others)|including|like|etc|and (?:so on|others|more|many)|"
    r"as well as|not only|either|both|one of|тощо|та інші|и другие|и т\.д|və s)\b|…",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|we|they|he|she|it|i|you|"
    r"this|there|who|what|how|why|whether)\b|[?]|n't\b|['’](?:s|re|ll|ve|d) (?:\w+ed|not|to)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?:which|who|where|whose|all|each|both|together|every|the (?:last|first|latter|former)|was|were|is|are|has|"
    r"have|had|will|shall|would|can|could)\b.*$",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:and|та|і|й|и|və)\s+", re.IGNORECASE)
_ABSTRACT = re.compile(
    r"(?:elements?|areas?|tracks?|directions?|priorit\w+|pillars?|goals?|aims?|tasks?|topics?|themes?|axes|components?|"
    r"dimensions?|objectives?|strands?|fields|sectors)\b",
    re.IGNORECASE,
)
_COPULA = re.compile(r"\s(?:are|were|remain)\s+(?=[^\W\d_])", re.IGNORECASE)
_COUNTED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """A list of items and the fewest and most that it can be read as."""

    start: int
    end: int
    low: int
    high: int


def check(scene: Scene) -> Iterator[Finding]:
    """Count the items listed after a number, and the ordinals that number them."""
    for line in scene.lines:
        if line.role in ("header", "question"):
            continue
        for placed in line.figures:
            finding = _list_finding(line, placed)
            if finding:
                yield finding
    yield from check_ordinals(scene)


def _list_finding(line: Line, placed: Placed) -> Finding | None:
    figure = placed.figure
    if figure.kind != "count" or figure.qualifier or figure.number is None or not 2 <= figure.number <= _LARGEST:
        return None
    after = line.text[placed.end : placed.end + 24].lstrip(" -")
    if TIME_UNITS.match(after) or not re.match(r"[^\W\d_]", after):
        return None
    listed = _after_mark(line, placed) or _after_dash(line, placed) or _after_copula(line, placed)
    number = int(figure.number)
    if listed is None or listed.low <= number <= listed.high:
        return None
    named = listed.high if number > listed.high else listed.low
    return Finding(
        "enumeration",
        "warning",
        f"“{figure.text} {noun(line, placed).split(' ')[0]}” are announced, {named} are named.",
        line.ranges(placed.start, listed.end),
        f"announced {number}; listed {named}",
        Proposal(str(named), str(named), figure.unit),
    )


def _after_mark(line: Line, placed: Placed) -> Listed | None:
    mark = _OPEN.search(line.text, placed.end)
    if mark is None or mark.start() - placed.end > 90:
        return None
    between = line.text[placed.end : mark.start()]
    counts = [p for p in line.figures if placed.end <= p.start < mark.start() and p.figure.kind in ("count", "money")]
    if counts or re.search(r"[;()“”\"]", between) or _LOOSE.search(line.text[placed.end :]):
        return None
    near = len(between.split()) <= 5
    listed = _items(line.text, mark.end())
    # Far from its number a list may be about something else: then only one that is plainly parallel is counted.
    return listed if listed and (near or listed.high >= 3) else None


def _after_dash(line: Line, placed: Placed) -> Listed | None:
    """Read "four towns – Reni, Izmail and Kiliia – have joined"; only names, as a dash may open anything."""
    found = re.match(r"\s+(?:\w+\s+){1,2}[-–—]\s+([^-–—]+?)\s+[-–—]\s", line.text[placed.end :])
    if not found:
        return None
    start = placed.end + found.start(1)
    listed = _items(line.text[: placed.end + found.end(1)], start)
    return listed if listed and _all_names(line.text[start : listed.end]) else None


def _all_names(text: str) -> bool:
    return all(i.strip()[:1].isupper() for s in text.split(",") for i in _AND.split(s) if i.strip(" and"))


def _after_copula(line: Line, placed: Placed) -> Listed | None:
    """Read "the four elements of our aid are a, b, c and d"; only for nouns that are named by listing."""
    before = line.text[max(0, placed.start - 12) : placed.start].lower()
    words = re.match(r"\s+(?:\w+\s+){0,2}?(\w+)\b", line.text[placed.end :])
    if not re.search(r"\b(?:the|our|these|its)\s+(?:\w+\s+)?$", before) or not words:
        return None
    verb = list(_COPULA.finditer(line.text, placed.end))
    if not verb or _LOOSE.search(line.text[placed.end :]):
        return None
    listed = _items(line.text, verb[-1].end())
    named = _ABSTRACT.match(words.group(1)) or (listed and _all_names(line.text[listed.start : listed.end]))
    return listed if listed and named and listed.high >= 3 else None


def _items(text: str, start: int) -> Listed | None:
    """Count the items of a list from `start` to the end of the sentence; None if it is not plainly a list."""
    end = re.search(
        r"(?:;(?=[^;]*$)(?=\s*(?:we|they|it|he|she|this|the|but|however)\b)|\.\s*$|\s[–—]\s|\()",
        text[start:],
        re.IGNORECASE,
    )
    stop = start + end.start() if end else len(text)
    body = _TAIL.sub("", text[start:stop].rstrip(" ."))
    stop = start + len(body)
    if _FINITE.search(body) or not body.strip() or re.search(r"\band,", body):
        return None
    if ";" in body:
        items = [i for i in body.split(";") if i.strip()]
        return Listed(start, stop, len(items), len(items))
    segments = [s for s in re.split(r",\s*", body) if s.strip()]
    segments = [re.sub(r"^(?:and|та|і|и|və)\s+", "", s.strip(), flags=re.IGNORECASE) for s in segments]
    most = [i for s in segments for i in _AND.split(s) if i.strip()]
    if len(most) < 2 or max(len(i.split()) for i in most) > 9:
        return None
    if any(_COUNTED.match(i.strip()) for i in most):
        return None  # "one in A and two in B": parts of a sum, not names
    return Listed(start, stop, _fewest(segments, body), len(most))


def _fewest(segments: list[str], body: str) -> int:
    """The fewest items: an "and" counts once, as the last joint, unless a comma before it already does."""
    named = [s for s in segments if s[:1].isupper()]
    if segments[0][:1].isupper() and len(named) < len(segments):
        segments = named  # "Odesa, a port, and Lviv": what is not a name stands in apposition
    oxford = re.search(r",\s+(?:and|та|і|и|və)\s+[^,]*$", body, re.IGNORECASE) is not None
    joined = _AND.search(segments[-1]) is not None
    return len(segments) + (1 if joined and not oxford and len(segments) > 1 else 0)
