"""Sums: one figure of a run is all the others together, wherever in the run it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from korpu.statements.checks.arithmetic.verdict import Relation, plain, rounding, significant
from korpu.statements.checks.arithmetic.window import MOST, REACH, Window
from korpu.statements.checks.numbers import amount, show
from korpu.statements.checks.relating import leads, says
from korpu.statements.checks.scene import Placed

EXACT, LOOSE = Decimal("0.006"), Decimal("0.12")
"""Room for rounding: of plain figures, of figures with a qualifier."""
SMALL = 10
"""Counts below which swapped digits cannot be told."""
FEWEST = 3
FEW = 2
"""Significant digits of a sum that chance closes too often."""
LEAD = 45
"""Characters of an item of a list, at most, after its number."""
_DATIVE = re.compile(r"[ay]?[aə]$")
_JOINT = re.compile(r"[,;]|\s(?:and|та|і|й|и|və)\s", re.IGNORECASE)
_TOTAL = (
    r"(?:in total|in all|altogether|all told|together|"
    r"разом|усього|всього|загалом|всего|вместе|итого|cəmi|ümumilikdə|birlikdə)"
)
_CLOSING = re.compile(rf"[,–—-]\s*(?P<word>(?:or )?{_TOTAL}[:,]?\s+)?$", re.IGNORECASE)
_CLOSED = re.compile(rf"\s+{_TOTAL}\s*[.;!]?\s*$", re.IGNORECASE)
_ENDED = re.compile(r"(?:\s+(?:verilir|verilib|ayrılır|ayrılıb|ayrılmışdır))?\s*[.;!]?\s*$")
TWICE = 2
"""How often its parts a total may be before it is likelier to take in what is told elsewhere."""
SORTS = ("sum", "rest", "this_sum", "of_which")


def sums(window: Window) -> Iterator[Relation]:
    """Yield the runs of three figures or more of one kind, the longest first."""
    for figures in (window.money, window.counts, *window.measures):
        if not 3 <= len(figures) <= MOST:
            continue
        for size in range(len(figures), 2, -1):
            for first in range(len(figures) - size + 1):
                run = figures[first : first + size]
                if window.spans(run):
                    yield _sum(window, run)


def _sum(window: Window, run: tuple[Placed, ...]) -> Relation:
    money = run[0].figure.kind == "money"
    room = rounding(run, EXACT, LOOSE) if money else Decimal(0)

    def holds(values: Sequence[Decimal]) -> bool:
        return adds_up(values, room)

    def exact(values: Sequence[Decimal]) -> bool:
        return adds_up(values, Decimal("0.0005") if money else Decimal(0))

    whole = max(run, key=lambda p: p.figure.number or Decimal(0))
    parts = [p for p in run if p is not whole]
    total = sum((p.figure.number or Decimal(0) for p in parts), Decimal(0))
    written = f"{' + '.join(show(p.figure.number) for p in parts)} = {show(total)}; stated {amount(whole.figure)}"
    sure = plain(run)
    near = len(window.lines) < REACH
    telling = sum(significant(p.figure.number or Decimal(0)) > 1 for p in run) >= FEWEST - near
    spoken = window.says(*SORTS) or divided(window, run) or any(taken_up(window, p) for p in run)
    spoken = spoken or labelled(window, run) or (len(run) == len(window.money) and raised_to(window, run))
    # Two digits of each figure go together by chance too often for "another" or "the first" to say enough.
    long = significant(total) > FEW and significant(whole.figure.number or Decimal(0)) > FEW
    hinted = long and (window.says("joined", "rise", "fall") or (money and len(run) == len(window.money)))
    large = all((p.figure.number or 0) >= SMALL for p in run)
    return Relation(
        "part_exceeds_whole",
        "the sum",
        run,
        holds,
        exact,
        written,
        scale=money and (telling or spoken),
        currency=money and (telling or spoken),
        digits=(spoken or (sure and hinted)) and (money or large),
        firm=sure and (all_listed(window, run) or (money and (divided_up(window, run) or totalled(window, run)))),
        given=amount(whole.figure, total),
        said=whole.figure.text,
        impossible=run[0] is whole and total > (whole.figure.number or Decimal(0)) * (1 + EXACT),
    )


def taken_up(window: Window, placed: Placed) -> bool:
    """Tell whether words before or after a number take up others: "all 164", "that is 47", "164 həkimin hamısı"."""
    line = next(line for line in window.lines if placed in line.figures)
    before = any(leads(sort, line.text, placed.start) for sort in ("all_of", "that_is"))
    return before or says("all_after", line.text[placed.end : placed.end + 30], line.language)


def labelled(window: Window, run: Sequence[Placed]) -> bool:
    """Tell whether each number has a label of its own: "Staff: 151. Local: 53. Posted: 98."."""
    found = [next(line for line in window.lines if p in line.figures) for p in run]
    return all(line.text[: p.start].rstrip().endswith(":") for line, p in zip(found, run, strict=True))


def raised_to(window: Window, run: Sequence[Placed]) -> bool:
    """Tell whether words raise or lower one amount by another to the last: "a gift of A brought it to B"."""
    if len(run) != FEWEST or not window.says("rise", "fall"):
        return False
    found = [next(line for line in window.lines if p in line.figures) for p in run]
    to = [
        leads("up_to", line.text, p.start) or _DATIVE.search(p.figure.text) for line, p in zip(found, run, strict=True)
    ]
    since = [leads("against", line.text, p.start) for line, p in zip(found, run, strict=True)]
    return any(to) and not any(since)


def divided(window: Window, run: Sequence[Placed]) -> bool:
    """Tell whether the first number is divided without a word for it: by a colon, a dash, "з 94 шкіл 67 – у містах"."""
    line = next(line for line in window.lines if run[0] in line.figures)
    if run[1] not in line.figures:
        return ":" in line.text[run[0].end :]
    gap = line.text[run[0].end : run[1].start]
    return re.match(r"[^,;]*[:–—(]", gap) is not None or leads("partitive", line.text, run[0].start)


def all_listed(window: Window, run: Sequence[Placed]) -> bool:
    """Tell whether a colon or "of which" and a list follow a number, each item with a number of its own."""
    line, first = window.lines[0], run[0]
    if len(window.lines) > 1 or len(run) != len(window.money if first.figure.kind == "money" else window.counts):
        return False
    text = line.text
    gap = text[first.end : run[1].start]
    which = says("of_which", gap) and len(gap) < LEAD
    if not (re.search(r":\s*$", gap) or which) or says("loosely", text):
        return False
    values = [p.figure.number or Decimal(0) for p in run]
    # English words tell overlapping parts from others in `breakdowns`.
    if says("of_which", text) and (line.language == "en" or sum(values[1:], Decimal(0)) <= values[0]):
        return False
    tails = [text[a.end : b.start] for a, b in pairwise(run[1:])] + [text[run[-1].end :].rstrip(" .")]
    joined = all(_JOINT.search(tail) and len(_JOINT.findall(tail)) == 1 for tail in tails[:-1])
    return joined and not _JOINT.search(tails[-1]) and len(tails[-1]) < LEAD


def divided_up(window: Window, run: Sequence[Placed]) -> bool:
    """Tell whether "of this sum" divides the first amount into all the others, and they are more than it.

    English words tell overlapping parts from others in `breakdowns`.
    """
    values = [p.figure.number or Decimal(0) for p in run]
    whole, parts = values[0], values[1:]
    said = len(run) == len(window.money) and window.languages != ("en",) and window.says("this_sum", "of_which")
    return said and max(parts) < whole and sum(parts, Decimal(0)) > whole * (1 + EXACT)


def totalled(window: Window, run: Sequence[Placed]) -> bool:
    """Tell whether a sentence of one kind of amounts closes with their total: "…, 6 million in total", "…, cəmi 6"."""
    last, line = run[-1], window.lines[0]
    if len(window.lines) > 1 or len(run) != len(window.money) or says("loosely", line.text):
        return False
    before = _CLOSING.search(line.text[run[-2].end : last.start])
    rest = line.text[last.end :]
    if before is None or not (_ENDED.match(rest) if before["word"] else _CLOSED.match(rest)):
        return False
    values = [p.figure.number or Decimal(0) for p in run]
    return max(values[:-1]) < values[-1] < TWICE * sum(values[:-1], Decimal(0))


def adds_up(values: Sequence[Decimal], room: Decimal) -> bool:
    """Tell whether the largest value is the sum of the others, none so small that it would not be missed."""
    if room == 0 and any(v != v.to_integral_value() for v in values):
        return False
    ordered = sorted(values)
    whole, parts = ordered[-1], ordered[:-1]
    gap = abs(sum(parts, Decimal(0)) - whole)
    return parts[0] > 0 and gap <= whole * room and gap * 5 <= parts[0]
