"""What is erased leaves no byte of itself in the data folder."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from korpu.app import custody, intake
from korpu.app.books import Books, open_books
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Reading

SECRET = "Олександра Прикладенко, 9 років"
TEXT = (
    "Dozens of children came in May. Among them was Олександра Прикладенко, 9 років, from the east. "
    "The programme goes on.\nAmong them was Олександра Прикладенко, 9 років, from the east. It has 40 places.\n"
)


def sentences(document: Document, names: object) -> Reading:
    found = [
        Candidate(((m.start(), m.end()),), m[0], "cohort", None, "stated", title=m[0][:30])
        for m in re.finditer(r"[^.\n]+\.", document.text)
        if "█" not in m[0]
    ]
    return Reading(document, "en", candidates=tuple(found))


def accept(books: Books, words: str, record: str = "r", **more: object) -> str:
    row = next(row for row in books.pending() if words in row.candidate["quote"])
    evidence = {"source": row.source, "ranges": row.candidate["ranges"], "quote": row.candidate["quote"]}
    said = [{"property": "title", "value": {"en": row.candidate["quote"]}}]
    payload = {"type": "claims", "record": record, "kind": "cohort", "claims": said, "evidence": evidence}
    return books.write({**payload, "candidate": row.key, **more}, by="desk")


def holds(folder: Path, words: str) -> list[str]:
    """Name the files in a folder that hold these words, in any of the encodings they could be kept in."""
    forms = [words.encode(), words.encode("utf-16-le"), words.encode("cp1251"), words.encode("unicode-escape")]
    return [p.name for p in folder.rglob("*") if p.is_file() and any(form in p.read_bytes() for form in forms)]


@pytest.fixture
def books(tmp_path: Path) -> Books:
    opened = open_books(tmp_path / "data", reader=sentences)
    for number in range(30):  # so that the words have lain on many pages and in the log
        intake.add(opened, f"Filler statement {number}. {'It says little. ' * 40}".encode())
    intake.add(opened, TEXT.encode(), title="On the children")
    return opened


def test_a_claim_is_erased_to_the_last_byte(books: Books) -> None:
    entry = accept(books, SECRET)
    other = accept(books, "40 places", record="r2")
    assert holds(books.folder, SECRET)
    done = custody.erase(books, entry, why="names a child", approved_by="head", by="desk")
    assert done.swept
    for words in (SECRET, "Прикладенко", "from the east"):
        assert holds(books.folder, words) == []
    assert holds(books.folder, "It has 40 places.")
    verdict = custody.verify(books)
    assert verdict.ok, verdict
    assert verdict.erased == 1
    assert {claim.entry for claim in books.claims.claims()} == {other}
    text = books.document(done.sources[0]).text
    assert len(text) == len(TEXT)
    assert text.index("It has 40 places.") == TEXT.index("It has 40 places.")
    assert [row for row in books.pending(state=None) if "Приклад" in str(row.candidate)] == []


def test_whatever_quotes_the_same_words_goes_too(books: Books) -> None:
    first = accept(books, SECRET)
    second = accept(books, SECRET, record="r2", supersedes=first)  # the same words, further down
    done = custody.erase(books, second, why="names a child", approved_by="head")
    assert done.also == (first,)
    assert holds(books.folder, SECRET) == []
    assert custody.verify(books).ok


def test_a_source_is_erased_with_everything_that_quotes_it(books: Books) -> None:
    accept(books, SECRET)
    source = next(row for row in books.sources() if row.title == "On the children")
    done = custody.erase(books, source.entry, why="withdrawn", approved_by="head")
    assert done.also == ("embassy-32",)
    for words in (SECRET, "It has 40 places", "On the children", "Dozens of children"):
        assert holds(books.folder, words) == []
    assert custody.verify(books).ok
    assert source.id not in {row.id for row in books.sources()}
    assert intake.add(books, TEXT.encode()).already is False


def test_an_erasure_survives_rebuilding_and_backing_up(books: Books, tmp_path: Path) -> None:
    custody.erase(books, accept(books, SECRET), why="names a child", approved_by="head")
    custody.rebuild(books)
    custody.backup(books, tmp_path / "copy")
    assert holds(tmp_path / "copy", SECRET) == holds(books.folder, SECRET) == []
    assert custody.verify(books).ok


def test_sweeping_that_could_not_be_done_is_done_at_the_next_opening(books: Books) -> None:
    entry = accept(books, SECRET)
    with closing(sqlite3.connect(books.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM store_entry").fetchone()
        done = custody.erase(books, entry, why="names a child", approved_by="head")
    assert done.swept is False
    books.close()
    open_books(books.folder, reader=sentences)
    assert holds(books.folder, SECRET) == []


def test_an_erased_text_that_is_altered_afterwards_is_found(books: Books) -> None:
    done = custody.erase(books, accept(books, SECRET), why="names a child", approved_by="head")
    with closing(sqlite3.connect(books.path)) as raw:
        raw.execute("DROP TRIGGER text_erasure_only")
        raw.execute("UPDATE store_text SET text = replace(text, '40', '41') WHERE source = ?", done.sources)
        raw.commit()
    assert custody.verify(books).reason == "the text of this source was altered"
