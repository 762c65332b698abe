"""Keeps the derived tables in step with the journal, entry by entry; `journal.standing` works it out all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from korpu.journal.entry import Entry
from korpu.journal.payloads import Payload, evidence_of
from korpu.journal.standing import STATE_OF
from korpu.store import models
from korpu.store.check import seal_of
from korpu.store.rows import PendingRow


class Projection:
    """Writes the projections of one database; to be used within the transaction that writes the entry."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def add(self, row: int, entry: Entry, payload: Payload) -> None:
        """Take one new entry into account."""
        if entry.type == "source":
            self._add_source(entry, payload["source"])
        elif entry.type in ("claims", "identity"):
            self._add_claims(row, entry, payload)
        elif entry.type == "review":
            models.Review.objects.using(self.alias).create(
                entry=entry.id, row=row, target=payload["target"], decision=payload["decision"], author=entry.author
            )
            self.settle(payload["target"])

    def settle(self, target: str) -> None:
        """Work out anew what stands of an entry or candidate that a decision names."""
        claims = models.Claims.objects.using(self.alias).filter(entry=target).first()
        review = models.Review.objects.using(self.alias).filter(entry=target).first()
        if claims is not None:
            self._settle_claims(claims)
        elif review is not None:
            void = self.withdrawn(target)
            if void != review.void:
                models.Review.objects.using(self.alias).filter(entry=target).update(void=void)
                self.settle(review.target)
        else:
            self._settle_candidate(target)

    def put_pending(self, source: str, rows: Sequence[PendingRow]) -> None:
        """Queue the candidates of a source in place of those queued before, each in the state that the journal says."""
        models.Pending.objects.using(self.alias).filter(source=source).delete()
        models.Pending.objects.using(self.alias).bulk_create(
            models.Pending(
                key=row.key, source=source, position=row.position, candidate=row.candidate, seal=seal_of(row)
            )
            for row in rows
        )
        models.Source.objects.using(self.alias).filter(id=source).update(candidates=len(rows))
        if models.Claims.objects.using(self.alias).exclude(candidate=None).exists() or self._any_decision():
            for row in rows:
                self._settle_candidate(row.key)

    def _any_decision(self) -> bool:
        return models.Review.objects.using(self.alias).exists()

    def forget(self, names: list[str]) -> None:
        """Drop what was worked out from entries whose payloads are destroyed, and settle what they decided."""
        models.Checked.objects.using(self.alias).all().delete()
        models.Alike.objects.using(self.alias).all().delete()
        claims = models.Claims.objects.using(self.alias).filter(entry__in=names)
        reviews = models.Review.objects.using(self.alias).filter(entry__in=names)
        touched = {name for row in claims for name in (row.candidate, row.supersedes) if name}
        touched |= {row.target for row in reviews}
        claims.delete()
        reviews.delete()
        gone = models.Source.objects.using(self.alias).filter(entry__in=names)
        models.Pending.objects.using(self.alias).filter(source__in=[row.id for row in gone]).delete()
        gone.delete()
        for name in touched:
            self.settle(name)

    def clear(self) -> None:
        """Throw every projection away."""
        for model in (models.Source, models.Pending, models.Claims, models.Review, models.Checked, models.Alike):
            model._default_manager.using(self.alias).all().delete()

    def _add_source(self, entry: Entry, source: dict[str, Any]) -> None:
        models.Source.objects.using(self.alias).create(
            id=source["id"], entry=entry.id, recorded=entry.recorded, kind=source.get("kind") or "statement",
            published=source.get("published"),
        )  # fmt: skip

    def _add_claims(self, row: int, entry: Entry, payload: Payload) -> None:
        evidence = evidence_of(payload) or {}
        models.Claims.objects.using(self.alias).create(
            entry=entry.id, row=row, type=entry.type, record=payload.get("record") or payload["from"],
            source=evidence.get("source"), candidate=payload.get("candidate"), supersedes=payload.get("supersedes"),
        )  # fmt: skip
        for name in (payload.get("candidate"), payload.get("supersedes")):
            if name:
                self.settle(name)

    def _settle_claims(self, claims: models.Claims) -> None:
        void = self.withdrawn(claims.entry)
        over = (
            models.Claims.objects.using(self.alias).filter(supersedes=claims.entry, void=False).order_by("row").last()
        )
        approved = (
            models.Review.objects.using(self.alias)
            .filter(target=claims.entry, void=False, decision__in=("accept", "approve"))
            .order_by("row")
            .first()
        )
        changed = void != claims.void
        claims.void, claims.superseded_by = void, over.entry if over else None
        claims.reviewed_by = approved.entry if approved else None
        claims.save(using=self.alias)
        for name in (claims.candidate, claims.supersedes):
            if changed and name:
                self.settle(name)

    def _settle_candidate(self, key: str) -> None:
        found = models.Pending.objects.using(self.alias).filter(key=key)
        if not found.exists():
            return
        claims = models.Claims.objects.using(self.alias).filter(candidate=key, void=False).order_by("row").last()
        decision = (
            models.Review.objects.using(self.alias)
            .filter(Q(target=key, void=False), decision__in=STATE_OF)
            .order_by("row")
            .last()
        )
        if claims is not None:
            found.update(state="accepted", entry=claims.entry)
        elif decision is not None:
            found.update(state=STATE_OF[decision.decision], entry=decision.entry)
        else:
            found.update(state="open", entry=None)

    def withdrawn(self, name: str) -> bool:
        """Tell whether a decision that stands takes an entry back."""
        withdrawals = models.Review.objects.using(self.alias).filter(target=name, decision="withdraw", void=False)
        return withdrawals.exists()
