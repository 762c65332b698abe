"""Numbers that count nothing: times of day, centuries, years that no calendar of ours reaches."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.number import Number
from korpu.statements.figures.tokens import DASHES, Token, at

_DAY = 23
_AT = {"uk": ("о", "об"), "ru": ("в", "к")}
_HOURS = ("годині", "часов", "часа", "часам", "час")
_IN_CENTURY = frozenset(["столітті", "сторіччі", "веке", "столетии"])
_CENTURY = frozenset(["століття", "сторіччя", "века", "столетия", "ст", "в"])
_FIRST_CENTURIES, _FARTHEST = 10, 2100


def is_clock(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> bool:
    """Say whether a number is a time of day: "о 17 годині", "в 11 часов", "saat 17-də", "at 17.30"."""
    before, after = at(tokens, number.start - 1), at(tokens, number.end)
    if number.value > _DAY:
        return False
    if lexicon.language == "az":
        joined = after.text in DASHES and after.glued
        return before.low in ("saat", "saatı") and (joined or not after.text[:1].isalpha())
    return before.low in _AT.get(lexicon.language, ()) and after.low in _HOURS


def of_an_age(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> bool:
    """Say whether a number is a century or a year out of reach: "у 19 столітті", "the year 9999"."""
    before, after = at(tokens, number.start - 1), at(tokens, number.end)
    if after.low in _IN_CENTURY or (after.low in _CENTURY and number.value > _FIRST_CENTURIES and number.digits):
        return lexicon.language in ("uk", "ru")
    far = number.digits and number.value >= _FARTHEST and len(tokens[number.start].text) == len("9999")
    words = lexicon.calendar["yearword"]
    return far and (
        before.low == "year" or after.low in words or (before.low in words and not after.text[:1].isalpha())
    )
