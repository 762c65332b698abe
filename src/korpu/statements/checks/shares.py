"""Check *ratio* on shares: "25 million, or 30 per cent of the 50 million" and "half of the 40 schools, or 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.numbers import amount, interval, show
from korpu.statements.checks.scene import Line, Placed, Scene

_SHARE = re.compile(
    r"(?:(?P<p>\d+(?:\.\d+)?)\s?(?:%|per\s?cent|percent)|(?P<part>half|a third|one third|two thirds|a quarter|"
    r"three quarters|a fifth|a tenth))\s+of\s+(?:the|its|our|all|these|those|all the)?\s*$",
    re.IGNORECASE,
)
_PARTS = {
    "half": Decimal(50), "a third": Decimal(100) / 3, "one third": Decimal(100) / 3, "two thirds": Decimal(200) / 3,
    "a quarter": Decimal(25), "three quarters": Decimal(75), "a fifth": Decimal(20), "a tenth": Decimal(10),
}  # fmt: skip
_BEFORE = re.compile(r"\s*(?:\w+\s+)?[,(–—]?\s*(?:or|that is|i\.e\.|which is|equal to)?,?\s*$", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s+[^\W\d_]+){0,2}\s*[,(–—]\s*(?:or|that is|i\.e\.)\s+", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Compare shares with the part and the whole that stand beside them."""
    for line in scene.lines:
        for whole in line.figures:
            if whole.figure.kind not in ("money", "count", "measure") or not whole.figure.number:
                continue
            match = _SHARE.search(line.text[: whole.start])
            part = _part(line, match, whole) if match else None
            finding = _judge(line, match, part, whole) if match and part else None
            if finding:
                yield finding


def _part(line: Line, match: re.Match[str], whole: Placed) -> Placed | None:
    """The part that the words put beside the share: "25 million, or …" before it, "…, or 25 million" after it."""
    for placed in line.figures:
        if placed.figure.kind != whole.figure.kind or not placed.figure.number or placed is whole:
            continue
        if placed.figure.kind == "money" and placed.figure.unit != whole.figure.unit:
            continue
        gap = line.text[placed.end : match.start()]
        before = placed.end <= match.start() and _BEFORE.fullmatch(gap) and re.search(r"[,(–—]|\bor\b", gap)
        after = placed.start >= whole.end and _AFTER.fullmatch(line.text[whole.end : placed.start])
        if before or after:
            return placed
    return None


def _judge(line: Line, match: re.Match[str], part: Placed, whole: Placed) -> Finding | None:
    stated = _PARTS[match["part"].lower()] if match["part"] else Decimal(match["p"])
    low, high = interval(part.figure), interval(whole.figure)
    number, base = part.figure.number, whole.figure.number
    if not number or not base or not low.low or not high.low or not low.high or not high.high:
        return None
    room = max(Decimal(1), stated / 12)
    if 100 * low.low / high.high <= stated + room and 100 * low.high / high.low >= stated - room:
        return None
    actual = 100 * number / base
    right, said = show(round(actual, 1)), show(round(stated, 1))
    return Finding(
        "ratio",
        "error",
        f"“{part.figure.text}” is {right} per cent of “{whole.figure.text}”, not {said}.",
        line.ranges(min(part.start, match.start()), max(part.end, whole.end)),
        f"{amount(part.figure)} / {amount(whole.figure)} = {right} %; stated {said} %",
        Proposal(f"{right} per cent", format(round(actual, 1), "f"), "percent"),
    )
