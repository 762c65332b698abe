"""Check *tense*: told as done for a time still to come, or as planned for a time already past."""

from __future__ import annotations

from collections.abc import Iterator

from korpu.kernel.edtf import format_time
from korpu.kernel.finding import Severity
from korpu.kernel.stages import FINISHED
from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.order import stages
from korpu.ledger.record import Record
from korpu.ledger.values import time_of

DONE = FINISHED | {"shipped", "paid"}


def tense(record: Record) -> Iterator[LedgerFinding]:
    """Yield the steps of a record whose stage and time do not go with the day on which they were told.

    A plan for a time already past may well have been missed, and what nobody has reviewed may have been read wrongly:
    both are told as information.
    """
    for stage, when, claim in stages(record):
        said = time_of(claim.said)
        if when is None or said is None:
            continue
        if stage in DONE and said.ends_before(when):
            text = f"{record.name()} is told as {stage.replace('_', ' ')} for a time after its source."
            sums = f"{format_time(when.text)} is after {format_time(said.text)}"
            grave: Severity = "warning" if claim.reviewed else "info"
            yield made("tense", text, record, (claim,), sums, severity=grave)
        elif stage == "planned" and when.ends_before(said):
            text = f"{record.name()} is told as planned for a time before its source."
            sums = f"{format_time(when.text)} is before {format_time(said.text)}"
            yield made("tense", text, record, (claim,), sums, severity="info")
