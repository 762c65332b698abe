"""Hints that one source may be a translation of another: the same figures, in the same order, in another language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

from korpu.ledger.values import time_of

FEWEST = 3
"""Telling figures that both must have."""

SHORT, LONG = 0.75, 0.5
"""Share of the figures of the one that has fewer, and of the other, that follow each other in both."""

_DAYS = timedelta(days=10)
_TEN = 10


@dataclass(frozen=True)
class Told:
    """What is read in a source: its language, when it was published, and its telling figures in their order."""

    source: str
    language: str | None
    published: str | None
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Hint:
    """Two sources in two languages with so many figures in common that one may be a translation of the other."""

    one: str
    two: str
    figures: int


def figures_of(candidates: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the telling figures of a source, in order: sums, numbers of many things, and days."""
    found: list[str] = []
    for said in sorted(candidates, key=lambda c: list(c["ranges"])):
        if said.get("amount"):
            found.append(f"{said['amount']} {said.get('currency')}")
        count = str(said.get("count") or "")
        if count and (not count.isdigit() or int(count) >= _TEN):
            found.append(count)
        when = str(said.get("when") or "")
        if len(when) == len("2025-05-14") and when[:4].isdigit():
            found.append(when)
    return tuple(dict.fromkeys(found))


def hints(sources: Sequence[Told]) -> Iterator[Hint]:
    """Yield pairs of sources in two languages that tell the same figures in the same order within days."""
    where: dict[str, list[Told]] = {}
    for one in sources:
        for figure in one.figures if len(one.figures) >= FEWEST else ():
            where.setdefault(figure, []).append(one)
    seen: set[tuple[str, str]] = set()
    for own in where.values():
        for one, two in combinations(own, 2):
            if (one.source, two.source) in seen or one.language == two.language or not _near(one, two):
                continue
            seen.add((one.source, two.source))
            common = _in_order(one.figures, two.figures)
            fewer, more = sorted((len(one.figures), len(two.figures)))
            if common >= max(FEWEST, SHORT * fewer, LONG * more):
                yield Hint(one.source, two.source, common)


def _near(one: Told, two: Told) -> bool:
    """Tell whether two sources may have been published within days of each other."""
    first, second = time_of(one.published), time_of(two.published)
    if first is None or second is None or not (first.low and first.high and second.low and second.high):
        return True
    return first.low - second.high <= _DAYS and second.low - first.high <= _DAYS


def _in_order(one: Sequence[str], two: Sequence[str]) -> int:
    """Return how many figures follow each other in both: their longest common subsequence."""
    row = [0] * (len(two) + 1)
    for figure in one:
        before = 0
        for at, other in enumerate(two, 1):
            above = row[at]
            row[at] = before + 1 if figure == other else max(row[at], row[at - 1])
            before = above
    return row[-1]
