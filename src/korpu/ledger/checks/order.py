"""Checks *promise_after_delivery* and *date_order* on records: promises come before gifts, works before their end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from korpu.kernel.edtf import format_time
from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.finding import Severity
from korpu.kernel.stages import FINISHED
from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.funding import givers
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record
from korpu.ledger.values import time_of

PROMISED = frozenset({"pledged", "decided", "allocated"})
GIVEN = frozenset({"shipped", "delivered", "handed_over", "in_use"})
BROKEN_GROUND = frozenset({"designed", "under_way"})
PLEDGES = frozenset({"obligation", "agreement"})
"""Kinds of record that are a promise to do something at a place rather than a thing done there."""

Dated = tuple[str, EdtfTime | None, Claim]
"""A stage, its stated time, and the claim of it."""


def order(record: Record) -> Iterator[LedgerFinding]:
    """Yield where a record is told as given before it was promised, or as begun after it was finished."""
    own = stages(record)
    for stage, when, claim in own:
        for other, before, promise in own:
            if stage in GIVEN and other in PROMISED and when and before and when.ends_before(before) and _made(promise):
                text = f"{record.name()}: {_plain(stage)} before it was {_plain(other)}."
                yield made("promise_after_delivery", text, record, (claim, promise), _times(when, before))
                return
    yield from _begun_again(record, own)


def _made(promise: Claim) -> bool:
    """Whether the time of a promise is when it was made: no later than the day on which it was told."""
    told, time = time_of(promise.said), time_of(promise.value if promise.property == "when" else None)
    return not (told and time and told.ends_before(time))


def _begun_again(record: Record, own: list[Dated]) -> Iterator[LedgerFinding]:
    """Yield where one source tells of works as complete and another, not known to be earlier, of works going on."""
    done = next(((w, c) for stage, w, c in own if stage in FINISHED), None)
    for stage, when, claim in own:
        if done is None or stage not in BROKEN_GROUND or claim.evidence.source == done[1].evidence.source:
            continue
        known, end = when or time_of(claim.said), done[0] or time_of(done[1].said)
        if known is not None and (end is None or not end.ends_before(known)):
            continue
        text = f"{record.name()} is told as finished in one source and as {_plain(stage)} in another."
        arithmetic = _times(end, known) if end and known else None
        severity: Severity = "warning" if known else "info"
        yield made("date_order", text, record, (claim, done[1]), arithmetic, severity=severity)
        return


def before_pledge(records: Iterable[Record]) -> Iterator[LedgerFinding]:
    """Yield where a thing was finished at a place before the same giver promised to help there."""
    at: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        if record.place and record.track:
            at[record.place, record.track].append(record)
    for own in at.values():
        for pledge in (r for r in own if r.kind in PLEDGES):
            for record in (r for r in own if r.kind not in PLEDGES):
                yield from _earlier(pledge, record)


def _earlier(pledge: Record, record: Record) -> Iterator[LedgerFinding]:
    promised = next(((w, c) for stage, w, c in stages(pledge) if stage in PROMISED and w and _made(c)), None)
    finished = next(((w, c) for stage, w, c in stages(record) if stage in FINISHED and w), None)
    if promised is None or finished is None or not givers(pledge).keys() & givers(record).keys():
        return
    (made_in, pledge_claim), (done_in, claim) = promised, finished
    if made_in and done_in and done_in.ends_before(made_in):
        text = f"{record.name()} was finished before the promise “{pledge.name()}”."
        yield made("promise_after_delivery", text, pledge, (pledge_claim, claim), _times(done_in, made_in))


def stages(record: Record) -> list[Dated]:
    """Return every stage told of a record with its time and the claim of that time, else of the stage."""
    times = {(c.entry, c.step): c for c in record.claims if c.property == "when"}
    found = []
    for claim in record.claims:
        if claim.property == "stage":
            when = times.get((claim.entry, claim.step))
            found.append((str(claim.value), time_of(when.value) if when else None, when or claim))
    return found


def _plain(stage: str) -> str:
    return stage.replace("_", " ")


def _times(first: EdtfTime, second: EdtfTime) -> str:
    return f"{format_time(first.text)} is before {format_time(second.text)}"
