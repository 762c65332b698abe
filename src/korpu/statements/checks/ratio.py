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

_ROUNDING, _FINE = "0.025", "0.005"


def check(scene: Scene) -> Iterator[Finding]:
    """Compare every stated ratio with the figures it relates."""
    slips: set[Range] = set()
    for index, line in enumerate(scene.lines):
        for comparison in comparisons(scene, index):
            touched = {(p.figure.start, p.figure.end) for p in (comparison.new, comparison.old)}
            if touched & slips and comparison.carried:
                continue  # the slip is reported where it stands; this sentence only takes it up
            finding = _judge(scene, index, line, comparison)
            if finding:
                slips |= touched
                yield finding


def _judge(scene: Scene, index: int, line: Line, c: Comparison) -> Finding | None:
    # In "higher than the 20 million" the word "than" is the comparison's, not a bound on the 20 million.
    base = c.old.figure.number if c.against else None
    actual = _quotient(interval(c.new.figure), Interval(base, base) if base else interval(c.old.figure))
    if actual is None:
        return None
    actual = widened(actual, _FINE if c.percent else _ROUNDING)
    if any(actual.meets(reading) for reading in c.readings):
        return None
    factor = _slip(c)
    if factor:
        return _slip_finding(scene, index, line, c, _which(scene, index, c, factor))
    value = _value(c)
    near = not c.percent and abs(value / c.stated - 1) < Decimal("0.25")
    unit = "per cent" if c.percent else "times"
    right = f"{show(round(value, 1))} {unit}"
    return Finding(
        "ratio",
        "warning" if near else "error",
        f"The words say “{c.words}”, the figures give {right}.",
        _ranges(line, c),
        f"{_sum(c)}; stated {_stated(c)}",
        Proposal(right, format(round(value, 1), "f"), "percent" if c.percent else "ratio"),
    )


def _quotient(new: Interval, old: Interval) -> Interval | None:
    if (old.low is None or old.low <= 0) and (old.high is None or old.high <= 0):
        return None
    high = new.high / old.low if new.high is not None and old.low else None
    low = new.low / old.high if new.low is not None and old.high else Decimal(0)
    return Interval(low, high)


def _plain(c: Comparison) -> Decimal:
    return (c.new.figure.number or Decimal(0)) / (c.old.figure.number or Decimal(1))


def _value(c: Comparison) -> Decimal:
    if not c.percent:
        return _plain(c)
    return ((1 - _plain(c)) if c.falls else (_plain(c) - 1)) * 100


def _slip(c: Comparison) -> Decimal | None:
    """The power of a thousand (or one over it) by which the quotient is off, if one closes it."""
    for power in THOUSANDS:
        for factor in (power, 1 / power):
            closed = _plain(c) / factor
            if any(widened(Interval(closed, closed), _ROUNDING).meets(wanted) for wanted in c.readings):
                return factor
    return None


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


def _sum(c: Comparison) -> str:
    new, old = amount(c.new.figure), amount(c.old.figure)
    if not c.percent:
        return f"{new} / {old} = {show(round(_value(c), 3))}"
    ends = f"1 - {new} / {old}" if c.falls else f"{new} / {old} - 1"
    return f"{ends} = {show(round(_value(c), 1))} %"


def _stated(c: Comparison) -> str:
    return f"{show(c.stated)} %" if c.percent else show(c.stated)


def _slip_finding(scene: Scene, index: int, line: Line, c: Comparison, right: tuple[Placed, Decimal]) -> Finding:
    wrong, factor = right
    number = (wrong.figure.number or Decimal(0)) * factor
    size = show(factor if factor > 1 else 1 / factor)
    return Finding(
        "scale_slip",
        "error",
        f"“{wrong.figure.text}” is {size} times too {'small' if factor > 1 else 'large'} for “{c.words}”.",
        _ranges(line, c),
        f"{_sum(c)}; stated {_stated(c)}; with {amount(wrong.figure, number)} it holds{_echo(scene, index, c)}",
        Proposal(rescaled(wrong.figure, factor), format(number.normalize(), "f"), wrong.figure.unit),
    )


def _echo(scene: Scene, index: int, c: Comparison) -> str:
    """Name the neighbouring sentence that states the same multiple of the same figure."""
    for offset, where in ((1, "next"), (-1, "previous")):
        if not 0 <= index + offset < len(scene.lines):
            continue
        figures = [p.figure for p in scene.lines[index + offset].figures]
        same = any((f.kind, f.value) == (c.new.figure.kind, c.new.figure.value) for f in figures)
        ratio = next((f for f in figures if f.kind == "ratio" and f.number == c.stated), None)
        if same and ratio:
            return f"; the {where} sentence also says “{ratio.text}” for {amount(c.new.figure)}"
    return ""


def _ranges(line: Line, c: Comparison) -> tuple[Range, ...]:
    """From the first to the last word concerned, and the figure of the sentence before on its own."""
    away = {"new": c.new, "old": c.old}.get(c.carried or "")
    here = [p for p in (c.new, c.old) if p is not away]
    found = line.ranges(min(c.span[0], *(p.start for p in here)), max(c.span[1], *(p.end for p in here)))
    return found if away is None else (*found, (away.figure.start, away.figure.end))
