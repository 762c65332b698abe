"""A number on its way: what it is worth, which tokens say it, and the factor behind it ("million")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.tokens import DASHES, Token, at

NOTHING = (Decimal(0), "")
_SIGNS = frozenset("$€£₼₴₽")
HALF = Decimal("0.5")
_SHORT = 4


@dataclass(frozen=True)
class Number:
    """A number and the tokens that say it: from `start` up to, not including, `end`.

    `scale` is the last factor named ("million"), 1 if none; `grouped` says that a dot or comma could also have been
    meant the other way.
    """

    value: Decimal
    start: int
    end: int
    scale: Decimal = Decimal(1)
    digits: bool = True

    @property
    def unscaled(self) -> bool:
        """Say whether no "thousand" or "million" was named."""
        return self.scale == 1


def scales(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> tuple[Decimal, int]:
    """Read "million", "-million", "hundred thousand" after a number; return the factor and the index past it."""
    factor = Decimal(1)
    if at(tokens, j).text == "+" and at(tokens, j).glued and _is_factor(tokens, j + 1, lexicon):
        j += 1  # "5+ million"
    while True:
        k = j + 1 if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued else j
        value, role = lexicon.numbers.get(at(tokens, k).low, NOTHING)
        if k > j and not role and factor == 1:
            value, role = of_an_adjective(at(tokens, k).low)
        if role not in ("scale", "multiplier", "dozen"):
            more = factor > 1 and at(tokens, j).text == "+" and at(tokens, j).glued
            return factor, j + more
        factor *= value
        j = k + 1
        if (
            at(tokens, j).text == "."
            and at(tokens, j).glued
            and len(tokens[k].low) <= 4
            and _goes_on(tokens, j + 1, lexicon)
        ):
            j += 1


_ADJECTIVES = (
    ("тисячн", 1_000), ("тысячн", 1_000), ("мільйонн", 1_000_000), ("миллионн", 1_000_000),
    ("мільярдн", 1_000_000_000), ("миллиардн", 1_000_000_000),
)  # fmt: skip


def of_an_adjective(low: str) -> tuple[Decimal, str]:
    """Return the factor in an adjective behind a hyphen, "100-мільйонний", "5-миллиардный", and its role."""
    return next(((Decimal(factor), "scale") for stem, factor in _ADJECTIVES if low.startswith(stem)), NOTHING)


def _is_factor(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    return lexicon.numbers.get(at(tokens, j).low, NOTHING)[1] in ("scale", "multiplier")


def _goes_on(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Say whether a full stop after "млн" only shortens it: a word in lower case or a currency follows."""
    follow = at(tokens, j).text
    if at(tokens, j).digit and _is_factor(tokens, j + 1, lexicon):
        return True  # "5 mln. 500 min manat"
    if at(tokens, j).digit and tokens[j - 2].low in ("тис", "тыс"):
        return len(follow) <= 3 and follow.isdigit()  # "2 тыс. 300 человек"
    return bool(follow) and (follow[:1].islower() or follow.isupper() or follow in _SIGNS)


def and_a_half(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> int | None:
    """Return the index past "and a half" at a token, None where it does not stand."""
    if at(tokens, j).low == "and" and at(tokens, j + 1).low == "a" and at(tokens, j + 2).low == "half":
        return j + 3
    if at(tokens, j).low in ("з", "із", "с") and at(tokens, j + 1).low.startswith("половин"):
        return j + 2  # "три з половиною мільйони"
    _, role = lexicon.numbers.get(at(tokens, j).low, NOTHING)
    return j + 1 if role == "half_after" else None
