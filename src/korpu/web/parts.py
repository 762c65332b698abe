"""The sentences of an answer, cut so that each figure opens the claim that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from korpu.briefs.answer import AnswerSentence
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record


@dataclass(frozen=True)
class Part:
    """A stretch of an answer: plain words, a figure that opens its claim, or the number of a quote."""

    text: str
    record: str | None = None
    claim: Claim | None = None
    note: bool = False


def parts(line: AnswerSentence, stated: dict[str, tuple[Record, Claim]]) -> Iterator[Part]:
    """Yield the pieces of a sentence: figures become buttons, further citations numbers after it."""
    at = 0
    shown: set[str] = set()
    for figure in sorted(line.figures, key=lambda f: f.start):
        if figure.claim not in stated or figure.start < at:
            continue
        if figure.start > at:
            yield Part(line.text[at : figure.start])
        record, claim = stated[figure.claim]
        shown.add(figure.claim)
        yield Part(line.text[figure.start : figure.end], record.id, claim)
        at = figure.end
    if at < len(line.text):
        yield Part(line.text[at:])
    yield from _notes([c for c in line.citations if c in stated and c not in shown], stated)


def _notes(claims: Sequence[str], stated: dict[str, tuple[Record, Claim]]) -> Iterable[Part]:
    """Yield one number for each further quote that a sentence rests on."""
    quotes: dict[tuple[str, str], str] = {}
    for name in claims:
        evidence = stated[name][1].evidence
        quotes.setdefault((evidence.source, evidence.quote), name)
    for number, name in enumerate(quotes.values(), start=1):
        yield Part(str(number), stated[name][0].id, stated[name][1], note=True)
