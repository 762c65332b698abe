"""Words that relate figures to one another: sums, prices of each, shares, changes, spans of time."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.kernel.tables import rows

TABLES = ("relations", "changes", "told")


@cache
def pattern(sort: str) -> re.Pattern[str]:
    """Return what finds the words of a sort (data/relations.csv, data/changes.csv) in any of the languages read."""
    table = (row for name in TABLES for row in rows("korpu.statements.checks", f"data/{name}.csv"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(r['words'] for r in table if r['sort'] == sort)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=256)
def says(sort: str, text: str) -> bool:
    """Tell whether a text has a word of a sort.

    >>> says("sum", "Разом два гранти"), says("each", "hər biri 24 min avro")
    (True, True)
    """
    return pattern(sort).search(text) is not None


@cache
def _before(sort: str) -> re.Pattern[str]:
    return re.compile(rf"{pattern(sort).pattern}\s+(?:\w+\s+)?$", re.IGNORECASE)


def leads(sort: str, text: str, position: int) -> bool:
    """Tell whether a word of a sort stands right before a position, one word between them at most."""
    return _before(sort).search(text[max(0, position - 40) : position]) is not None
