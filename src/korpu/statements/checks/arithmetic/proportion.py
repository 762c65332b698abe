"""Shares, changes and multiples: a percentage, or "three times", between two amounts of neighbouring sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from korpu.statements.checks.arithmetic.verdict import Relation, plain
from korpu.statements.checks.arithmetic.window import Window
from korpu.statements.checks.numbers import amount, show
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Placed

REACH = 2
"""Sentences in which a share or a multiple stands with its two amounts."""
FEW = 3
BESIDE = 40
"""Characters between a part and its share, at most."""
LEAST = 2
"""Percentages below this are rates of interest or of growth more often than shares."""
SORTS = ("rise", "fall", "share")


def proportions(window: Window) -> Iterator[Relation]:
    """Yield each percentage or multiple with the amounts that it may stand between."""
    if len(window.lines) > REACH or not 2 <= len(window.money) <= FEW:
        return
    percents = [p for _, p in window.figures if p.figure.kind == "percent" and (p.figure.number or 0) >= LEAST]
    times = [p for _, p in window.figures if p.figure.kind == "ratio" and (p.figure.number or 0) > 1]
    if len(percents) + len(times) != 1:
        return
    alone = len(window.money) == REACH
    for pair in combinations(window.money, 2):
        for stated in percents:
            if window.spans((stated, *pair)):
                yield _percent(window, stated, pair, alone=alone)
        for stated in times:
            if window.spans((stated, *pair)):
                yield _times(window, stated, pair, alone=alone)


def _percent(window: Window, stated: Placed, pair: tuple[Placed, ...], *, alone: bool) -> Relation:
    figures = (stated, *pair)

    def goes(values: Sequence[Decimal], room: Decimal | None = None) -> bool:
        percent, *two = values
        small, large = min(two), max(two)
        if small <= 0 or percent <= 0:
            return False
        wide = max(Decimal(1), percent / 10) if room is None else room
        share = 100 * small / large
        ways = (share, 10000 / share - 100, 100 - share)
        return any(abs(way - percent) <= wide for way in ways)

    def exact(values: Sequence[Decimal]) -> bool:
        step = Decimal(1).scaleb(min(0, int(values[0].normalize().as_tuple().exponent)))
        return goes(values, max(step * 6 / 10, values[0] / 50))

    small, large = sorted((p.figure for p in pair), key=lambda f: f.number or Decimal(0))
    share = 100 * (small.number or Decimal(0)) / (large.number or Decimal(1))
    written = f"{amount(small)}, {amount(large)}: {show(round(share, 1))} %; stated {show(stated.figure.number)} %"
    sure = plain(figures)
    linked = alone and window.says(*SORTS)
    return Relation(
        "ratio", "the share", figures, goes, exact, written,
        firm=alone and sure and stands_between(window, stated, pair),
        scale=sure and linked, currency=sure and linked,
    )  # fmt: skip


def _times(window: Window, stated: Placed, pair: tuple[Placed, ...], *, alone: bool) -> Relation:
    factor = stated.figure.number or Decimal(1)

    def goes(values: Sequence[Decimal]) -> bool:
        small, large = min(values), max(values)
        wanted = (factor, factor + 1) if window.says("more") else (factor,)
        return small > 0 and any(abs(large / small / one - 1) <= Decimal("0.1") for one in wanted)

    small, large = sorted((p.figure for p in pair), key=lambda f: f.number or Decimal(0))
    quotient = (large.number or Decimal(0)) / (small.number or Decimal(1))
    written = f"{amount(large)} / {amount(small)} = {show(round(quotient, 3))}; stated {show(factor)}"
    linked = alone and window.says("rise", "fall", "more")
    return Relation("ratio", "the multiple", pair, goes, goes, written, scale=linked, currency=linked)


def stands_between(window: Window, stated: Placed, pair: Sequence[Placed]) -> bool:
    """Tell whether the words leave no other reading: "27 % of the 240 million", "A in 2023 and B in 2024 (+18 %)"."""
    if len(window.lines) > 1 or pair[0].figure.unit != pair[1].figure.unit:
        return False
    text, two = window.lines[0].text, pair[1]
    part, whole = sorted(pair, key=lambda p: p.figure.number or Decimal(0))
    beside = text[part.end : stated.start]
    joined = (
        part.end <= stated.start and len(beside) < BESIDE and (says("equal", beside) or re.search(r"[(–—]", beside))
    )
    of = rf"\s*{pattern('whole_of').pattern}\s*"
    if stated.end <= whole.start and re.fullmatch(of, text[stated.end : whole.start], re.IGNORECASE) and joined:
        return True
    genitive = whole.end <= stated.start and re.search(r"n[ıiuü]n$", whole.figure.text) is not None
    if genitive and re.fullmatch(r"\s*\w*\s*", text[whole.end : stated.start]):
        return says("equal", text[min(part.end, stated.end) : max(part.start, whole.start)])
    bracket = re.search(r"\(([^()]*)\)\s*$", text.rstrip(" ."))
    changed = bracket is not None and bracket.start() <= stated.start and bracket.start() >= two.end
    dated = sum(p.figure.kind == "date" for p in window.lines[0].figures) == len(pair)
    return bool(changed and dated and bracket and (says("rise", bracket[1]) or says("fall", bracket[1])))
