"""The noun that a number counts: "four even bigger infrastructure projects" counts projects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.slavic_times import SLAVIC, is_verb
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.turkic_words import month_of

TIMES = frozenset("x×х*")
"""Marks between how many and how much each, the letters Latin and Cyrillic."""
_REACH = 7
_HEADS, _SHORT, _LONGEST_ENDING = 3, 4, 5
_VERBAL = re.compile(r"(?:[^ıiuü]d[ıiuü]|[ıiuü]b|[ıiuü]r|m[ıiuü]ş|[aə]c[aə][qk])(?:l[aə]r)?$")
_BENT = re.compile(r"(?:l[aə]r|l[aə]r[ıi]|s[ıiuü]|[^aəeoöuüıi][ıiuü]|[ıiuü]n|d[aə]n?|n[aə]|y[aə])$")
_SLAVIC_ADJECTIVE = ("их", "ых", "ими", "ыми", "ий", "ый", "ові", "ні", "ська", "ських")


def counted_noun(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> str | None:
    """Return the noun that the number before a token counts, in lower case as it stands, or None if none follows."""
    words = (
        _phrase(tokens, _past_joined(tokens, j), lexicon) if lexicon.language == "az" else _phrase(tokens, j, lexicon)
    )
    if lexicon.language == "az":
        return _turkic_noun(words, lexicon)
    if lexicon.language != "en":
        nouns = [w for w in words if not w.endswith(_SLAVIC_ADJECTIVE)] if lexicon.language in ("uk", "ru") else words
        return (nouns or words)[0] if words else None
    return next((word for word in words if is_plural(word, lexicon)), None)


def _past_joined(tokens: Sequence[Token], j: int) -> int:
    """Step over an ending joined to the number with what it qualifies: "500-ə yaxın uşaq" counts children."""
    mark, ending = at(tokens, j), at(tokens, j + 1)
    joined = mark.text in DASHES and mark.glued and ending.glued and len(ending.low) <= _LONGEST_ENDING
    k = j + 2 if joined and ending.text.islower() else j
    return k + 1 if k > j and at(tokens, k).low in ("yaxın", "çox", "artıq", "qədər", "az") else k


def _turkic_noun(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return the head of an Azerbaijani noun phrase: the first word with an ending, else the first word.

    Words that only count ("12 ədəd generator") are left aside where another follows. Empty where a verb follows.
    """
    words = list(takewhile(lambda word: month_of(word) is None, words))
    plain = [w for w in words if w not in lexicon.roles["classifier"]] or words
    if plain and _VERBAL.search(plain[0]):
        return ""
    bent = next((w for w in plain[1:_HEADS] if _BENT.search(w) and len(w) > _SHORT and not _VERBAL.search(w)), None)
    return bent if bent and not _BENT.search(plain[0]) else (plain[0] if plain else None)


def singular_noun(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> str | None:
    """Return the word that "one" counts when a plain noun phrase follows it."""
    words = _phrase(tokens, j, lexicon)
    return words[-1] if words else None


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Say whether an English word looks like a plural noun."""
    if word in lexicon.roles["plural"]:
        return True
    if word in lexicon.roles["notplural"] or len(word) < 4:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))


def _past_measure(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> int:
    """Step over a measure or "or more" that stands before the noun: "two 25 MVA transformers"."""
    after = lexicon.after.at(tokens, j)
    if after:
        return after[1]
    if at(tokens, j).text == "+" and at(tokens, j).glued:
        return j + 1  # "300+ buses"
    if at(tokens, j).low in TIMES and at(tokens, j + 1).digit:
        j += 1  # "3 x 250 kVA generators"
    if at(tokens, j).digit:
        k = j + 3 if at(tokens, j + 1).text == "/" and at(tokens, j + 2).digit else j + 1
        k = k + 1 if at(tokens, k).text in DASHES else k
        unit = lexicon.symbols.at(tokens, k, exact=True) or lexicon.units.at(tokens, k)
        if unit:
            return unit[1]
    return j


def _hyphenated(tokens: Sequence[Token], k: int) -> bool:
    """Say whether a number word only opens an adjective: "half-yearly instalments"."""
    mark, word = at(tokens, k + 1), at(tokens, k + 2)
    return mark.text in DASHES and mark.glued and word.glued and word.text[:1].isalpha()


def _phrase(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> list[str]:
    """Collect the words of the noun phrase: up to a function word, a mark or another number."""
    words: list[str] = []
    j = _past_measure(tokens, j, lexicon)
    stop = lexicon.roles["stop"]
    for k in range(j, min(j + _REACH, len(tokens))):
        token = tokens[k]
        if token.text in DASHES and token.glued and at(tokens, k + 1).glued:
            continue
        if token.text == "," and words and words[-1].endswith(("al", "ic", "ed", "ive", "ous", "ent", "ant")):
            continue
        if token.digit or not token.text[0].isalpha() or token.low in stop:
            break
        if lexicon.language == "az" and words and token.text[0].isupper():
            break  # "70 generator Ukraynaya": where they went is no part of what they are
        if lexicon.language in SLAVIC and is_verb(token.low, lexicon.language):
            break
        if token.low in lexicon.numbers and not _hyphenated(tokens, k):
            break
        words.append(token.low)
    return words
