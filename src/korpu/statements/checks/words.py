"""Content words, cut to rough stems so that "coordinating" and "coordination" are one."""

from __future__ import annotations

import re
from functools import cache

from korpu.kernel.tables import rows

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("korpu.statements.checks", "data/stopwords.csv"))


@cache
def stem(word: str) -> str:
    """Cut a word to what its relatives share: the first five letters, or the whole word if it is short."""
    bare = word.lower().replace("’", "'").removesuffix("'s")
    if len(bare) > 4 and bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:6] if len(bare) > 7 else bare[:5]


def content(text: str) -> set[str]:
    """The stems of the words that carry meaning."""
    return {stem(w) for w in _WORD.findall(text) if w.lower() not in _stop_words() and len(w) > 2}
