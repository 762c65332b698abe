"""Check *scale_slip* on restated amounts: "the 7.6 billion package" where the statement had 7.6 million for it.

Two amounts with the same digits, currency and noun that lie a power of a thousand apart are one amount with a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.numbers import amount, power_of_thousand, rescaled
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.checks.words import content

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|same|its|our|their|said)\s+(?:same\s+|entire\s+|whole\s+|about\s+)?$",
    re.IGNORECASE,
)
_POINTED = re.compile(r"\b(?:this|these|those|that same|the same|the said)\s+$", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Report pairs of mentions of one amount whose scale words differ."""
    money = [(line, p) for line in scene.lines for p in line.figures if p.figure.kind == "money" and p.figure.number]
    for (a_line, a), (b_line, b) in combinations(money, 2):
        x, y = a.figure.number, b.figure.number
        if a.figure.unit != b.figure.unit or not x or not y or x == y:
            continue
        factor = power_of_thousand(max(x, y) / min(x, y), "0.0001")
        if factor is None or not _same(a_line, a, b_line, b):
            continue
        often = [sum(p.figure.value == m.figure.value for _, p in money) for m in (a, b)]
        stands = often[0] >= often[1]
        good, wrong, line = (a, b, b_line) if stands else (b, a, a_line)
        scale = factor if (good.figure.number or 0) > (wrong.figure.number or 0) else 1 / factor
        yield Finding(
            "scale_slip",
            "warning",
            f"“{wrong.figure.text}” is “{good.figure.text}” elsewhere in this statement.",
            (*line.ranges(wrong.start, wrong.end), (good.figure.start, good.figure.end)),
            f"{amount(a.figure)} and {amount(b.figure)}: the same digits, {factor:,} apart",
            Proposal(rescaled(wrong.figure, scale), good.figure.value, good.figure.unit),
        )


def _same(a_line: Line, a: Placed, b_line: Line, b: Placed) -> bool:
    """Whether two mentions are of one amount: two digits or more, a definite later mention, a shared word."""
    digits = (a.figure.number or Decimal(0)).normalize().as_tuple().digits
    if a_line is b_line or len(digits) < 2:
        return False
    shared = content(_near(a_line, a)) & content(_near(b_line, b))
    definite = _DEFINITE.search(b_line.text[: b.start]) is not None
    pointed = _POINTED.search(b_line.text[: b.start]) is not None
    return pointed or len(shared) >= (1 if definite else 3)


def _near(line: Line, placed: Placed) -> str:
    return line.text[max(0, placed.start - 70) : placed.start] + " " + line.text[placed.end : placed.end + 70]
