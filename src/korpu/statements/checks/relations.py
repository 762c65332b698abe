"""Multiples, shares and fractions that words of any language assert between two figures, and parts among their wholes.

What the words of a sentence assert is computed. A failure is reported where undoing one slip (`slips`) makes it hold,
or where the words leave no other reading. What no words assert is searched for in `arithmetic`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, pairwise

from korpu.kernel.finding import Finding
from korpu.statements.checks.multiples import fractions, multiples, percentages
from korpu.statements.checks.numbers import amount, show
from korpu.statements.checks.related import ENOUGH, Related, counts_of
from korpu.statements.checks.relating import leads
from korpu.statements.checks.scene import Line, Scene
from korpu.statements.checks.slips import proposal, undone

_OF = re.compile(r"\s+(?:\w+\s+)?(?:з|із|зі|из)\s+(?:\w+\s+)?", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield where the figures of a sentence do not go together as its words say."""
    for index, line in enumerate(scene.lines):
        if line.role == "question" or not line.figures:
            continue
        yield from subsets(line)
        relations = (
            multiples(scene, index),
            percentages(line),
            fractions(line),
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
        if figure.kind == "percent" and r.given:
            return Finding(r.check, "error", f"The figures give {r.given}, not “{figure.text}”.", ranges, r.sums)
        name = "scale_slip" if slip.scale else r.check
        return Finding(name, "error", text, ranges, r.sums, proposal(figure, slip))
    if r.firm and len(units) < 2:
        text = f"The figures give {r.given}, not “{r.said}”."
        return Finding(r.check, "warning", text, ranges, r.sums)
    return None


def subsets(line: Line) -> Iterator[Finding]:
    """Read "of 11 hospitals 12 have a scanner", and "the third of two stages", in other languages than English."""
    if line.language == "en":
        return
    for whole, part in pairwise(counts_of(line)):
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
