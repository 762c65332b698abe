"""What changed between two dates, said in a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from korpu.ledger.changes import Change
from korpu.web.labels import label
from korpu.web.written import written

_ORDER = {"stage": 0, "value": 1, "step": 2, "gone": 3, "new": 4}


def said_changes(changes: Sequence[Change], language: str) -> list[dict[str, Any]]:
    """Return one line a record, changes of stage before new values before new records."""
    rows: dict[str, dict[str, Any]] = {}
    for change in sorted(changes, key=lambda c: _ORDER.get(c.what, 5)):
        rows.setdefault(change.record.id, {"record": change.record, "text": _said(change, language)})
    return list(rows.values())


def _said(change: Change, language: str) -> str:
    if change.what == "new":
        return _("new: %(stage)s") % {"stage": label(change.after, "stage")} if change.after else _("new")
    if change.what == "stage":
        before, after = label(change.before, "stage"), label(change.after, "stage")
        return f"{before} → {after}" if before else after
    if change.what == "step":
        return _("further step: %(stage)s") % {"stage": label(change.after, "stage")}
    if change.what == "value":
        name = (change.property or "").rsplit(".", 1)[-1]
        before, after = (written(name, value, language) for value in (change.before, change.after))
        return f"{before} → {after}" if before else after
    return _("no longer stated")
