"""The journal takes only what it knows."""

from __future__ import annotations

import pytest

from korpu.journal.payloads import check_payload, erased_by, evidence_of
from korpu.kernel.errors import InputError


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"type": "gossip"},
        {"type": ["review"]},
        {"type": "review", "target": "embassy-1"},
        {"type": "review", "target": "", "decision": "accept"},
        {"type": "review", "target": "embassy-1", "decision": "maybe"},
        {"type": "identity", "relation": "likes", "from": "a", "to": "b"},
        {"type": "claims", "record": "r", "kind": "initiative", "claims": [], "evidence": {"source": "s"}},
        {"type": "erasure", "target": "embassy-1", "why": "asked", "approved_by": None},
    ],
)
def test_unknown_or_empty_payloads_are_refused(payload: dict[str, object]) -> None:
    with pytest.raises(InputError, match="KORPU-JOURNAL-003"):
        check_payload(payload)


def test_a_payload_names_its_type() -> None:
    assert check_payload({"type": "identity", "relation": "part_of", "from": "a", "to": "b"}) == "identity"
    assert check_payload({"type": "waiver", "finding": {"check": "ratio"}}) == "waiver"


def test_an_erasure_names_all_that_it_destroys() -> None:
    assert erased_by({"target": "embassy-1"}) == ("embassy-1",)
    assert erased_by({"target": "embassy-1", "also": ["embassy-4"]}) == ("embassy-1", "embassy-4")


def test_evidence_needs_a_source() -> None:
    assert evidence_of({"evidence": {"source": "s"}}) == {"source": "s"}
    assert evidence_of({"evidence": {"source": None}}) is None
    assert evidence_of({"evidence": None}) is None
    assert evidence_of({}) is None
