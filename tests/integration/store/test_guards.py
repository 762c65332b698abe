"""The database itself refuses to edit or delete what was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from django.db import connections

from korpu.app import custody, intake
from korpu.app.books import Books
from korpu.kernel.errors import InputError, UsageError
from korpu.store.vendor import triggers

REFUSED = [
    "UPDATE store_entry SET author = 'x' WHERE seq = 1",
    "DELETE FROM store_entry WHERE seq = 2",
    "DELETE FROM store_entry",
    "INSERT OR REPLACE INTO store_entry SELECT * FROM store_entry WHERE seq = 1",
    "INSERT INTO store_entry SELECT 99, site, 99, 'embassy-99', recorded, author, type, payload_hash, previous, hash "
    "FROM store_entry WHERE seq = 1",
    "UPDATE store_payload SET body = '{}'",
    "DELETE FROM store_payload",
    "UPDATE store_text SET text = replace(text, 'Two', 'Ten')",
    "UPDATE store_text SET text = ''",
    "DELETE FROM store_text",
    "DELETE FROM store_head",
    "UPDATE store_head SET seq = seq - 1",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_edits_behind_korpu_are_refused(books: Books, accept: Callable[..., str], statement: str) -> None:
    intake.add(books, b"Two transformers were delivered.")
    accept(books.pending()[0].key)
    with closing(sqlite3.connect(books.path)) as raw:
        with pytest.raises(sqlite3.IntegrityError, match="korpu: "):
            raw.execute(statement)
        raw.rollback()


def test_the_file_is_kept_as_safely_as_promised(books: Books) -> None:
    from django.db import connections

    with connections[books.alias].cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "recursive_triggers"):
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "recursive_triggers": 1,
    }  # fmt: skip
    assert books.folder.stat().st_mode & 0o077 == 0


def test_another_database_is_refused_until_it_has_guards() -> None:
    assert triggers("sqlite")
    with pytest.raises(UsageError, match="KORPU-STORE-001"):
        triggers("oracle")


def test_writers_wait_for_one_another(books: Books) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def write(number: int) -> str:
        try:
            return books.write({"type": "review", "target": f"c-{number}", "decision": "ask"}, by="desk")
        finally:
            books.close()

    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(write, range(40)))
    assert sorted(written, key=lambda name: int(name[8:])) == [f"embassy-{n}" for n in range(1, 41)]


def test_two_sites_keep_two_chains_in_one_file(books: Books) -> None:
    capital = Books(books.alias, site="capital")
    for number in range(3):
        books.write({"type": "review", "target": f"c-{number}", "decision": "ask"}, by="desk")
        capital.write({"type": "review", "target": f"c-{number}", "decision": "reject"}, by="head")
    assert [(head.site, head.seq) for head in books.journal.heads()] == [("capital", 3), ("embassy", 3)]
    assert custody.verify(books).entries == 6
    assert custody.verify(books).ok


@pytest.mark.filterwarnings("ignore:Got an error checking a consistent migration history")
def test_migrations_say_what_the_models_say() -> None:
    from django.core.management import call_command

    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)


def test_a_full_disk_is_one_sentence_and_nothing_changed(books: Books) -> None:
    intake.add(books, b"Two transformers were delivered.")
    before = books.journal.head("embassy")
    with connections[books.alias].cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
    with pytest.raises(InputError, match=r"Nothing was written.*full"):
        intake.add(books, b"Three transformers were delivered. " * 9000)
    assert books.journal.head("embassy") == before
    assert custody.verify(books).ok
