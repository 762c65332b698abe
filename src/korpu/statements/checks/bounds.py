"""Check *bound_mismatch*: a bound that another mention drops or contradicts.

"Over one billion" and later "if it was at one billion" is worth knowing; "over 60 stations" and "almost 60 stations"
in one statement cannot both be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from korpu.kernel.finding import Finding
from korpu.statements.checks.breakdowns import noun
from korpu.statements.checks.numbers import amount, interval, show
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.reading import Figure

_REACH = 3
_ALL = re.compile(r"\b(?:all|these|those|all of the|all the)\s+$", re.IGNORECASE)
_ABOVE = ("over", "at_least")
_BELOW = ("almost", "under", "at_most")


def check(scene: Scene) -> Iterator[Finding]:
    """Compare the mentions of one value, and the two ends of one range."""
    mentions = [(i, line, p) for i, line in enumerate(scene.lines) for p in line.figures if _has_value(p)]
    for at, (index, line, placed) in enumerate(mentions):
        if placed.figure.qualifier not in (*_ABOVE, *_BELOW):
            continue
        for other_index, other, again in mentions[at + 1 :]:
            if other_index - index > _REACH:
                break
            finding = _compare(line, placed, other, again)
            if finding:
                yield finding
                break
    for line in scene.lines:
        yield from _crossed(line)


def _has_value(placed: Placed) -> bool:
    return placed.figure.kind in ("money", "count", "measure", "percent") and placed.figure.number is not None


def _compare(line: Line, placed: Placed, other: Line, again: Placed) -> Finding | None:
    first, second = placed.figure, again.figure
    if _taken_up(line, placed, other, again):
        ranges = (*line.ranges(placed.start, placed.end), *other.ranges(again.start, again.end))
        arithmetic = f"{interval(first)}, then {amount(second)}"
        return Finding(
            "bound_mismatch", "warning", f"“{_said(first)}” and then “{second.text}” of the same.", ranges, arithmetic
        )
    if (first.kind, first.value) != (second.kind, second.value) or first.unit != second.unit:
        return None
    if first.kind != "money" and not _same_noun(noun(line, placed), noun(other, again)):
        return None
    ranges = (*line.ranges(placed.start, placed.end), *other.ranges(again.start, again.end))
    sides = {q in _ABOVE for q in (first.qualifier, second.qualifier) if q in (*_ABOVE, *_BELOW)}
    a, b = interval(first), interval(second)
    strict = not {"at_least", "at_most"} & {first.qualifier, second.qualifier}
    if len(sides) == 2 and strict:
        return Finding(
            "bound_mismatch",
            "warning",
            f"“{_said(first)}” and “{_said(second)}” cannot both hold.",
            ranges,
            f"{a} and {b} {first.unit or ''} have no value in common".replace("  ", " "),
        )
    if second.qualifier is None and first.kind == "money":
        return Finding(
            "bound_mismatch",
            "info",
            f"“{_said(first)}” is said again without its bound.",
            ranges,
            f"{a}, then exactly {amount(second)}",
        )
    return None


def _taken_up(line: Line, placed: Placed, other: Line, again: Placed) -> bool:
    """Whether a later "all 55 generators" falls outside an earlier "over 60 generators"."""
    first, second = placed.figure, again.figure
    if first.kind != "count" or second.kind != "count" or second.qualifier or line is other:
        return False
    if not _ALL.search(other.text[: again.start]) or not _same_noun(noun(line, placed), noun(other, again)):
        return False
    return not interval(first).meets(interval(second))


def _same_noun(first: str, second: str) -> bool:
    heads = {w[:5] for w in re.findall(r"[^\W\d_]{4,}", first)[:2]}
    return bool(heads & {w[:5] for w in re.findall(r"[^\W\d_]{4,}", second)[:2]})


def _said(figure: Figure) -> str:
    return f"{(figure.qualifier or '').replace('_', ' ')} {figure.text}".strip()


def _crossed(line: Line) -> Iterator[Finding]:
    """Report "at least 50 and at most 30" and "between 30 and 20"."""
    figures = [p for p in line.figures if _has_value(p)]
    for low, high in pairwise(figures):
        a, b = low.figure, high.figure
        if a.kind != b.kind or a.number is None or b.number is None or a.number <= b.number:
            continue
        if None not in (a.unit, b.unit) and a.unit != b.unit:
            continue
        lead = line.text[max(0, low.start - 12) : low.start]
        between = line.text[low.end : high.start]
        span = re.search(r"\bbetween\s+$", lead, re.IGNORECASE) and re.fullmatch(r"[\w\s]{0,20}\band\s+", between)
        ends = re.search(r"\bat least\s+$", lead, re.IGNORECASE) and re.fullmatch(
            r"[\w\s]{0,20}(?:,|and|but)+\s+(?:at most|(?:no|not) more than)\s+", between
        )
        if span or ends:
            yield Finding(
                "bound_mismatch",
                "error",
                "The lower bound is above the upper one.",
                line.ranges(low.start, high.end),
                f"{show(a.number)} > {show(b.number)}",
            )
