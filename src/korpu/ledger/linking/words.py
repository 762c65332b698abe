"""How alike two phrases are, counted in word stems that say what a thing is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_STEM = 6
"""Letters kept of a word: enough to tell words apart, few enough to pass over their endings in all four languages."""


@cache
def empty_words() -> frozenset[str]:
    """Return words that stand in any title and tell nothing of the thing."""
    text = files("korpu.ledger.linking").joinpath("empty_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=8192)
def raw_stems(text: str) -> frozenset[str]:
    """Return the stems of every longer word of a phrase, telling or not."""
    return frozenset(w[:_STEM] for w in _WORD.findall(text.casefold()) if len(w) > 3)


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a phrase.

    >>> sorted(stems("The restored school"))
    ['school']
    """
    words = (w for w in _WORD.findall(text.casefold().replace("ʼ", "").replace("’", "'")) if len(w) > 2 or w.isdigit())
    return frozenset(w[:_STEM] for w in words if w not in empty_words())


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the share of the shorter phrase's stems that the longer one has too (0 to 1), less for very short ones."""
    if not one or not two:
        return 0.0
    shared = len(one & two)
    dice = 2 * shared / (len(one) + len(two))
    inside = shared / min(len(one), len(two))
    return (dice + inside) / 2
