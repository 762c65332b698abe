"""Numbers in digits and in words: "17,000", "457.000", "7,6", "two hundred and fifty", "one and a half million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.tokens import END, Token

_SPACED = re.compile(r"[ \u00a0\u202f\u2009'’]")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SMALL = ("unit", "teen", "ten", "hundreds")
_AFTER_HYPHEN = ("unit", "scale", "multiplier")
_NOTHING = (Decimal(0), "")
_HALF = Decimal("0.5")
DASHES = frozenset("-–—‑")


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


def literal(text: str, language: str, *, scaled: bool = False) -> Decimal | None:
    """Read digits with separators; the same mark may group thousands or open the decimals, and the shape decides.

    `scaled` says that "million" or the like follows, after which "9.025" has decimals. None for versions and dates.

    >>> literal("17,000", "en"), literal("457.000", "en"), literal("7,6", "uk"), literal("9.025", "en", scaled=True)
    (Decimal('17000'), Decimal('457000'), Decimal('7.6'), Decimal('9.025'))
    """
    text = _SPACED.sub("", text)
    if text.isdigit():
        return Decimal(text)
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
    number = _from_digits(tokens, i, lexicon) if tokens[i].digit else _from_words(tokens, i, lexicon)
    if number is None or not money:
        return number
    letter = at(tokens, number.end)
    value, role = lexicon.numbers.get(letter.low, _NOTHING)
    if role == "letter" and number.digits and number.unscaled and (letter.glued or letter.text.islower()):
        return Number(number.value * value, i, number.end + 1, value)
    return number


def at(tokens: Sequence[Token], i: int) -> Token:
    """Return a token, or an empty one outside the sentence."""
    return tokens[i] if 0 <= i < len(tokens) else END


def _from_digits(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Number | None:
    if _joined_to_a_name(tokens, i, lexicon):
        return None
    scale, j = _scales(tokens, i + 1, lexicon)
    value = literal(tokens[i].text, lexicon.language, scaled=scale > 1)
    if value is None:
        return None
    if scale > 1:
        more = _from_digits(tokens, j, lexicon) if at(tokens, j).digit else None
        if more and 1 < more.scale < scale:
            return Number(value * scale + more.value, i, more.end, more.scale)
        return Number(value * scale, i, j, scale)
    half = _and_a_half(tokens, i + 1, lexicon)
    if half:
        scale, j = _scales(tokens, half, lexicon)
        return Number((value + _HALF) * scale, i, j, scale)
    fraction = lexicon.numbers.get(at(tokens, i + 1).low)
    if fraction and fraction[1] == "fraction":
        scale, j = _scales(tokens, i + 2, lexicon)
        return Number((value + fraction[0]) * scale, i, j, scale)
    return Number(value, i, i + 1)


def _joined_to_a_name(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Tell "COP29", "T-72", "10:30" and "24/7" from numbers."""
    before, after = at(tokens, i - 1), at(tokens, i + 1)
    if before.text in DASHES and before.glued and at(tokens, i - 2).text[-1:].isupper():
        return True
    if tokens[i].glued and i:
        if before.text[-1:].isalpha() and before.text not in lexicon.codes:
            return True
        further = at(tokens, i - 2)
        if before.text in DASHES and before.glued and further.text[-1:].isalpha():
            return True
        if before.text in ":/" and before.glued and further.digit:
            return True
    return after.glued and after.text in (":", "/") and at(tokens, i + 2).glued and at(tokens, i + 2).digit


def _scales(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> tuple[Decimal, int]:
    """Read "million", "-million", "hundred thousand" after a number; return the factor and the index past it."""
    factor = Decimal(1)
    while True:
        k = j + 1 if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued else j
        value, role = lexicon.numbers.get(at(tokens, k).low, _NOTHING)
        if role not in ("scale", "multiplier", "dozen"):
            return factor, j
        factor *= value
        j = k + 1
        if at(tokens, j).text == "." and at(tokens, j).glued and len(tokens[k].low) <= 4 and _goes_on(tokens, j + 1):
            j += 1


def _goes_on(tokens: Sequence[Token], j: int) -> bool:
    """Say whether a full stop after "млн" only shortens it: a word in lower case or a currency follows."""
    follow = at(tokens, j).text
    return bool(follow) and (follow[:1].islower() or follow.isupper())


def _and_a_half(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> int | None:
    if at(tokens, j).low == "and" and at(tokens, j + 1).low == "a" and at(tokens, j + 2).low == "half":
        return j + 3
    _, role = lexicon.numbers.get(at(tokens, j).low, _NOTHING)
    return j + 1 if role == "half_after" else None


def _from_words(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Number | None:
    """Compose number words; "a hundred" and "half a million" open with a word that is no number elsewhere."""
    value, role = lexicon.numbers.get(tokens[i].low, _NOTHING)
    if role in ("article", "half"):
        return _with_article(tokens, i, lexicon, value, role)
    if role == "quarter":
        return _quarter_of(tokens, i, lexicon, value)
    if role == "fraction":
        scale, j = _scales(tokens, i + 1, lexicon)
        return Number(value * scale, i, j, scale, digits=False)
    if role in ("", "and", "letter", "half_after"):
        return None
    if role in ("multiplier", "scale", "dozen") and (lexicon.language == "en" or role == "dozen"):
        return None
    return _compose(tokens, i, lexicon)


def _with_article(tokens: Sequence[Token], i: int, lexicon: Lexicon, value: Decimal, role: str) -> Number | None:
    j = i + 1
    following = lexicon.numbers.get(at(tokens, j).low, _NOTHING)[1]
    if role == "half" and following == "article":
        j += 1
    elif role == "article" and following == "half":
        value, j = _HALF, j + 1
    scale, end = _scales(tokens, j, lexicon)
    if scale == 1:
        return None
    if role == "article" and value == 1 and scale in (Decimal(100), Decimal(1000)):
        rest = _rest(tokens, end, lexicon, scale)
        if rest:
            return Number(scale + rest.value, i, rest.end, digits=False)
    return Number(value * scale, i, end, scale, digits=False)


def _quarter_of(tokens: Sequence[Token], i: int, lexicon: Lexicon, value: Decimal) -> Number | None:
    """Read "quarter of a million"."""
    if at(tokens, i + 1).low != "of" or at(tokens, i + 2).low != "a":
        return None
    scale, end = _scales(tokens, i + 3, lexicon)
    return Number(value * scale, i, end, scale, digits=False) if scale > 1 else None


def _rest(tokens: Sequence[Token], j: int, lexicon: Lexicon, below: Decimal) -> Number | None:
    """Read "and fifty" after "a hundred"."""
    if lexicon.numbers.get(at(tokens, j).low, _NOTHING)[1] != "and":
        return None
    _, role = lexicon.numbers.get(at(tokens, j + 1).low, _NOTHING)
    rest = _compose(tokens, j + 1, lexicon) if role in _SMALL else None
    return rest if rest and rest.value < below and rest.unscaled else None


class _Sum:
    """Adds number words up in the order they are spoken."""

    def __init__(self, english: bool) -> None:
        self.english = english
        self.total = self.current = Decimal(0)
        self.scale = Decimal(1)
        self.limit: Decimal | None = None
        self.last = ""

    def take(self, value: Decimal, role: str) -> bool:
        """Add a word; False when it does not belong to this number any more."""
        if role in _SMALL and _may_follow(self.last, role):
            self.current, self.last = self.current + value, role
        elif role == "mixed" and not self.last:
            self.current, self.last = value, role
        elif role == "multiplier" and self.last in ("", "unit", "teen", "scale") and (self.current or not self.english):
            self.current, self.last = (self.current or Decimal(1)) * value, "hundreds"
        elif role in ("scale", "dozen") and (self.limit is None or value < self.limit) and self._counted():
            self.total += (self.current or Decimal(1)) * value
            self.current, self.last, self.scale, self.limit = Decimal(0), "scale", value, value
        else:
            return False
        return True

    def _counted(self) -> bool:
        return self.last not in ("", "scale") or (self.last == "" and not self.english)

    def links(self, role: str) -> bool:
        """Say whether "and" may stand here with a word of this role behind it."""
        if self.last == "hundreds":
            return role in _SMALL
        return self.last == "scale" and (role == "hundreds" or (self.scale == 1000 and role in _SMALL))


def _compose(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Number | None:
    """Read number words from a token on, "and" and hyphens between them included."""
    total = _Sum(lexicon.language == "en")
    j = end = i
    while j < len(tokens):
        value, role = lexicon.numbers.get(tokens[j].low, _NOTHING)
        ahead = lexicon.numbers.get(at(tokens, j + 1).low, _NOTHING)[1]
        if total.take(value, role):
            j += 1
            end = j
        elif (role == "and" and total.links(ahead)) or (_hyphen(tokens, j) and total.last and ahead in _AFTER_HYPHEN):
            j += 1
        else:
            half = _and_a_half(tokens, j, lexicon) if total.last == "unit" else None
            if half is None:
                break
            total.current += _HALF
            total.last = "mixed"
            j = end = half
    return Number(total.total + total.current, i, end, total.scale, digits=False) if end > i else None


def _hyphen(tokens: Sequence[Token], j: int) -> bool:
    return tokens[j].text in DASHES and tokens[j].glued and at(tokens, j + 1).glued


def _may_follow(last: str, role: str) -> bool:
    """Say whether a small number word may follow another within one number: "twenty five", "двісті тридцять"."""
    room = {"": 9, "scale": 9, "hundreds": 3, "ten": 2}.get(last, 0)
    return {"hundreds": 4, "ten": 2, "teen": 2, "unit": 1}[role] < room
