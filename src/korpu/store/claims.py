"""The claims that stand, read from the journal by way of the projections (the ledger's ClaimReader)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F

from korpu.journal.entry import Entry
from korpu.journal.payloads import Payload, evidence_of
from korpu.journal.standing import standing
from korpu.kernel.edtf import parse
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.ports import Identity
from korpu.store import models
from korpu.store.reading import JournalTables


@dataclass(frozen=True)
class _Standing:
    """An entry of claims or identity that stands, with who approved it."""

    entry: str
    recorded: str
    author: str
    payload: Payload
    reviewer: str | None


class StoreClaimReader:
    """Reads claims and identities of one database."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def claims(self, *, record: str | None = None, said: str | None = None, known: str | None = None) -> list[Claim]:
        """Return the claims that stand, in the order in which they were recorded; of one record if it is named."""
        return self._read(self._rows("claims", record, known), said)

    def by_hand(self) -> list[Claim]:
        """Return the claims that stand and that a person made without a candidate."""
        return self._read(self._rows_now("claims", None, candidate=None), None)

    def _read(self, rows: Iterator[_Standing], said: str | None) -> list[Claim]:
        sources = self._sources()
        found: list[Claim] = []
        for row in rows:
            evidence = evidence_of(row.payload) or {}
            source = sources.get(evidence.get("source", ""))
            published = source.published if source else None
            if said is None or _by(published or row.recorded[:10], said):
                found.extend(_claims(row, evidence, published, source.kind if source else "statement"))
        return found

    def identities(self, *, said: str | None = None, known: str | None = None) -> list[Identity]:
        """Return the relations between records that stand, in the order in which they were recorded."""
        sources = self._sources()
        found: list[Identity] = []
        for row in self._rows("identity", None, known):
            evidence = evidence_of(row.payload)
            source = sources.get(evidence["source"]) if evidence else None
            published = source.published if source else None
            if said is None or _by(published or row.recorded[:10], said):
                found.append(_identity(row, evidence, published))
        return found

    def _sources(self) -> dict[str, models.Source]:
        return models.Source.objects.using(self.alias).in_bulk()

    def _rows(self, kind: str, record: str | None, known: str | None) -> Iterator[_Standing]:
        return self._rows_then(kind, record, known) if known else self._rows_now(kind, record)

    def _rows_now(self, kind: str, record: str | None, **only: Any) -> Iterator[_Standing]:
        standing_rows = models.Claims.objects.using(self.alias).filter(
            type=kind, void=False, superseded_by=None, **only
        )
        if record is not None:
            standing_rows = standing_rows.filter(record=record)
        reviewers = dict(standing_rows.exclude(reviewed_by=None).values_list("entry", "reviewed_by"))
        authors = dict(
            models.Review.objects.using(self.alias)
            .filter(entry__in=models.Claims.objects.using(self.alias).exclude(reviewed_by=None).values("reviewed_by"))
            .values_list("entry", "author")
        )
        payloads = (
            models.Payload.objects.using(self.alias)
            .filter(entry__row__in=standing_rows.values("row"))
            .order_by("entry__row")
            .values_list(F("entry__name"), F("entry__recorded"), F("entry__author"), F("body"))
        )
        for name, recorded, author, body in payloads:
            yield _Standing(name, recorded, author, json.loads(body), authors.get(reviewers.get(name) or ""))

    def _rows_then(self, kind: str, record: str | None, known: str) -> Iterator[_Standing]:
        """The same as it was known at a time: the journal up to then, without the help of projections."""
        entries: list[tuple[Entry, Payload | None]] = [
            (entry, payload)
            for _, entry, payload in JournalTables(self.alias).in_order("claims", "identity", "review")
            if entry.recorded[: len(known)] <= known
        ]
        then = standing((entry.id, payload) for entry, payload in entries if payload is not None)
        authors = {entry.id: entry.author for entry, _ in entries}
        for entry, payload in entries:
            if payload is None or entry.type != kind or not then.stands(entry.id):
                continue
            if record is None or payload.get("record") == record:
                approved = authors.get(then.reviewed.get(entry.id, ""))
                yield _Standing(entry.id, entry.recorded, entry.author, payload, approved)


def _by(published: str, said: str) -> bool:
    """Whether something was, or may have been, published by the end of `said` (both EDTF)."""
    low, high = parse(published).low, parse(said).high
    return low is None or high is None or low <= high


def _evidence(evidence: dict[str, Any]) -> Evidence:
    return Evidence(
        source=evidence.get("source", ""),
        ranges=tuple((start, end) for start, end in evidence.get("ranges", ())),
        quote=evidence.get("quote", ""),
        speaker=evidence.get("speaker"),
        language=evidence.get("language") or "en",
        reported=bool(evidence.get("reported")),
        oral=bool(evidence.get("oral")),
    )


def _claims(row: _Standing, evidence: dict[str, Any], published: str | None, source_kind: str) -> Iterator[Claim]:
    said_so, payload = _evidence(evidence), row.payload
    for position, item in enumerate(payload["claims"]):
        language = item.get("language")
        yield Claim(
            id=f"{row.entry}.{position}",
            entry=row.entry,
            record=payload["record"],
            kind=payload["kind"],
            property=item["property"],
            value=item["value"],
            evidence=replace(said_so, language=language) if language else said_so,
            step=item.get("step", payload.get("step")),
            said=published,
            recorded=row.recorded,
            reviewed=row.reviewer is not None or bool(payload.get("reviewed")),
            reviewer=row.reviewer or (row.author if payload.get("reviewed") else None),
            rule=payload.get("rule"),
            source_kind=source_kind,
        )


def _identity(row: _Standing, evidence: dict[str, Any] | None, published: str | None) -> Identity:
    payload = row.payload
    return Identity(
        entry=row.entry,
        relation=payload["relation"],
        subject=payload["from"],
        object=payload["to"],
        reason=payload.get("reason"),
        evidence=_evidence(evidence) if evidence else None,
        said=published,
        recorded=row.recorded,
        author=row.author,
    )
