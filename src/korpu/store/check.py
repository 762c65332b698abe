"""Compares the projections with the journal they are worked out from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.models import Q

from korpu.journal.canonical import canonical
from korpu.journal.erasing import digest
from korpu.journal.standing import Decided, Standing, standing
from korpu.store import models
from korpu.store.rows import PendingRow
from korpu.store.vendor import differing

_WRONG = "what pages show of this entry is not what the journal says; rebuild the books"


def seal_of(row: PendingRow) -> str:
    """Return the hash of a candidate as it was queued."""
    return digest(canonical([row.key, row.source, row.position, row.candidate]).decode())


def verify_projections(alias: str) -> tuple[str, str] | None:
    """Return the first entry (or candidate) that the projections show otherwise than the journal, and what is wrong."""
    with connections[alias].cursor() as cursor:
        for query in differing(connections[alias].vendor):
            cursor.execute(query)
            for (name,) in cursor.fetchall():
                return name, _WRONG
    now = standing(_decided(alias))
    return _outcomes(alias, now) or _pending(alias, now)


def _decided(alias: str) -> Iterator[Decided]:
    """Yield what bears on other entries, in order; the tables read here were compared with the payloads before."""
    rows: list[tuple[int, str, dict[str, Any]]] = []
    claims = models.Claims.objects.using(alias).filter(Q(candidate__isnull=False) | Q(supersedes__isnull=False))
    for row, name, candidate, supersedes in claims.values_list("row", "entry", "candidate", "supersedes"):
        rows.append((row, name, {"candidate": candidate, "supersedes": supersedes}))
    reviews = models.Review.objects.using(alias).values_list("row", "entry", "target", "decision")
    rows.extend((row, name, {"target": target, "decision": decision}) for row, name, target, decision in reviews)
    rows.sort(key=lambda found: found[0])
    yield from ((name, said) for _, name, said in rows)


def _outcomes(alias: str, now: Standing) -> tuple[str, str] | None:
    """Compare what became of entries: withdrawn, superseded, approved."""
    claims = models.Claims.objects.using(alias)
    marked = claims.filter(Q(void=True) | Q(superseded_by__isnull=False) | Q(reviewed_by__isnull=False))
    shown = {row[0]: row[1:] for row in marked.values_list("entry", "void", "superseded_by", "reviewed_by")}
    names = set(claims.values_list("entry", flat=True)) if now.touched or shown else set()
    for name in sorted(names & (now.touched | set(shown))):
        if shown.get(name, (False, None, None)) != (name in now.void, now.superseded.get(name), now.reviewed.get(name)):
            return name, _WRONG
    for name, void in models.Review.objects.using(alias).values_list("entry", "void"):
        if void != (name in now.void):
            return name, _WRONG
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
