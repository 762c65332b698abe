"""Records as the command line prints them: one object a record, every key present, missing is null."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Step, Value
from korpu.ledger.shown import as_of

SHOWN = ("when", "amount", "count")


def record_json(record: Record) -> dict[str, Any]:
    """Return the line that `korpu ledger --json` prints for one record (schema in the docs; keys are stable)."""
    return {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "track": record.track,
        "stage": record.stage,
        "object": record.object,
        "place": record.place,
        "places": list(record.places),
        "parties": [{"party": party, "role": role} for party, role in record.parties],
        "steps": [step_json(step) for step in record.steps],
        "relations": [{"relation": r.relation, "record": r.other, "reason": r.reason} for r in record.relations],
        "contested": list(_contested(record)),
    }


def step_json(step: Step) -> dict[str, Any]:
    """Return one step with its picked values and the claims that it rests on."""
    amount = step.amount.value if step.amount else {}
    count = step.count.value if step.count else {}
    return {
        "stage": step.stage,
        "when": step.when.value if step.when else None,
        "amount": amount.get("amount"),
        "currency": amount.get("currency"),
        "low": amount.get("low"),
        "high": amount.get("high"),
        "qualifier": amount.get("qualifier"),
        "as_of": as_of(step),
        "count": count.get("count"),
        "count_unit": count.get("unit"),
        "claims": [claim_json(c) for c in step.claims],
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """Return a claim with the words that it rests on."""
    words = claim.evidence
    return {
        "id": claim.id,
        "property": claim.property,
        "value": claim.value,
        "source": words.source,
        "said": claim.said,
        "quote": words.quote,
        "ranges": [list(r) for r in words.ranges],
        "speaker": words.speaker,
        "reported": words.reported,
        "oral": words.oral,
        "reviewed": claim.reviewed,
        "rule": claim.rule,
    }


def _contested(record: Record) -> Iterator[dict[str, Any]]:
    for name, value in record.values.items():
        if value.contested:
            yield _rivals(name, value)
    for step in record.steps:
        for name in SHOWN:
            own: Value | None = getattr(step, name)
            if own is not None and own.contested:
                yield _rivals(f"{step.stage}.{name}", own)


def _rivals(name: str, value: Value) -> dict[str, Any]:
    others = [{"value": other, "claims": [c.id for c in claims]} for other, claims in value.others]
    return {"property": name, "value": value.value, "claims": [c.id for c in value.claims], "others": others}
