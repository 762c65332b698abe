"""Hints that one source may retell or translate another: within days of each other they tell the same figures.

Words do not say so, neither across languages nor where an outlet writes a release anew. Two parties who report one
event each for itself may tell the same figures too; so these are hints for a person, never ties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

from korpu.ledger.values import time_of

FEWEST = 3
"""Telling figures that both must have."""

STRONG = 2
"""Of these, so many must be sums or numbers of thousands: tens and days alone are common."""

SHORT, LONG = 0.6, 0.5
"""Share that they must be of the figures of the source that has fewer, and of the other's."""

_THOUSAND = 1000
_DAYS = timedelta(days=10)
_TEN = 10


@dataclass(frozen=True)
class Told:
    """What is read in a source: when it was published, and its telling figures."""

    source: str
    published: str | None
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Hint:
    """Two sources with so many figures in common that one may be a retelling or a translation of the other."""

    one: str
    two: str
    figures: int


def figures_of(candidates: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the telling figures of a source, each once: sums, numbers of many things, and days."""
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
    """Yield pairs of sources that tell the same figures within days of each other."""
    where: dict[str, list[Told]] = {}
    for one in sources:
        for figure in one.figures:
            where.setdefault(figure, []).append(one)
    seen: set[tuple[str, str]] = set()
    for figure, own in where.items():
        for one, two in combinations(own if _strong(figure) else (), 2):
            if (one.source, two.source) not in seen:
                seen.add((one.source, two.source))
                common = _common(one, two) if _near(one, two) else 0
                if common:
                    yield Hint(one.source, two.source, common)


def _common(one: Told, two: Told) -> int:
    """Return how many telling figures two sources share, none where they are too few to say anything."""
    days = {one.published, two.published}
    first, second = (frozenset(told.figures) - days for told in (one, two))
    common = first & second
    fewer, more = sorted((len(first), len(second)))
    enough = len(common) >= max(FEWEST, SHORT * fewer, LONG * more) and sum(map(_strong, common)) >= STRONG
    return len(common) if enough else 0


def _strong(figure: str) -> bool:
    """Tell whether a figure is a sum or a number of thousands."""
    number, _, currency = figure.partition(" ")
    return bool(currency) or (number.isdigit() and int(number) >= _THOUSAND)


def _near(one: Told, two: Told) -> bool:
    """Tell whether two sources may have been published within days of each other."""
    first, second = time_of(one.published), time_of(two.published)
    if first is None or second is None or not (first.low and first.high and second.low and second.high):
        return True
    return first.low - second.high <= _DAYS and second.low - first.high <= _DAYS
