"""A Claim says: record R (of kind K) has property P = V, for time T, according to source S at quote Q."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from korpu.kernel.finding import Range


@dataclass(frozen=True)
class Evidence:
    """The words a claim rests on: where they stand, who said them, and how."""

    source: str
    ranges: tuple[Range, ...]
    quote: str
    speaker: str | None = None
    language: str = "en"
    reported: bool = False
    oral: bool = False


@dataclass(frozen=True)
class Claim:
    """One property of one record, or of one Step of it, as one source states it.

    `id` is "<entry id>.<position>". `property` is a name from ledger/properties.csv ("title", "track", "place",
    "party", "stage", "when", "amount", "count" …). `value` is plain JSON: a string, or an object such as
    {"amount": "7600000", "currency": "USD", "low": …, "high": …, "qualifier": …} or {"party": …, "role": "funder"}.
    `reprint` says that the source tells another's text over again, which never outranks the first.
    Claims of one entry share a Step: `step` is the entry's own step key, None for a property of the record itself.
    """

    id: str
    entry: str
    record: str
    kind: str
    property: str
    value: Any
    evidence: Evidence
    step: str | None = None
    said: str | None = None
    recorded: str = ""
    reviewed: bool = False
    reviewer: str | None = None
    rule: str | None = None
    source_kind: str = "statement"
    reprint: bool = False
