"""A hundred random edits, deletions and swaps, made with a plain SQL tool past the triggers: each is found."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from korpu.app import custody, intake
from korpu.app.books import open_books
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Reading

ENTRIES = 30
TRIES = 100


def one_candidate(document: Document, names: object) -> Reading:
    return Reading(document, "en", candidates=(Candidate(((0, 5),), document.text[:5], "initiative", None, "stated"),))


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object) -> Path:
    folder = tmp_path_factory.mktemp("books")
    with django_db_blocker.unblock(), open_books(folder, reader=one_candidate) as books:  # type: ignore[attr-defined]
        for number in range(4):
            intake.add(books, f"Statement number {number} of the desk.".encode())
        for number, row in enumerate(books.pending() * 7):
            evidence = {"source": row.source, "ranges": [[0, 5]], "quote": "State"}
            said = [{"property": "stage", "value": "stated"}, {"property": "count", "value": str(number)}]
            payload = {"type": "claims", "record": f"r{number}", "kind": "initiative", "claims": said}
            books.write(payload | {"evidence": evidence, "candidate": row.key}, by="desk")
        books.write({"type": "review", "target": "embassy-9", "decision": "approve"}, by="head")
        books.write({"type": "review", "target": "embassy-10", "decision": "withdraw"}, by="head")
        assert custody.verify(books).ok
    with closing(sqlite3.connect(folder / "korpu.sqlite3")) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.execute("PRAGMA journal_mode=DELETE")
    return folder


def found_after(original: Path, folder: Path, alter: str | list[tuple[str, tuple[object, ...]]]) -> bool:
    shutil.copytree(original, folder)
    with closing(sqlite3.connect(folder / "korpu.sqlite3")) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.text_factory = lambda raw_bytes: raw_bytes.decode("utf-8", "surrogateescape")
        before = list(raw.iterdump())
        for statement, values in [(alter, ())] if isinstance(alter, str) else alter:
            raw.execute(statement, values)
        raw.commit()
        assert list(raw.iterdump()) != before
    with open_books(folder, reader=one_candidate) as books:
        verdict = custody.verify(books)
        books.close()
    shutil.rmtree(folder)
    return not verdict.ok and bool(verdict.first_bad) and bool(verdict.reason)


COLUMNS = {
    "store_entry": ["site", "seq", "name", "recorded", "author", "type", "payload_hash", "previous", "hash"],
    "store_payload": ["salt", "body"],
    "store_text": ["text", "source"],
    "store_head": ["seq", "hash", "site"],
    "store_pending": ["candidate", "state", "position", "source", "key"],
    "store_claims": ["record", "void", "type", "candidate", "superseded_by", "reviewed_by", "source"],
    "store_review": ["target", "decision", "author", "void"],
    "store_source": ["kind", "published", "recorded", "id"],
}


def altered(value: object, chance: random.Random) -> object:
    if isinstance(value, int):
        return value + 1000 if value not in (0, 1) else 1 - value
    if isinstance(value, bytes):
        place = chance.randrange(len(value))
        return value[:place] + bytes([value[place] ^ (1 << chance.randrange(8))]) + value[place + 1 :]
    if not value:
        return "x"
    text = str(value)
    digits = [i for i, c in enumerate(text) if c.isalnum()]
    place = chance.choice(digits)
    return text[:place] + ("q" if text[place] != "q" else "w") + text[place + 1 :]


def test_a_hundred_random_edits_are_found(original: Path, tmp_path: Path) -> None:
    chance, missed = random.Random(1), []
    with closing(sqlite3.connect(original / "korpu.sqlite3")) as raw:
        for _ in range(TRIES):
            table = chance.choice([*["store_entry"] * 5, *["store_payload"] * 4, *COLUMNS])
            column = chance.choice(COLUMNS[table])
            found = raw.execute(f"SELECT rowid, {column} FROM {table} ORDER BY random()").fetchall()
            row, value = chance.choice(sorted(found))
            change = (f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (altered(value, chance), row))
            if not found_after(original, tmp_path / "b", [("PRAGMA foreign_keys=OFF", ()), change]):
                missed.append((table, column, value))
    assert missed == []


def test_a_hundred_random_deletions_are_found(original: Path, tmp_path: Path) -> None:
    chance, missed = random.Random(2), []
    for _ in range(TRIES):
        table = chance.choice(
            ["store_entry", "store_entry", "store_payload", "store_text", "store_pending", "store_claims"]
        )
        with closing(sqlite3.connect(original / "korpu.sqlite3")) as raw:
            row = chance.choice([r for (r,) in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid")])
        if not found_after(original, tmp_path / "b", [(f"DELETE FROM {table} WHERE rowid = ?", (row,))]):
            missed.append((table, row))
    assert missed == []


def test_a_hundred_random_swaps_are_found(original: Path, tmp_path: Path) -> None:
    chance, missed = random.Random(3), []
    for _ in range(TRIES):
        a, b = chance.sample(range(1, ENTRIES + 1), 2)
        swap = chance.choice(["payloads", "numbers", "contents"])
        if not found_after(original, tmp_path / "b", swapped(swap, a, b)):
            missed.append((swap, a, b))
    assert missed == []


def swapped(what: str, a: int, b: int) -> list[tuple[str, tuple[object, ...]]]:
    """Return the statements that swap two entries' payloads, numbers, or all they say but their numbers."""
    if what == "payloads":
        column, table = "entry_id", "store_payload"
    elif what == "numbers":
        column, table = "seq", "store_entry"
    else:
        fields = "recorded, author, type, payload_hash"
        old = f"(SELECT {fields} FROM old WHERE old.row = ? + ? - store_entry.row)"
        return [
            ("CREATE TEMP TABLE old AS SELECT * FROM store_entry", ()),
            (f"UPDATE store_entry SET ({fields}) = {old} WHERE row IN (?, ?)", (a, b, a, b)),
        ]
    return [
        (f"UPDATE {table} SET {column} = 999 WHERE {column} = ?", (a,)),
        (f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (a, b)),
        (f"UPDATE {table} SET {column} = ? WHERE {column} = 999", (b,)),
    ]


def test_a_journal_cut_short_is_found(original: Path, tmp_path: Path) -> None:
    assert found_after(original, tmp_path / "b", "DELETE FROM store_entry WHERE seq > 25")


def test_bytes_that_are_no_text_are_found(original: Path, tmp_path: Path) -> None:
    assert found_after(original, tmp_path / "b", "UPDATE store_entry SET author = CAST(x'ff' AS TEXT) WHERE seq = 7")
