"""Numbers said a second time in brackets: "3 400 000 (üç milyon dörd yüz min)", "five (5) million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.number import Number, scales
from korpu.statements.figures.numerals import read_number
from korpu.statements.figures.tokens import Token, at


def said_again(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Take the brackets that repeat a number with it, and the factor behind them: "five (5) million"."""
    if at(tokens, number.end).text != "(":
        return number
    again = read_number(tokens, number.end + 1, lexicon)
    equal = again is not None and again.digits != number.digits and again.value == number.value
    if again is not None and equal and at(tokens, again.end).text == ")":
        return _scaled(tokens, number, again.end + 1, lexicon)
    return _past_words(tokens, number, lexicon) if lexicon.language in ("uk", "ru") else number


def _past_words(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Take number words in brackets with the digits before them and the scale behind: "3,4 (три целых …) миллиона"."""
    j = number.end + 1
    while at(tokens, j).low in lexicon.numbers or at(tokens, j).low in lexicon.ordinals or _of_fraction(at(tokens, j)):
        j += 1
    if j == number.end + 1 or at(tokens, j).text != ")":
        return number
    return _scaled(tokens, number, j + 1, lexicon)


def _scaled(tokens: Sequence[Token], number: Number, j: int, lexicon: Lexicon) -> Number:
    scale, end = scales(tokens, j, lexicon) if number.unscaled else (Decimal(1), j)
    return replace(number, value=number.value * scale, end=end, scale=max(scale, number.scale))


def _of_fraction(token: Token) -> bool:
    return token.low.startswith(("ціл", "цел", "десят", "сот", "тисячн", "тысячн"))
