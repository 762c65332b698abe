"""Verification names the first entry that does not hold, whatever was done to the journal."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.journal.entry import Head, seal
from korpu.journal.memory import MemoryUnitOfWork, Shelf
from korpu.journal.ports import Row, UnreadableRowError
from korpu.journal.verify import verify


def review(target: str = "x") -> dict[str, object]:
    return {"type": "review", "target": target, "decision": "accept"}


def journal(count: int = 8, *, erase: tuple[int, ...] = (), sites: tuple[str, ...] = ("embassy",)) -> MemoryUnitOfWork:
    shelf = Shelf()
    for site in sites:
        with MemoryUnitOfWork(shelf, site=site) as unit:
            for number in range(count):
                unit.append(review(f"t{number}"), author="desk")
            for number in erase:
                unit.append(
                    {"type": "erasure", "target": f"{site}-{number}", "why": "w", "approved_by": "a"}, author="desk"
                )
                unit.destroy([f"{site}-{number}"])
            unit.commit()
    return MemoryUnitOfWork(shelf)


def judged(rows: list[Row], heads: list[Head] | None = None) -> tuple[str | None, str | None]:
    verdict = verify(rows, heads)
    return verdict.first_bad, verdict.reason


def changed(row: Row, place: int, value: object) -> Row:
    return (*row[:place], value, *row[place + 1 :])  # type: ignore[return-value]


def test_a_sound_journal_verifies_and_counts_what_is_erased() -> None:
    unit = journal(5, erase=(2, 4), sites=("embassy", "capital"))
    verdict = verify(unit.rows(), unit.heads())
    assert verdict.ok
    assert verdict.as_json() == {"ok": True, "entries": 14, "erased": 4, "first_bad": None, "reason": None}


def test_an_empty_journal_verifies() -> None:
    assert verify([], []).ok


@given(st.integers(0, 7), st.integers(0, 10), st.binary(min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_edit_is_found_at_its_entry(place: int, field: int, junk: bytes) -> None:
    unit = journal()
    rows = list(unit.rows())
    old = rows[place][field]
    if isinstance(old, bytes):
        value: object = old + junk
    else:
        value = old + 1 if isinstance(old, int) else f"{old}{junk.hex()}"
    rows[place] = changed(rows[place], field, value)
    first_bad, reason = judged(sorted(rows, key=lambda row: (row[0], row[1])), unit.heads())
    assert first_bad is not None
    assert reason
    if field in (3, 4, 5, 6, 7, 8, 9, 10):
        assert first_bad == f"embassy-{place + 1}"


@given(st.integers(0, 7))
@settings(deadline=None)
def test_any_deletion_is_found_and_the_missing_entry_named(place: int) -> None:
    unit = journal()
    rows = list(unit.rows())
    del rows[place]
    assert judged(rows, unit.heads())[0] == f"embassy-{place + 1}"


@given(st.integers(0, 7), st.integers(0, 7))
@settings(deadline=None)
def test_any_swap_is_found(a: int, b: int) -> None:
    unit = journal()
    rows = list(unit.rows())
    rows[a], rows[b] = rows[b], rows[a]
    assert (judged(rows, unit.heads())[0] is None) == (a == b)


def test_an_inserted_entry_is_found() -> None:
    unit = journal()
    rows = list(unit.rows())
    rows.insert(3, rows[3])
    assert judged(rows, unit.heads())[0] == "embassy-5"


def test_a_cut_off_end_needs_the_remembered_head() -> None:
    unit = journal()
    rows = list(unit.rows())[:-1]
    assert judged(rows)[0] is None
    assert judged(rows, unit.heads()) == ("embassy-8", "the end of the journal was cut off here")
    assert judged([], unit.heads())[0] == "embassy-1"


def test_a_forged_or_missing_head_is_found() -> None:
    unit = journal()
    rows = list(unit.rows())
    assert judged(rows, [Head("embassy", 8, "0" * 64)])[0] == "embassy-8"
    assert judged(rows, [])[0] == "embassy-8"


def test_a_payload_may_be_missing_only_by_a_later_erasure() -> None:
    unit = journal(4, erase=(2,))
    rows = list(unit.rows())
    gone = [changed(changed(row, 9, None), 10, None) if row[1] == 3 else row for row in rows]
    assert judged(gone, unit.heads()) == ("embassy-3", "its payload is gone, though no erasure names it")


def test_a_payload_that_came_back_after_its_erasure_is_found() -> None:
    before = journal(4)
    kept = list(before.rows())[1][9:]
    with before as unit:
        unit.append({"type": "erasure", "target": "embassy-2", "why": "w", "approved_by": "a"}, author="desk")
        unit.destroy(["embassy-2"])
        unit.commit()
    rows = [(*row[:9], *kept) if row[1] == 2 else row for row in before.rows()]
    assert judged(rows, before.heads()) == ("embassy-2", "it was erased, yet its payload is there")


def test_the_first_of_several_faults_is_named() -> None:
    unit = journal(6, erase=(5,))
    rows = list(unit.rows())
    rows[1] = changed(changed(rows[1], 9, None), 10, None)
    rows[3] = changed(rows[3], 4, "somebody")
    assert judged(rows, unit.heads())[0] == "embassy-2"


def test_a_malformed_erasure_explains_nothing() -> None:
    unit = journal(3, erase=(1,))
    rows = list(unit.rows())
    rows[3] = changed(rows[3], 10, b"{")
    assert judged(rows, unit.heads())[0] == "embassy-1"


def test_a_row_that_cannot_be_read_is_named_after_the_last_good_one() -> None:
    unit = journal()

    def broken(good: int) -> Iterator[Row]:
        yield from list(unit.rows())[:good]
        raise UnreadableRowError("KORPU-STORE-003", "it cannot be read")

    assert verify(broken(3)).first_bad == "embassy-4"
    assert verify(broken(0)).first_bad == "1"


def test_a_fault_before_a_missing_payload_is_the_one_named() -> None:
    unit = journal(6)
    rows = list(unit.rows())
    rows[1] = changed(rows[1], 4, "somebody")
    rows[4] = changed(changed(rows[4], 9, None), 10, None)
    assert judged(rows, unit.heads())[0] == "embassy-2"


def test_a_well_sealed_erasure_that_names_nothing_erases_nothing() -> None:
    head, rows = Head("embassy"), []
    for kind, body in (("review", None), ("erasure", b"{"), ("erasure", b'{"why":"w"}'), ("erasure", b"[1]")):
        entry = seal(head, recorded="", author="desk", kind=kind, salt=b"salt", body=body or b"gone")
        fields = (entry.site, entry.seq, entry.id, entry.recorded, entry.author, entry.type, entry.payload_hash)
        rows.append((*fields, entry.previous, entry.hash, b"salt" if body else None, body))
        head = Head("embassy", entry.seq, entry.hash)
    assert judged(rows, [head]) == ("embassy-1", "its payload is gone, though no erasure names it")
