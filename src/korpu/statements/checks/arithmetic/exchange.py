"""Amounts in two currencies beside the rate that is said to lie between them: "42 million dollars at 1.7"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from korpu.kernel.edtf import is_edtf, parse
from korpu.kernel.finding import Finding
from korpu.reference.rates import rate
from korpu.statements.checks.arithmetic.window import Window, rate_words
from korpu.statements.checks.numbers import amount, show
from korpu.statements.checks.scene import Placed
from korpu.statements.checks.slips import proposal, undone

ROOM, EXACT = Decimal("0.02"), Decimal("0.006")
FAR = Decimal("0.4")
"""How far a day's rate may lie from the year's average before it is no rate of these two currencies."""


def exchanges(window: Window, published: str | None) -> Iterator[Finding]:
    """Yield where two amounts and the rate between them do not go together, or the rate is not one of theirs."""
    told = list(rate_words().finditer(window.text))
    if len(told) != 1 or len(window.money) != 2 or not window.spans(window.money):
        return
    one, two = window.money
    price = Decimal((told[0]["rate"] or told[0]["before"]).replace(",", "."))
    if price <= 0 or None in (one.figure.unit, two.figure.unit):
        return
    ranges = ((one.figure.start, one.figure.end), (two.figure.start, two.figure.end))
    a, b = one.figure.number or Decimal(0), two.figure.number or Decimal(0)
    sums = f"{amount(one.figure)} × {show(price)} = {amount(two.figure, a * price)}; stated {amount(two.figure)}"
    if a > b:
        sums = f"{amount(two.figure)} × {show(price)} = {amount(one.figure, b * price)}; stated {amount(one.figure)}"
    if one.figure.unit == two.figure.unit:
        text = f"“{one.figure.text}” and “{two.figure.text}” are said to be the same sum and are in one currency."
        yield Finding("currency_mismatch", "error", text, ranges, sums)
        return
    own = _of_these(one, two, price, published)
    if not _goes(a, b, price, ROOM):
        slip = undone([one.figure, two.figure], lambda v: _goes(v[0], v[1], price, EXACT))
        if slip is None and not own:
            return  # the number is a rate of something else
        if slip is None:
            text = f"The figures give {amount(two.figure, a * price if b > a else a / price)}, not “{two.figure.text}”."
            yield Finding("currency_mismatch", "warning", text, ranges, sums)
            return
        figure = (one, two)[slip.index].figure
        text = f"The figures make the conversion only if “{figure.text}” is {amount(figure, slip.value)}."
        yield Finding(
            "scale_slip" if slip.scale else "currency_mismatch", "error", text, ranges, sums, proposal(figure, slip)
        )
        return
    if not own:
        text = f"{show(price)} is no rate between “{one.figure.unit}” and “{two.figure.unit}”."
        yield Finding("currency_mismatch", "warning", text, ranges, sums)


def _goes(a: Decimal, b: Decimal, price: Decimal, room: Decimal) -> bool:
    return bool(a and b) and any(abs(big - small * price) <= big * room for small, big in ((a, b), (b, a)))


def _of_these(one: Placed, two: Placed, price: Decimal, published: str | None) -> bool:
    """Tell whether a rate may be one between two currencies; where the year or the rates are unknown, it may."""
    time = parse(published) if published and is_edtf(published) else None
    if time is None or time.high is None:
        return True
    known = rate(one.figure.unit or "", two.figure.unit or "", time.high.year)
    if known is None:
        return True
    rising = (two.figure.number or 0) > (one.figure.number or 0)
    own = (known.value, 1 / known.value)
    if _goes(one.figure.number or Decimal(0), two.figure.number or Decimal(0), price, ROOM):
        own = (own[0], own[0]) if rising else (own[1], own[1])
    return any(abs(price / year - 1) <= FAR for year in own)
