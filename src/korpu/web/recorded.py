"""What pages show of a record beside its fields: its latest step, its sources, when it was entered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from korpu.app.books import Books
from korpu.app.intake import sources
from korpu.ledger.record import Record
from korpu.ledger.shown import as_of, reached, shown
from korpu.store.rows import SourceRow


def latest(record: Record) -> dict[str, Any]:
    """Return the amount and count that lists show, with the time stated for them, else when their source spoke.

    A figure of an earlier step than the record's stage carries that step's stage and time as `of` and `of_when`.
    """
    found, step = shown(record), reached(record)
    row = {"when": found.when, "said": found.said, "amount": found.amount, "count": found.count, "of": None}
    if step and found.step and (found.amount or found.count) and found.step.stage != record.stage:
        row |= {"when": step.when, "said": as_of(step), "of": found.step.stage, "of_when": found.as_of}
    return row


def sourced(books: Books) -> dict[str, SourceRow]:
    """Return every source by its id."""
    return {row.id: row for row in sources(books)}


def moment(recorded: str, language: str) -> str:
    """Return when an entry was written, day and time, in the reader's language."""
    from babel.dates import format_datetime  # noqa: PLC0415

    try:
        return str(format_datetime(datetime.fromisoformat(recorded), "d MMM y, HH:mm", locale=language))
    except ValueError:
        return recorded
