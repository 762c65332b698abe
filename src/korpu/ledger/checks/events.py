"""Check *same_metric* on events with money: one decree, one contract, one delivery of one month, told with two sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.finding import Finding
from korpu.ledger.checks.finding import LedgerFinding, input_of
from korpu.ledger.checks.match import same_sides
from korpu.ledger.checks.series import ADDED
from korpu.ledger.checks.spoken import Spoken
from korpu.ledger.checks.told import Told, told
from korpu.ledger.kinds import kinds
from korpu.ledger.linking.things import generic, within
from korpu.ledger.record import Record
from korpu.reference.names import Names
from korpu.statements.checks.numbers import amount

EXACT = frozenset({"day", "month"})
"""Precisions of a time at which one event is told from another of its kind."""


def check_events(
    figures: Iterable[Spoken], records: Iterable[Record], names: Names, source: str
) -> Iterator[LedgerFinding]:
    """Yield where the money of a dated event is not what the one like event of the ledger has."""
    dated = [(r, t) for r in records if _spends(r) for t in told(r, "amount") if t.when and t.stage in ADDED]
    for figure in figures:
        if figure.name != "amount" or figure.when is None or figure.when.precision not in EXACT or not figure.stage:
            continue
        like = [(r, t) for r, t in dated if _one_event(figure, r, t) and same_sides(figure, r, names)]
        others = [t for _, t in like if t.source != source]
        if len({r.id for r, _ in like}) != 1 or not others or any(not _apart(figure, t) for t in others):
            continue
        record, best = like[0][0], others[-1]
        text = f"{record.name()}: “{figure.figure.text}” here, {best.words()} for the same time in the ledger."
        sums = f"{amount(figure.figure)} and {best.words()} have no value in common"
        ranges = figure.line.ranges(figure.placed.start, figure.placed.end)
        found = Finding("same_metric", "warning", text, ranges, sums, None, tuple(input_of(t.claim) for t in others))
        yield LedgerFinding(record.id, source, found)


def _spends(record: Record) -> bool:
    about = kinds().get(record.kind)
    return bool(about and about.adds and record.object)


def _one_event(figure: Spoken, record: Record, other: Told) -> bool:
    """Whether a figure is told of the same stage, the same month and the same sort of thing, in the same currency."""
    same_stage = figure.stage == other.stage or {figure.stage, other.stage} <= {"decided", "allocated"}
    return (
        same_stage and figure.figure.unit == other.unit and _one_day(figure.when, other.when) and _akin(figure, record)
    )


def _one_day(one: EdtfTime | None, two: EdtfTime | None) -> bool:
    if one is None or two is None or two.precision not in EXACT:
        return False
    return one.contains(two) or two.contains(one)


def _akin(figure: Spoken, record: Record) -> bool:
    named = [t for t in figure.things if not generic(t)] or list(figure.things)
    thing = record.object or ""
    return any(t == thing or within(t, thing) or within(thing, t) for t in named)


def _apart(figure: Spoken, other: Told) -> bool:
    low, high = other.bounds
    above = high is not None and figure.low is not None and figure.low > high
    return above or (low is not None and figure.high is not None and figure.high < low)
