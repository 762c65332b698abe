"""Ratios in one word ("double", "threefold", "twice as many", "half of") and ordinals ("the second", "29th")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.slavic_times import SLAVIC
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.slavic.lexicon import word_list

_SUFFIX = frozenset({"st", "nd", "rd", "th"})
_CENTURIES = frozenset({"century", "centuries", "століття", "века", "веке", "əsr", "əsrdə", "əsrin"})
_OTHER_HALF = frozenset({"last", "latter", "other", "better", "next"})
_COUNTABLE = re.compile(r"\d{1,3}(?:,\d{3})?")
_POSSESSIVE = re.compile(r".*(?:['’]s|s['’])\Z")


def ratio(scene: Scene, i: int) -> Hit | None:
    """Read a ratio said in one word; "twice a week" and "half an hour" are none."""
    tokens = scene.tokens
    found = scene.lexicon.ratios.get(tokens[i].low)
    if found is None:
        return _turkic_fraction(scene, i) if scene.lexicon.language == "az" else None
    value, kind = found
    after, before = at(tokens, i + 1), at(tokens, i - 1)
    if after.text in DASHES and after.glued:
        return None
    roles = scene.lexicon.roles
    if kind == "comparison" and after.low not in roles["compared"]:
        return None
    if kind == "share" and not (after.low in roles["whole"] or before.low == "by"):
        return None
    if kind == "half":
        ranked = before.low in scene.lexicon.ordinals or before.low in ("ilk", "son", "digər", "o", "qalan")
        return None if ranked else Hit(i, i + 1, "ratio", value, "ratio", digits=False)
    if kind == "share" and (before.low in scene.lexicon.ordinals or before.low in _OTHER_HALF):
        return None
    return Hit(i, i + 1, "ratio", value, "ratio", digits=False)


def _turkic_fraction(scene: Scene, i: int) -> Hit | None:
    """Read "üçdə biri" and "beşdə üçü" as one third and three fifths."""
    tokens, numbers = scene.tokens, scene.lexicon.numbers
    whole, role = numbers.get(tokens[i].low, (Decimal(0), ""))
    part = numbers.get(at(tokens, i + 1).low) or _ONE.get(at(tokens, i + 1).low)
    if role not in ("unit", "ten") or not tokens[i].low.endswith(("da", "də")) or part is None:
        return None
    if part[1] != "unit" or not 0 < part[0] < whole:
        return None
    share = (part[0] / whole).quantize(Decimal("0.0001")).normalize()
    return Hit(i, i + 2, "ratio", share, "ratio", digits=False)


_ONE = {form: (Decimal(1), "unit") for form in ("biri", "birini", "birinə", "birində", "birindən", "birinin")}


def ordinal(scene: Scene, i: int) -> Hit | None:
    """Read a position in a row; "First," that opens a point, fractions and names ("First Lady") are none."""
    tokens, lexicon = scene.tokens, scene.lexicon
    token = tokens[i]
    if token.digit:
        return _in_digits(scene, i)
    value = lexicon.ordinals.get(token.low)
    if value is None:
        return _compound(scene, i)
    return _hit(i, i + 1, value) if _ranks(scene, i, i + 1) else None


def _in_digits(scene: Scene, i: int) -> Hit | None:
    """Read "29th", "9-та", "9-cu"; centuries and years are none."""
    tokens, lexicon = scene.tokens, scene.lexicon
    j = i + 2 if at(tokens, i + 1).text in DASHES and at(tokens, i + 1).glued else i + 1
    marks = _SUFFIX if lexicon.language == "en" else lexicon.calendar["ordinalmark"]
    mark, after = at(tokens, j), at(tokens, j + 1).low
    if mark.low not in marks or not mark.glued or not _COUNTABLE.fullmatch(tokens[i].text):
        return None
    if after in _CENTURIES or after.startswith("əsr") or after in lexicon.calendar["yearword"]:
        return None
    return _hit(i, j + 1, Decimal(tokens[i].text.replace(",", "")))


def _compound(scene: Scene, i: int) -> Hit | None:
    """Read "twenty-fifth" and "on ikinci"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    tens, role = lexicon.numbers.get(tokens[i].low, (Decimal(0), ""))
    if role == "ten" and lexicon.language == "az":
        units = lexicon.ordinals.get(at(tokens, i + 1).low)
        return _hit(i, i + 2, tens + units) if units is not None and units < 10 else None
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
    if after.text == "," and scene.lexicon.language in SLAVIC and _goes_on(tokens[j + 1 : j + 3], scene):
        return True
    if after.text in (",", ":") and (i == 0 or before.text in (".", ";", ":", "—", "–")):
        return False
    if after.text in DASHES and after.glued:
        return False
    if after.low in scene.lexicon.roles["title"] or after.low.startswith("əsr"):
        return False
    if scene.lexicon.language != "en":
        return after.text[:1].islower() and at(tokens, i - 1).text not in DASHES
    if token.text[0].isupper() and after.text[:1].isupper() and not after.text.isupper():
        return False
    if after.low in ("to", "and", "time", "of") and token.low == "first" and after.low != "of":
        return after.low == "and" and at(tokens, j + 1).low in scene.lexicon.ordinals
    if before.low in ("a", "one") and after.low in ("of", "", ".", ",", "to", "more", "less"):
        return False
    if scene.lexicon.numbers.get(before.low, (0, ""))[1] in ("unit", "teen") or before.low in ("per", "every"):
        return False
    if i == 0:
        return after.text[:1].islower()
    if before.text == "," and at(tokens, i - 2).low in scene.lexicon.ordinals:
        return True
    return (
        before.low in scene.lexicon.roles["determiner"]
        or bool(_POSSESSIVE.match(before.low))
        or _after_adjective(scene, i)
    )


def _goes_on(after: Sequence[Token], scene: Scene) -> bool:
    """Say whether a relative clause follows: "Третью, в которую войдут 12 подстанций, …"."""
    return any(t.low in word_list(scene.lexicon.language, "relative") for t in after)


def _after_adjective(scene: Scene, i: int) -> bool:
    """Accept "the latest second" but not "would first like": a determiner stands two words before."""
    before, further = at(scene.tokens, i - 1), at(scene.tokens, i - 2)
    return before.text[:1].isalpha() and further.low in ("the", "our", "its", "their", "his", "her", "my")
