"""Words that point: "this corridor", "under that decree", "it"; and words that tell a running total."""

from __future__ import annotations

import re
from functools import cache

from korpu.ledger.kinds import rows


@cache
def words_of(sort: str) -> tuple[str, ...]:
    """Return the words of a sort (this, that, it, preposition, verb, sum) in every language."""
    listed = (w for r in rows("linking/pointing_words.csv") if r["sort"] == sort for w in r["words"].split())
    return tuple(w.replace("-", " ") for w in listed)


@cache
def pointing() -> re.Pattern[str]:
    """Return what finds a pointing word and the up to three words after it; "that" points only after a preposition."""
    words = [
        *words_of("this"),
        *(f"{before} {that}" for before in words_of("preposition") for that in words_of("that")),
    ]
    either = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\s+((?:[\w-]+\s+){{0,2}}[\w-]+)", re.IGNORECASE)


def named_by(words: str) -> str:
    """Return the noun, with what describes it, that a pointing word stands before; nothing where it names no thing.

    >>> named_by("important decree and"), named_by("activities and identify"), named_by("was built")
    ('important decree', '', '')
    """
    noun: list[str] = []
    for word in words.split():
        if word.casefold() in words_of("break") or word.casefold() in words_of("verb"):
            break
        noun.append(word)
    vague = any(word.casefold() in words_of("vague") for word in noun)
    return "" if vague else " ".join(noun)


@cache
def summing() -> re.Pattern[str]:
    """Return what finds words of a running total, such as "has reached" or "in all"."""
    return re.compile(rf"\b(?:{'|'.join(words_of('sum'))})\b", re.IGNORECASE)
