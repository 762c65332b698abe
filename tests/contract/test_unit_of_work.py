"""One suite for every keeper of the journal: the one in memory and the one on SQLite."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from korpu.journal.entry import GENESIS, Head
from korpu.journal.memory import MemoryUnitOfWork, Shelf
from korpu.journal.ports import KeptText, UnitOfWork, append_all
from korpu.journal.verify import verify
from korpu.kernel.errors import ConflictError, InputError, NotFoundError

Make = Callable[[], UnitOfWork]


def moment() -> datetime:
    return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(params=["memory", "sqlite"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Return what begins a unit of work on one and the same journal."""
    if request.param == "memory":
        shelf = Shelf()
        return lambda: MemoryUnitOfWork(shelf, clock=moment)
    from korpu.store.connect import connect

    alias = connect(tmp_path / "data")
    from korpu.store.unit import StoreUnitOfWork

    return lambda: StoreUnitOfWork(alias, site="embassy", clock=moment)


def review(target: str = "c-1", reason: str | None = None) -> dict[str, Any]:
    return {"type": "review", "target": target, "decision": "accept", "reason": reason}


def source(name: str) -> dict[str, Any]:
    return {"type": "source", "source": {"id": name, "kind": "note", "sha256": "0"}}


def erasure(target: str, **sources: str | None) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in sources.items()}
    return {"type": "erasure", "target": target, "why": "asked", "approved_by": "head", "also": [], "sources": named}


def test_what_is_committed_is_there(make: Make) -> None:
    with make() as unit:
        entry = unit.append(review(reason="добре"), author="desk")
        unit.keep_text(KeptText("src-1", "слова", "ab"))
        unit.commit()
    again = make()
    assert again.entry("embassy-1") == entry
    assert again.payload("embassy-1") == review(reason="добре")
    assert again.text("src-1") == KeptText("src-1", "слова", "ab")
    assert list(again.texts()) == [KeptText("src-1", "слова", "ab")]
    assert again.head("embassy") == Head("embassy", 1, entry.hash)
    assert entry.recorded == "2026-01-02T03:04:05.000000Z"
    assert (entry.author, entry.type, entry.previous) == ("desk", "review", GENESIS)


def test_what_is_not_committed_is_not_there(make: Make) -> None:
    with make() as unit:
        unit.append(review(), author="desk")
        unit.keep_text(KeptText("src-1", "words"))
    with pytest.raises(RuntimeError), make() as unit:
        unit.append(review(), author="desk")
        raise RuntimeError
    again = make()
    assert again.entry("embassy-1") is None
    assert again.payload("embassy-1") is None
    assert again.text("src-1") is None
    assert again.head("embassy") == Head("embassy")
    assert list(again.rows()) == []


def test_a_unit_sees_its_own_work(make: Make) -> None:
    with make() as unit:
        first, second = append_all(unit, [review("a"), review("b")], author="desk")
        assert unit.entry(first.id) == first
        assert second.previous == first.hash
        assert [payload["target"] for _, payload in unit.entries("review") if payload] == ["a", "b"]


def test_nothing_can_be_added_after_the_end(make: Make) -> None:
    with make() as unit:
        unit.append(review(), author="desk")
        unit.commit()
        with pytest.raises(ConflictError, match="KORPU-JOURNAL-004"):
            unit.append(review(), author="desk")
        with pytest.raises(ConflictError, match="KORPU-JOURNAL-004"):
            unit.commit()
    assert make().head("embassy").seq == 1


def test_entries_come_in_order_and_by_type(make: Make) -> None:
    with make() as unit:
        append_all(unit, [source("src-1"), review("a"), source("src-2"), review("b")], author="desk")
        unit.commit()
    assert [entry.id for entry, _ in make().entries()] == [f"embassy-{n}" for n in (1, 2, 3, 4)]
    assert [entry.id for entry, _ in make().entries("source")] == ["embassy-1", "embassy-3"]
    assert len(list(make().entries("source", "review"))) == 4


def test_rows_and_heads_verify(make: Make) -> None:
    with make() as unit:
        append_all(unit, [review(str(n)) for n in range(20)], author="Əli")
        unit.commit()
    verdict = verify(make().rows(), make().heads())
    assert verdict.ok
    assert verdict.entries == 20


def test_an_unknown_payload_is_refused(make: Make) -> None:
    with make() as unit, pytest.raises(InputError, match="KORPU-JOURNAL-003"):
        unit.append({"type": "gossip"}, author="desk")


def test_a_text_is_kept_once(make: Make) -> None:
    with make() as unit:
        unit.keep_text(KeptText("src-1", "words"))
        with pytest.raises(ConflictError, match="KORPU-JOURNAL-005"):
            unit.keep_text(KeptText("src-1", "words"))


def test_only_an_erasure_destroys(make: Make) -> None:
    with make() as unit:
        unit.append(review(), author="desk")
        unit.commit()
    with make() as unit:
        with pytest.raises(ConflictError, match="KORPU-JOURNAL-006"):
            unit.destroy(["embassy-1"])
        unit.append(erasure("embassy-1"), author="desk")
        unit.destroy(["embassy-1"])
        unit.commit()
    again = make()
    assert again.entry("embassy-1") is not None
    assert again.payload("embassy-1") is None
    assert [payload for _, payload in again.entries("review")] == [None]
    assert verify(again.rows(), again.heads()).erased == 1


def test_texts_are_redacted_at_their_length_or_removed(make: Make) -> None:
    with make() as unit:
        unit.append(source("src-1"), author="desk")
        unit.keep_text(KeptText("src-1", "a name"))
        unit.append(erasure("embassy-1", src_1="00"), author="desk")
        unit.replace_text("src-1", "a ████")
        with pytest.raises(ConflictError, match="KORPU-JOURNAL-008"):
            unit.replace_text("src-1", "a")
        with pytest.raises(NotFoundError, match="KORPU-JOURNAL-007"):
            unit.replace_text("src-2", None)
        unit.commit()
    kept = make().text("src-1")
    assert kept is not None
    assert kept.text == "a ████"
    with make() as unit:
        unit.append(erasure("embassy-1", src_1=None), author="desk")
        unit.replace_text("src-1", None)
        unit.commit()
    assert make().text("src-1") is None


def test_a_refused_erasure_leaves_everything(make: Make) -> None:
    with make() as unit:
        unit.append(review(), author="desk")
        unit.commit()
    with make() as unit:
        unit.append(erasure("embassy-1"), author="desk")
        unit.destroy(["embassy-1"])
    assert make().payload("embassy-1") == review()
