"""What the ledger asks of whoever keeps the journal: the claims that stand, and which records belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from korpu.ledger.claim import Claim, Evidence


@dataclass(frozen=True)
class Identity:
    """A claim that record `subject` is the same as, part of, or dependent on record `object`."""

    entry: str
    relation: str
    subject: str
    object: str
    reason: str | None = None
    evidence: Evidence | None = None
    said: str | None = None
    recorded: str = ""
    author: str = ""


class ClaimReader(Protocol):
    """Reads what stands: claims and identities that were neither withdrawn, superseded nor erased.

    `said` (EDTF) keeps sources published by then, a source without a date counting by the day it was recorded; `known`
    (an ISO date or moment, or a prefix of one) keeps entries recorded by then, reviews and withdrawals included.
    """

    def claims(self, *, record: str | None = None, said: str | None = None, known: str | None = None) -> list[Claim]:
        """Return the claims that stand, in the order in which they were recorded; of one record if it is named."""

    def identities(self, *, said: str | None = None, known: str | None = None) -> list[Identity]:
        """Return the relations between records that stand, in the order in which they were recorded."""
