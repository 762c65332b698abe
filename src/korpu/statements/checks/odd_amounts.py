"""Check *odd_amount*: promises below zero, a dash that may be a minus, amounts of more digits than there is money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from korpu.kernel.finding import Finding
from korpu.statements.checks.scene import Scene

GIVEN = frozenset({"pledged", "decided", "allocated", "contracted", "paid", "shipped", "delivered", "handed_over"})
"""Stages of what somebody promises, gives or pays; nobody does less than nothing of it."""
_ALL_MONEY = Decimal(10) ** 18
_LONG = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’.,]\d{3}){7,}|\d{28,})(?![\w/])")
_DASHED = re.compile(r"(?<!\S)[-–](?=[$€£₴₼]?\d)")
_SHOWN = 24
_PRICED = re.compile(
    r"[$€£₴₼]\s*\Z|\b(?:EUR|USD|AZN|UAH)\s*\Z|\A\s*(?:[$€£₴₼]|EUR|USD|AZN|UAH|m[ilr]|b[il]|млн|млрд|тис|тыс|"
    r"м[іи]л|дол|грн|грив|євро|евро|манат|euro|dollar|manat|avro|pound|hryvn)",
    re.IGNORECASE,
)


def check(scene: Scene) -> Iterator[Finding]:
    """Report amounts that cannot be meant as they are written, or were not read at all."""
    yield from _too_long(scene)
    text = scene.reading.document.text
    dashes = len(_DASHED.findall(text))
    for figure in scene.reading.figures:
        number = figure.number
        if figure.kind != "money" or number is None:
            continue
        words, ranges = " ".join(figure.text.split()), ((figure.start, figure.end),)
        if number < 0:
            if _is_given(scene, figure.start, figure.end):
                message = f"“{words}” is less than nothing, where something is promised or given; it is not booked."
                yield Finding("odd_amount", "warning", message, ranges)
        elif number >= _ALL_MONEY:
            yield Finding("odd_amount", "warning", f"“{words}” is more than all the money there is.", ranges)
        elif dashes == 1 and _DASHED.match(text, figure.start - 1) and text[: figure.start - 1].strip(" \t"):
            message = f"The dash before “{words}” is read as a dash, not as a minus."
            yield Finding("odd_amount", "info", message, ranges)


def _is_given(scene: Scene, start: int, end: int) -> bool:
    """Say whether an event that promises or gives something has these words."""
    return any(c.stage in GIVEN and any(a <= start and end <= b for a, b in c.ranges) for c in scene.reading.candidates)


def _too_long(scene: Scene) -> Iterator[Finding]:
    text = scene.reading.document.text
    for match in _LONG.finditer(text):
        priced = _PRICED.search(text[match.end() : match.end() + 12]) or _PRICED.search(
            text[max(0, match.start() - 6) : match.start()]
        )
        digits, shown = sum(c.isdigit() for c in match.group()), match.group()[:_SHOWN]
        message = f"“{shown}…” has {digits} digits: no amount is so large, and it was not read."
        yield Finding("odd_amount", "warning" if priced else "info", message, (match.span(),))
