"""Tells things and money apart that one verb gives together: "sent 5 buses and 300 thousand euros" is two events.

In: the candidates of a document with its figures. Out: the same, each that has both a count and an amount of its own
as two, which share their verb, parties, place and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from korpu.kernel.finding import Range
from korpu.statements.reading import Candidate, Figure

_AND = r"(?:and|plus|і|й|та|и|плюс|və|üstəgəl)"
_SOME = (
    r"(?:(?:also|another|a further|about|around|over|almost|nearly|more than|some|ще|близько|понад|майже|"
    r"еще|около|свыше|почти|более|daha|təxminən|həmçinin)\s+){0,2}"
)
_THINGS_FIRST = re.compile(
    rf"\s+[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){{0,3}}?(?=\s+{_AND}\s)(?P<join>\s+{_AND}\s+){_SOME}"
)
_MONEY_FIRST = re.compile(rf"(?P<join>\s+{_AND}\s+){_SOME}")
_EACH = re.compile(r"\s*(?:each|apiece|a piece|кожн|каждый|каждому|hər)", re.IGNORECASE)
_OPENING = frozenset('“«"$€£(')
_TIMES = frozenset(["years", "months", "weeks", "days", "hours", "minutes", "times"])


def paired(text: str, candidates: Sequence[Candidate], figures: Sequence[Figure]) -> tuple[Candidate, ...]:
    """Return the candidates in order, those that give things and money together as two; references follow."""
    found: list[Candidate] = []
    moved: list[int] = []
    for candidate in candidates:
        moved.append(len(found))
        found += _split(text, candidate, figures) or [candidate]
    if len(found) == len(candidates):
        return tuple(candidates)
    return tuple(c if c.refers_to is None else replace(c, refers_to=moved[c.refers_to]) for c in found)


def _split(text: str, candidate: Candidate, figures: Sequence[Figure]) -> list[Candidate]:
    if candidate.amount is None or candidate.count is None or len(candidate.ranges) != 1:
        return []
    mine = [i for i in candidate.figures if i < len(figures)]
    counts = [i for i in mine if figures[i].kind == "count" and figures[i].value == candidate.count]
    sums = [i for i in mine if figures[i].kind == "money" and figures[i].value == candidate.amount]
    if len(counts) != 1 or len(sums) != 1 or figures[counts[0]].unit in _TIMES:
        return []
    things, money = figures[counts[0]], figures[sums[0]]
    apart = _apart(text, candidate.ranges[0], things, money)
    if apart is None:
        return []
    others = tuple(i for i in mine if i not in (counts[0], sums[0]))
    given = replace(candidate, ranges=apart[0], amount=None, currency=None, figures=tuple(sorted((*others, counts[0]))))
    stage = "paid" if candidate.stage == "shipped" else candidate.stage
    paid = replace(
        candidate, ranges=apart[1], stage=stage, count=None, count_unit=None, object=None, title=None,
        figures=tuple(sorted((*others, sums[0]))),
    )  # fmt: skip
    last = max(things.start, money.start)
    halves = (text[candidate.ranges[0][0] : last], text[last : candidate.ranges[0][1]])
    placed = _placed(given, paid, halves if things.start < money.start else halves[::-1])
    return [replace(c, quote=" … ".join(text[a:b] for a, b in c.ranges)) for c in placed]


def _placed(given: Candidate, paid: Candidate, halves: tuple[str, str]) -> tuple[Candidate, Candidate]:
    """Return both with the places of their own half, where each half names one: "to Lviv and … to Kharkiv"."""
    own = [tuple(p for p in given.places if p in half) for half in halves]
    if not all(own):
        return given, paid
    return replace(given, places=own[0], place=own[0][0]), replace(paid, places=own[1], place=own[1][0])


def _apart(
    text: str, whole: Range, things: Figure, money: Figure
) -> tuple[tuple[Range, ...], tuple[Range, ...]] | None:
    """Return the words of the things and those of the money, each with what both share before and after."""
    if _EACH.match(text, max(things.end, money.end)):
        return None
    if things.end <= money.start:
        joint = _THINGS_FIRST.fullmatch(text, things.end, money.start)
        first, second = things.start, money.end
    else:
        joint = _MONEY_FIRST.fullmatch(text, money.end, things.start)
        first, second = money.start, _noun_end(text, things, whole[1])
    if joint is None:
        return None
    head, tail = (whole[0], first), (second, whole[1])
    before = (whole[0], joint.start("join"))
    after = (joint.end("join"), whole[1])
    one = tuple(_filled(text, before, tail))
    two = tuple(_filled(text, head, after))
    return (one, two) if things.end <= money.start else (two, one)


def _noun_end(text: str, things: Figure, stop: int) -> int:
    noun = re.compile(r"\s+[^\W\d_][\w'’-]*").match(text, things.end, stop)
    return noun.end() if noun else things.end


def _filled(text: str, *spans: Range) -> Iterator[Range]:
    """Yield the spans that have words, without spaces and marks at their ends."""
    for a, b in spans:
        words = text[a:b].rstrip()
        start = next((k for k, c in enumerate(words) if c.isalnum() or c in _OPENING), len(words))
        if start < len(words):
            yield a + start, a + len(words)
