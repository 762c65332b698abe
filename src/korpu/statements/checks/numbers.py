"""Figures as intervals, and how they are written in the arithmetic of a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from korpu.statements.reading import Figure

THOUSANDS = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)
_NAMES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# Words and abbreviations of each power of a thousand, in the languages read; longest first within a language.
_SCALES: tuple[tuple[str, ...], ...] = (
    ("thousand", "million", "billion", "trillion"),
    ("k", "m", "bn", "tn"),
    ("k", "mn", "bn", "trn"),
    ("thsd", "mln", "bln", "trln"),
    ("тисяч", "мільйонів", "мільярдів", "трильйонів"),
    ("тис.", "млн", "млрд", "трлн"),
    ("тысяч", "миллионов", "миллиардов", "триллионов"),
    ("min", "milyon", "milyard", "trilyon"),
    ("min", "mln", "mlrd", "trln"),
)


@dataclass(frozen=True)
class Interval:
    """A closed interval; None is without limit."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Interval) -> bool:
        """Whether both hold a common value."""
        above = self.low is None or other.high is None or self.low <= other.high
        below = self.high is None or other.low is None or other.low <= self.high
        return above and below

    def __str__(self) -> str:
        if self.low == self.high:
            return show(self.low)
        return f"{show(self.low)} to {show(self.high)}"


def interval(figure: Figure) -> Interval:
    """The interval that a figure's qualifier allows, its plain value if it has none."""
    value = figure.number
    if figure.qualifier is None and figure.low is None and figure.high is None:
        return Interval(value, value)
    low = Decimal(figure.low) if figure.low is not None else None
    high = Decimal(figure.high) if figure.high is not None else None
    if low is None and high is None:
        return Interval(value, value)
    return Interval(low, high)


def total(parts: list[Interval]) -> Interval:
    """The interval of a sum."""
    lows = [p.low for p in parts if p.low is not None]
    highs = [p.high for p in parts if p.high is not None]
    return Interval(
        sum(lows, Decimal(0)) if len(lows) == len(parts) else None,
        sum(highs, Decimal(0)) if len(highs) == len(parts) else None,
    )


def widened(bounds: Interval, share: str) -> Interval:
    """The interval with room for rounding on both sides, `share` of its ends ("0.02" is two per cent)."""
    room = Decimal(share)
    return Interval(
        None if bounds.low is None else bounds.low - abs(bounds.low) * room,
        None if bounds.high is None else bounds.high + abs(bounds.high) * room,
    )


def show(value: Decimal | None) -> str:
    """Write a number with thousands marks and at most three significant decimals; "any" if there is no limit.

    >>> show(Decimal("3000")), show(Decimal("1.840000")), show(Decimal("0.00400"))
    ('3,000', '1.84', '0.004')
    """
    if value is None:
        return "any"
    if value == value.to_integral_value():
        return f"{int(value):,}"
    text = f"{value:,.3f}" if abs(value) >= 1 else f"{float(value):.3g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def amount(figure: Figure, value: Decimal | None = None) -> str:
    """Write a figure's value (or another in its place) with its unit: "300 billion USD", "30 children".

    >>> amount(Figure(0, 2, "", "money", "7600000", unit="USD"))
    '7.6 million USD'
    """
    number = figure.number if value is None else value
    words = short(number) if number is not None and figure.kind == "money" else show(number)
    unit = "%" if figure.kind == "percent" else f" {figure.unit}" if figure.unit else ""
    return f"{words}{unit}"


def short(value: Decimal) -> str:
    """Write a large number with its scale word.

    >>> short(Decimal(300_000_000_000)), short(Decimal(640_000))
    ('300 billion', '640,000')
    """
    for name, power in reversed(_NAMES.items()):
        size = Decimal(10) ** power
        if power >= 6 and abs(value) >= size:
            return f"{show(value / size)} {name}"
    return show(value)


def power_of_thousand(factor: Decimal, room: str = "0.12") -> Decimal | None:
    """The power of a thousand (10^3, 10^6, 10^9) that a factor is, within `room`; None if it is none."""
    for power in THOUSANDS:
        if abs(factor / power - 1) <= Decimal(room):
            return power
    return None


def rescaled(figure: Figure, factor: Decimal) -> str:
    """The words of a figure with its scale word replaced, a power of a thousand up (factor > 1) or down.

    >>> rescaled(Figure(0, 18, "100-million-dollar", "money", "100000000", unit="USD"), Decimal(1000))
    '100-billion-dollar'
    """
    steps = (factor.log10() / 3).to_integral_value()
    for scales in _SCALES:
        for rank, word in enumerate(scales):
            stem = word[: len(word) - 2] if word in ("мільйонів", "мільярдів", "трильйонів") else word
            found = re.search(rf"(?<![^\W\d_]){re.escape(stem)}(?:s|ів|и|а)?(?![^\W\d_])", figure.text, re.IGNORECASE)
            if not found:
                continue
            target = rank + int(steps)
            if 0 <= target < len(scales):
                return figure.text[: found.start()] + scales[target] + figure.text[found.end() :]
    value = (figure.number or Decimal(0)) * factor
    return amount(figure, value)
