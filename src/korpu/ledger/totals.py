"""A stated total against the parts that the books know: what is missing, what has no price, what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from korpu.ledger.balances import counted
from korpu.ledger.kinds import kinds, tracks
from korpu.ledger.money import Sum, add, sum_of
from korpu.ledger.progress import RANK
from korpu.ledger.record import Record, Step
from korpu.ledger.shown import begins, ends


@dataclass(frozen=True)
class TotalAgainstParts:
    """One stated total: its parts with a price, those without, those in other currencies, and what remains unexplained.

    `verdict` is "exceeds" when the parts known are more than the total can be, "fits" when nothing remains, or "rest".
    """

    record: Record
    step: Step
    total: Sum
    parts: tuple[tuple[Record, Sum], ...]
    unpriced: tuple[Record, ...]
    other_currency: tuple[tuple[Record, Sum], ...]
    known: Sum | None
    rest: Decimal
    verdict: str
    arithmetic: str


def totals(records: Iterable[Record]) -> list[TotalAgainstParts]:
    """Return every stated total of aid with its known parts, the latest value of each series."""
    everything = list(records)
    named = _named(everything)
    wholes = [r for r in everything if r.kind == "measure" and r.track in tracks() and tracks()[r.track].aid]
    return [
        made
        for whole in wholes
        if (made := _against(whole, [r for r in everything if _told_of(r, whole, named)])) is not None
    ]


def _against(whole: Record, everything: Sequence[Record]) -> TotalAgainstParts | None:
    latest = _latest(whole)
    total = sum_of(latest.amount.value) if latest and latest.amount else None
    if latest is None or total is None:
        return None
    stated = ends(latest)
    scope = [r for r in everything if r.id != whole.id and belongs(r, whole) and not _after(r, stated)]
    priced: list[tuple[Record, Sum]] = []
    foreign: list[tuple[Record, Sum]] = []
    for record in scope:
        for stage, one in counted(record):
            if RANK.get(stage, 99) >= RANK["pledged"]:
                (priced if one.currency == total.currency else foreign).append((record, one))
    seen = {record.id for record, _ in (*priced, *foreign)}
    known = add(one for _, one in priced).get(total.currency)
    rest = total.amount - (known.amount if known else Decimal(0))
    return TotalAgainstParts(
        whole, latest, total, tuple(priced), tuple(r for r in scope if r.id not in seen), tuple(foreign), known, rest,
        _verdict(total, known), _arithmetic(total, priced, rest),
    )  # fmt: skip


def _latest(whole: Record) -> Step | None:
    priced = [step for step in whole.steps if step.amount]
    return max(priced, key=lambda s: max((c.said or "" for c in s.claims), default=""), default=None)


def belongs(record: Record, whole: Record) -> bool:
    """Tell whether a record counts towards a total: of its track or one within it, begun, and not by somebody else."""
    about = kinds().get(record.kind)
    if any(t.relation == "part_of" and t.other == whole.id for t in record.relations):
        return True
    if about is None or not about.adds or record.kind in ("need", "obligation"):
        return False
    track = tracks().get(record.track or "")
    if track is None or whole.track not in (track.track, track.within):
        return False
    givers = [{p for p, role in r.parties if role in ("donor", "funder")} for r in (record, whole)]
    return not (givers[0] and givers[1]) or bool(givers[0] & givers[1]) or record.track != whole.track


def _named(records: Iterable[Record]) -> dict[str, set[str]]:
    """Return the parties that each source names, over all its records."""
    named: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for claim in record.claims:
            if claim.property == "party" and isinstance(claim.value, dict):
                named[claim.evidence.source].add(str(claim.value.get("party")))
    return named


def _told_of(record: Record, whole: Record, named: dict[str, set[str]]) -> bool:
    """Whether the sources of a record name a side of the total, or say nothing of sides: other pairs keep apart."""
    sides = {party for party, _role in whole.parties}
    told = set[str]().union(*(named.get(claim.evidence.source, set()) for claim in record.claims))
    return not sides or not told or bool(sides & told)


def _after(record: Record, day: date | None) -> bool:
    """Whether a record's money, else everything known of it, is of after the day for which a total was stated."""
    first = begins([s for s in record.steps if s.amount] or record.steps)
    return day is not None and first is not None and first > day


def _verdict(total: Sum, known: Sum | None) -> str:
    if known is None:
        return "rest"
    if total.high is not None and known.low is not None and known.low > total.high:
        return "exceeds"
    fits = total.low is not None and known.high is not None and known.high >= total.low
    return "fits" if fits else "rest"


def _arithmetic(total: Sum, priced: Sequence[tuple[Record, Sum]], rest: Decimal) -> str:
    parts = " + ".join(f"{one.amount:,}" for _, one in priced) or "0"
    return f"{total.amount:,} − ({parts}) = {rest:,} {total.currency}"
