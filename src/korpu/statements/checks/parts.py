"""Checks *part_exceeds_whole* and *subset_order*: a part is never more than its whole, nor a subset than its set.

"Eleven hospitals, twelve of which have a scanner" cannot be; nor can "50 million: 30 million in grants and 25 million
in loans". What is listed as all of a whole and falls short of it is reported too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from korpu.kernel.finding import Finding, Proposal, Range
from korpu.statements.checks.breakdowns import Breakdown, breakdowns
from korpu.statements.checks.numbers import THOUSANDS, Interval, amount, interval, rescaled, show, total, widened
from korpu.statements.checks.scene import Line, Placed, Scene

_REMAINING = re.compile(r"\b(?:the|its|their)\s+(?:remaining|other)\s+$|\b(?:remaining|rest,)\s+$", re.IGNORECASE)
_ROUNDING = "0.005"


def check(scene: Scene) -> Iterator[Finding]:
    """Compare parts with their wholes, one by one and summed."""
    for index, line in enumerate(scene.lines):
        if len(line.figures) == 0:
            continue
        seen: set[tuple[int, ...]] = set()
        for b in breakdowns(scene, index):
            key = (b.whole.figure.start, *(p.figure.start for p in b.parts))
            if key in seen:
                continue
            seen.add(key)
            finding = _judge(line, b)
            if finding:
                yield finding
            else:
                yield from _remaining(scene, index, b)
        yield from _shares(line)


def _judge(line: Line, b: Breakdown) -> Finding | None:
    whole = widened(interval(b.whole.figure), _ROUNDING)
    for part in b.parts:
        low = interval(part.figure).low
        if low is not None and whole.high is not None and low > whole.high:
            return _too_large(line, b, part)
    if not b.exclusive or len(b.parts) < 2 or _multiplied(b):
        return None
    summed = total([interval(p.figure) for p in b.parts])
    if summed.low is not None and whole.high is not None and summed.low > whole.high:
        return _sum(line, b, summed, "exceed")
    if b.complete and summed.high is not None and whole.low is not None and summed.high < whole.low:
        return _sum(line, b, summed, "do not reach")
    return None


def _multiplied(b: Breakdown) -> bool:
    """Whether two numbers make the whole by multiplying: "414 meals: 23 people, 18 meals per person"."""
    one, two = b.parts[0].figure.number or Decimal(0), b.parts[1].figure.number or Decimal(0)
    return len(b.parts) == 2 and one * two == b.whole.figure.number


def _span(line: Line, b: Breakdown) -> tuple[Range, ...]:
    placed = [*b.parts, *([b.whole] if b.whole_line is line else [])]
    ranges = line.ranges(min(p.start for p in placed), max(p.end for p in placed))
    return ranges if b.whole_line is line else (*ranges, (b.whole.figure.start, b.whole.figure.end))


def _too_large(line: Line, b: Breakdown, part: Placed) -> Finding:
    whole, figure = b.whole.figure, part.figure
    proposal = None
    if figure.kind == "money" and figure.number and whole.number:
        for power in THOUSANDS:
            if figure.number / power <= whole.number:
                proposal = Proposal(rescaled(figure, 1 / power), format(figure.number / power, "f"), figure.unit)
                break
    return Finding(
        "part_exceeds_whole" if figure.kind == "money" else "subset_order",
        "error",
        f"“{figure.text}” is said to be part of “{whole.text}” and is more than that.",
        _span(line, b),
        f"{amount(figure)} > {amount(whole)}",
        proposal,
    )


def _sum(line: Line, b: Breakdown, summed: Interval, verb: str) -> Finding:
    figures = [p.figure for p in b.parts]
    value = sum((f.number or Decimal(0) for f in figures), Decimal(0))
    kind = b.whole.figure.kind
    short = verb != "exceed"
    arithmetic = f"{' + '.join(show(f.number) for f in figures)} = {amount(b.whole.figure, value)}; "
    arithmetic += f"stated {amount(b.whole.figure)}"
    slip = _slip(b, value) if b.complete else None
    if slip:
        wrong, factor = slip
        number = (wrong.figure.number or Decimal(0)) * factor
        proposal = Proposal(rescaled(wrong.figure, factor), format(number.normalize(), "f"), wrong.figure.unit)
        return Finding(
            "scale_slip",
            "error",
            f"The parts make up the whole only if “{wrong.figure.text}” is {amount(wrong.figure, number)}.",
            _span(line, b),
            arithmetic,
            proposal,
        )
    return Finding(
        "enumeration" if short and kind != "money" else "part_exceeds_whole",
        "warning" if short else "error",
        f"The parts {verb} the whole that they are said to make up.",
        _span(line, b),
        arithmetic,
        Proposal(show(value), format(value, "f"), b.whole.figure.unit) if b.complete else None,
    )


def _slip(b: Breakdown, value: Decimal) -> tuple[Placed, Decimal] | None:
    """The one figure, and the power of a thousand, that makes the parts add up to the whole."""
    whole = b.whole.figure.number or Decimal(0)
    for power in THOUSANDS:
        for factor in (power, 1 / power):
            for part in b.parts:
                own = part.figure.number or Decimal(0)
                if whole and abs((value - own + own * factor) / whole - 1) < Decimal("0.01"):
                    return part, factor
            if whole and abs(value / (whole * factor) - 1) < Decimal("0.01"):
                return b.whole, factor
    return None


def _remaining(scene: Scene, index: int, b: Breakdown) -> Iterator[Finding]:
    """Check "nine of the eleven … the remaining two": what is left must be what the words say is left."""
    whole, done = b.whole.figure.number, b.parts[0].figure.number
    if len(b.parts) != 1 or b.whole.figure.kind != "count" or whole is None or done is None:
        return
    for line in scene.lines[index : index + 2]:
        for placed in line.figures:
            later = line is not scene.lines[index] or placed.start > b.parts[0].end
            if not later or placed.figure.kind != "count" or not _REMAINING.search(line.text[: placed.start]):
                continue
            left = placed.figure.number or Decimal(0)
            if any(q.qualifier for q in (placed.figure, b.whole.figure, b.parts[0].figure)) or done + left == whole:
                return
            yield Finding(
                "part_exceeds_whole",
                "error" if done + left > whole else "warning",
                f"“{placed.figure.text}” cannot be what remains.",
                (*_span(scene.lines[index], b), (placed.figure.start, placed.figure.end)),
                f"{show(whole)} - {show(done)} = {show(whole - done)}; stated {show(left)}",
                Proposal(show(whole - done), format(whole - done, "f"), b.whole.figure.unit),
            )
            return


def _shares(line: Line) -> Iterator[Finding]:
    """Check "85 per cent … and the remaining 15 per cent": the shares of one whole make a hundred."""
    shares = [p for p in line.figures if p.figure.kind == "percent" and p.figure.number is not None]
    rest = next((p for p in shares if _REMAINING.search(line.text[: p.start])), None)
    if rest is None or len(shares) < 2 or ";" in line.text[shares[0].start : rest.start]:
        return
    summed = sum((p.figure.number or Decimal(0) for p in shares), Decimal(0))
    if abs(summed - 100) <= 1 or any(p.figure.qualifier for p in shares):
        return
    left = 100 - summed + (rest.figure.number or Decimal(0))
    yield Finding(
        "part_exceeds_whole",
        "error" if summed > 100 else "warning",
        "The shares and what is said to remain do not make a hundred per cent.",
        line.ranges(shares[0].start, shares[-1].end),
        f"{' + '.join(show(p.figure.number) for p in shares)} = {show(summed)} %",
        Proposal(f"{show(left)} per cent", format(left, "f"), "percent"),
    )
