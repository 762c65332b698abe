"""Sums, prices, multiples and shares that words of any language assert between the figures of a sentence.

A sentence with a word for a sum and three amounts, a word for "each" and a number of things, a multiple or a share and
two amounts: what it asserts is computed. A failure is reported where undoing one slip (`slips`) makes it hold, or where
the words leave no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, pairwise

from korpu.kernel.finding import Finding
from korpu.statements.checks.breakdowns import TIME_UNITS
from korpu.statements.checks.numbers import Interval, amount, interval, show, widened
from korpu.statements.checks.relating import leads, pattern, says
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.checks.slips import Holds, proposal, undone

BRIEF = 90
"""Characters of a sentence that says no more than what the one before it comes to."""
SMALL = 10
"""Counts below which swapped digits cannot be told."""
ENOUGH = 3
"""A whole and two parts."""
MOST = 6
"""Figures of one kind in a sentence beyond which nobody can say what relates to what."""

_EXACT, _LOOSE, _TIMES = Decimal("0.006"), Decimal("0.12"), Decimal("0.1")


# What opens another statement within a sentence, of which the figures before it say nothing.
_CLAUSE = re.compile(
    r";|,\s+(?:and|but|while|whereas|а|але|і|та|тоді як|и|но|тогда как|və|amma|lakin)\s", re.IGNORECASE
)


LEAD = 45
"""Characters of an item of a list, at most, after its number."""
_OF = re.compile(r"\s+(?:\w+\s+)?(?:з|із|зі|из)\s+(?:\w+\s+)?", re.IGNORECASE)
_JOINT = re.compile(r"[,;]|\s(?:and|та|і|й|и|və)\s", re.IGNORECASE)
_LOOSE_LIST = re.compile(
    r"\b(?:such as|among others|for example|etc|and others|зокрема|тощо|та інші|например|и другие|və s|məsələn)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Related:
    """Figures that words relate: what they are called, whether they go together, and how that is written out."""

    check: str
    what: str
    figures: tuple[Placed, ...]
    holds: Holds
    sums: str
    firm: bool = False
    digits: bool = True
    words: tuple[Placed, ...] = ()


def check(scene: Scene) -> Iterator[Finding]:
    """Yield where the figures of a sentence do not go together as its words say."""
    for index, line in enumerate(scene.lines):
        if line.role == "question" or not line.figures:
            continue
        yield from _subsets(line)
        relations = (
            _sums(scene, index),
            _products(scene, index),
            _ratios(scene, index),
            _percents(line),
            _halves(line),
        )
        for related in chain.from_iterable(relations):
            finding = _judge(line, related)
            if finding:
                yield finding
                break


def _judge(line: Line, r: Related) -> Finding | None:
    values = [p.figure.number or Decimal(0) for p in r.figures]
    units = {p.figure.unit for p in r.figures if p.figure.kind == "money" and p.figure.unit}
    ranges = tuple(span for p in (*r.figures, *r.words) for span in ((p.figure.start, p.figure.end),))
    if r.holds(values):
        if len(units) < 2:
            return None
        text = f"The figures make {r.what} only if they are in one currency."
        return Finding("currency_mismatch", "error", text, ranges, f"{r.sums}; in {' and '.join(sorted(units))}")
    slip = undone([p.figure for p in r.figures], r.holds, digits=r.digits) if len(units) < 2 else None
    if slip is not None:
        figure = r.figures[slip.index].figure
        text = f"The figures make {r.what} only if “{figure.text}” is {amount(figure, slip.value)}."
        name = "scale_slip" if slip.scale else r.check
        return Finding(name, "error", text, ranges, r.sums, proposal(figure, slip))
    if r.firm and len(units) < 2:
        return Finding(r.check, "warning", f"The figures do not make {r.what} that the words say.", ranges, r.sums)
    return None


def _money(line: Line) -> list[Placed]:
    return [p for p in line.figures if p.figure.kind == "money" and p.figure.number]


def _counts(line: Line) -> list[Placed]:
    found = []
    for p in line.figures:
        after = line.text[p.end : p.end + 16].lstrip(" -")
        if p.figure.kind == "count" and p.figure.number and not TIME_UNITS.match(after):
            found.append(p)
    return found


def _large(counts: list[Placed]) -> list[Placed]:
    """The counts without the number of the parts themselves: "48 people in three courses, 20 in the first …"."""
    rest = [p for p in counts if p.figure.number != len(counts) - 2]
    return rest if len(rest) == len(counts) - 1 else counts


def _measures(line: Line) -> Iterator[list[Placed]]:
    """The measures of a line, those of one unit together."""
    own = [p for p in line.figures if p.figure.kind == "measure" and p.figure.number]
    for unit in dict.fromkeys(p.figure.unit for p in own):
        yield [p for p in own if p.figure.unit == unit]


def _near(one: Decimal, two: Decimal, room: Decimal) -> bool:
    return two != 0 and abs(one / two - 1) <= room


def _room(figures: Sequence[Placed], exact: Decimal = _EXACT) -> Decimal:
    # "From 20 to 30 million" is no bound, though "to" alone is.
    return _LOOSE if any(p.figure.qualifier not in (None, "at_most") for p in figures) else exact


def _sums(scene: Scene, index: int) -> Iterator[Related]:
    """Read three to six amounts, or counts: where words speak of a sum, one should be the sum of the others.

    Where no word does, only what is plain by the figures is taken: a scale or a currency that alone breaks the sum.
    """
    line = scene.lines[index]
    spoken = says("sum", line.text) or ":" in line.text
    spoken = spoken or any(leads("partitive", line.text, p.start) for p in line.figures[:2])
    for figures in (_with_whole(scene, index, _money(line)), _large(_counts(line)), *_measures(line)):
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
        room = Decimal(0) if counted else _room(figures)
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
    return _near(sum(parts, Decimal(0)), whole, room) and abs(sum(parts, Decimal(0)) - whole) * 5 <= min(parts)


def _digits(placed: Placed) -> tuple[int, ...]:
    return (placed.figure.number or Decimal(0)).normalize().as_tuple().digits


def _with_whole(scene: Scene, index: int, money: list[Placed]) -> list[Placed]:
    """The amounts of a line, with the one of the line before where words divide it: "of this sum"."""
    text = scene.lines[index].text
    divides = says("this_sum", text) or pattern("of_which").match(text) is not None
    before = next(scene.before(index), None) if divides else None
    whole = _money(before) if before else []
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
            if any(_near(sum(some, Decimal(0)), whole, room) for some in combinations(others, size)):
                return True
    return False


def _products(scene: Scene, index: int) -> Iterator[Related]:
    """Read "20 generators at 15,000 euros each, 300,000 in all": the number times the price is the whole."""
    line = scene.lines[index]
    money, counts = _money(line), [p for p in _counts(line) if p.figure.number != 1]
    each = says("each", line.text)
    if each and not counts:
        before = next(scene.before(index), None)
        counts = _counts(before) if before else []
    if len(money) != 2 or len(counts) != 1 or not (each or says("sum", line.text)):
        return
    figures = (counts[0], *money)
    room = _room(figures)

    def multiplies(v: Sequence[Decimal]) -> bool:
        number, one, two = v
        return _near(number * one, two, room) or _near(number * two, one, room)

    price, whole = sorted(money, key=lambda p: p.figure.number or Decimal(0))
    value = (counts[0].figure.number or Decimal(0)) * (price.figure.number or Decimal(0))
    sums = f"{show(counts[0].figure.number)} × {amount(price.figure)} = {amount(price.figure, value)}"
    yield Related("ratio", "the product", figures, multiplies, f"{sums}; stated {amount(whole.figure)}")


def _ratios(scene: Scene, index: int) -> Iterator[Related]:
    """Read a multiple with the two amounts of its sentence, or with one there and the one of the sentence before."""
    line = scene.lines[index]
    times = [p for p in line.figures if p.figure.kind == "ratio" and (p.figure.number or 0) > 1]
    if len(times) != 1 or not (says("rise", line.text) or says("fall", line.text)):
        return
    money, alone = _two(scene, index, line)
    if len(money) != 2:
        return
    factor = times[0].figure.number or Decimal(1)
    room = str(_room(money, _TIMES))
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
    yield Related("ratio", "the multiple", tuple(money), multiple, sums, firm, words=(times[0],))


def _two(scene: Scene, index: int, line: Line) -> tuple[list[Placed], bool]:
    """The two amounts that a multiple relates, some of them in the line before; and whether both are there.

    Where a line has no two amounts of money, two measures or counts of one unit are taken if words compare them.
    """
    money = _money(line)
    before = next(scene.before(index), None)
    earlier = _money(before) if before else []
    if len(money) == 1:
        return [*earlier, *money], False
    others = [*_measures(line), _counts(line)]
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


def _percents(line: Line) -> Iterator[Related]:
    """Read one percentage with two amounts: the change from one to the other, or the share of one in the other."""
    shares = [p for p in line.figures if p.figure.kind == "percent" and p.figure.number]
    money = _money(line) or next((some for some in _measures(line) if len(some) == ENOUGH - 1), [])
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
    yield Related("ratio", "the share", figures, goes, sums, firm=True)


def _either(values: Sequence[Decimal], point: Decimal) -> bool:
    """Whether a percentage is the share or the change of two amounts, whichever the words say."""
    percent, one, two = values
    small, large = min(one, two), max(one, two)
    ways = (100 * small / large, 100 * large / small - 100, 100 - 100 * small / large)
    return any(abs(way - percent) <= point for way in ways)


def _halves(line: Line) -> Iterator[Related]:
    """Read "half of the 40 schools, that is 15": a part, its whole and the fraction between them."""
    parts = [p for p in line.figures if p.figure.kind == "ratio" and 0 < (p.figure.number or 0) < 1]
    figures = _money(line) or _counts(line)
    if len(parts) != 1 or len(figures) != 2 or line.language == "en":
        return
    if (
        not says("strong", line.text[figures[0].end : figures[1].start])
        or figures[0].figure.unit != figures[1].figure.unit
    ):
        return
    part = parts[0].figure.number or Decimal(1)

    def fraction(v: Sequence[Decimal]) -> bool:
        return _near(min(v) / max(v), part, _LOOSE)

    small, large = sorted(figures, key=lambda p: p.figure.number or Decimal(0))
    value = (small.figure.number or Decimal(0)) / (large.figure.number or Decimal(1))
    sums = f"{amount(small.figure)} / {amount(large.figure)} = {show(round(value, 3))}; stated {show(part)}"
    yield Related("ratio", "the share", tuple(figures), fraction, sums, firm=True)


def _subsets(line: Line) -> Iterator[Finding]:
    """Read "of 11 hospitals 12 have a scanner", and "the third of two stages", in other languages than English."""
    if line.language == "en":
        return
    for whole, part in pairwise(_counts(line)):
        gap = line.text[whole.end : part.start]
        ablative = re.search(r"(?:dan|dən)$", str(whole.figure.unit)) is not None
        same = whole.figure.unit == part.figure.unit or ablative
        taken = leads("partitive", line.text, whole.start) or ablative
        more = (part.figure.number or 0) > (whole.figure.number or 0)
        bare = not re.search(r"[,;:(–—]", gap) and len(gap.split()) <= ENOUGH
        if taken and same and more and bare and not (whole.figure.qualifier or part.figure.qualifier):
            text = f"“{part.figure.text}” is said to be part of “{whole.figure.text}” and is more than that."
            sums = f"{show(part.figure.number)} > {show(whole.figure.number)}"
            yield Finding("subset_order", "error", text, line.ranges(whole.start, part.end), sums)
    for rank, number in pairwise([p for p in line.figures if p.figure.kind in ("ordinal", "count")]):
        of = (
            rank.figure.kind == "ordinal"
            and number.figure.kind == "count"
            and _OF.fullmatch(line.text[rank.end : number.start])
        )
        if of and (rank.figure.number or 0) > (number.figure.number or 0):
            text = f"There is no “{rank.figure.text}” among {number.figure.number}."
            sums = f"{rank.figure.number} > {number.figure.number}"
            yield Finding("enumeration", "error", text, line.ranges(rank.start, number.end), sums)
