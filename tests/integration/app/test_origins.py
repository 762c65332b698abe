"""Five outlets, one origin: reprints are grouped, counted once, parted and tied by a person, and never outrank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.ledger.test_origins import OTHER_VOICE, REPRINT, WIRE

from korpu.app import custody, intake, origins, review
from korpu.app.books import Books, open_books
from korpu.app.findings import findings
from korpu.app.records import ledger
from korpu.kernel.errors import ConflictError, InputError, NotFoundError

AZ = """Norveç Çerniqova 14 transformator və 3 mobil yarımstansiya verib, Energetika Nazirliyi bildirib.
Avadanlığın dəyəri 6,2 milyon avrodur. Bu, 42 000 evi işıqla təmin edəcək.
2022-ci ildən bəri Norveç 180 milyon avro ayırıb."""
EN = """Norway has given 14 transformers and 3 mobile substations to Chernihiv, the ministry of energy said.
The equipment is worth 6.2 million euros. It will supply 42,000 homes.
Since 2022 Norway has allocated 180 million euros."""


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with open_books(tmp_path / "books") as opened:
        yield opened


def add(books: Books, text: str, day: str, kind: str = "press") -> str:
    return intake.add(books, text.encode(), published=day, kind=kind, title=f"{kind} {day}", by="ann").source


def test_reprints_are_one_origin(books: Books) -> None:
    first = add(books, REPRINT, "2025-05-13")
    ministry = add(books, WIRE, "2025-05-12", "statement")
    other = add(books, OTHER_VOICE, "2025-05-13", "statement")
    found = origins.origins(books)
    assert found.group(first) == (ministry, first)
    assert found.group(other) == (other,)
    assert origins.counted(books, [first, ministry, other]) == origins.Count(3, 2, 2)
    again = add(books, WIRE.replace("KYIV, 12 May.", "Our sister paper:"), "2025-05-20")
    assert origins.origins(books).group(again) == (ministry, first, again)
    assert custody.verify(books).ok
    custody.rebuild(books)
    origins.forget()
    assert origins.origins(books).group(again) == (ministry, first, again)


def test_a_person_parts_and_ties_with_a_reason_and_can_undo_it(books: Books) -> None:
    one, two = add(books, WIRE, "2025-05-12"), add(books, REPRINT, "2025-05-13")
    with pytest.raises(InputError, match="KORPU-ORIGIN-001"):
        origins.part(books, two, reason=" ", by="ann")
    entry = origins.part(books, two, reason="Their reporter was there.", by="ann")
    assert origins.origins(books).group(two) == (two,)
    with pytest.raises(ConflictError, match="KORPU-ORIGIN-003"):
        origins.part(books, two, reason="Again.", by="ann")
    review.undo(books, entry, by="ann")
    assert origins.origins(books).group(two) == (one, two)
    with pytest.raises(ConflictError, match="KORPU-ORIGIN-002"):
        origins.tie(books, two, one, reason="Same.", by="ann")
    voice = add(books, OTHER_VOICE, "2025-05-13")
    origins.tie(books, voice, one, reason="Both read out one paper.", by="ann")
    assert len(origins.origins(books).group(voice)) == 3
    with pytest.raises(NotFoundError, match="KORPU-BOOKS-002"):
        origins.tie(books, voice, "src-none", reason="Same.", by="ann")


def test_a_translation_is_hinted_at_until_somebody_decides(books: Books) -> None:
    en, az = add(books, EN, "2025-05-12", "statement"), add(books, AZ, "2025-05-13", "statement")
    assert [{hint.one, hint.two} for hint in origins.maybe_retold(books)] == [{en, az}]
    assert origins.counted(books, [en, az]) == origins.Count(2, 2, 1)
    entry = origins.tie(books, az, en, reason="The ministry's own translation.", by="ann")
    assert origins.counted(books, [en, az]) == origins.Count(2, 1, 1)
    assert origins.maybe_retold(books) == []
    review.undo(books, entry, by="ann")
    origins.part(books, az, en, reason="Two ministries.", by="ann")
    assert origins.maybe_retold(books) == []
    assert origins.counted(books, [en, az]) == origins.Count(2, 2, 2)


def test_a_misprint_contradicts_its_origin_and_never_outranks_it(books: Books) -> None:
    add(books, WIRE, "2025-05-12")
    review.accept_all(books, by="ann")
    before = len(ledger(books))
    add(books, WIRE.replace("14 transformers", "41 transformers").replace("Norway sends", "Oslo sends"), "2025-05-14")
    review.accept_all(books, by="ann")
    (step,) = [s for r in ledger(books) for s in r.steps if s.count and s.count.value["count"] in ("14", "41")]
    assert step.count is not None
    assert step.count.value["count"] == "14"
    assert [other["count"] for other, _ in step.count.others] == ["41"]
    assert len(ledger(books)) == before
    assert [row.finding.check for row in findings(books) if row.record].count("same_metric") == 1


def test_ties_that_somebody_altered_are_noticed(books: Books) -> None:
    from korpu.store.models import Alike

    one, two = add(books, WIRE, "2025-05-12"), add(books, OTHER_VOICE, "2025-05-13")
    add(books, REPRINT, "2025-05-13")
    origins.origins(books)
    assert custody.verify(books).ok
    rows = Alike.objects.using(books.alias)
    (pair,) = [row for row in rows.all() if row.one != row.two]
    rows.filter(id=pair.id).delete()
    assert not custody.verify(books).ok
    rows.create(one=pair.one, two=pair.two, share=pair.share, whole=pair.whole)
    assert custody.verify(books).ok
    rows.create(one=one, two=two, share=0.9, whole=True)
    verdict = custody.verify(books)
    assert "print its text" in (verdict.reason or "")
    custody.rebuild(books)
    origins.forget()
    assert origins.origins(books).group(two) == (two,)
    assert custody.verify(books).ok


def test_an_erased_source_leaves_its_group(books: Books) -> None:
    one, two = add(books, WIRE, "2025-05-12"), add(books, REPRINT, "2025-05-13")
    assert origins.origins(books).group(one) == (one, two)
    origins.tie(books, add(books, OTHER_VOICE, "2025-05-13"), two, reason="Prykladenko read both out.", by="ann")
    entry = next(row.entry for row in books.sources() if row.id == two)
    custody.erase(books, entry, why="withdrawn", approved_by="head")
    assert origins.origins(books).group(one) == (one,)
    assert b"Prykladenko" not in b"".join(p.read_bytes() for p in books.folder.rglob("*") if p.is_file())
    assert custody.verify(books).ok
