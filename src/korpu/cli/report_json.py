"""Reports as JSON, every key present; amounts are decimal strings, an open bound is null (docs/cli.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from korpu.app.reports import FindingRow
    from korpu.ledger.balances import BalanceRow
    from korpu.ledger.changes import Change
    from korpu.ledger.lateness import LateRow
    from korpu.ledger.money import Sum
    from korpu.ledger.totals import TotalAgainstParts


def amount(one: Sum | None) -> dict[str, Any] | None:
    """Return a sum of money with its bounds."""
    return dict(one.as_json()) if one is not None else None


def balance(row: BalanceRow, by: str) -> dict[str, Any]:
    """Return one row of a balance."""
    return {
        "by": by,
        "key": row.key or None,
        "currency": row.currency,
        "total": amount(row.total),
        "stages": {stage: amount(one) for stage, one in row.stages.items()},
        "furthest": {stage: amount(one) for stage, one in row.furthest.items()},
        "records": list(row.records),
        "unpriced": list(row.unpriced),
    }


def late(row: LateRow) -> dict[str, Any]:
    """Return one open promise."""
    return {
        "state": row.state,
        "due": row.due,
        "days": row.days,
        "record": row.record.id,
        "title": row.record.title,
        "stage": row.step.stage,
        "claims": [claim.id for claim in row.step.claims],
    }


def total(row: TotalAgainstParts) -> dict[str, Any]:
    """Return a stated total with its parts."""
    return {
        "record": row.record.id,
        "title": row.record.title,
        "total": amount(row.total),
        "claims": [claim.id for claim in row.step.claims],
        "parts": [{"record": r.id, **(amount(one) or {})} for r, one in row.parts],
        "other_currency": [{"record": r.id, **(amount(one) or {})} for r, one in row.other_currency],
        "unpriced": [r.id for r in row.unpriced],
        "known": amount(row.known),
        "rest": str(row.rest),
        "verdict": row.verdict,
        "arithmetic": row.arithmetic,
    }


def change(row: Change) -> dict[str, Any]:
    """Return one difference between two states of the ledger."""
    return {
        "record": row.record.id,
        "title": row.record.title,
        "what": row.what,
        "property": row.property,
        "before": row.before,
        "after": row.after,
        "claims": [claim.id for claim in row.step.claims] if row.step else [],
    }


def finding(row: FindingRow) -> dict[str, Any]:
    """Return a finding with the source whose words it concerns, and the record where it is one of the whole ledger."""
    return {"source": row.source, "record": row.record, **found(row)}


def found(row: FindingRow) -> dict[str, Any]:
    """Return a finding with its id, the words of other sources that it compares with, and the waiver if it has one."""
    one = row.waiver
    waiver = one and {"entry": one.entry, "by": one.by, "when": one.when, "reason": one.reason}
    inputs = [other.as_json() for other in row.finding.inputs]
    return {"id": row.id, **row.finding.as_json(), "inputs": inputs, "waiver": waiver}
