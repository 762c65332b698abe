"""Amounts of money: "US$ 3.5m", "EUR 640,000", "1.5 EUR million", "100-million-dollar", "42 million US dollars"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.lexicon import LEADING, Currencies, Lexicon
from korpu.statements.figures.number import Number
from korpu.statements.figures.numerals import read_number
from korpu.statements.figures.repeated import said_again
from korpu.statements.figures.tokens import DASHES, Token, at

Currency = tuple[str | None, int, str | None]
"""A code (None when the words leave several open), the index past the words, and what was inferred."""


_ALSO_NAMES = frozenset({"NIS", "RM", "Ft"})
"""Codes that also open names, such as the NIS 2 directive; a small number behind them is no amount."""

_SMALLEST = 100
_WORLDWIDE = frozenset({"USD", "EUR", "GBP", "CHF", "JPY"})
"""Currencies that texts of any country count in, so that their plain name never means a neighbour's money."""


def money_from_sign(scene: Scene, i: int) -> Hit | None:
    """Read money that opens with its currency: a sign, a code, or both as in "US$"."""
    tokens = scene.tokens
    found = _sign(scene, i)
    if found is None:
        return None
    code, j, inferred = found
    marked = at(tokens, j).text in (".", "-", "−") and at(tokens, j + 1).digit and at(tokens, j + 1).glued
    pointed = marked and (
        at(tokens, j).text == "." or not at(tokens, j).glued or tokens[j - 1].text in scene.lexicon.signs
    )
    number = read_number(tokens, j + 1 if pointed else j, scene.lexicon, money=True)
    if number is None:
        return None
    number = said_again(tokens, number, scene.lexicon)
    if tokens[i].text in _ALSO_NAMES and number.unscaled and number.value < _SMALLEST:
        return None
    number = _scaled_alike(scene, number)
    again = currency_at(scene, number.end, number)
    end = again[1] if again and again[0] == code else number.end
    return Hit(i, end, "money", number.value, code, inferred, scale=number.scale, digits=number.digits)


def _marked(scene: Scene, j: int) -> bool:
    """Say whether a point or a minus stands between the currency and its number: "€.5 million", "€-5 million"."""
    mark, number = at(scene.tokens, j), at(scene.tokens, j + 1)
    if not (number.digit and number.glued):
        return False
    apart = not mark.glued or scene.tokens[j - 1].text in scene.lexicon.signs
    return mark.text == "." or (mark.text in ("-", "−") and apart)


def _scaled_alike(scene: Scene, number: Number) -> Number:
    """Give the first number of "$2-3 billion" and "€3 to €4 million" the factor that stands behind the second."""
    tokens, j = scene.tokens, number.end
    joined = at(tokens, j).text in DASHES or at(tokens, j).low in ("to", "or", "до", "или", "або")
    ranged = at(tokens, j).low == "and" and any(
        t.low == "between" for t in tokens[max(0, number.start - 4) : number.start]
    )
    if not number.unscaled or not (joined or ranged):
        return number
    sign = _sign(scene, j + 1)
    second = read_number(tokens, sign[1] if sign else j + 1, scene.lexicon, money=True)
    if second is None or second.unscaled or number.value >= second.value / second.scale:
        return number
    return replace(number, value=number.value * second.scale, scale=second.scale)


def _sign(scene: Scene, i: int) -> Currency | None:
    tokens, lexicon = scene.tokens, scene.lexicon
    token, after = at(tokens, i), at(tokens, i + 1)
    if token.text in lexicon.signs:
        if token.text == "$" and after.text in lexicon.prefixes and after.glued:
            return lexicon.prefixes[after.text], i + 2, None
        return lexicon.signs[token.text], i + 1, None
    if token.text in lexicon.prefixes and after.text == "$" and (after.glued or token.text == "US"):
        return lexicon.prefixes[token.text], i + 2, None
    if token.text == "US" and after.text == "$":
        return "USD", i + 2, None
    if token.text in lexicon.codes:
        return lexicon.codes[token.text], i + 1, None
    if token.low in LEADING:
        return _leading(scene, i)
    return None


def _leading(scene: Scene, i: int) -> Currency | None:
    """Read "Rs 3.5 billion", "Rs. 450" and "kr 12 million", short names that may stand before the number."""
    found = scene.lexicon.money.at(scene.tokens, i)
    if found is None:
        return None
    j = found[1] + 1 if at(scene.tokens, found[1]).text == "." else found[1]
    code, inferred = _pick(found[0], scene.context.document)
    return code, j, inferred


def money_after_number(scene: Scene, number: Number) -> Hit | None:
    """Read the currency that follows a number; the scale may stand behind it, as in "2.4 CAD billion"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    found = currency_at(scene, number.end, number)
    if found is None and number.digits and number.unscaled:
        with_letter = read_number(tokens, number.start, lexicon, money=True)
        if with_letter and with_letter.end > number.end:
            found, number = currency_at(scene, with_letter.end, with_letter), with_letter
    if found is None:
        return _in_brackets(tokens, number, lexicon)
    code, j, inferred = found
    value, role = lexicon.numbers.get(at(tokens, j).low, (None, ""))
    if value is not None and role == "scale" and number.unscaled:
        number = replace(number, value=number.value * value, scale=value)
        j += 1
    return Hit(number.start, j, "money", number.value, code, inferred, number.scale, digits=number.digits)


def _in_brackets(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Hit | None:
    """Read "14.5 million (EUR)", where the currency is only noted behind the number."""
    code = lexicon.codes.get(at(tokens, number.end + 1).text)
    if code is None or at(tokens, number.end).text != "(" or at(tokens, number.end + 2).text != ")":
        return None
    return Hit(number.start, number.end, "money", number.value, code, scale=number.scale, digits=number.digits)


def currency_at(scene: Scene, j: int, number: Number | None = None) -> Currency | None:
    """Read a currency word, code or sign at a token, a hyphen before it included."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued:
        j += 1
    if at(tokens, j).text in (",", ".") and at(tokens, j).glued and at(tokens, j + 1).text in DASHES:
        j += 2 * at(tokens, j + 1).glued  # "5 000 000,- EUR"
    token = at(tokens, j)
    if token.text in lexicon.codes:
        return lexicon.codes[token.text], j + 1, None
    if token.text in lexicon.prefixes and at(tokens, j + 1).text == "$" and at(tokens, j + 1).glued:
        return lexicon.prefixes[token.text], j + 2, None  # "5 million US$"
    if token.text in lexicon.signs and not at(tokens, j + 1).digit:
        return lexicon.signs[token.text], j + 1, None
    found = lexicon.money.at(tokens, j)
    if found:
        code, inferred = _pick(found[0], scene.context.document)
        return code, found[1], inferred
    stranger = token.text[:1].isupper() and not token.digit and lexicon.money.at(tokens, j + 1)
    if stranger and number is not None:
        return None, stranger[1], None
    return None


def _pick(meanings: Currencies, document: str) -> tuple[str | None, str | None]:
    """Choose what a currency word means: its usual sense, or the one country of the document that has such money."""
    usual = next((code for code, adjective in meanings if not adjective), None)
    if usual in _WORLDWIDE:
        return usual, None
    named = [code for code, adjective in meanings if adjective and _holds(document, adjective)]
    if usual is not None and (usual in named or len(set(named)) != 1):
        return usual, None
    return (named[0], "currency") if named else (None, None)


def _holds(document: str, adjective: str) -> bool:
    """Say whether a document has a word; one of letters alone is looked up, not searched for."""
    if adjective.isalpha():
        return adjective.lower() in _words(document)
    return _word(adjective).search(document) is not None


@lru_cache(maxsize=4)
def _words(document: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", document.lower()))


@cache
def _word(adjective: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(adjective)}\b", re.IGNORECASE)
