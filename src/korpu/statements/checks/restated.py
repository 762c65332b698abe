"""Check *scale_slip* on restated amounts: "the 7.6 billion package" where the statement had 7.6 million for it.

Two amounts with the same digits, currency and noun that lie a power of a thousand apart are one amount with a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.numbers import amount, power_of_thousand, rescaled
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.checks.words import content

Mention = tuple[Line, Placed]

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|same|its|our|their|said)\s+(?:same\s+|entire\s+|whole\s+|about\s+)?$",
    re.IGNORECASE,
)
_POINTED = re.compile(r"\b(?:this|these|those|that same|the same|the said)\s+$", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Report pairs of mentions of one amount whose scale words differ."""
    money = [(line, p) for line in scene.lines for p in line.figures if p.figure.kind == "money" and p.figure.number]
    times = Counter(p.figure.value for _, p in money)
    for (a_line, a), (b_line, b) in _same_digits(money):
        x, y = a.figure.number, b.figure.number
        if not x or not y or x == y:
            continue
        factor = power_of_thousand(max(x, y) / min(x, y), "0.0001")
        if factor is None or not _same(a_line, a, b_line, b):
            continue
        stands = times[a.figure.value] >= times[b.figure.value]
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


def _same_digits(money: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return the pairs of amounts of one currency with the same first digits, in the order of the text."""
    alike: dict[object, list[tuple[int, Mention]]] = {}
    for i, (line, placed) in enumerate(money):
        digits = f"{placed.figure.number:.3e}".partition("e")[0]
        alike.setdefault((placed.figure.unit, digits), []).append((i, (line, placed)))
    several = [group for group in alike.values() if len({p.figure.value for _, (_, p) in group}) > 1]
    pairs = sorted(
        ((a, b) for group in several for a, b in combinations(group, 2)), key=lambda ab: (ab[0][0], ab[1][0])
    )
    return [(a, b) for (_, a), (_, b) in pairs]


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
