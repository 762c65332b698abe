"""What is kept of a proposal: kind, stage and offsets, no words. From it and the text the candidate is made again."""

from __future__ import annotations

from typing import Any

from korpu.kernel.finding import Range
from korpu.reference.names import Names
from korpu.statements.proposed.numbers import within
from korpu.statements.proposed.proposal import CONFIDENCE, RULE
from korpu.statements.proposed.roles import named_at
from korpu.statements.reading import Candidate, Figure, Party, Reading

Kept = dict[str, Any]
"""{"range", "kind", "stage", "track", "actor", "counterpart", "place", "title", "amount", "count", "when"}; all but
kind, stage and track are [start, end] or None."""


def candidate_of(reading: Reading, names: Names, kept: Kept) -> Candidate | None:
    """Return the candidate that a kept proposal stands for, None where its words or figures are gone (erased)."""
    text = reading.document.text
    span = _span(kept["range"])
    if span is None or span[1] > len(text) or not text[span[0] : span[1]].strip():
        return None
    amount, count, when = (_figure(reading, kept.get(name)) for name in ("amount", "count", "when"))
    wanted = sum(kept.get(name) is not None for name in ("amount", "count", "when"))
    if wanted != sum(one is not None for one in (amount, count, when)):
        return None
    actor, counterpart, place = (
        named_at(reading, names, _span(kept.get(n))) for n in ("actor", "counterpart", "place")
    )
    title = _span(kept.get("title"))
    heard = next((p for p in reading.passages if p.start <= span[0] < p.end), None)
    return Candidate(
        (span,), text[span[0] : span[1]], kept["kind"], kept.get("track"), kept.get("stage"), actor, counterpart, place,
        amount.value if amount else None, amount.unit if amount else None,
        count.value if count else None, count.unit if count else None, when.value if when else None,
        speaker=heard.speaker if heard else None,
        rule=RULE, confidence=CONFIDENCE, figures=within(reading, span),
        title=" ".join(text[title[0] : title[1]].split()) if title else None,
        parties=tuple(Party(n, r) for n, r in ((actor, "actor"), (counterpart, "counterpart")) if n),
        places=(place,) if place else (), language=heard.language if heard else reading.language,
    )  # fmt: skip


def with_kept(reading: Reading, names: Names, kept: list[Kept]) -> Reading:
    """Return a reading with the candidates of kept proposals after its own."""
    more = [found for one in kept if (found := candidate_of(reading, names, one)) is not None]
    return Reading(
        reading.document, reading.language, reading.passages, reading.figures,
        (*reading.candidates, *more), reading.findings,
    )  # fmt: skip


def _span(given: Any) -> Range | None:
    return (int(given[0]), int(given[1])) if given else None


def _figure(reading: Reading, given: Any) -> Figure | None:
    span = _span(given)
    return next((f for f in reading.figures if (f.start, f.end) == span), None) if span else None
