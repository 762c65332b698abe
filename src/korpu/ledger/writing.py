"""What accepting a candidate writes: a claim for each filled property of the record and of one step of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from korpu.ledger.headings import heading
from korpu.statements.reading import Candidate, Figure

STEP = "s1"
"""The key of the one step that an entry tells of."""

RECORD_FIELDS = ("track", "object", "place", "name")
EDITABLE = frozenset(
    {"title", "name", "track", "object", "place", "places", "parties", "stage", "when", "amount", "currency", "count",
     "count_unit", "kind"}
)  # fmt: skip
"""Fields of a candidate that a reviewer may correct before accepting."""


def claims_of(
    candidate: Candidate, figures: Sequence[Figure] = (), *, title: str | None = None
) -> list[dict[str, Any]]:
    """Return the claims of a candidate as the payload of an entry: {"property", "value"} each.

    `figures` are those of the reading, from which bounds and qualifiers of amount and count are taken.
    """
    out: list[dict[str, Any]] = []

    def say(name: str, value: Any) -> None:
        if value not in (None, "", {}):
            out.append({"property": name, "value": value})

    text = title or candidate.title or candidate.name or heading(candidate.quote, candidate.language)
    say("title", {candidate.language: text} if text else None)
    for name in RECORD_FIELDS:
        say(name, getattr(candidate, name))
    for place in candidate.places:
        if place != candidate.place:
            say("places", place)
    for party, role in parties(candidate):
        say("party", {"party": party, "role": role})
    if candidate.group is not None or candidate.ordinal is not None:
        say("group", {"group": candidate.group, "ordinal": candidate.ordinal})
    say("stage", candidate.stage)
    say("when", candidate.when)
    own = [figures[i] for i in candidate.figures if i < len(figures)]
    say("amount", _amount(candidate, own))
    say("count", _count(candidate, own))
    return out


def parties(candidate: Candidate) -> tuple[tuple[str, str], ...]:
    """Return everybody named with a role; actor and counterpart only where the parties do not name them already."""
    named = {p.name: p.role for p in candidate.parties}
    for name, role in ((candidate.actor, "actor"), (candidate.counterpart, "counterpart")):
        if name and name not in named:
            named[name] = role
    return tuple(named.items())


def _amount(candidate: Candidate, own: Sequence[Figure]) -> dict[str, Any] | None:
    if candidate.amount is None:
        return None
    figure = next((f for f in own if f.kind == "money" and f.value == candidate.amount), None)
    return {"amount": candidate.amount, "currency": candidate.currency, **_bounds(figure)}


def _count(candidate: Candidate, own: Sequence[Figure]) -> dict[str, Any] | None:
    if candidate.count is None:
        return None
    figure = next((f for f in own if f.kind not in ("money", "date") and f.value == candidate.count), None)
    return {"count": candidate.count, "unit": candidate.count_unit, **_bounds(figure)}


def _bounds(figure: Figure | None) -> Mapping[str, str | None]:
    if figure is None:
        return {"low": None, "high": None, "qualifier": None}
    return {"low": figure.low, "high": figure.high, "qualifier": figure.qualifier}


def payload(
    record: str, kind: str, claims: Sequence[Mapping[str, Any]], evidence: Mapping[str, Any], **more: Any
) -> dict[str, Any]:
    """Return the payload of a claims entry; `more` may name the candidate, its rule and whether a person decided."""
    kept = {name: value for name, value in more.items() if value is not None}
    body = {"type": "claims", "record": record, "kind": kind, "step": STEP, "claims": list(claims)}
    return {**body, "evidence": dict(evidence), **kept}


def evidence_of(candidate: Candidate, source: str) -> dict[str, Any]:
    """Return the words that a candidate rests on, as the payload keeps them."""
    return {
        "source": source,
        "ranges": [list(r) for r in candidate.ranges],
        "quote": candidate.quote,
        "speaker": candidate.speaker,
        "language": candidate.language,
        "reported": candidate.reported,
        "oral": False,
    }
