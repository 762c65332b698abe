"""A statement against what the ledger knows of the same metrics, before or after it is taken into the books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from korpu.kernel.edtf import format_time
from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.finding import Finding, Input, Proposal, Range, Severity
from korpu.ledger.checks.events import check_events
from korpu.ledger.checks.finding import LedgerFinding, input_of
from korpu.ledger.checks.match import is_of, same_count
from korpu.ledger.checks.metric import one_time
from korpu.ledger.checks.series import FLOWS, PERIODS, running
from korpu.ledger.checks.spans import check_spans
from korpu.ledger.checks.spoken import Spoken, sides, spoken
from korpu.ledger.checks.told import Told, grouped, told
from korpu.ledger.record import Record
from korpu.ledger.values import time_of
from korpu.reference.names import Names
from korpu.reference.rates import Rate, rate
from korpu.statements.checks.numbers import amount, power_of_thousand, rescaled
from korpu.statements.checks.scene import Scene

BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_LEAP = "0.4"
"""How far from a power of a thousand a leap may lie, since totals grow."""


def check_statement(scene: Scene, records: Iterable[Record], names: Names) -> list[LedgerFinding]:
    """Return where figures of a statement do not go with those of other sources on the same measure."""
    records = list(records)
    measures = [r for r in records if r.object]
    source = scene.reading.document.id
    said = time_of(scene.published)
    found: list[LedgerFinding] = []
    figures = list(spoken(scene, names))
    for figure in figures:
        if figure.sorts & {"part"} and not figure.sorts & {"total"}:
            continue
        for record in measures:
            if not is_of(figure, record, names):
                continue
            others = [t for t in told(record, figure.name) if t.source != source]
            for made in _judge(figure, record, others, said):
                found.append(LedgerFinding(record.id, source, made))
                break
    found += check_events(figures, records, names, source)
    found += check_spans(scene, records, sides(scene.reading.document.text, names))
    return found


def _judge(figure: Spoken, record: Record, others: Sequence[Told], published: EdtfTime | None) -> Iterator[Finding]:
    if record.kind == "goal":
        yield from _bound_lost(figure, record, others)
    elif "aim" not in figure.sorts:
        yield from _same_time(figure, record, others)
        yield from _running(figure, record, others, published)
        yield from _other_currency(figure, record, others, published)
        yield from _direction(figure, record, others)


def _bound_lost(figure: Spoken, record: Record, others: Sequence[Told]) -> Iterator[Finding]:
    """Report, as information, a target said without the bound that another source gives it."""
    same = [t for t in others if same_count(figure, t) and t.number == figure.number]
    bound = [t for t in same if t.qualifier in BOUNDS]
    if bound and figure.figure.qualifier is None:
        text = f"{record.name()}: “{figure.figure.text}” here, {bound[0].words()} in the ledger."
        sums = f"{amount(figure.figure)}, without “{(bound[0].qualifier or '').replace('_', ' ')}”"
        yield _finding("same_metric", figure, text, sums, bound, severity="info")


def _direction(figure: Spoken, record: Record, others: Sequence[Told]) -> Iterator[Finding]:
    """Report, as information, a rise to less than the last figure of an earlier period, and a fall to more."""
    if record.object not in FLOWS or figure.when is None or {"rise", "fall"} <= figure.sorts:
        return
    earlier = [t for t in others if same_count(figure, t) and t.when and t.when.ends_before(figure.when)]
    last = max(earlier, key=lambda t: t.day or date.min, default=None)
    if last is None or last.low is None or figure.high is None or figure.low is None:
        return
    rise = "rise" in figure.sorts and figure.high < last.low
    fall = "fall" in figure.sorts and last.high is not None and figure.low > last.high
    if rise or fall:
        what = "a rise" if rise else "a fall"
        text = f"{record.name()}: {what} to “{figure.figure.text}” is told; the last figure before is {last.words()}."
        sums = f"{grouped(figure.number)} − {grouped(last.number)} = {grouped(figure.number - last.number)}"
        yield _finding("same_metric", figure, text, sums, [last], severity="info")


def _same_time(figure: Spoken, record: Record, others: Sequence[Told]) -> Iterator[Finding]:
    """Report a number that no number told for the same time allows."""
    of_time = [t for t in others if same_count(figure, t) and one_time(figure.when, t.when, [o.when for o in others])]
    clash = [t for t in of_time if _apart(figure, t)]
    if not clash:
        return
    best = clash[-1]
    when = format_time(best.when.text) if best.when else ""
    text = f"{record.name()}: “{figure.figure.text}” here, {best.words()} for the same time in the ledger."
    sums = f"{amount(figure.figure)} and {best.words()} ({when}) have no value in common"
    yield _finding("same_metric", figure, text, sums, clash)


def _apart(figure: Spoken, other: Told) -> bool:
    low, high = other.bounds
    if (high is not None and figure.low is not None and figure.low > high) or (
        low is not None and figure.high is not None and figure.high < low
    ):
        return True
    below, above = ("almost", "under"), ("over",)
    own = figure.figure.qualifier
    touch = figure.number == other.number
    return touch and ((own in below and other.qualifier in above) or (own in above and other.qualifier in below))


def _running(figure: Spoken, record: Record, others: Sequence[Told], published: EdtfTime | None) -> Iterator[Finding]:
    """Report a total that is less than an earlier one or more than a later one."""
    of_period = figure.when is not None and figure.when.precision in PERIODS
    time = figure.when if figure.when and not of_period and figure.when.high else published
    day = time.high if time is not None else None
    if day is None or record.object in FLOWS or "total" not in figure.sorts or "added" in figure.sorts or of_period:
        return
    series = [t for own in running(record).values() for t in own if t in others and same_count(figure, t)]
    before = [t for t in series if t.day and t.day < day]
    after = [t for t in series if t.day and t.day > day]
    had = max(before, key=lambda t: t.low or Decimal(0), default=None)
    then = min((t for t in after if t.high is not None), key=lambda t: t.high or Decimal(0), default=None)
    near = (before[-1:] or after[:1])[:1]
    slip = [one for other in near for one in _leap(figure, record, other)]
    if slip:
        yield from slip
    elif had is not None and had.low is not None and figure.high is not None and figure.high < had.low:
        text = f"{record.name()}: “{figure.figure.text}” is less than the {had.words()} reached before."
        sums = f"{grouped(figure.number)} − {grouped(had.number)} = {grouped(figure.number - had.number)}"
        yield _finding("cumulative_series", figure, text, sums, [had])
    elif then is not None and then.high is not None and figure.low is not None and figure.low > then.high:
        text = f"{record.name()}: “{figure.figure.text}” is more than the {then.words()} reached later."
        sums = f"{grouped(then.number)} − {grouped(figure.number)} = {grouped(then.number - figure.number)}"
        yield _finding("cumulative_series", figure, text, sums, [then])


def _leap(figure: Spoken, record: Record, last: Told) -> Iterator[Finding]:
    """Report a total some power of a thousand away from the nearest one: a scale word is the likely slip."""
    small, large = sorted((figure.number, last.number))
    factor = power_of_thousand(large / small, _LEAP) if small else None
    if factor is None or figure.figure.kind != "money":
        return
    scale = 1 / factor if figure.number > last.number else factor
    text = f"{record.name()}: “{figure.figure.text}” is about {grouped(factor)} times off the {last.words()} told last."
    times = grouped((large / small).quantize(Decimal(1)))
    sums = f"{grouped(large)} / {grouped(small)} = {times}"
    value = format((figure.number * scale).normalize(), "f")
    right = Proposal(rescaled(figure.figure, scale), value, figure.figure.unit)
    yield _finding("scale_slip", figure, text, sums, [last], right=right)


def _other_currency(
    figure: Spoken, record: Record, others: Sequence[Told], published: EdtfTime | None
) -> Iterator[Finding]:
    """Report an amount in a currency that the ledger does not count the metric in, where no rate makes it fit.

    A figure of a period is compared with that of the same period, a running total with the totals before and after.
    """
    unit = figure.figure.unit
    if figure.name != "amount" or unit is None:
        return
    others = [t for t in others if t.unit != unit]
    time = figure.when if figure.when and figure.when.high else published
    day = time.high if time else None
    of_time = [t for t in others if figure.when and one_time(figure.when, t.when)]
    if record.object not in FLOWS and not of_time and "total" in figure.sorts and "added" not in figure.sorts and day:
        series = [t for own in running(record).values() for t in own if t in others]
        before = [t for t in series if t.day and t.day <= day][-1:]
        after = [t for t in series if t.day and t.day > day][:1]
        of_time = [t for t in (*before, *after) if _misses(figure, t, earlier=t in before)]
    else:
        of_time = [t for t in of_time if _misses(figure, t)]
    for other in of_time[:1]:
        known = _rate(figure, other)
        if known is None:
            continue
        value = grouped((figure.number * known.value).quantize(Decimal(1)))
        text = f"{record.name()}: “{figure.figure.text}” here, {other.words()} in the ledger, which is another sum."
        price = grouped(known.value.quantize(Decimal("0.0001")))
        sums = f"{grouped(figure.number)} {unit} × {price} = {value} {other.unit}; stated {other.words()}"
        yield _finding("currency_mismatch", figure, text, sums, [other])


def _rate(figure: Spoken, other: Told) -> Rate | None:
    return rate(figure.figure.unit or "", other.unit or "", other.day.year) if other.day else None


def _misses(figure: Spoken, other: Told, *, earlier: bool | None = None) -> bool:
    """Whether an amount at the rate of the time lies below an earlier total, above a later one, or off the same one."""
    known = _rate(figure, other)
    if known is None:
        return False
    low = (1 - known.sway) * known.value * figure.low if figure.low is not None else None
    high = (1 + known.sway) * known.value * figure.high if figure.high is not None else None
    below = high is not None and other.low is not None and high < other.low
    above = low is not None and other.high is not None and low > other.high
    return below if earlier else above if earlier is False else below or above


def _finding(
    check: str,
    figure: Spoken,
    text: str,
    sums: str,
    others: Sequence[Told],
    *,
    right: Proposal | None = None,
    severity: Severity | None = None,
) -> Finding:
    placed = figure.placed
    ranges: tuple[Range, ...] = figure.line.ranges(placed.start, placed.end)
    inputs: tuple[Input, ...] = tuple(dict.fromkeys(input_of(t.claim) for t in others))
    grave: Severity = severity or ("error" if check == "scale_slip" else "warning")
    return Finding(check, grave, text, ranges, sums, right, inputs)
