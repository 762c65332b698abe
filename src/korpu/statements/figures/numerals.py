"""Numbers in digits, "17,000", "457.000" or "7,6", and the way into numbers of every kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from korpu.statements.figures.lexicon import LEADING, Lexicon
from korpu.statements.figures.number import HALF, NOTHING, Number, and_a_half, scales
from korpu.statements.figures.spelled import from_words
from korpu.statements.figures.tokens import DASHES, Token, at

_LONGEST = 27
_THOUSAND = 1000
_SPACED = re.compile(r"[ \u00a0\u202f\u2009'’]")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POWERS = frozenset("^×*·")
_IDEOGRAPHS = "\u3040"
"""From here on scripts put factors of their own behind a number, "4億"."""


def literal(text: str, language: str, *, scaled: bool = False) -> Decimal | None:
    """Read digits with separators; the same mark may group thousands or open the decimals, and the shape decides.

    `scaled` says that "million" or the like follows, after which "9.025" has decimals. None for versions and dates.

    >>> literal("17,000", "en"), literal("457.000", "en"), literal("7,6", "uk"), literal("9.025", "en", scaled=True)
    (Decimal('17000'), Decimal('457000'), Decimal('7.6'), Decimal('9.025'))
    """
    if len(text) > _LONGEST:
        return None
    text = _SPACED.sub("", text)
    if text.isdigit():
        return Decimal(text)
    if _LAKHS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _COMMAS.fullmatch(text) and not text.startswith("0"):
        one = text.count(",") == 1 and "." not in text
        if not (one and scaled and language != "en"):
            return Decimal(text.replace(",", ""))
    if _DOTS.fullmatch(text) and not text.startswith("0") and not (text.count(".") == 1 and "," not in text and scaled):
        return Decimal(text.replace(".", "").replace(",", "."))
    text = text.replace(",", ".")
    return Decimal(text) if text.count(".") == 1 else None


def read_number(tokens: Sequence[Token], i: int, lexicon: Lexicon, *, money: bool = False) -> Number | None:
    """Read the number that starts at a token; with `money` a bare "m" or "k" counts as million or thousand."""
    if i >= len(tokens):
        return None
    number = _from_digits(tokens, i, lexicon) if tokens[i].digit else from_words(tokens, i, lexicon)
    if number is None or not money:
        return number
    letter = at(tokens, number.end)
    value, role = lexicon.numbers.get(letter.low, NOTHING)
    meant = letter.glued or letter.text.islower() or not at(tokens, number.end + 1).text[:1].isupper()
    if role == "letter" and number.digits and number.unscaled and meant:
        return Number(number.value * value, i, number.end + 1, value)
    return number


def _from_digits(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Number | None:
    if _joined_to_a_name(tokens, i, lexicon) or _of_a_power(tokens, i):
        return None
    scale, j = scales(tokens, i + 1, lexicon)
    if at(tokens, i - 1).text == "." and tokens[i].glued and not _ends_word(tokens, i - 1):
        return _decimals_alone(tokens, i, scale, j)
    value = literal(tokens[i].text, lexicon.language, scaled=scale > 1)
    if value is None:
        return None
    if scale > 1:
        more = _from_digits(tokens, j, lexicon) if at(tokens, j).digit else None
        spoken = more is not None and more.unscaled and not _is_day(tokens, j, lexicon)
        spoken = spoken and (lexicon.language != "en" or not tokens[j].text.isdigit())
        if more and (1 < more.scale < scale or (spoken and _goes_down(scale, more.value))):
            return Number(value * scale + more.value, i, more.end, more.scale)
        return Number(value * scale, i, j, scale)
    half = and_a_half(tokens, i + 1, lexicon)
    if half:
        scale, j = scales(tokens, half, lexicon)
        return Number((value + HALF) * scale, i, j, scale)
    fraction = lexicon.numbers.get(at(tokens, i + 1).low)
    if fraction and fraction[1] == "fraction":
        scale, j = scales(tokens, i + 2, lexicon)
        return Number((value + fraction[0]) * scale, i, j, scale)
    return Number(value, i, i + 1)


def _of_a_power(tokens: Sequence[Token], i: int) -> bool:
    """Tell "5*10^6", "10⁶" and "4億", whose factor is not read, from numbers."""
    before, after = at(tokens, i - 1), at(tokens, i + 1)
    if before.text == "^" or after.text == "^" or (after.glued and after.text[:1] >= _IDEOGRAPHS):
        return True
    if after.text[:1].isdigit() and after.glued and not after.digit and tokens[i].text == "10":
        return True
    ten = at(tokens, i + 2)
    return after.text in _POWERS and ten.text == "10" and at(tokens, i + 3).glued


def _ends_word(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].glued and at(tokens, i - 1).text[-1:].isalnum()


def _decimals_alone(tokens: Sequence[Token], i: int, scale: Decimal, end: int) -> Number | None:
    """Read ".5 million"; without a factor it may as well be a misplaced full stop."""
    if scale == 1 or not tokens[i].text.isdigit():
        return None
    return Number(Decimal("0." + tokens[i].text) * scale, i - 1, end, scale)


def _goes_down(scale: Decimal, rest: Decimal) -> bool:
    """Say whether a rest may follow a factor: "1 min 320", "3 milyon 813 min 674"."""
    return rest < scale and (scale == _THOUSAND or rest >= _THOUSAND)


def _is_day(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Say whether digits are a day of a month: "5 тис. 20 травня" is no 5020."""
    return at(tokens, j + 1).low in lexicon.calendar["month"]


def _joined_to_a_name(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Tell "COP29", "T-72", "10:30" and "24/7" from numbers."""
    before, after = at(tokens, i - 1), at(tokens, i + 1)
    if before.text in DASHES and before.glued and at(tokens, i - 2).text[-1:].isupper():
        return True
    if tokens[i].glued and i:
        if before.text[-1:].isalpha() and before.text not in lexicon.codes and before.low not in LEADING:
            return True
        further = at(tokens, i - 2)
        if before.text in DASHES and before.glued and further.glued and at(tokens, i - 3).text[-1:].isupper():
            return True  # "J2-171"
        if before.text in DASHES and before.glued and further.text[-1:].isalpha():
            return True
        if before.text in ":/" and before.glued and further.digit:
            return True
    return after.glued and after.text in (":", "/") and at(tokens, i + 2).glued and at(tokens, i + 2).digit
