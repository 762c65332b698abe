"""Multiples, percentages and fractions that a sentence asserts between two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from korpu.statements.checks.numbers import Interval, amount, interval, show, widened
from korpu.statements.checks.related import (
    ENOUGH,
    LOOSE,
    TIMES,
    Related,
    amounts_of,
    counts_of,
    measures_of,
    near,
    room_for,
)
from korpu.statements.checks.relating import leads, says
from korpu.statements.checks.scene import Line, Placed, Scene

BRIEF = 90
"""Characters of a sentence that says no more than what the one before it comes to."""
# What opens another statement within a sentence, of which the figures before it say nothing.
_CLAUSE = re.compile(
    r";|,\s+(?:and|but|while|whereas|а|але|і|та|тоді як|и|но|тогда как|və|amma|lakin)\s", re.IGNORECASE
)


def multiples(scene: Scene, index: int) -> Iterator[Related]:
    """Read a multiple with the two amounts of its sentence, or with one there and the one of the sentence before."""
    line = scene.lines[index]
    times = [p for p in line.figures if p.figure.kind == "ratio" and (p.figure.number or 0) > 1]
    if len(times) != 1 or not (says("rise", line.text) or says("fall", line.text)):
        return
    money, alone = _two(scene, index, line)
    if len(money) != 2:
        return
    factor = times[0].figure.number or Decimal(1)
    room = str(room_for(money, TIMES))
    stated = interval(times[0].figure)
    more = [Interval(*(None if end is None else end + 1 for end in (stated.low, stated.high)))]
    readings = [widened(reading, room) for reading in (stated, *(more if says("more", line.text) else ()))]

    def multiple(v: Sequence[Decimal]) -> bool:
        small, large = min(v), max(v)
        return small > 0 and any(Interval(large / small, large / small).meets(reading) for reading in readings)

    small, large = sorted(money, key=lambda p: p.figure.number or Decimal(0))
    quotient = (large.figure.number or Decimal(0)) / (small.figure.number or Decimal(1))
    sums = f"{amount(large.figure)} / {amount(small.figure)} = {show(round(quotient, 3))}; stated {show(factor)}"
    firm = alone or _compared(line, money)
    yield Related(
        "ratio",
        "the multiple",
        tuple(money),
        multiple,
        sums,
        firm,
        words=(times[0],),
        given=show(round(quotient, 1)),
        said=times[0].figure.text,
    )


def _two(scene: Scene, index: int, line: Line) -> tuple[list[Placed], bool]:
    """The two amounts that a multiple relates, some of them in the line before; and whether both are there.

    Where a line has no two amounts of money, two measures or counts of one unit are taken if words compare them.
    """
    money = amounts_of(line)
    before = next(scene.before(index), None)
    earlier = amounts_of(before) if before else []
    if len(money) == 1:
        return [*earlier, *money], False
    others = [*measures_of(line), counts_of(line)]
    if not money and not any(len(some) > 1 for some in others):
        short = len(line.text) < BRIEF and len({p.figure.unit for p in earlier}) == 1
        return (earlier, True) if short else ([], False)
    for some in others if not money else ():
        if len(some) == 2 and str(some[0].figure.unit)[:4] == str(some[1].figure.unit)[:4] and _compared(line, some):
            return some, False
    return money, False


def _compared(line: Line, money: Sequence[Placed]) -> bool:
    """Whether words set one amount against the other: "from A", "against A", "A-dan"."""
    ends = ("dan", "dən", "tan", "tən")
    return any(
        leads("against", line.text, p.start)
        or f"{p.figure.text} {p.figure.unit}".endswith(ends)
        or p.figure.text.endswith(ends)
        for p in money
    )


def percentages(line: Line) -> Iterator[Related]:
    """Read one percentage with two amounts: the change from one to the other, or the share of one in the other."""
    shares = [p for p in line.figures if p.figure.kind == "percent" and p.figure.number]
    money = amounts_of(line) or next((some for some in measures_of(line) if len(some) == ENOUGH - 1), [])
    if len(shares) != 1 or len(money) != 2:
        return
    plus = line.text[: shares[0].start].rstrip().endswith("+")
    rises, falls = plus or says("rise", line.text), says("fall", line.text)
    change = rises or falls
    if change and not _compared(line, money) and not says("against", line.text):
        return
    if not change and not says("share", line.text) and "(" not in line.text:
        return
    gap = line.text[shares[0].end : money[1].start]
    if not change and money[0].start > shares[0].start and not (says("strong", gap) or "(" in gap):
        return
    figures = (shares[0], *money)
    if not says("now", line.text) and _CLAUSE.search(
        line.text[min(p.end for p in figures) : max(p.start for p in figures)]
    ):
        return
    close = Decimal("0.02")

    def goes(v: Sequence[Decimal], *, point: Decimal | None = None) -> bool:
        percent, one, two = v
        small, large = min(one, two), max(one, two)
        if small <= 0 or percent <= 0:
            return False
        share = 100 * small / large
        wanted = [100 * large / small - 100] * rises + [100 - share] * falls if change else [share]
        room = max(Decimal("0.6"), percent * close) if point is None else point
        return any(abs(value - percent) <= room for value in wanted)

    stated = shares[0].figure.number or Decimal(0)
    values = [p.figure.number or Decimal(0) for p in figures]
    loose = max(Decimal(1), stated / 10) * (2 if any(p.figure.qualifier for p in figures) else 1)
    one_unit = len({p.figure.unit for p in money}) < 2
    if one_unit and (goes(values, point=loose) or _either(values, loose)):
        return
    small, large = sorted(money, key=lambda p: p.figure.number or Decimal(0))
    share = 100 * (small.figure.number or Decimal(0)) / (large.figure.number or Decimal(1))
    value = 10000 / share - 100 if change and share else share
    sums = f"{amount(small.figure)}, {amount(large.figure)}: {show(round(value, 1))} %; stated {show(stated)} %"
    given = f"{show(round(value, 1))} %"
    yield Related("ratio", "the share", figures, goes, sums, firm=True, given=given, said=shares[0].figure.text)


def _either(values: Sequence[Decimal], point: Decimal) -> bool:
    """Whether a percentage is the share or the change of two amounts, whichever the words say."""
    percent, one, two = values
    small, large = min(one, two), max(one, two)
    ways = (100 * small / large, 100 * large / small - 100, 100 - 100 * small / large)
    return any(abs(way - percent) <= point for way in ways)


def fractions(line: Line) -> Iterator[Related]:
    """Read "half of the 40 schools, that is 15": a part, its whole and the fraction between them."""
    parts = [p for p in line.figures if p.figure.kind == "ratio" and 0 < (p.figure.number or 0) < 1]
    figures = amounts_of(line) or counts_of(line)
    if len(parts) != 1 or len(figures) != 2 or line.language == "en":
        return
    if (
        not says("strong", line.text[figures[0].end : figures[1].start])
        or figures[0].figure.unit != figures[1].figure.unit
    ):
        return
    part = parts[0].figure.number or Decimal(1)

    def fraction(v: Sequence[Decimal]) -> bool:
        return near(min(v) / max(v), part, LOOSE)

    small, large = sorted(figures, key=lambda p: p.figure.number or Decimal(0))
    value = (small.figure.number or Decimal(0)) / (large.figure.number or Decimal(1))
    sums = f"{amount(small.figure)} / {amount(large.figure)} = {show(round(value, 3))}; stated {show(part)}"
    given = show(round(value, 3))
    yield Related(
        "ratio", "the share", tuple(figures), fraction, sums, firm=True, given=given, said=parts[0].figure.text
    )
