"""Ratios in one word ("double", "threefold", "twice as many", "half of") and ordinals ("the second", "29th")."""

from __future__ import annotations

import re
from decimal import Decimal

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.numerals import DASHES, at

_SUFFIX = frozenset({"st", "nd", "rd", "th"})
_DETERMINERS = frozenset(
    ["the", "a", "an", "our", "my", "your", "his", "her", "its", "their", "this", "that", "these", "those", "each", "every", "under", "in", "on", "of", "for", "by", "to", "and", "with", "very"]
)
_COMPARED = frozenset(["as", "the", "what", "that", "more", "its", "their", "his", "her", "this", "these", "those", "larger", "higher", "bigger", "over"])
_WHOLE = frozenset(["of", "what", "the", "its", "their", "his", "her", "our", "as", "that", "this", "these", "those", "all"])
_POSSESSIVE = re.compile(r".*(?:['’]s|s['’])\Z")
_FREQUENCY = frozenset(["a", "an", "per", "each", "every", "daily", "weekly", "monthly", "in"])


def ratio(scene: Scene, i: int) -> Hit | None:
    """Read a ratio said in one word; "twice a week" and "half an hour" are none."""
    tokens = scene.tokens
    found = scene.lexicon.ratios.get(tokens[i].low)
    if found is None:
        return None
    value, kind = found
    after, before = at(tokens, i + 1), at(tokens, i - 1)
    if after.text in DASHES and after.glued:
        return None
    if kind == "comparison" and (after.low in _FREQUENCY or after.low not in _COMPARED):
        return None
    if kind == "share" and not (after.low in _WHOLE or before.low == "by"):
        return None
    if kind == "share" and before.low in scene.lexicon.ordinals | dict.fromkeys(("last", "latter", "other", "better")):
        return None
    return Hit(i, i + 1, "ratio", value, "ratio", digits=False)


def ordinal(scene: Scene, i: int) -> Hit | None:
    """Read a position in a row; "First," that opens a point, fractions and names ("First Lady") are none."""
    tokens, lexicon = scene.tokens, scene.lexicon
    token = tokens[i]
    if token.digit:
        after = at(tokens, i + 1)
        if after.low not in _SUFFIX or not after.glued or not token.text.isdigit():
            return None
        return None if at(tokens, i + 2).low in ("century", "centuries") else _hit(i, i + 2, Decimal(token.text))
    value = lexicon.ordinals.get(token.low)
    if value is None:
        return _compound(scene, i)
    return _hit(i, i + 1, value) if _ranks(scene, i, i + 1) else None


def _compound(scene: Scene, i: int) -> Hit | None:
    """Read "twenty-fifth"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    tens, role = lexicon.numbers.get(tokens[i].low, (Decimal(0), ""))
    if role != "ten" or at(tokens, i + 1).text not in DASHES:
        return None
    units = lexicon.ordinals.get(at(tokens, i + 2).low)
    return _hit(i, i + 3, tens + units) if units is not None and units < 10 else None


def _hit(start: int, end: int, value: Decimal) -> Hit:
    return Hit(start, end, "ordinal", value)


def _ranks(scene: Scene, i: int, j: int) -> bool:
    """Say whether an ordinal word ranks something here."""
    tokens = scene.tokens
    token, before, after = tokens[i], at(tokens, i - 1), at(tokens, j)
    if after.text in (",", ":") and (i == 0 or before.text in (".", ";", ":", "—", "–")):
        return False
    if after.text in DASHES and after.glued:
        return False
    if token.text[0].isupper() and after.text[:1].isupper() and not after.text.isupper():
        return False
    if after.low in ("to", "and", "time", "of") and token.low == "first" and after.low != "of":
        return after.low == "and" and at(tokens, j + 1).low in scene.lexicon.ordinals
    if before.low in ("a", "one") and after.low in ("of", "", ".", ","):
        return False
    if scene.lexicon.numbers.get(before.low, (0, ""))[1] in ("unit", "teen") or before.low in ("per", "every"):
        return False
    if i == 0:
        return after.text[:1].islower()
    return before.low in _DETERMINERS or bool(_POSSESSIVE.match(before.low)) or _after_adjective(scene, i)


def _after_adjective(scene: Scene, i: int) -> bool:
    """Accept "the latest second" but not "would first like": a determiner stands two words before."""
    before, further = at(scene.tokens, i - 1), at(scene.tokens, i - 2)
    return before.text[:1].isalpha() and further.low in ("the", "our", "its", "their", "his", "her", "my")
