"""Check *ratio* and *scale_slip*: does "three times", "doubled" or "by 20 per cent" hold for the figures given?

"Turnover tripled from 20 to 90 million" is 4.5, not 3. Where the two differ by a thousand, a million or a
billion, the scale word is the likely slip and its correction is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from korpu.kernel.finding import Finding, Proposal, Range
from korpu.statements.checks.comparisons import Comparison, comparisons
from korpu.statements.checks.numbers import THOUSANDS, Interval, amount, interval, rescaled, show, widened
from korpu.statements.checks.scene import Line, Placed, Scene

_ROUNDING = "0.025"


def check(scene: Scene) -> Iterator[Finding]:
    """Compare every stated ratio with the figures it relates."""
    slips: set[Range] = set()
    for index, line in enumerate(scene.lines):
        for comparison in comparisons(scene, index):
            touched = {(p.figure.start, p.figure.end) for p in (comparison.new, comparison.old)}
            if touched & slips and comparison.carried:
                continue
            finding = _judge(scene, index, line, comparison)
            if finding:
                slips |= touched
                yield finding


def _judge(scene: Scene, index: int, line: Line, c: Comparison) -> Finding | None:
    actual = _quotient(interval(c.new.figure), interval(c.old.figure))
    if actual is None:
        return None
    if c.percent is not None:
        actual = Interval(_change(actual.low, c), _change(actual.high, c))
        if c.falls:
            actual = Interval(actual.high, actual.low)
    actual = widened(actual, _ROUNDING)
    if any(actual.meets(reading) for reading in c.readings):
        return None
    value = _value(c)
    slip = _slip(c, value)
    ranges = _ranges(line, c)
    if slip:
        wrong, factor = _which(scene, index, c, slip)
        return _slip_finding(scene, index, c, value, wrong, factor, ranges)
    stated = c.readings[0]
    near = c.percent is None and stated.low is not None and abs(value / c.times - 1) < Decimal("0.25")
    right = f"{show(round(value, 1))} {'per cent' if c.percent is not None else 'times'}"
    return Finding(
        "ratio",
        "warning" if near else "error",
        f"The words say “{c.words}”, the figures give {right}.",
        ranges,
        f"{_sum(c, value)}; stated {show(c.times if c.percent is None else c.percent)}",
        Proposal(right, str(round(value, 1)), "percent" if c.percent is not None else "ratio"),
    )


def _quotient(new: Interval, old: Interval) -> Interval | None:
    if not old.low or (old.high is not None and old.high <= 0):
        if old.low is not None or not old.high:
            return None
    high = None if new.high is None or not old.low else new.high / old.low
    low = Decimal(0) if new.low is None or not old.high else new.low / old.high
    return Interval(low, high)


def _change(quotient: Decimal | None, c: Comparison) -> Decimal | None:
    if quotient is None:
        return None
    return (1 - quotient) * 100 if c.falls else (quotient - 1) * 100


def _value(c: Comparison) -> Decimal:
    quotient = (c.new.figure.number or Decimal(0)) / (c.old.figure.number or Decimal(1))
    return _change(quotient, c) or Decimal(0) if c.percent is not None else quotient


def _slip(c: Comparison, value: Decimal) -> Decimal | None:
    """The power of a thousand by which the quotient is too large (or too small, as a fraction), if one closes it."""
    if c.percent is not None:
        quotient = (c.new.figure.number or Decimal(0)) / (c.old.figure.number or Decimal(1))
        wanted = [Interval(_times(r.low, c), _times(r.high, c)) for r in c.readings]
        wanted = [Interval(min(w.low, w.high), max(w.low, w.high)) if w.low and w.high else w for w in wanted]
    else:
        quotient, wanted = value, list(c.readings)
    for power in THOUSANDS:
        for factor in (power, 1 / power):
            closed = quotient / factor
            if any(widened(Interval(closed, closed), _ROUNDING).meets(w) for w in wanted):
                return factor
    return None


def _times(percent: Decimal | None, c: Comparison) -> Decimal | None:
    if percent is None:
        return None
    return 1 + (-percent if c.falls else percent) / 100


def _which(scene: Scene, index: int, c: Comparison, factor: Decimal) -> tuple[Placed, Decimal]:
    """The figure that is likely wrong, and by what to multiply it.

    A figure that is said again nearby stands; otherwise the smaller is taken to have lost its scale.
    """
    smaller, larger = (c.old, c.new) if factor > 1 else (c.new, c.old)
    size = factor if factor > 1 else 1 / factor
    if _said_again(scene, index, smaller) and not _said_again(scene, index, larger):
        return larger, 1 / size
    return smaller, size


def _said_again(scene: Scene, index: int, placed: Placed) -> bool:
    for line in scene.lines[max(0, index - 2) : index + 3]:
        for other in line.figures:
            same = (other.figure.kind, other.figure.value) == (placed.figure.kind, placed.figure.value)
            if same and other.figure.start != placed.figure.start:
                return True
    return False


def _sum(c: Comparison, value: Decimal) -> str:
    new, old = amount(c.new.figure), amount(c.old.figure)
    if c.percent is None:
        return f"{new} / {old} = {show(round(value, 3))}"
    ends = f"{new} / {old} - 1" if not c.falls else f"1 - {new} / {old}"
    return f"{ends} = {show(round(value, 1))} %"


def _slip_finding(
    scene: Scene, index: int, c: Comparison, value: Decimal, wrong: Placed, factor: Decimal, ranges: tuple[Range, ...]
) -> Finding:
    number = (wrong.figure.number or Decimal(0)) * factor
    text = rescaled(wrong.figure, factor)
    size = show(factor if factor > 1 else 1 / factor)
    stated = show(c.times) if c.percent is None else f"{show(c.percent)} %"
    return Finding(
        "scale_slip",
        "error",
        f"“{wrong.figure.text}” is {size} times too {'small' if factor > 1 else 'large'} for “{c.words}”.",
        ranges,
        f"{_sum(c, value)}; stated {stated}; with {amount(wrong.figure, number)} it holds{_echo(scene, index, c)}",
        Proposal(text, format(number.normalize(), "f"), wrong.figure.unit),
    )


def _echo(scene: Scene, index: int, c: Comparison) -> str:
    """Name the neighbouring sentence that states the same multiple of the same figure."""
    for offset in (1, -1):
        if not 0 <= index + offset < len(scene.lines):
            continue
        line = scene.lines[index + offset]
        same = any(p.figure.kind == c.new.figure.kind and p.figure.value == c.new.figure.value for p in line.figures)
        ratio = next((p.figure for p in line.figures if p.figure.kind == "ratio" and p.figure.number == c.times), None)
        if same and ratio:
            where = "next" if offset == 1 else "previous"
            return f"; the {where} sentence also says “{ratio.text}” for {amount(c.new.figure)}"
    return ""


def _ranges(line: Line, c: Comparison) -> tuple[Range, ...]:
    here = [p for p in (c.new, c.old) if not (p is c.new and c.carried)]
    start, end = min([c.start, *(p.start for p in here)]), max([c.end, *(p.end for p in here)])
    carried = ((c.new.figure.start, c.new.figure.end),) if c.carried and c.carried_new else ()
    carried += ((c.old.figure.start, c.old.figure.end),) if c.carried and not c.carried_new else ()
    if c.carried and not c.carried_new:
        start, end = min(c.start, c.new.start), max(c.end, c.new.end)
    return line.ranges(start, end) + carried
