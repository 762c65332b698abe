"""Check *currency_mismatch*: "30 million manats (17.6 million dollars)" must agree at the rate of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from korpu.kernel.edtf import is_edtf, parse
from korpu.kernel.finding import Finding, Proposal
from korpu.reference.rates import Rate, rate
from korpu.statements.checks.events import time_of
from korpu.statements.checks.numbers import amount, interval, show
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Line, Placed, Scene

_REACH = 60
FEW = 6
"""Words between two amounts that are said to be one."""


def check(scene: Scene) -> Iterator[Finding]:
    """Compare amounts that are said to be the same in two currencies."""
    for line in scene.lines:
        money = [p for p in line.figures if p.figure.kind == "money" and p.figure.number and p.figure.unit]
        for one, two in pairwise(money):
            if _said_equal(line, one, two):
                year = _year(scene, line)
                finding = _judge(line, one, two, year) if year else None
                if finding:
                    yield finding


def _said_equal(line: Line, one: Placed, two: Placed) -> bool:
    """Whether one amount stands beside the other as the same sum: in brackets, or after "or", "that is", "about"."""
    gap = line.text[one.end : two.start]
    if len(gap) > _REACH or one.figure.inferred == "currency" or two.figure.inferred == "currency":
        return False
    equal = pattern("equal").pattern
    one_unit = one.figure.unit == two.figure.unit
    bracket = re.fullmatch(rf"\s*[(\[](?:[≈~=]|{equal}|which|that|is|this|що|это|це|bu|\s|,)*", gap, re.IGNORECASE)
    if bracket:
        rated = rf"\s*(?:{pattern('local_money').pattern})?\s*[)\]]"
        tail = rated if one_unit else r"\s*[^()\d]{0,30}[)\]]"
        return re.match(tail, line.text[two.end :], re.IGNORECASE) is not None
    shares = any(p.figure.kind in ("percent", "ratio") for p in line.figures) or says("each", line.text[two.end :])
    if one_unit and re.match(rf"\s*{pattern('local_money').pattern}", line.text[two.end :], re.IGNORECASE):
        return True
    if one_unit and pattern("or_about").search(gap) and not shares:
        return pattern("of_each").match(line.text[two.end :].lstrip()) is None
    if one_unit and pattern("in_currency").search(gap) and not shares:
        return True
    if one_unit and (shares or not pattern("strong").search(gap)) and gap.strip() not in ("≈", "/"):
        return False
    if re.fullmatch(r"\s*(?:[/≈=]|[–—-](?=\s))\s*", gap):
        return not one_unit or gap.strip() in ("≈", "/")
    if not one_unit and re.search(rf"{equal}\s*(?:\w+\s+){{0,3}}$", gap, re.IGNORECASE):
        return re.match(r"\s*(?:[,;:(–—-]|\w+\s*[,(–—]|$)", gap) is not None or len(gap.split()) <= FEW
    lead = r"(?:\s|[,;]|[–—-])*(?:що|ki|что|which|це|это|bu isə|this is)?\s*"
    return re.fullmatch(rf"{lead}(?:{equal}[\s,]*)+(?:(?:в|у|in|at)\s+)?", gap, re.IGNORECASE) is not None


def _year(scene: Scene, line: Line) -> int | None:
    """The year whose rate counts: the one that the sentence names, else that of publication."""
    years = {t.low.year for p in line.figures if (t := time_of(p)) and t.low and t.high and t.low.year == t.high.year}
    if len(years) == 1:
        return years.pop()
    said = scene.published
    time = parse(said) if said and is_edtf(said) else None
    return time.high.year if time and time.high else None


def _judge(line: Line, one: Placed, two: Placed, year: int) -> Finding | None:
    a, b = one.figure, two.figure
    if a.unit == b.unit:
        if a.number == b.number or interval(a).meets(interval(b)):
            return None
        text = f"“{a.text}” and “{b.text}” are said to be the same sum and are in one currency."
        ranges = line.ranges(one.start, two.end)
        return Finding("currency_mismatch", "warning", text, ranges, f"{amount(a)} is not {amount(b)}")
    known = rate(a.unit or "", b.unit or "", year)
    if known is None or _agree(one, two, known):
        return None
    value = (a.number or Decimal(0)) * known.value
    price = show(round(known.value, 4))
    text = f"“{a.text}” is about {amount(b, round(value, -3))} at the rate of {known.year}, not “{b.text}”."
    sums = f"{amount(a)} × {price} = {amount(b, round(value, -3))}; stated {amount(b)}"
    right = Proposal(f"about {amount(b, round(value, -3))}", format(round(value, -3), "f"), b.unit)
    return Finding("currency_mismatch", "error", text, line.ranges(one.start, two.end), sums, right)


def _agree(one: Placed, two: Placed, known: Rate) -> bool:
    a, b = interval(one.figure), interval(two.figure)
    sway = known.sway + Decimal("0.03")
    low = a.low * known.value * (1 - sway) if a.low is not None else None
    high = a.high * known.value * (1 + sway) if a.high is not None else None
    return (low is None or b.high is None or low <= b.high) and (high is None or b.low is None or b.low <= high)
