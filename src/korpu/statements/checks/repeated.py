"""Checks *scale_slip* and *bound_mismatch* on amounts said again: "these 87 million" where 78 million was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.numbers import amount
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.checks.slips import swaps
from korpu.statements.checks.words import content

_SCALES = (Decimal(1000), 1 / Decimal(1000), Decimal(10) ** 6, 1 / Decimal(10) ** 6)
NEAR = 3
"""Words before an amount that name what it is of."""
BRIEF = 50
"""Characters of a sentence that says little more than its amount."""
SHARED = 2
"""Words that two lines have in common where they speak of one amount."""
_ITEM = re.compile(r"\s*(?:[-–—•*]|\d+[.)])\s")
_WORD = re.compile(r"[^\W\d_]+")


def check(scene: Scene) -> Iterator[Finding]:
    """Compare amounts with those said just before, where words take one up: "these", "the grant of"."""
    for index, line in enumerate(scene.lines):
        if line.role == "question":
            continue
        heading = [scene.lines[index - 1]] if index and scene.lines[index - 1].role == "header" else []
        earlier = [(other, p) for other in (*scene.before(index, 2), *heading) for p in _money(other)]
        for placed in _money(line):
            if any(p.figure.value == placed.figure.value and _unit(p, placed) for _, p in earlier):
                continue
            for other, before in earlier:
                if not _taken_up(line, placed, other, before) or _summed(scene, index, placed, before):
                    continue
                if finding := _judge(line, placed, before):
                    yield finding
                    break


def _summed(scene: Scene, index: int, placed: Placed, before: Placed) -> bool:
    """Whether a third amount nearby makes the two a sum or its part: then they differ, however alike their digits."""
    near = [p for line in scene.lines[max(0, index - 2) : index + 3] for p in _money(line) if _unit(p, placed)]
    one, two = (p.figure.number or Decimal(0) for p in (placed, before))
    return _unit(before, placed) and any(p.figure.number in (one + two, abs(one - two)) for p in near)


def _money(line: Line) -> list[Placed]:
    return [p for p in line.figures if p.figure.kind == "money" and p.figure.number and not p.figure.qualifier]


def _unit(one: Placed, two: Placed) -> bool:
    return one.figure.unit == two.figure.unit


def _taken_up(line: Line, placed: Placed, other: Line, before: Placed) -> bool:
    """Whether words point back to an amount, or both mentions follow the same noun."""
    lead = line.text[max(0, placed.start - 30) : placed.start]
    if re.search(rf"{pattern('pointed').pattern}\s+[^\W\d_]+,\s*$", lead, re.IGNORECASE):
        return True
    if re.search(
        rf"{pattern('pointed').pattern}\s+(?:very\s+|самі\s+|самые\s+)?(?:US|EUR|USD)?\s*$", lead, re.IGNORECASE
    ):
        return True
    if re.search(r"\bthe\s*$", lead, re.IGNORECASE) and len(_money(other)) == 1 == len(_money(line)):
        return True
    if _echoed(line, placed, other, before):
        return True
    one, two = (_WORD.findall(t[: p.start])[-2:] for t, p in ((line.text, placed), (other.text, before)))
    return len(one) == 2 and [w.lower() for w in one] == [w.lower() for w in two] and len(one[0]) > 3


def _echoed(line: Line, placed: Placed, other: Line, before: Placed) -> bool:
    """Whether two lines have one amount each and the later one quotes the earlier, or speaks of the same things.

    The same number of two digits in another currency, or a thousand times off, is seldom another amount; swapped
    digits are, unless both lines are short or name the same thing.
    """
    if len(_money(line)) != 1 or len(_money(other)) != 1:
        return False
    lead, earlier = line.text[: placed.start], other.text[: before.start]
    if says("another", lead) or any(_ITEM.match(one.text) for one in (line, other)):
        return False
    quoted = re.search(r"[\"“„«]\s*(?:[^\W\d_]+\s+){0,3}(?:US|EUR|USD)?\s*$", lead) is not None
    a, b = (p.figure.number or Decimal(0) for p in (placed, before))
    swapped = a.normalize().as_tuple().digits != b.normalize().as_tuple().digits
    named = content(" ".join(_WORD.findall(lead)[-NEAR:])) & content(" ".join(_WORD.findall(earlier)[-NEAR:]))
    brief = max(len(line.text), len(other.text)) < BRIEF
    return quoted or not swapped or brief or bool(named) or len(_words(line) & _words(other)) >= SHARED


def _words(line: Line) -> set[str]:
    """The content words of a line but for those of its figures, "million" and "euros"."""
    text = line.text
    for placed in reversed(line.figures):
        text = f"{text[: placed.start]} {text[placed.end :]}"
    return content(text)


def _judge(line: Line, placed: Placed, before: Placed) -> Finding | None:
    """Report an amount that is a slip away from the one it takes up: scale, digits or currency."""
    a, b = placed.figure, before.figure
    now, then = a.number or Decimal(0), b.number or Decimal(0)
    many = len(then.normalize().as_tuple().digits) > 1
    same_unit = a.unit == b.unit
    ranges = (*line.ranges(placed.start, placed.end), (b.start, b.end))
    right = Proposal(b.text, b.value, b.unit)
    sums = f"{amount(a)} and {amount(b)}"
    if same_unit and many and any(now == then * scale for scale in _SCALES):
        text = f"“{a.text}” is “{b.text}” elsewhere in this statement."
        return Finding("scale_slip", "warning", text, ranges, sums, right)
    if same_unit and now in swaps(then):
        text = f"“{a.text}” takes up “{b.text}” with its digits swapped."
        return Finding("bound_mismatch", "warning", text, ranges, sums, right)
    if not same_unit and many and now == then and None not in (a.unit, b.unit):
        text = f"“{a.text}” takes up “{b.text}” in another currency."
        return Finding("currency_mismatch", "warning", text, ranges, sums, right)
    return None
