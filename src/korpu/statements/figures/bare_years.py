"""A year standing alone, "2025", "2025-2027", "1990s", told from numbers that only look like one."""

from __future__ import annotations

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.months import day_month, from_month
from korpu.statements.figures.nouns import is_plural
from korpu.statements.figures.slavic_times import SLAVIC, school_year
from korpu.statements.figures.stated_years import years_at
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.when import When

_FISCAL = frozenset({"FY", "FYE"})


def fiscal_year(scene: Scene, i: int) -> When | None:
    """Read "FY2024/25" and "FY 2023" whole; which months a fiscal year has is the country's business."""
    if scene.tokens[i].text not in _FISCAL:
        return None
    span = years_at(scene, i + 1)
    return When(i, span[2], span[0], span[1]) if span else None


def from_year(scene: Scene, i: int) -> When | None:
    """Read "2025", "2025-2027", "2023/24 season", "1990s", "2025-03"; a round number before a noun is a count."""
    tokens = scene.tokens
    span = years_at(scene, i)
    if span is None:
        return _nineties(scene, i)
    if _in_a_name(scene, i):
        return None
    year, last, j = span
    decade = _slavic_decade(scene, i, year, j)
    if decade:
        return decade
    if last:
        return When(i, j + 1 if at(tokens, j).low in ("season", "seasons") else school_year(scene, j), year, last)
    after = at(tokens, j)
    if after.glued and after.low == "s":
        return When(i, j + 1, year, decade=True) if year % 10 == 0 else None
    if after.text == "-" and after.glued and at(tokens, j + 1).glued and at(tokens, j + 1).digit:
        month = at(tokens, j + 1).text
        valid = len(month) == 2 and 1 <= int(month) <= 12
        return When(i, j + 2, year, month=int(month)) if valid else None
    if j == i + 1 and _is_amount(scene, i, j, year):
        return None
    return _day_after_year(scene, i, year, j) or When(i, j, year)


_PLURAL_MARKS = frozenset(["х", "ті", "е", "ые", "ми"])
_DECADES = frozenset(["роки", "років", "роках", "рр", "годы", "годов", "годах", "гг"])


def _slavic_decade(scene: Scene, i: int, year: int, j: int) -> When | None:
    """Read "1990-х років" and "1990-е годы"."""
    mark = at(scene.tokens, i + 2)
    marked = at(scene.tokens, i + 1).text in DASHES and mark.low in _PLURAL_MARKS
    return (
        When(i, j, year, decade=True) if marked and at(scene.tokens, j - 1).low in _DECADES and year % 10 == 0 else None
    )


def _nineties(scene: Scene, i: int) -> When | None:
    """Read "90-х роках" and "90-е годы" of the last century."""
    tokens = scene.tokens
    ten = tokens[i].text
    marked = at(tokens, i + 1).text in DASHES and at(tokens, i + 2).low in _PLURAL_MARKS
    if len(ten) != 2 or ten[1:] != "0" or ten[0] in "01" or not marked or at(tokens, i + 3).low not in _DECADES:
        return None
    return When(i, i + 4, 1900 + int(ten), decade=True)


def _day_after_year(scene: Scene, i: int, year: int, j: int) -> When | None:
    """Read the Azerbaijani order: "2026-cı il 16 yanvar", "2026-cı ilin yanvarında"."""
    if scene.lexicon.language != "az" or j == i + 1:
        return None
    inner = day_month(scene, j) or (from_month(scene, j) if j < len(scene.tokens) else None)
    if inner is None or inner.year:
        return None
    return When(i, inner.end, year, month=inner.month, day=inner.day, last_day=inner.last_day)


def stands_as_year(scene: Scene, i: int, year: int) -> bool:
    """Say whether four digits without a word for year are one all the same: "(2024)", "2024, 2025"."""
    after = at(scene.tokens, i + 1)
    return not (after.text[:1].islower() or _in_a_name(scene, i) or _is_amount(scene, i, i + 1, year))


def _in_a_name(scene: Scene, i: int) -> bool:
    tokens = scene.tokens
    token, before = tokens[i], at(tokens, i - 1)
    if before.text in DASHES and at(tokens, i - 2).low in scene.lexicon.calendar["part"]:
        return False
    if token.glued and i and (before.text[-1:].isalnum() or before.text in DASHES | {"/", "$", "€", "£", "_", ":"}):
        return True
    if before.text in scene.lexicon.codes or before.text in scene.lexicon.signs:
        return True
    identifier = before.low in scene.lexicon.roles["identifier"] and before.low not in (
        "day",
        "source",
        "euro",
        "school",
    )
    return identifier or before.text in ("№", "#") or (before.text == "." and at(tokens, i - 2).low == "no")


def _is_amount(scene: Scene, i: int, j: int, year: int) -> bool:
    tokens, lexicon = scene.tokens, scene.lexicon
    after = at(tokens, j)
    if after.text in ("%", "°") or (
        after.low in lexicon.numbers and lexicon.numbers[after.low][1] in ("scale", "letter")
    ):
        return True
    k = j + 1 if after.text in DASHES and after.glued else j
    unit = lexicon.symbols.at(tokens, k, exact=True) or lexicon.units.at(tokens, k)
    if unit and at(tokens, k).text not in ("V", "W"):
        return True
    if lexicon.money.at(tokens, k) or at(tokens, k).text in lexicon.codes or at(tokens, k).text in lexicon.signs:
        return True
    before = at(tokens, i - 1)
    if lexicon.language in SLAVIC:
        return _counts_things(scene, i, after)
    plural = after.text[:1].islower() and is_plural(after.low, lexicon) and after.low not in lexicon.roles["stop"]
    given = before.low in _GIVEN or lexicon.before.before(tokens, i) is not None
    return plural and (given or year % 50 == 0) and before.low not in ("in", "since", "by", "until", "the")


_GIVEN = frozenset(
    ["sent", "delivered", "received", "provided", "supplied", "bought", "donated", "trained", "treated", "evacuated",
     "shipped", "built", "planted", "repaired", "restored"]
)  # fmt: skip
"""Verbs that lead to a number of things rather than to what a year was the year of."""
_PERSONS = frozenset(["осіб", "чоловік", "человек", "чол", "чел"])
_GENITIVES = ("ів", "їв", "ей", "ов", "ев", "ёв")


def _counts_things(scene: Scene, i: int, after: Token) -> bool:
    """Say whether a noun in the genitive plural follows, and no preposition before makes a year of the digits."""
    before = at(scene.tokens, i - 1).low
    timed = before in scene.lexicon.calendar["preposition"] and before not in ("близько", "около")
    things = after.low.endswith(_GENITIVES) or after.low in _PERSONS
    return after.text[:1].islower() and things and not timed
