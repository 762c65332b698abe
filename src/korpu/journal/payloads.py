"""What an entry may say: nine types of payload, each a JSON object with a "type" and at least the keys named here.

source    a document was taken in: {source: {id, kind, title, published, url, language, sha256, characters, filename}}
claims    one or more properties of one record, or of one step of it, at one quote
identity  two records are the same, part of one another, or depend on one another
review    a person's decision on an entry or a candidate: accept, reject, ask, approve, withdraw
waiver    a finding that was looked at and may stand
attachment  a photograph or signed act in base64, belonging to a source whose words say what it shows
original  the file that a source was read from, in base64 unless it is too large, and where its words stand on its pages
origin    two sources are one text or are not (same); without other, the source reprints nothing
erasure   a payload is destroyed: target and also (entries), sources (source id -> SHA-256 of the text that remains)
"""

from __future__ import annotations

from typing import Any

from korpu.kernel.errors import InputError

Payload = dict[str, Any]

REQUIRED: dict[str, tuple[str, ...]] = {
    "source": ("source",),
    "claims": ("record", "kind", "claims", "evidence"),
    "identity": ("relation", "from", "to"),
    "review": ("target", "decision"),
    "waiver": ("finding",),
    "attachment": ("source", "sha256", "data"),
    "origin": ("source", "reason"),
    "original": ("source", "sha256", "pages"),
    "erasure": ("target", "why", "approved_by"),
}
"""Type of payload -> keys without which it says nothing."""

RELATIONS = ("same_as", "part_of", "depends_on")
DECISIONS = ("accept", "reject", "ask", "approve", "withdraw")


def check_payload(payload: Payload) -> str:
    """Return the type of a payload, or raise InputError KORPU-JOURNAL-003 if its type or a required key is missing.

    >>> check_payload({"type": "review", "target": "embassy-3", "decision": "approve"})
    'review'
    """
    kind = payload.get("type")
    if not isinstance(kind, str) or kind not in REQUIRED:
        raise InputError("KORPU-JOURNAL-003", f"The journal knows no entry of type {kind!r}.")
    missing = [key for key in REQUIRED[kind] if payload.get(key) in (None, "", [])]
    if missing:
        raise InputError("KORPU-JOURNAL-003", f"An entry of type {kind} needs {', '.join(missing)}.")
    allowed = {"identity": ("relation", RELATIONS), "review": ("decision", DECISIONS)}.get(kind)
    if allowed and payload[allowed[0]] not in allowed[1]:
        raise InputError("KORPU-JOURNAL-003", f"{allowed[0]} is one of {', '.join(allowed[1])}.")
    return kind


def erased_by(payload: Payload) -> tuple[str, ...]:
    """Return the entries whose payloads an erasure destroys: its target, then those that quoted the same words."""
    return (payload["target"], *payload.get("also", ()))


def evidence_of(payload: Payload) -> Payload | None:
    """Return the evidence object of a payload that quotes a source, else None."""
    evidence = payload.get("evidence")
    return evidence if isinstance(evidence, dict) and evidence.get("source") else None
