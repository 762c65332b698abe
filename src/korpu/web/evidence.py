"""The evidence card: the words a figure rests on, who said them, what contradicts them and who reviewed them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from korpu.kernel.finding import Range
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Value
from korpu.statements.reading import Figure, Reading
from korpu.web.written import written

_KINDS = {"amount": ("money",), "when": ("date",), "count": ("count", "ratio", "percent", "ordinal", "measure")}


@dataclass(frozen=True)
class Run:
    """A stretch of a quote: lit when it is the figure itself, a gap where words were left out."""

    text: str
    lit: bool = False
    gap: bool = False


@dataclass(frozen=True)
class Rival:
    """Another value that a source gives for the same thing."""

    text: str
    url: str
    claim: Claim


def claim_url(record: str, claim: str) -> str:
    """Return the address of the card for one claim."""
    return reverse("ledger:evidence", args=[record, claim])


def find(record: Record, claim: str) -> Claim | None:
    """Return the record's claim with this id."""
    return next((c for c in claims_of(record) if c.id == claim), None)


def claims_of(record: Record) -> Iterable[Claim]:
    """Yield every claim of a record, those set aside too; some come twice."""
    yield from record.claims
    for step in record.steps:
        yield from step.claims
    for _, value in values(record):
        yield from value.claims
        for _other, claims in value.others:
            yield from claims


def values(record: Record) -> Iterable[tuple[str, Value]]:
    """Yield every picked value of a record and of its steps with the property it is for."""
    yield from record.values.items()
    for step in record.steps:
        for name in ("when", "amount", "count"):
            value = getattr(step, name)
            if value is not None:
                yield name, value


def rivals(record: Record, claim: Claim, language: str) -> list[Rival]:
    """Return the values that other claims give where this claim stands."""
    for name, value in values(record):
        groups = [(value.value, value.claims), *value.others]
        if name != claim.property or not any(c.id == claim.id for _, claims in groups for c in claims):
            continue
        return [
            Rival(written(name, other, language), claim_url(record.id, claims[0].id), claims[0])
            for other, claims in groups
            if claims and all(c.id != claim.id for c in claims)
        ]
    return []


def runs(claim: Claim, reading: Reading | None) -> list[Run]:
    """Return the quote in stretches, with the figure that the claim is about lit."""
    ranges = claim.evidence.ranges
    if reading is None or not ranges or any(end > len(reading.document.text) for _, end in ranges):
        return [Run(claim.evidence.quote)]
    text = reading.document.text
    lit = [
        (f.start, f.end)
        for f in reading.figures
        if _states(f, claim) and any(s <= f.start and f.end <= e for s, e in ranges)
    ]
    lit = lit or list(_named(claim, text))
    out: list[Run] = []
    for start, end in sorted(ranges):
        if out:
            out.append(Run(" … ", gap=True))
        out.extend(_cut(text, start, end, lit))
    return out


def _named(claim: Claim, text: str) -> Iterable[Range]:
    """Yield where the words of a claim that is no figure stand in its quote: a party, a place, a title."""
    value = claim.value
    if isinstance(value, dict):
        value = value.get("party") or value.get(claim.evidence.language)
    if not isinstance(value, str) or not value:
        return
    for start, end in claim.evidence.ranges:
        at = text.casefold().find(value.casefold(), start, end) if len(text.casefold()) == len(text) else -1
        if at >= 0:
            yield at, at + len(value)
            return


def _cut(text: str, start: int, end: int, lit: Iterable[Range]) -> Iterable[Run]:
    at = start
    for first, last in sorted(lit):
        if at <= first and last <= end:
            if first > at:
                yield Run(text[at:first])
            yield Run(text[first:last], lit=True)
            at = last
    if at < end:
        yield Run(text[at:end])


def _states(figure: Figure, claim: Claim) -> bool:
    if figure.kind not in _KINDS.get(claim.property, ()):
        return False
    value: Any = claim.value
    if isinstance(value, dict):
        value = value.get("amount", value.get("count"))
    if figure.kind == "date" or value is None:
        return bool(figure.value == value)
    try:
        return figure.number is not None and figure.number == Decimal(str(value))
    except ArithmeticError:
        return False
