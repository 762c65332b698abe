"""Works, cost and budget: words that name no thing of their own but tell of the one in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from korpu.ledger.linking.pointers import words_of
from korpu.ledger.linking.things import generic
from korpu.statements.reading import Candidate

NEXT = 80
"""Characters from the thing to the sentence that tells of its works or cost, at most."""

HEAD = 4
"""Words from the beginning within which the aspect stands: "На роботи витрачено", "The works cost"."""

_SPOKEN = frozenset({"stated", "potential", None})
_KINDS = frozenset({"initiative", "programme", "event", "service", "link", "agreement", "obligation"})


def told_of(found: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates on works or cost tied to the thing told of just before: "The works cost 3 million euros"."""
    made = list(found)
    for i, one in enumerate(found):
        if one.refers_to is not None or one.ordinal is not None or one.places or not _aspect(one):
            continue
        back = _thing_before(found, i)
        if back is not None:
            thing = found[back]
            made[i] = replace(one, refers_to=back, kind=thing.kind, object=thing.object, track=thing.track)
    return made


def _aspect(one: Candidate) -> bool:
    """Whether the words open with an aspect and name no other thing; "the cost of the school" names its own."""
    named = one.title is not None and not generic(one.object) and _opening(one.title) is None
    return not named and _opening(one.quote) is not None


def _opening(words: str) -> str | None:
    first = re.findall(r"[^\W\d_]+", words.casefold())[:HEAD]
    return next((w for w in first if any(w.startswith(stem) for stem in _aspects())), None)


@cache
def _aspects() -> tuple[str, ...]:
    return words_of("aspect")


def _thing_before(found: Sequence[Candidate], i: int) -> int | None:
    """Return the last concrete thing that the speaker told of in the sentence before."""
    start = found[i].ranges[0][0]
    for j in range(i - 1, max(-1, i - 6), -1):
        other = found[j]
        if other.ranges[-1][1] > start or other.speaker != found[i].speaker or other.stage in _SPOKEN:
            continue
        if start - other.ranges[-1][1] > NEXT:
            return None
        if other.kind in _KINDS and not generic(other.object):
            return j if other.refers_to is None else other.refers_to
    return None
