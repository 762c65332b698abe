"""Check *date_order* on single days: 31 April, 29 February of a year that has none."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from korpu.kernel.finding import Finding
from korpu.statements.checks.scene import Scene

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\Z")
_NUMBER = re.compile(r"(?<![\d'’])\d{1,2}(?!\d)")


def check(scene: Scene) -> Iterator[Finding]:
    """Report dates whose day the calendar lacks; such a figure has the value of its month alone."""
    for line in scene.lines:
        for placed in line.figures:
            month = _MONTH.match(placed.figure.value or "") if placed.figure.kind == "date" else None
            if month is None:
                continue
            days = [int(number) for number in _NUMBER.findall(placed.figure.text)]
            last = monthrange(int(month[1]) or 1, int(month[2]))[1]
            if any(last < day <= 31 for day in days):
                words = " ".join(placed.figure.text.split())
                ranges = ((placed.figure.start, placed.figure.end),)
                yield Finding("date_order", "error", f"The calendar has no “{words}”.", ranges)
