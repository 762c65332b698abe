"""What the checks found in each source, kept so that a page need not read every source again."""

from __future__ import annotations

from typing import Any

from django.db import OperationalError

from korpu.store import models


def kept(alias: str) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """Return the key and the findings kept for every source that has them."""
    rows = models.Checked.objects.using(alias).values_list("source", "key", "findings")
    return {source: (key, findings) for source, key, findings in rows}


def keep(alias: str, source: str, key: str, findings: list[dict[str, Any]]) -> None:
    """Keep findings in place of those kept before; books that cannot be written now are left as they are."""
    try:
        models.Checked.objects.using(alias).update_or_create(
            source=source, defaults={"key": key, "findings": findings}
        )  # fmt: skip
    except OperationalError:
        return


def drop(alias: str) -> None:
    """Drop all that is kept."""
    models.Checked.objects.using(alias).all().delete()


def taken_back(alias: str) -> frozenset[str]:
    """Return the entries that a decision which stands takes back."""
    found = models.Review.objects.using(alias).filter(decision="withdraw", void=False)
    return frozenset(found.values_list("target", flat=True))
