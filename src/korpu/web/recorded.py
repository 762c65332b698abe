"""What pages show of a record beside its fields: its latest step, its sources, when it was entered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from korpu.app.books import Books
from korpu.app.intake import sources
from korpu.ledger.record import Record
from korpu.store.rows import SourceRow


def latest(record: Record) -> dict[str, Any]:
    """Return the time, amount and count that lists show: those of the furthest step, else the last that is known."""
    own = [step for step in record.steps if step.stage == record.stage]
    rest = [step for step in reversed(record.steps) if step.stage != record.stage]
    steps = [*reversed(own), *rest]
    found: dict[str, Any] = {"when": next((s.when for s in reversed(own) if s.when is not None), None)}
    for name in ("amount", "count"):
        found[name] = next((value for s in steps if (value := getattr(s, name)) is not None), None)
    return found


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
