"""Which amount, count and time of a clause belong to its event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from korpu.statements.frames.words import Word
from korpu.statements.reading import Figure

DURATIONS = frozenset(
    "year years month months week weeks day days hour hours minute minutes times percent decade decades night nights".split()
)
_AT = frozenset("in on at by until till since during from before after between of for as".split())


def pick(
    words: Sequence[Word],
    own: Iterable[int],
    figures: Sequence[Figure],
    kinds: tuple[str, ...],
    *,
    ranges: bool = False,
) -> list[int]:
    """Return word positions of the figures of some kinds among a clause's own words; of "from A to B" only B."""
    found = [i for i in own if words[i].figure is not None and figures[words[i].figure].kind in kinds]  # type: ignore[index]
    kept = []
    for k, i in enumerate(found):
        if ranges:
            kept.append(i)
            continue
        if i and words[i - 1].low == "from" or (i > 1 and words[i - 2].low == "from" and words[i - 1].kinds):
            follow = found[k + 1] if k + 1 < len(found) else None
            if follow is not None and any(w.low == "to" for w in words[i + 1 : follow]):
                continue
        kept.append(i)
    return kept


def counts(words: Sequence[Word], own: Iterable[int], figures: Sequence[Figure]) -> list[int]:
    """Return word positions of the counts of a clause, durations only where nothing else is counted."""
    found = [i for i in pick(words, own, figures, ("count",)) if not _name_like(words, i)]
    things = [i for i in found if not _duration(words, i, figures)]
    return things or found


def _duration(words: Sequence[Word], i: int, figures: Sequence[Figure]) -> bool:
    unit = (figures[words[i].figure].unit or "").split(" ")[-1]  # type: ignore[index]
    after = words[i + 1].low if i + 1 < len(words) else ""
    return unit in DURATIONS or after.strip("-").split("-")[0] in DURATIONS


def _name_like(words: Sequence[Word], i: int) -> bool:
    """Tell a number inside a name ("COP29", "No 31") from a count."""
    before = words[i - 1] if i else None
    return before is not None and before.end == words[i].start and before.text[-1:].isalpha()


def _relative(text: str) -> bool:
    first = text.lower().split(" ")[0]
    return first in (
        "yesterday",
        "today",
        "last",
        "this",
        "next",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    )


def times(words: Sequence[Word], own: Sequence[int], figures: Sequence[Figure]) -> list[int]:
    """Return word positions of the dates of a clause, those after a preposition of time or at its opening first."""
    found = pick(words, own, figures, ("date",), ranges=True)

    def rank(i: int) -> int:
        before = next((words[j].low for j in range(i - 1, max(-1, i - 4), -1) if not words[j].low == "the"), "")
        if (
            i == own[0]
            or _relative(words[i].text)
            or before in ("in", "on", "by", "until", "since", "during", "before")
        ):
            return 0
        if before == "of":
            return 3
        return 1 if before in _AT or not before else 2

    return sorted(found, key=lambda i: (rank(i), i))
