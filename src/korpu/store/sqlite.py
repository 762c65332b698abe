"""All that is said to SQLite alone: its settings, the triggers that guard the books, sweeping, streaming, copying.

Another database gets a module of its own with the same functions (see `vendor.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from korpu.journal.entry import Head
from korpu.journal.ports import Row, UnreadableRowError
from korpu.kernel.errors import IntegrityError

FILE = "korpu.sqlite3"
_PATIENCE = 4
"""Seconds that sweeping waits for other readers to finish."""

# FULL: what was acknowledged survives a power cut. secure_delete: what was deleted is overwritten with zeros.
# recursive_triggers: REPLACE fires the delete triggers too. IMMEDIATE: writers queue instead of failing half-way.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY;"
)


def settings(folder: Path) -> dict[str, Any]:
    """Return Django's database settings for the books in a folder."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(folder / FILE),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
    }


_ERASED = """EXISTS (
    SELECT 1 FROM store_entry e JOIN store_payload p ON p.entry_id = e.row
    WHERE e.type = 'erasure' AND ({condition}))"""
_NAMED = "json_extract(p.body, '$.target') = {name} OR {name} IN (SELECT value FROM json_each(p.body, '$.also'))"
_NAME_OF = "(SELECT name FROM store_entry WHERE row = OLD.entry_id)"
_SOURCE_SAYS = "json_extract(p.body, '$.sources.\"' || OLD.source || '\"') IS NOT NULL"
_SOURCE_GONE = "json_type(p.body, '$.sources.\"' || OLD.source || '\"') = 'null'"


def _refuse(name: str, event: str, table: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, 'korpu: {message}'); END"
    )


TRIGGERS: dict[str, str] = {
    name: _refuse(name, *rest)
    for name, *rest in (
        ("entry_no_update", "UPDATE", "store_entry", "1", "entries are never edited"),
        ("entry_no_delete", "DELETE", "store_entry", "1", "entries are never deleted"),
        (
            "entry_in_order",
            "INSERT",
            "store_entry",
            "NEW.seq <> 1 + coalesce((SELECT max(seq) FROM store_entry WHERE site = NEW.site), 0)",
            "entries are only added at the end",
        ),
        ("payload_no_update", "UPDATE", "store_payload", "1", "payloads are never edited"),
        (
            "payload_erasure_only",
            "DELETE",
            "store_payload",
            "NOT " + _ERASED.format(condition=_NAMED.format(name=_NAME_OF)),
            "a payload goes only by an erasure that names it",
        ),
        (
            "text_erasure_only",
            "UPDATE",
            "store_text",
            "length(NEW.text) <> length(OLD.text) OR NEW.source <> OLD.source OR NOT "
            + _ERASED.format(condition=_SOURCE_SAYS),
            "a text changes only by an erasure that names it",
        ),
        (
            "text_delete_erasure_only",
            "DELETE",
            "store_text",
            "NOT " + _ERASED.format(condition=_SOURCE_GONE),
            "a text goes only by an erasure that names it",
        ),
        ("head_no_delete", "DELETE", "store_head", "1", "the last entry of a site is always remembered"),
        ("head_forward", "UPDATE", "store_head", "NEW.seq <> OLD.seq + 1", "the last entry only moves on by one"),
    )
}


# Each finds the entries whose row in a projection is missing or says something else than the payload, and the rows
# that no payload accounts for. In SQL because it is done for every entry of the books at each verification.
_DIFFERS = """
    SELECT e.name FROM store_entry e JOIN store_payload p ON p.entry_id = e.row LEFT JOIN {table} c ON c.{join}
    WHERE e.type IN ({types}) AND (c.entry IS NOT e.name OR {said} IS NOT json_array({shown}))
    UNION ALL
    SELECT c.entry FROM {table} c WHERE NOT EXISTS (
        SELECT 1 FROM store_entry e JOIN store_payload p ON p.entry_id = e.row
        WHERE e.name = c.entry AND e.type IN ({types}))
    LIMIT 1"""
DIFFERING: tuple[str, ...] = (
    _DIFFERS.format(
        table="store_claims",
        join="row = e.row",
        types="'claims', 'identity'",
        said="json_extract(p.body, '$.type', '$.record', '$.from', '$.evidence.source', '$.candidate', '$.supersedes')",
        shown="c.type, iif(c.type = 'claims', c.record, NULL), iif(c.type = 'identity', c.record, NULL), "
        "c.source, c.candidate, c.supersedes",
    ),
    _DIFFERS.format(
        table="store_review",
        join="row = e.row",
        types="'review'",
        said="e.author || json_extract(p.body, '$.type', '$.target', '$.decision')",
        shown="'review', c.target, c.decision",
    ).replace("IS NOT json_array", "IS NOT c.author || json_array"),
    _DIFFERS.format(
        table="store_source",
        join="entry = e.name",
        types="'source'",
        said="e.recorded || json_extract(p.body, '$.source.id', '$.source.kind', '$.source.published')",
        shown="c.id, c.kind, c.published",
    ).replace("IS NOT json_array", "IS NOT c.recorded || json_array"),
)


@contextmanager
def snapshot(path: Path) -> Iterator[tuple[Iterator[Row], list[Head]]]:
    """Give every committed entry raw, in the order of site and number, and the remembered heads, as of one moment."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as raw:
        raw.execute("BEGIN")
        heads = [Head(*row) for row in raw.execute("SELECT site, seq, hash FROM store_head ORDER BY site")]
        yield _rows(raw), heads


def _rows(raw: sqlite3.Connection) -> Iterator[Row]:
    try:
        yield from raw.execute(
            "SELECT e.site, e.seq, e.name, e.recorded, e.author, e.type, e.payload_hash, e.previous, e.hash, "
            "p.salt, CAST(p.body AS BLOB) FROM store_entry e LEFT JOIN store_payload p ON p.entry_id = e.row "
            "ORDER BY e.site, e.seq"
        )
    except sqlite3.DatabaseError as error:
        raise UnreadableRowError("KORPU-STORE-003", f"it cannot be read: {error}") from error


def unwritable(error: Exception) -> bool:
    """Tell whether an error says that the file cannot be written now: disk full, read-only, in use for long."""
    name = getattr(error.__cause__, "sqlite_errorname", None) or ""
    return name.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR"))


def sweep(path: Path) -> bool:
    """Rewrite the file without its free pages and empty the write-ahead log; whether no other reader was in the way."""
    with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as raw:
        raw.execute("PRAGMA temp_store=MEMORY")
        raw.execute("PRAGMA secure_delete=ON")
        try:
            raw.execute("VACUUM")
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:  # somebody is writing
            return False
        return not busy


def copy(path: Path, target: Path) -> None:
    """Copy the books to another file while they are in use, then check the copy page by page.

    Raises IntegrityError KORPU-STORE-002 if the copy is damaged.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as source, closing(sqlite3.connect(target)) as copied:
        source.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE")
        verdict = copied.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise IntegrityError("KORPU-STORE-002", f"The copy is damaged: {verdict}.")
