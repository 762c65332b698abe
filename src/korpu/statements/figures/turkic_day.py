"""Days of the month with the endings that Azerbaijani joins to them by a hyphen, and the tense of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.figures.endings import NOUN_ENDING
from korpu.statements.figures.tokens import DASHES, Token, at

_LONGEST = 8
_APOSTROPHES = frozenset("'’ʼ")
_BOUNDARIES = frozenset(";:().!?")
_AHEAD = re.compile(
    r".*(?:[aə]c[aə](?:[qkğy].*)?|m[aə]l[ıi](?:d[ıi]r)?|s[ıiuü]n(?:l[aə]r)?)"
    r"|.*m[aə](?:yi|ğı|yə|ğa|s[ıi]n[ıi])|planlaşdır.*|nəzərdə|gözlən.*|gözləyir.*|hədəflə.*|niyyətind.*|proqnozlaş.*"
)
_BACK = re.compile(
    r".*(?:[ıiuü]b(?:d[ıiuü]r)?(?:l[aə]r)?|m[ıiuü]ş(?:d[ıiuü]r?)?|[^ıiuü]d[ıiuü](?:l[aə]r)?|d[ıiuü]ğ[ıiuü].*)"
)


def joined_suffix(tokens: Sequence[Token], j: int) -> int | None:
    """Return the index past an ending joined at a token, "-də" of "5-də", None where there is none."""
    mark, word = at(tokens, j), at(tokens, j + 1)
    if not mark.glued or not word.glued or mark.text not in DASHES | _APOSTROPHES:
        return None
    return j + 2 if word.text.islower() and len(word.low) <= _LONGEST and NOUN_ENDING.fullmatch(word.low) else None


def day_at(tokens: Sequence[Token], i: int) -> tuple[int, int | None, int] | None:
    """Read a day or days of a month, "5", "5-6", "5-də": first, last if any, index past them."""
    first = _day(at(tokens, i))
    if first is None:
        return None
    last = _day(at(tokens, i + 2)) if at(tokens, i + 1).text in DASHES else None
    if last is not None and last > first:
        return first, last, joined_suffix(tokens, i + 3) or i + 3
    return first, None, joined_suffix(tokens, i + 1) or i + 1


def _day(token: Token) -> int | None:
    if not token.digit or len(token.text) > 2 or not token.text.isdigit():
        return None
    return int(token.text) if 1 <= int(token.text) <= 31 else None


def tense_of(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """Tell whether the clause around some tokens speaks of the past or the future, by the endings of its verb."""
    for k in range(end, len(tokens)):
        token = tokens[k]
        if token.text in _BOUNDARIES:
            break
        if token.text[:1].islower() and len(token.low) > 3:
            if _AHEAD.fullmatch(token.low):
                return "future"
            if _BACK.fullmatch(token.low):
                return "past"
    return "past" if at(tokens, end - 1).low.endswith(("dan", "dən")) else None  # "since": it holds already
