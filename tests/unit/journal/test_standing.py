"""What stands after decisions, and decisions on decisions."""

from __future__ import annotations

from typing import Any

from korpu.journal.memory import MemoryUnitOfWork, Shelf
from korpu.journal.standing import Standing, standing


def after(*payloads: dict[str, Any]) -> Standing:
    shelf = Shelf()
    with MemoryUnitOfWork(shelf) as unit:
        for payload in payloads:
            unit.append(payload, author="desk")
        unit.commit()
    return standing((entry.id, payload or {}) for entry, payload in MemoryUnitOfWork(shelf).entries())


def claims(**more: Any) -> dict[str, Any]:
    said = [{"property": "stage", "value": "delivered"}]
    return {"type": "claims", "record": "r", "kind": "initiative", "claims": said, "evidence": {"source": "s"}, **more}


def review(target: str, decision: str) -> dict[str, Any]:
    return {"type": "review", "target": target, "decision": decision}


def test_claims_stand_until_withdrawn_and_again_when_that_is_withdrawn() -> None:
    assert after(claims()).stands("embassy-1")
    assert not after(claims(), review("embassy-1", "withdraw")).stands("embassy-1")
    assert after(claims(), review("embassy-1", "withdraw"), review("embassy-2", "withdraw")).stands("embassy-1")


def test_two_withdrawals_need_two_undoings() -> None:
    twice = [
        claims(),
        review("embassy-1", "withdraw"),
        review("embassy-1", "withdraw"),
        review("embassy-2", "withdraw"),
    ]
    assert not after(*twice).stands("embassy-1")


def test_a_later_entry_takes_the_place_of_an_earlier_one_while_it_stands() -> None:
    found = after(claims(), claims(supersedes="embassy-1"))
    assert found.superseded == {"embassy-1": "embassy-2"}
    assert after(claims(), claims(supersedes="embassy-1"), review("embassy-2", "withdraw")).stands("embassy-1")


def test_approval_counts_once_and_can_be_taken_back() -> None:
    found = after(claims(), review("embassy-1", "approve"), review("embassy-1", "approve"))
    assert found.reviewed["embassy-1"] == "embassy-2"
    assert "embassy-1" not in after(claims(), review("embassy-1", "approve"), review("embassy-2", "withdraw")).reviewed


def test_the_last_decision_on_a_candidate_counts() -> None:
    assert after(review("c-1", "ask"), review("c-1", "reject")).decided == {"c-1": ("rejected", "embassy-2")}
    assert after(review("c-1", "reject"), review("embassy-1", "withdraw")).decided == {}


def test_a_candidate_is_accepted_while_its_claims_stand() -> None:
    assert after(claims(candidate="c-1"), review("c-1", "reject")).decided == {"c-1": ("accepted", "embassy-1")}
    assert after(claims(candidate="c-1"), review("embassy-1", "withdraw")).decided == {}


def test_what_something_became_of_is_named() -> None:
    found = after(claims(), claims(supersedes="embassy-1"), review("embassy-2", "approve"), review("c-1", "withdraw"))
    assert found.touched == {"embassy-1", "embassy-2", "c-1"}
