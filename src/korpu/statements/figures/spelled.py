"""Numbers in words: "two hundred and fifty", "one and a half million", "двісті тридцять", "a dozen"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.number import HALF, NOTHING, Number, and_a_half, scales
from korpu.statements.figures.tokens import DASHES, Token, at

_SMALL = ("unit", "teen", "ten", "hundreds")
_AFTER_HYPHEN = ("unit", "scale", "multiplier")


def from_words(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Number | None:
    """Compose number words; "a hundred" and "half a million" open with a word that is no number elsewhere."""
    value, role = lexicon.numbers.get(tokens[i].low, NOTHING)
    if role in ("article", "half"):
        return _with_article(tokens, i, lexicon, value, role)
    if role == "quarter":
        return _quarter_of(tokens, i, lexicon, value)
    if role == "fraction":
        scale, j = scales(tokens, i + 1, lexicon)
        return Number(value * scale, i, j, scale, digits=False)
    if role == "half_after" and lexicon.language == "az":
        return _half_of(tokens, i, lexicon)
    if role in ("", "and", "letter", "half_after"):
        return None
    if role in ("multiplier", "scale", "dozen") and (lexicon.language == "en" or role == "dozen"):
        return None
    return _compose(tokens, i, lexicon)


def _with_article(tokens: Sequence[Token], i: int, lexicon: Lexicon, value: Decimal, role: str) -> Number | None:
    j = i + 1
    following = lexicon.numbers.get(at(tokens, j).low, NOTHING)[1]
    if role == "half" and following == "article":
        j += 1
    elif role == "article" and following == "half":
        value, j = HALF, j + 1
    scale, end = scales(tokens, j, lexicon)
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
    scale, end = scales(tokens, i + 3, lexicon)
    return Number(value * scale, i, end, scale, digits=False) if scale > 1 else None


def _half_of(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> Number | None:
    """Read "yarım milyon"."""
    scale, end = scales(tokens, i + 1, lexicon)
    return Number(HALF * scale, i, end, scale, digits=False) if scale > 1 else None


def _rest(tokens: Sequence[Token], j: int, lexicon: Lexicon, below: Decimal) -> Number | None:
    """Read "and fifty" after "a hundred"."""
    if lexicon.numbers.get(at(tokens, j).low, NOTHING)[1] != "and":
        return None
    _, role = lexicon.numbers.get(at(tokens, j + 1).low, NOTHING)
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
        value, role = lexicon.numbers.get(tokens[j].low, NOTHING)
        ahead = lexicon.numbers.get(at(tokens, j + 1).low, NOTHING)[1]
        if total.take(value, role):
            j += 1
            end = j
        elif (role == "and" and total.links(ahead)) or (_hyphen(tokens, j) and total.last and ahead in _AFTER_HYPHEN):
            j += 1
        else:
            if total.last == "scale" and lexicon.language == "az" and role == "half_after":
                return Number(total.total + HALF * total.scale, i, j + 1, total.scale, digits=False)
            half = and_a_half(tokens, j, lexicon) if total.last == "unit" else None
            if half is None:
                break
            total.current += HALF
            total.last = "mixed"
            j = end = half
    return Number(total.total + total.current, i, end, total.scale, digits=False) if end > i else None


def _hyphen(tokens: Sequence[Token], j: int) -> bool:
    return tokens[j].text in DASHES and tokens[j].glued and at(tokens, j + 1).glued


def _may_follow(last: str, role: str) -> bool:
    """Say whether a small number word may follow another within one number: "twenty five", "двісті тридцять"."""
    room = {"": 9, "scale": 9, "hundreds": 3, "ten": 2}.get(last, 0)
    return {"hundreds": 4, "ten": 2, "teen": 2, "unit": 1}[role] < room
