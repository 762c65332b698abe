"""Towns that no table knows: a capitalised word after "in", "at" or "near" is a place, said as it is spelt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.reference.names import Match
from korpu.statements.events.lexicon import word_list

_PLACE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|city of|town of|village of|port of)\s+"
    r"([A-ZÀ-ŽĀ-Ž][\w'’-]*[a-zà-ž](?:[ -](?:[A-ZÀ-Ž][\w'’-]*[a-zà-ž]))?)(?=[\s,.;:)]|$)(?!\s+[A-Z][a-z])"
)


def unknown_places(text: str, known: Sequence[Match]) -> list[Match]:
    """Return the places that the words around them tell, where no known name stands.

    A name that goes on in capitals ("in Parliament House Square") is left alone, and so are months and the words of
    words.csv that are written with a capital though they name no place ("in Parliament").
    """
    found = []
    for match in _PLACE.finditer(text):
        start, end = match.span(1)
        if any(m.start < end and start < m.end for m in known) or match.group(1).casefold() in word_list("capital"):
            continue
        found.append(Match(start, end, match.group(1), "city", match.group(1)))
    return found
