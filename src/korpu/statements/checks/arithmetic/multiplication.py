"""Products: a number of things and the price or the size of each make the whole; a speed and a time make a way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from korpu.statements.checks.arithmetic.addition import EXACT, LOOSE
from korpu.statements.checks.arithmetic.verdict import Relation, plain, rounding, significant
from korpu.statements.checks.arithmetic.window import MOST, Window
from korpu.statements.checks.numbers import amount, show
from korpu.statements.checks.scene import Placed

FINE = Decimal("0.0005")
FEW = 3
"""Amounts, or numbers of things, in a stretch beyond which nobody can say which is the price."""


def products(window: Window) -> Iterator[Relation]:
    """Yield numbers of things with two amounts, numbers with two others, ways with times and speeds."""
    few = 2 <= len(window.money) <= FEW
    if few or len(window.counts) >= FEW or any(len(group) > 1 for group in window.measures):
        each = window.says("each")
        if few:
            yield from _priced(window, said=each)
        if each:
            yield from _counted(window)
    yield from _ways(window)


def _priced(window: Window, *, said: bool) -> Iterator[Relation]:
    """Yield each number of things with each two amounts: a price and what they cost together."""
    numbers = window.numbers if said else window.counts
    for count in numbers if len(numbers) <= FEW else ():
        for pair in combinations(window.money, 2):
            if _value(count) > 1 and window.spans((count, *pair)):
                yield _product(window, count, *sorted(pair, key=_value), said=said, money=True)


def _counted(window: Window) -> Iterator[Relation]:
    """Yield three numbers in a row, and numbers with two measures of one unit: so many, of so much each."""
    if len(window.counts) <= MOST:
        for first in range(len(window.counts) - 2):
            run = window.counts[first : first + 3]
            if window.spans(run) and all(_value(p) > 1 for p in run):
                a, b, whole = sorted(run, key=_value)
                yield _product(window, a, b, whole, said=True, money=False)
    for group in (g for g in window.measures if len(g) == 2 and len(window.numbers) <= FEW):
        for count in window.numbers:
            if window.spans((count, *group)) and _value(count) > 1:
                yield _product(window, count, *sorted(group, key=_value), said=True, money=False)


def _value(placed: Placed) -> Decimal:
    return placed.figure.number or Decimal(0)


def _product(window: Window, count: Placed, price: Placed, whole: Placed, *, said: bool, money: bool) -> Relation:
    figures = (count, price, whole)
    room = rounding(figures, EXACT, LOOSE) if money else Decimal(0)

    def holds(v: Sequence[Decimal], room: Decimal = room) -> bool:
        # Once a figure has slipped, what was the price may be the larger of the two.
        return _close(v[0] * v[1], v[2], room) or (money and _close(v[0] * v[2], v[1], room))

    def exact(v: Sequence[Decimal]) -> bool:
        return all(n == n.to_integral_value() for n in v) and holds(v, FINE if money else Decimal(0))

    made = _value(count) * _value(price)
    written = (
        f"{show(_value(count))} × {amount(price.figure)} = {amount(price.figure, made)}; stated {amount(whole.figure)}"
    )
    sure = plain(figures)
    alone = money and len(window.money) == 2 and len(window.counts) == 1
    long = alone and significant(made) > 2
    telling = min(significant(_value(p)) for p in figures) > 1 and max(significant(_value(p)) for p in figures) > 2
    return Relation(
        "ratio", "the product", figures, holds, exact, written,
        scale=money and (telling or said),
        currency=money and (telling or said),
        digits=sure and (said or (long and telling)),
    )  # fmt: skip


def _close(one: Decimal, two: Decimal, room: Decimal) -> bool:
    return two != 0 and abs(one - two) <= abs(two) * room


def _ways(window: Window) -> Iterator[Relation]:
    """Yield a way, a time in hours and a speed, where the stretch has one of each."""
    hours = [p for _, p in window.figures if p.figure.kind == "count" and p.figure.unit == "hours"]
    fast = [p for group in window.measures for p in group if p.figure.unit == "km/h"]
    ways = [p for group in window.measures for p in group if p.figure.unit == "km"]
    if not fast and len(ways) == 2 and window.says("per_hour"):
        fast, ways = [min(ways, key=_value)], [max(ways, key=_value)]
    if len(hours) != 1 or len(fast) != 1 or len(ways) != 1:
        return
    figures = (hours[0], fast[0], ways[0])

    def goes(v: Sequence[Decimal]) -> bool:
        return _close(v[0] * v[1], v[2], Decimal("0.06"))

    made = _value(hours[0]) * _value(fast[0])
    written = f"{show(_value(hours[0]))} × {show(_value(fast[0]))} = {show(made)} km; stated {show(_value(ways[0]))} km"
    yield Relation(
        "ratio",
        "the distance",
        figures,
        goes,
        goes,
        written,
        digits=True,
        firm=True,
        given=f"{show(made)} km",
        said=ways[0].figure.text,
    )
