"""Sums and prices that a sentence asserts: "42 million, of which 30 and 12", "20 at 15,000 each, 300,000 in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from korpu.statements.checks.numbers import amount, show
from korpu.statements.checks.related import (
    ENOUGH,
    MOST,
    SMALL,
    Related,
    amounts_of,
    counts_of,
    measures_of,
    near,
    room_for,
)
from korpu.statements.checks.relating import leads, pattern, says
from korpu.statements.checks.scene import Line, Placed, Scene

LEAD = 45
"""Characters of an item of a list, at most, after its number."""
_JOINT = re.compile(r"[,;]|\s(?:and|та|і|й|и|və)\s", re.IGNORECASE)
_LOOSE_LIST = re.compile(
    r"\b(?:such as|among others|for example|etc|and others|зокрема|тощо|та інші|например|и другие|və s|məsələn)\b",
    re.IGNORECASE,
)


def sums(scene: Scene, index: int) -> Iterator[Related]:
    """Read three to six amounts, or counts: where words speak of a sum, one should be the sum of the others.

    Where no word does, only what is plain by the figures is taken: a scale or a currency that alone breaks the sum.
    """
    line = scene.lines[index]
    spoken = says("sum", line.text) or ":" in line.text
    spoken = spoken or any(leads("partitive", line.text, p.start) for p in line.figures[:2])
    for figures in (_with_whole(scene, index, amounts_of(line)), large(counts_of(line)), *measures_of(line)):
        if not 3 <= len(figures) <= MOST:
            continue
        if figures[0].figure.kind != "money" and not (
            spoken or _told_by_place(line, figures) or says("rest", line.text)
        ):
            continue
        if not spoken and sum(len(_digits(p)) > 1 for p in figures) < ENOUGH - 1:
            continue
        values = [p.figure.number or Decimal(0) for p in figures]
        firm = _all_listed(line, figures)
        if not firm and any(p.figure.kind == "count" and values[i] < SMALL for i, p in enumerate(figures)):
            continue
        counted = figures[0].figure.kind != "money"
        room = Decimal(0) if counted else room_for(figures)
        if counted and (any(p.figure.qualifier for p in figures) or not _plural(line, figures)):
            continue
        if _some_sum(values, room) and len({p.figure.unit for p in figures if p.figure.kind == "money"}) < 2:
            continue

        def adds_up(v: Sequence[Decimal], room: Decimal = room) -> bool:
            whole_numbers = room or all(n == n.to_integral_value() for n in v)
            return bool(whole_numbers) and any(_sum_of(v, i, room) for i in range(len(v)))

        whole = max(figures, key=lambda p: p.figure.number or Decimal(0))
        parts = [p for p in figures if p is not whole]
        total = sum((p.figure.number or Decimal(0) for p in parts), Decimal(0))
        sums = f"{' + '.join(show(p.figure.number) for p in parts)} = {show(total)}; stated {amount(whole.figure)}"
        digits = spoken or counted
        excess = sum(values[1:], Decimal(0)) > values[0]
        # English words tell overlapping parts from others in `breakdowns`.
        firm = firm and (not says("of_which", line.text) or (excess and line.language != "en"))
        yield Related("part_exceeds_whole", "the sum", tuple(figures), adds_up, sums, firm, digits)


def large(counts: list[Placed]) -> list[Placed]:
    """The counts without the number of the parts themselves: "48 people in three courses, 20 in the first …"."""
    rest = [p for p in counts if p.figure.number != len(counts) - 2]
    return rest if len(rest) == len(counts) - 1 else counts


def _all_listed(line: Line, figures: Sequence[Placed]) -> bool:
    """Whether a colon or "of which" and a list follow a number, each item with a number of its own."""
    first, text = figures[0], line.text
    gap = text[first.end : figures[1].start]
    opened = re.search(r":\s*$", gap) or (says("of_which", gap) and len(gap) < LEAD)
    if not opened or _LOOSE_LIST.search(text):
        return False
    tails = [text[a.end : b.start] for a, b in pairwise(figures[1:])] + [text[figures[-1].end :].rstrip(" .")]
    joined = all(_JOINT.search(tail) and len(_JOINT.findall(tail)) == 1 for tail in tails[:-1])
    return joined and not _JOINT.search(tails[-1]) and len(tails[-1]) < LEAD


def _sum_of(values: Sequence[Decimal], index: int, room: Decimal) -> bool:
    """Whether one value is the sum of the others, none of which is so small that it would not be missed."""
    parts = [*values[:index], *values[index + 1 :]]
    whole = values[index]
    return near(sum(parts, Decimal(0)), whole, room) and abs(sum(parts, Decimal(0)) - whole) * 5 <= min(parts)


def _digits(placed: Placed) -> tuple[int, ...]:
    return (placed.figure.number or Decimal(0)).normalize().as_tuple().digits


def _with_whole(scene: Scene, index: int, money: list[Placed]) -> list[Placed]:
    """The amounts of a line, with the one of the line before where words divide it: "of this sum"."""
    text = scene.lines[index].text
    divides = says("this_sum", text) or pattern("of_which").match(text) is not None
    before = next(scene.before(index), None) if divides else None
    whole = amounts_of(before) if before else []
    return [*whole, *money] if len(whole) == 1 else money


def _told_by_place(line: Line, figures: Sequence[Placed]) -> bool:
    """Whether all but the first of several counts have a place and no noun: "95 in the east, 18 in the west"."""
    lead = re.compile(rf"\s+{pattern('place').pattern}", re.IGNORECASE)
    return all(lead.match(line.text, p.end) or leads("place", line.text, p.start) for p in figures[1:])


def _plural(line: Line, figures: Sequence[Placed]) -> bool:
    """Whether counts may be parts of one number: listed after it, or told together, not of things apart."""
    first, text = figures[0], line.text
    if len(figures) == ENOUGH and says("rest", text):
        return True
    if says("sum", text[figures[-2].end :]):
        return True
    listed = re.search(r":|,|[–—-]", text[first.end : figures[1].start]) is not None
    return listed or leads("partitive", text, first.start) or pattern("sum").search(text[: first.start]) is not None


def _some_sum(values: Sequence[Decimal], room: Decimal) -> bool:
    """Whether some figure is the sum of two or more of the others."""
    for i, whole in enumerate(values):
        others = [*values[:i], *values[i + 1 :]]
        for size in range(2, len(others) + 1):
            if any(near(sum(some, Decimal(0)), whole, room) for some in combinations(others, size)):
                return True
    return False


def products(scene: Scene, index: int) -> Iterator[Related]:
    """Read "20 generators at 15,000 euros each, 300,000 in all": the number times the price is the whole."""
    line = scene.lines[index]
    money, counts = amounts_of(line), [p for p in counts_of(line) if p.figure.number != 1]
    each = says("each", line.text)
    if each and not counts:
        before = next(scene.before(index), None)
        counts = counts_of(before) if before else []
    if len(money) != 2 or len(counts) != 1 or not (each or says("sum", line.text)):
        return
    figures = (counts[0], *money)
    room = room_for(figures)

    def multiplies(v: Sequence[Decimal]) -> bool:
        number, one, two = v
        return near(number * one, two, room) or near(number * two, one, room)

    price, whole = sorted(money, key=lambda p: p.figure.number or Decimal(0))
    value = (counts[0].figure.number or Decimal(0)) * (price.figure.number or Decimal(0))
    sums = f"{show(counts[0].figure.number)} × {amount(price.figure)} = {amount(price.figure, value)}"
    yield Related("ratio", "the product", figures, multiplies, f"{sums}; stated {amount(whole.figure)}")
