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

_CLAUSE = re.compile(
    r";|,?\s+(?:while|whereas|but|тоді як|тогда как|amma|lakin|isə)\s|,\s+(?:and|а|але|і|та|и|но|və)\s", re.IGNORECASE
)
REACH = 2
"""Sentences in which a share or a multiple stands with its two amounts."""
FEW = 3
CHANGE = -1
BESIDE = 40
"""Characters between a part and its share, at most."""
LEAST = 2
"""Percentages below this are rates of interest or of growth more often than shares."""
SORTS = ("rise", "fall", "share")


def proportions(window: Window) -> Iterator[Relation]:
    """Yield each percentage or multiple with the amounts, or the two numbers, that it may stand between."""
    percents = [p for _, p in window.figures if p.figure.kind == "percent" and (p.figure.number or 0) >= LEAST]
    times = [p for _, p in window.figures if p.figure.kind == "ratio" and (p.figure.number or 0) > 1]
    if len(window.lines) > REACH or len(percents) + len(times) != 1:
        return
    if times and len(window.lines) == 1 and not window.money and len(window.numbers) == REACH:
        yield _times(window, times[0], window.numbers, alone=True, counted=True)
    if not 2 <= len(window.money) <= FEW:
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
    between = stands_between(window, stated, pair)
    of = between is not None and between != CHANGE
    rises, falls = not of and window.says("rise"), not of and window.says("fall")

    def goes(values: Sequence[Decimal], room: Decimal | None = None) -> bool:
        percent, *two = values
        small, large = min(two), max(two)
        if small <= 0 or percent <= 0:
            return False
        wide = max(Decimal(1), percent / 10) if room is None else room
        share = 100 * small / large
        if of and two[between or 0] < large:
            return False  # the part is more than its whole
        changed = (rises or falls) and window.says("against")
        ways = [
            *([] if changed else [share]),
            *([10000 / share - 100] if rises else []),
            *([100 - share] if falls else []),
        ]
        return any(abs(way - percent) <= wide for way in ways)

    def exact(values: Sequence[Decimal]) -> bool:
        step = Decimal(1).scaleb(min(0, int(values[0].normalize().as_tuple().exponent)))
        return goes(values, max(step * 6 / 10, values[0] / 50))

    small, large = sorted((p.figure for p in pair), key=lambda f: f.number or Decimal(0))
    share = 100 * (small.number or Decimal(0)) / (large.number or Decimal(1))
    value = 10000 / share - 100 if rises else 100 - share if falls else share
    written = f"{amount(small)}, {amount(large)}: {show(round(value, 1))} %; stated {show(stated.figure.number)} %"
    # "56 % від 360 million": the word before the whole is that of the share, no bound.
    sure = plain([p for p in figures if between is None or p.figure.qualifier != "at_least"])
    linked = alone and (between is not None or window.says(*SORTS))
    return Relation(
        "ratio", "the share", figures, goes, exact, written,
        firm=alone and sure and between is not None,
        given=f"{show(round(value, 1))} %", said=stated.figure.text,
        scale=sure and linked, currency=sure and linked,
        digits=sure and linked and window.says("rise", "fall") and one_clause(window, figures),
    )  # fmt: skip


def _times(window: Window, stated: Placed, pair: tuple[Placed, ...], *, alone: bool, counted: bool = False) -> Relation:
    factor, open_end = stated.figure.number or Decimal(1), not plain((stated, *pair))

    def goes(values: Sequence[Decimal]) -> bool:
        small, large = min(values), max(values)
        wanted = (factor, factor + 1) if window.says("more") else (factor,)
        room = Decimal("0.5") if open_end else Decimal("0.1")
        return small > 0 and any(abs(large / small / one - 1) <= room for one in wanted)

    small, large = sorted((p.figure for p in pair), key=lambda f: f.number or Decimal(0))
    quotient = (large.number or Decimal(0)) / (small.number or Decimal(1))
    written = f"{amount(large)} / {amount(small)} = {show(round(quotient, 3))}; stated {show(factor)}"
    linked = alone and window.says("rise", "fall", "more")
    return Relation(
        "ratio",
        "the multiple",
        pair,
        goes,
        goes,
        written,
        scale=linked,
        currency=linked,
        digits=linked and not open_end and one_clause(window, (stated, *pair)),
        firm=counted and linked and not open_end and window.says("against"),
        given=show(round(quotient, 1)),
        said=stated.figure.text,
    )


def one_clause(window: Window, figures: Sequence[Placed]) -> bool:
    """Tell whether nothing opens another statement between figures: "…, while imports stood at 65 million"."""
    first, last = min(p.start for p in figures), max(p.start for p in figures)
    return len(window.lines) == 1 and _CLAUSE.search(window.lines[0].text[first:last]) is None


def stands_between(window: Window, stated: Placed, pair: Sequence[Placed]) -> int | None:
    """Return which of two amounts is the whole ("27 % of the 240 million"), CHANGE for "A, B (+18 %)", else None."""
    if len(window.lines) > 1 or pair[0].figure.unit != pair[1].figure.unit:
        return None
    line = window.lines[0]
    text = line.text
    part, whole = sorted(pair, key=lambda p: p.figure.number or Decimal(0))
    for one, other in ((part, whole), (whole, part)):
        beside = text[one.end : stated.start]
        near = one.end <= stated.start and len(beside) < BESIDE
        joined = near and (says("equal", beside) or re.search(r"[(–—]", beside) is not None)
        of = rf"\s*{pattern('whole_of').pattern}\s*"
        after = (
            stated.end <= other.start and re.fullmatch(of, text[stated.end : other.start], re.IGNORECASE) is not None
        )
        if after and (joined or says("strong", text[other.end : one.start])):
            return pair.index(other)
        genitive = other.end <= stated.start and re.search(r"n[ıiuü]n$", other.figure.text) is not None
        if genitive and re.fullmatch(r"\s*\w*\s*", text[other.end : stated.start]):
            told = says("equal", text[min(one.end, stated.end) : max(one.start, other.start)])
            if told or "(" in text[one.end : other.start]:
                return pair.index(other)
    of_whole = re.fullmatch(rf"\s*{pattern('whole_of').pattern}\s*", text[pair[0].end : pair[1].start], re.IGNORECASE)
    beside = text[stated.end : pair[0].start] if stated.end <= pair[0].start else text[pair[1].end : stated.start]
    if of_whole and re.fullmatch(r"\s*(?:[(–—,-]|or|або|или)\s*(?:or\s+|a\s+|тобто\s+|то есть\s+)?", beside):
        return 1
    dated = sum(p.figure.kind == "date" for p in line.figures) == len(pair)
    last = stated.start >= pair[1].end
    told = says("rise", text[pair[1].end :]) or says("fall", text[pair[1].end :])
    if dated and last and told and re.search(r"[(,–—]\s*[^\d]{0,20}$", text[pair[1].end : stated.start]):
        return CHANGE
    return None
