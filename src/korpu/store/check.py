"""Compares the projections with the journal they are worked out from."""

from __future__ import annotations

from typing import Any

from korpu.journal.canonical import canonical
from korpu.journal.erasing import digest
from korpu.journal.payloads import evidence_of
from korpu.journal.standing import Standing, standing
from korpu.store import models
from korpu.store.reading import JournalTables
from korpu.store.rows import PendingRow

_CLAIMS = ("type", "record", "source", "candidate", "supersedes", "void", "superseded_by", "reviewed_by")


def seal_of(row: PendingRow) -> str:
    """Return the hash of a candidate as it was queued."""
    return digest(canonical([row.key, row.source, row.position, row.candidate]).decode())


def verify_projections(alias: str) -> tuple[str, str] | None:
    """Return the first entry (or candidate) that the projections show otherwise than the journal, and what is wrong."""
    entries = list(JournalTables(alias).entries("source", "claims", "identity", "review"))
    now = standing(entries)
    claims: dict[str, tuple[Any, ...]] = {}
    reviews: dict[str, tuple[Any, ...]] = {}
    sources: dict[str, tuple[Any, ...]] = {}
    for entry, payload in entries:
        if payload is None:
            continue
        if entry.type == "review":
            reviews[entry.id] = (payload["target"], payload["decision"], entry.author, entry.id in now.void)
        elif entry.type == "source":
            said = payload["source"]
            sources[entry.id] = (said["id"], entry.recorded, said["kind"], said.get("published"))
        else:
            approved = now.reviewed.get(entry.id)
            claims[entry.id] = (
                entry.type, payload.get("record") or payload["from"], (evidence_of(payload) or {}).get("source"),
                payload.get("candidate"), payload.get("supersedes"), entry.id in now.void,
                now.superseded.get(entry.id), approved.id if approved else None,
            )  # fmt: skip
    return (
        _differs(claims, _table(models.Claims, alias, *_CLAIMS))
        or _differs(reviews, _table(models.Review, alias, "target", "decision", "author", "void"))
        or _differs(sources, _table(models.Source, alias, "id", "recorded", "kind", "published"))
        or _pending(alias, now)
    )


def _table(model: Any, alias: str, *fields: str) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row[1:] for row in model.objects.using(alias).values_list("entry", *fields)}


def _differs(expected: dict[str, tuple[Any, ...]], found: dict[str, tuple[Any, ...]]) -> tuple[str, str] | None:
    for name in [*expected, *sorted(set(found) - set(expected))]:
        if expected.get(name) != found.get(name):
            return name, "what pages show of this entry is not what the journal says; rebuild the books"
    return None


def _pending(alias: str, now: Standing) -> tuple[str, str] | None:
    counts: dict[str, int] = {}
    for row in models.Pending.objects.using(alias).order_by("source", "position"):
        counts[row.source] = counts.get(row.source, 0) + 1
        state, entry = now.decided.get(row.key, ("open", None))
        queued = PendingRow(row.key, row.source, row.position, row.candidate)
        if (row.state, row.entry) != (state, entry) or row.seal != seal_of(queued):
            return row.key, "this candidate is not what was read, or its state not what was decided; rebuild the books"
    for source in models.Source.objects.using(alias).order_by("entry"):
        if counts.pop(source.id, 0) != source.candidates:
            return source.entry, "candidates of this source are missing; rebuild the books"
    stray = sorted(counts)
    return (stray[0], "candidates belong to no source that stands; rebuild the books") if stray else None
