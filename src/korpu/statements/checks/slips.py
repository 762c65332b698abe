"""Slips of the pen: a scale word a thousand times off, two digits swapped; and whether undoing one makes a sum hold.

A relation between figures that fails, and holds exactly once a single such slip is undone, is seldom wrong by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.kernel.finding import Proposal
from korpu.statements.checks.numbers import amount, rescaled
from korpu.statements.reading import Figure

_SCALES = (Decimal(1000), 1 / Decimal(1000), Decimal(10) ** 6, 1 / Decimal(10) ** 6)

Holds = Callable[[Sequence[Decimal]], bool]
"""Tells whether figures with these values go together."""


@dataclass(frozen=True)
class Undone:
    """The one figure that slipped: its index, what it should be, and whether its scale or its digits are wrong."""

    index: int
    value: Decimal
    scale: Decimal | None


def swaps(value: Decimal) -> Iterator[Decimal]:
    """Yield the numbers that differ from this one by two neighbouring digits, leading zeros left out.

    >>> [int(n) for n in swaps(Decimal(420))], [str(n) for n in swaps(Decimal("7.6"))]
    ([240, 402], ['6.70', '7.06'])
    """
    digits = value.normalize().as_tuple()
    spread = (*digits.digits, 0)  # the last digit may have changed places with a zero: 51 for 50.1
    for i in range(len(spread) - 1):
        own = list(spread)
        if own[i] == own[i + 1] or (i == 0 and own[1] == 0):
            continue
        own[i], own[i + 1] = own[i + 1], own[i]
        yield Decimal((digits.sign, tuple(own), int(digits.exponent) - 1))


def undone(figures: Sequence[Figure], holds: Holds, *, digits: bool = True) -> Undone | None:
    """Return the one slip whose undoing makes the figures go together; None where there is none."""
    values = [f.number or Decimal(0) for f in figures]
    for i, figure in enumerate(figures):
        if figure.kind == "money":
            for scale in _SCALES:
                if holds([*values[:i], values[i] * scale, *values[i + 1 :]]):
                    return Undone(i, values[i] * scale, scale)
    for i, _ in enumerate(figures if digits else ()):
        for value in swaps(values[i]):
            if holds([*values[:i], value, *values[i + 1 :]]):
                return Undone(i, value, None)
    return None


def proposal(figure: Figure, slip: Undone) -> Proposal:
    """Return what the figure would have to be."""
    words = rescaled(figure, slip.scale) if slip.scale else amount(figure, slip.value)
    return Proposal(words, format(slip.value.normalize(), "f"), figure.unit)
