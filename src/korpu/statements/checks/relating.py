"""Words that relate figures to one another: sums, prices of each, shares, changes, spans of time."""

from __future__ import annotations

import re
from functools import cache

from korpu.kernel.tables import rows

TABLES = ("relations", "changes", "told")


@cache
def _by_sort() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name in TABLES:
        for row in rows("korpu.statements.checks", f"data/{name}.csv"):
            found.setdefault(row["sort"], []).append((row["language"], row["words"]))
    return found


@cache
def pattern(sort: str, language: str | None = None) -> re.Pattern[str]:
    """Return what finds the words of a sort (data/*.csv, TABLES) in any of the languages read, or in one of them.

    Signs that are of no language ("=", "×") are found in each.
    """
    words = [w for own, w in _by_sort()[sort] if language in (None, own) or not own] or ["(?!)"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def says(sort: str, text: str, language: str | None = None) -> bool:
    """Tell whether a text has a word of a sort.

    >>> says("sum", "Разом два гранти"), says("each", "hər biri 24 min avro")
    (True, True)
    """
    return pattern(sort, language).search(text) is not None


@cache
def _before(sort: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern(sort).pattern}\s+(?:\w+\s+)?$", re.IGNORECASE)


def leads(sort: str, text: str, position: int) -> bool:
    """Tell whether a word of a sort stands right before a position, one word between them at most."""
    return _before(sort).search(text[max(0, position - 40) : position]) is not None
