"""Which sources were found to be of one text, kept so that a page need not compare every source again."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Max

from korpu.ledger.origins.alike import Alike
from korpu.store import models
from korpu.store.checked import taken_back


def state(alias: str) -> object:
    """Return what changes whenever sources come or go, or decisions on them are made or taken back."""
    entries = models.Entry.objects.using(alias).filter(type__in=("source", "origin", "erasure"))
    return entries.aggregate(last=Max("row"))["last"], taken_back(alias)


def kept(alias: str) -> tuple[set[str], list[Alike]]:
    """Return the sources that were compared with all others, and the pairs found."""
    rows = models.Alike.objects.using(alias).order_by("id").values_list("one", "two", "share", "whole")
    found = [Alike(one, two, share, whole) for one, two, share, whole in rows]
    return {p.one for p in found if p.one == p.two}, [p for p in found if p.one != p.two]


def keep(alias: str, compared: Iterable[str], pairs: Iterable[Alike]) -> None:
    """Keep pairs found for sources that were compared; books that cannot be written now are left as they are."""
    own = [Alike(source, source, 1.0, whole=True) for source in compared]
    rows = [models.Alike(one=p.one, two=p.two, share=p.share, whole=p.whole) for p in (*own, *pairs)]
    try:
        with transaction.atomic(using=alias):
            models.Alike.objects.using(alias).bulk_create(rows)
    except (OperationalError, IntegrityError):  # read-only, or somebody else has compared them at the same time
        return
