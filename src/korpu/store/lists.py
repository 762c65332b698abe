"""Lists of what the books hold: sources, documents, candidates."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from korpu.journal.payloads import Payload
from korpu.kernel.plain_text import one_line
from korpu.statements.document import Document
from korpu.store import models
from korpu.store.reading import JournalTables
from korpu.store.rows import PendingRow, SourceRow


def sources(alias: str) -> list[SourceRow]:
    """Return every source that stands, in the order in which they were taken in."""
    found = [(entry, payload["source"]) for entry, payload in JournalTables(alias).entries("source") if payload]
    states = ("open", "accepted", "rejected", "asked")
    counts: dict[str, dict[str, Any]] = {
        row["source"]: dict(row)
        for row in models.Pending.objects.using(alias)
        .values("source")
        .annotate(**{state: Count("key", filter=Q(state=state)) for state in states})
    }
    return [
        SourceRow(
            id=said["id"],
            entry=entry.id,
            recorded=entry.recorded,
            kind=said["kind"],
            title=one_line(said.get("title")),
            published=said.get("published"),
            url=said.get("url"),
            language=said.get("language"),
            characters=said["characters"],
            filename=said.get("filename"),
            **{state: counts.get(said["id"], {}).get(state, 0) for state in states},
        )
        for entry, said in found
    ]


def source_entry(alias: str, source: str) -> tuple[str, Payload] | None:
    """Return the entry that took a source in and what it says of it, None when there is none or it was erased."""
    row = models.Source.objects.using(alias).filter(id=source).first()
    payload = JournalTables(alias).payload(row.entry) if row else None
    return (row.entry, payload["source"]) if row and payload else None


def document(alias: str, source: str) -> Document | None:
    """Return a source as a document, its text as it stands now."""
    found, kept = source_entry(alias, source), JournalTables(alias).text(source)
    if found is None or kept is None:
        return None
    said = found[1]
    return Document(
        text=kept.text, title=one_line(said.get("title")), language=said.get("language"),
        published=said.get("published"), url=said.get("url"), kind=said["kind"],
    )  # fmt: skip


def pending(alias: str, *, source: str | None = None, state: str | None = None) -> list[PendingRow]:
    """Return candidates in the order in which their sources were taken in, then of their place in the source."""
    found = models.Pending.objects.using(alias).all()
    found = found.filter(source=source) if source else found
    found = found.filter(state=state) if state else found
    order = {row.id: row.recorded for row in models.Source.objects.using(alias).all()}
    rows = [_row(row) for row in found]
    return sorted(rows, key=lambda row: (order.get(row.source, ""), row.source, row.position))


def candidate(alias: str, key: str) -> PendingRow | None:
    """Return one candidate, None when there is none."""
    found = models.Pending.objects.using(alias).filter(key=key).first()
    return _row(found) if found else None


def _row(row: models.Pending) -> PendingRow:
    return PendingRow(row.key, row.source, row.position, row.candidate, row.state, row.entry)
