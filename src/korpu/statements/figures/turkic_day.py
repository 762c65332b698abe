"""Days of the month with the endings that Azerbaijani joins to them by a hyphen, and the tense of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.figures.endings import NOUN_ENDING
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.turkic.words import form_of

_LONGEST = 8
_SHORT = 3
_BESIDE = 3
_APOSTROPHES = frozenset("'’ʼ")
_BOUNDARIES = frozenset(";:().!?")
_AHEAD = re.compile(
    r".*[ıiuü][ln][aə]c[aə][qk](?:d[ıi]r)?|planlaşdır.*|nəzərdə|gözlən.*|gözləyir.*|hədəflə.*|niyyətind.*|proqnozlaş.*"
)
_BACK = re.compile(r".*(?:[ıiuü][ln][ıiuü]b(?:d[ıiuü]r)?|m[ıiuü]şd[ıiuü]r?)(?:l[aə]r)?")
"""Forms of verbs that no table knows, and words that look ahead."""
_TENSES = {
    "future": "future", "must": "future", "order": "future", "coming": "future", "infinitive": "future",
    "perfect": "past", "mish": "past", "past": "past", "done": "past",
}  # fmt: skip


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
        if token.text in _BOUNDARIES and not (token.glued and at(tokens, k + 1).digit and at(tokens, k + 1).glued):
            break  # but not at the colon of "saat 15:00-da"
        if not token.text[:1].islower() or len(token.low) <= _SHORT:
            continue
        form = form_of(token.low)
        told = _TENSES.get(form.name) if form is not None else None
        if form is not None and form.name == "doer" and k - end < _BESIDE:
            return "past"  # "yanvarın 1-də yola çıxan qatar": which left
        if told == "past" and form is not None and form.name == "perfect" and _goes_on(tokens, k):
            continue  # "təmir edilib veriləcək": the verb that follows tells
        coming = token.low == "gələcək" and not at(tokens, k + 1).text[:1].islower()
        if coming or (told is None and _AHEAD.fullmatch(token.low)):
            told = "past" if token.low.endswith(("rdı", "rdi", "rdu", "rdü")) else "future"  # "was expected"
        if told is None and form is None and _BACK.fullmatch(token.low):
            told = "past"
        if told is not None:
            return told
    return "past" if at(tokens, end - 1).low.endswith(("dan", "dən")) else None  # "since": it holds already


def _goes_on(tokens: Sequence[Token], k: int) -> bool:
    """Say whether a form in -ib leads on to another verb: no mark and no joining word follows."""
    after = at(tokens, k + 1)
    return after.text[:1].islower() and after.low not in ("və", "ki", "isə", "amma", "lakin")
