"""What stands behind a number: a unit of measure, per cent, "times", a share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.number import Number
from korpu.statements.figures.tokens import DASHES, Token, at

_FRACTIONS = {"quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}


def with_unit(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Hit | None:
    """Read a unit behind the number: a symbol, a word, or a word joined by a hyphen ("400-kilovolt")."""
    j = number.end
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued:
        j += 1
    j += at(tokens, j).text == "+" and at(tokens, j).glued
    found = lexicon.symbols.at(tokens, j, exact=True) or lexicon.units.at(tokens, j)
    if found is None:
        return _fraction(tokens, number)
    (unit, kind), end = found
    if kind == "measure" and len(unit) == 1 and at(tokens, end).text in DASHES | {"'", "’"}:
        return None
    if kind == "time":
        return plain_hit(number, number.end, "count", unit)
    if kind == "times":
        return _times(tokens, number, end, lexicon)
    return plain_hit(number, end, kind, unit)


def voltages(scene: Scene, i: int) -> Hit | None:
    """Read "110/10 kV" and "110/35/10 kV", the sides of a transformer, as one measure with the value of the first."""
    tokens, j = scene.tokens, i + 1
    while at(tokens, j).text == "/" and at(tokens, j + 1).text.isdigit():
        j += 2
    found = scene.lexicon.symbols.at(tokens, j, exact=True)
    if j == i + 1 or not tokens[i].text.isdigit() or found is None or found[0][0] != "kV":
        return None
    return Hit(i, found[1], "measure", Decimal(tokens[i].text), "kV")


def _times(tokens: Sequence[Token], number: Number, end: int, lexicon: Lexicon) -> Hit | None:
    """Tell "three times higher" from how often something happens ("three times a week")."""
    after = at(tokens, end).low
    if lexicon.language == "en" and after in (
        "a",
        "an",
        "per",
        "each",
        "every",
        "daily",
        "weekly",
        "in",
        "this",
        "since",
    ):
        return plain_hit(number, number.end, "count", "times")
    return plain_hit(number, end, "ratio", "ratio")


def _fraction(tokens: Sequence[Token], number: Number) -> Hit | None:
    j = number.end
    if at(tokens, j).text in DASHES and at(tokens, j).glued:
        j += 1
    whole = _FRACTIONS.get(at(tokens, j).low)
    if (
        whole is None
        or number.digits
        or number.value >= whole
        or not (j > number.end or at(tokens, j + 1).low in ("of", "the", "") or number.value > 1)
    ):
        return None
    share = (number.value / whole).quantize(Decimal("0.0001"))
    return Hit(number.start, j + 1, "ratio", share, "ratio", digits=False)


def plain_hit(number: Number, end: int, kind: str, unit: str | None) -> Hit:
    """Make a figure of a number as it stands, up to the given token."""
    return Hit(number.start, end, kind, number.value, unit, scale=number.scale, digits=number.digits)
