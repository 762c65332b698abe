"""Check *deadline*: a promise past its time, or a plan that a later source has moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from korpu.kernel.edtf import format_time
from korpu.kernel.finding import Severity
from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.order import Dated, stages
from korpu.ledger.lateness import late
from korpu.ledger.record import Record
from korpu.ledger.values import time_of

PLANS = frozenset({"planned"})
_MONTH = 30.44


def passed(records: Iterable[Record], on: date) -> Iterator[LedgerFinding]:
    """Yield promises whose time is past, with no later stage evidenced."""
    for row in late(records, on):
        if row.state == "late":
            text = f"{row.record.name()} was {row.step.stage} for {row.due}; no later stage is evidenced."
            claim = next((c for c in row.step.claims if c.property == "when"), row.step.claims[0])
            others = [
                c for c in row.step.claims if c.property == "stage" and c.evidence.source != claim.evidence.source
            ]
            # What nobody has read yet may be a hope that a rule took for a promise.
            severity: Severity = "warning" if any(c.reviewed for c in row.step.claims) else "info"
            sums = f"{on.isoformat()}: {row.days} days late"
            yield made("deadline", text, row.record, (claim, *others), sums, severity=severity)


def slipped(record: Record) -> Iterator[LedgerFinding]:
    """Yield where a later source plans for a later time what an earlier one had planned."""
    plans = [d for d in stages(record) if d[0] in PLANS and d[1] and time_of(d[2].said)]
    plans.sort(key=lambda d: str(d[2].said))
    for i, then in enumerate(plans):
        for now in plans[i + 1 :]:
            if then[2].evidence.source != now[2].evidence.source and moved(then, now):
                text = f"{record.name()}: planned for {_words(then)}, later for {_words(now)}."
                yield made("deadline", text, record, (now[2], then[2]), _by(then, now))
                return


def moved(then: Dated, now: Dated) -> bool:
    """Tell whether a plan told later lies wholly after the one told before."""
    return bool(then[1] and now[1] and then[1].ends_before(now[1]))


def _words(dated: Dated) -> str:
    return format_time(dated[1].text) if dated[1] else "no time"


def _by(then: Dated, now: Dated) -> str | None:
    if not (then[1] and now[1] and then[1].high and now[1].high):
        return None
    days = (now[1].high - then[1].high).days
    return f"{_words(then)}, then {_words(now)}: {round(days / _MONTH)} months later"
