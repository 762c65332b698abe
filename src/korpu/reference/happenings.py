"""Events that statements reckon time from ("before the war", "since the Paris Agreement"), with their days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from korpu.reference.tables import rows

_BEFORE = re.compile(
    r"(?:\bbefore(?: the)?(?: (?:outbreak|start|beginning) of(?: the)?)?|\bpre-?|\bprior to(?: the)?|\bдо(?: початку)?|"
    r"\bперед(?: початком)?|\bдо(?: начала)?|\bперед(?: началом)?)\s*$",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(
    r"(?:dən|dan|ından|indən|nın başlanmasından|nin başlanmasından)?\s+(?:əvvəl|öncə)\b", re.IGNORECASE
)
_PRE = re.compile(r"(?:довоєнн|довоенн)", re.IGNORECASE)


@dataclass(frozen=True)
class Happening:
    """An event named in a text: where, its first day and last day (ISO), and whether the words say "before" it."""

    start: int
    end: int
    id: str
    began: str
    ended: str | None
    country: str | None
    before: bool


@functools.cache
def _known() -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    table = []
    for row in rows("happenings"):
        words = "|".join(row[f"words_{lang}"] for lang in ("en", "uk", "az", "ru") if row[f"words_{lang}"])
        table.append((row, re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)))
    return tuple(table)


def happenings(text: str) -> Iterator[Happening]:
    """Yield the events that a text names, those of the table in its order.

    An event of one country (such as "the war") is meant only where the text is about it, which the caller must know.

    >>> [(h.id, h.before) for h in happenings("Before the war trade was larger.")]
    [('war_ukraine', True)]
    """
    for row, words in _known():
        for match in words.finditer(text):
            lead, rest = text[: match.start()], text[match.end() :]
            before = bool(_BEFORE.search(lead) or _AFTER_IT.match(rest) or _PRE.match(match.group()))
            yield Happening(
                match.start(),
                match.end(),
                row["id"],
                row["began"],
                row["ended"] or None,
                row["country"] or None,
                before,
            )
