"""A title made of the first words of a quote, for what the words give no shorter name."""

from __future__ import annotations

import re
from functools import cache

from korpu.ledger.kinds import rows

MOST = 12
"""Words of a heading at most."""

LEAST = 4
"""Words that are left of a heading at least when words that lead nowhere are taken off its end."""

_CUT_IN = re.compile(r"^(?:\S+\s+){1,2}that\s+(?:in\s+\d{4},?\s+)?(?=(?:we|they|it|he|she|there)\s)", re.IGNORECASE)
"""The rest of an outer clause before the clause that the quote is about: "reports from Oslo that we will …"."""


def heading(quote: str, language: str = "en", most: int = MOST) -> str:
    """Return the first words of a quote without what only links it to the talk before, marked as cut where they are.

    >>> heading("However, work went on all winter and far into the spring of that year in the valley")
    'Work went on all winter and far into the spring …'
    """
    text = " ".join(quote.split()).strip(" -–—,;:")
    while found := _openers(language).match(text) or _CUT_IN.match(text):
        if len(text[found.end() :].split()) < 2:
            break
        text = text[found.end() :]
    words = text.split()
    kept = words[:most]
    if len(words) > most:
        while len(kept) > min(LEAST, most) and kept[-1].strip(",;:").casefold() in _listed("dangling"):
            kept.pop()
    shown = " ".join(kept).rstrip(",;:–—- ") + (" …" if len(kept) < len(words) else "")
    return shown if language == "az" else shown[:1].upper() + shown[1:]


@cache
def _listed(sort: str, language: str | None = None) -> frozenset[str]:
    chosen = (r for r in rows("openers.csv") if r["sort"] == sort and language in (None, r["language"]))
    return frozenset(word for r in chosen for word in r["words"].split("|"))


@cache
def _openers(language: str) -> re.Pattern[str]:
    """Return what finds a word that links to the talk before: "however, …", which needs its comma, or "and …"."""
    openers, joiners = (
        "|".join(sorted(map(re.escape, _listed(sort, language)), key=len, reverse=True)) or "(?!)"
        for sort in ("opener", "joiner")
    )
    return re.compile(rf"^(?:(?:{openers}),\s*|(?:{joiners})(?:,\s*|\s+(?:that\s+)?))(?=\S)", re.IGNORECASE)
