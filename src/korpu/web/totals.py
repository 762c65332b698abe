"""A stated total against its parts, as the overview shows it: a chart whose title says the finding, and the parts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from korpu.drawing import totals as chart
from korpu.drawing import wording
from korpu.kernel.edtf import is_edtf, parse
from korpu.ledger.record import Record, Step, Value
from korpu.ledger.totals import TotalAgainstParts
from korpu.web.computed import Computed
from korpu.web.recorded import latest


@dataclass(frozen=True)
class ShownTotal:
    """What the template needs of one total."""

    total: TotalAgainstParts
    known: Computed | None
    rest: Computed | None
    svg: SafeString
    steps: tuple[Step, ...]
    parts: tuple[dict[str, Any], ...]
    more: int = 0


def shown_total(total: TotalAgainstParts, index: int, language: str) -> ShownTotal:
    """Return a total with its chart and with its parts, each a figure that opens its evidence."""
    currency = total.total.currency
    records = tuple(dict.fromkeys(record.id for record, _sum in total.parts))
    by_id = {record.id: record for record, _sum in total.parts}
    own = tuple(by_id[name] for name in records)
    known = None
    if total.known is not None:
        words = f"{wording.number(total.known.amount, language)}\u00a0{currency}"
        known = Computed(f"known-{index}", words, total.arithmetic, own)
    rest = None
    if total.verdict == "rest":
        said = total.step.amount.value.get("qualifier") if total.step.amount else None
        exact = total.known is None or total.known.low == total.known.high
        words = f"{wording.bounded(total.rest, said if exact else 'about', language)}\u00a0{currency}"
        rest = Computed(f"rest-{index}", words, total.arithmetic, own)
    steps = tuple(sorted((s for s in total.record.steps if s.amount is not None), key=_said, reverse=True))
    drawn = chart.draw(
        [p for step in steps if (p := _point(step, currency, language))],
        total.known.amount if total.known else None,
        known.text if known else _("no priced part"),
        _label(total, language),
    )
    parts = tuple({"record": record} | latest(record) | {"amount": _priced(record)} for record in own)
    more = max(len(total.unpriced) - 4, 0)
    return ShownTotal(total, known, rest, mark_safe(drawn), steps, parts, more)  # noqa: S308 -- drawn by korpu.drawing


def _priced(record: Record) -> Value | None:
    """Return the amount a list shows for a record, else that of the last step that has one."""
    own: Value | None = latest(record)["amount"]
    return own or next((step.amount for step in reversed(record.steps) if step.amount is not None), None)


def _label(total: TotalAgainstParts, language: str) -> str:
    return _("Stated totals over time beside the parts with a price: %(arithmetic)s") % {"arithmetic": total.arithmetic}


def _said(step: Step) -> str:
    return max((c.said or "" for c in step.claims), default="")


def _point(step: Step, currency: str, language: str) -> chart.Point | None:
    value = step.amount.value if step.amount else None
    when = _said(step) or (str(step.when.value) if step.when else "")
    if not isinstance(value, dict) or value.get("currency") != currency or not is_edtf(when):
        return None
    day = parse(when).low
    if day is None or value.get("amount") is None:
        return None
    year = day.year + (day.timetuple().tm_yday - 1) / 365
    is_open = value.get("qualifier") in ("over", "at_least")
    return chart.Point(year, Decimal(str(value["amount"])), wording.money(value, language), is_open)
