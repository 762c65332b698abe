"""Words that tell totals from additions, aims from facts, and one metric from another, in the languages read."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from korpu.ledger.kinds import rows
from korpu.reference.objects import load_objects


@cache
def _markers() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("checks/data/markers.csv"):
        found[row["sort"]].append(row["words"])
    return {sort: re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) for sort, words in found.items()}


def has(sort: str, text: str) -> bool:
    """Tell whether a text has a word of a sort: total, added, part, aim, rise, fall.

    >>> has("total", "Aid has reached 42 million"), has("added", "ще 30 дітей")
    (True, True)
    """
    return _markers()[sort].search(text) is not None


@cache
def _nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = rows("checks/data/nouns.csv")
    return tuple((row["noun"], re.compile(rf"\b(?:{row['words']})", re.IGNORECASE)) for row in table)


def counted_noun(after: str) -> str | None:
    """Return what is counted by the words after a number, in whatever language: an object id or a plain noun.

    >>> counted_noun(" українських дітей"), counted_noun(" European countries")
    ('children', 'country')
    """
    first = next(iter(load_objects().find(after)), None)
    nouns = [(m.start(), noun) for noun, words in _nouns() if (m := words.search(after))]
    if first is not None:
        nouns.append((first.start, first.object_id))
    if not nouns:
        return None
    start, noun = min(nouns)
    return noun if len(after[:start].split()) <= 2 and not re.search(r"[,;:.()]", after[:start]) else None


def narrowing(text: str) -> frozenset[str]:
    """Return what narrows a metric in these words: energy, military, health, demining, budget, export, import.

    >>> sorted(narrowing("the energy aid"))
    ['energy']
    """
    sorts = (sort for sort in _markers() if sort.startswith("other_"))
    return frozenset(sort.removeprefix("other_") for sort in sorts if has(sort, text))
