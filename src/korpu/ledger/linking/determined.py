"""Whether words speak of one thing already known ("the school", "a local school") or of a new one ("a school")."""

from __future__ import annotations

import re
from functools import cache

from korpu.ledger.linking.pointers import words_of
from korpu.reference.objects import load_objects
from korpu.statements.reading import Candidate

BEFORE = 45
"""Characters before a noun in which its article stands."""

KNOWN, NEW, OTHER = "known", "new", "other"


@cache
def _article() -> re.Pattern[str]:
    """Return what finds the last article or pointing word before a noun, with nothing but describing words between."""
    words = "|".join(
        sorted(
            (*words_of("definite"), *words_of("indefinite"), *words_of("other"), *words_of("this")),
            key=len,
            reverse=True,
        )
    )
    return re.compile(rf"\b({words})\s+((?:[\w'’-]+\s+){{0,3}})$", re.IGNORECASE)


def spoken_of(candidate: Candidate) -> str | None:
    """Return "known", "new" or "other" ("another school") as the article says, None where the words do not tell."""
    text = candidate.quote
    match = next((m for m in load_objects().find(text) if m.object_id == candidate.object), None)
    if match is None:
        return None
    start = max(0, match.start - BEFORE)
    article = _article().search(text[start : match.start])
    if article is None:
        return None
    described = {w.casefold() for w in article.group(2).split()}
    if article.group(1).casefold() in words_of("other") or (
        article.group(1).casefold() in words_of("indefinite") and described & set(words_of("other"))
    ):
        return OTHER
    if described & set(words_of("definite")):
        return KNOWN
    return NEW if article.group(1).casefold() in words_of("indefinite") else KNOWN


def anew(candidate: Candidate) -> bool:
    """Tell whether a thing is told as a new one, and neither its own words nor a list say which one it is."""
    if candidate.ordinal is not None or candidate.group is not None or candidate.name:
        return False
    said = spoken_of(candidate)
    return said == OTHER or (said == NEW and not _says_where(candidate))


def anything(candidate: Candidate) -> bool:
    """Tell whether words are on any thing of a sort ("a school is a promise") rather than on one of them."""
    told = candidate.stage in ("ongoing", "stated", "potential", None)
    plain = candidate.amount is None and candidate.count is None and candidate.when is None
    return told and plain and candidate.refers_to is None and anew(candidate)


def _says_where(candidate: Candidate) -> bool:
    text = candidate.quote.casefold()
    return any(word[:4] in text for place in candidate.places for word in place.casefold().split() if len(word) > 2)
