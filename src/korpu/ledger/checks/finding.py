"""A finding on a record, and how it is made from the claims that it compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.kernel.finding import Finding, Input, Proposal, Severity
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record


@dataclass(frozen=True)
class LedgerFinding:
    """A finding on a record, with the source of the words it is tied to."""

    record: str
    source: str
    finding: Finding


def made(
    check: str,
    text: str,
    record: Record,
    claims: Sequence[Claim],
    arithmetic: str | None = None,
    *,
    severity: Severity = "warning",
    proposal: Proposal | None = None,
) -> LedgerFinding:
    """Return a finding on the words of the first claim, with those of the others as what they are compared with."""
    words = claims[0].evidence
    others = tuple(dict.fromkeys(input_of(claim) for claim in claims[1:]))
    finding = Finding(check, severity, text, words.ranges, arithmetic, proposal, others)
    return LedgerFinding(record.id, words.source, finding)


def input_of(claim: Claim) -> Input:
    """Return the words of a claim as what something is compared with."""
    words = claim.evidence
    return Input(words.source, words.ranges, words.quote, claim.said)
