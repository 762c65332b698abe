"""Shares of one whole in per cent, which make a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from korpu.statements.checks.arithmetic.verdict import Relation
from korpu.statements.checks.arithmetic.window import Window
from korpu.statements.checks.numbers import show

HUNDRED = Decimal(100)
FEWEST, MOST = 3, 7


def splits(window: Window) -> Iterator[Relation]:
    """Yield the percentages of a sentence or a list; a number that stands among them without a noun is one too."""
    percents = [p for _, p in window.figures if p.figure.kind == "percent" and p.figure.number]
    if len(percents) < FEWEST - 1 or window.says("rise", "fall") or not window.spans(tuple(percents)):
        return
    low, high = percents[0].figure.start, percents[-1].figure.start
    among = [
        p for _, p in window.figures if p.figure.number and low <= p.figure.start <= high and p.figure.kind != "ordinal"
    ]
    if not FEWEST <= len(among) <= MOST or any(p.figure.kind not in ("percent", "count") for p in among):
        return
    if any(p.figure.qualifier or (p.figure.kind == "count" and len(percents) < FEWEST - 1) for p in among):
        return

    def whole(values: Sequence[Decimal], room: Decimal = Decimal(1)) -> bool:
        return abs(sum(values, Decimal(0)) - HUNDRED) <= room

    def exact(values: Sequence[Decimal]) -> bool:
        return whole(values, Decimal("0.1"))

    total = sum((p.figure.number or Decimal(0) for p in among), Decimal(0))
    written = f"{' + '.join(show(p.figure.number) for p in among)} = {show(total)} %; stated 100 %"
    yield Relation("part_exceeds_whole", "a hundred per cent", tuple(among), whole, exact, written, digits=True)
