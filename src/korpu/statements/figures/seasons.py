"""Parts of a year: seasons, halves, quarters, "the first nine months of 2024"."""

from __future__ import annotations

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.stated_years import year_after, years_at
from korpu.statements.figures.tokens import DASHES, at
from korpu.statements.figures.when import When
from korpu.statements.figures.years import preposition

_HALVES = frozenset(["півріччя", "півріччі", "півріччям", "полугодие", "полугодии", "полугодия", "полугодию"])
"""Words that mean half a year, where "half" alone may be half of anything."""


def season_at(scene: Scene, i: int) -> When | None:
    """Read "spring of 2025", "winter 2023/24", "in the spring"; a season that describes a noun is none."""
    tokens = scene.tokens
    season = int(scene.lexicon.calendar["season"][tokens[i].low])
    j = i + 1
    k = j + 1 if at(tokens, j).low == "of" else j
    span = years_at(scene, k)
    if span and span[1] and span[1] == span[0] + 1:
        return When(i, span[2], span[0], season=season)
    year, end = year_after(scene, j)
    if end > j:
        related = not any(t.digit for t in tokens[j:end])
        return When(i, end, year, season=season, inferred="year" if related else None, relative=related)
    before = preposition(scene, i)
    related_word = scene.lexicon.calendar["relative"].get(at(tokens, i - 1).low)
    adverb = scene.lexicon.language in ("uk", "ru") and tokens[i].low.endswith(("ку", "ом", "ені", "ні", "енью", "ой"))
    if tokens[i].low == "fall" or related_word is not None or (before is None and not adverb):
        return None
    after = at(tokens, j)
    if (
        not adverb
        and after.text[:1].isalpha()
        and after.low not in scene.lexicon.roles["stop"]
        and after.text[:1].islower()
    ):
        return None
    return When(i, j, season=season, inferred="year")


def part_of_year(scene: Scene, i: int) -> When | None:
    """Read "Q3 2024", "H1 2025", "first half of 2025", "first nine months of 2024"."""
    tokens, calendar = scene.tokens, scene.lexicon.calendar
    token, after = tokens[i], at(tokens, i + 1)
    if token.text in ("Q", "H"):
        if not (after.glued and after.text in "1234" and after.text) or (token.text == "H" and after.text > "2"):
            return None
        return _slice(scene, i, i + 2, int(after.text), 3 if token.text == "Q" else 6)
    nth = int(calendar["nth"][token.low])
    months = scene.lexicon.numbers.get(after.low) if not after.digit else None
    count = int(after.text) if after.digit and after.text.isdigit() else int(months[0]) if months else 0
    if 1 < count < 12 and calendar["period"].get(at(tokens, i + 2).low.removesuffix("s")) == "month" and nth in (1, -1):
        return _slice(scene, i, i + 3, nth, count)
    period = calendar["period"].get(after.low)
    if period not in ("half", "quarter"):
        return None
    return _slice(scene, i, i + 2, nth, 6 if period == "half" else 3)


def coded(scene: Scene, i: int) -> When | None:
    """Read "1H 2025", "3Q25" and "2025Q3", and "3 кварталі 2025 року", "3rd quarter of 2025"."""
    tokens, period = scene.tokens, scene.lexicon.calendar["period"]
    token, after = tokens[i], at(tokens, i + 1)
    if len(token.text) == 4 and token.text.isdigit() and after.glued:
        return _year_first(scene, i)
    if token.text not in ("1", "2", "3", "4"):
        return None
    if after.text in ("Q", "H") and after.glued:
        length, year = 3 if after.text == "Q" else 6, at(tokens, i + 2)
        if year.glued and year.text.isdigit() and len(year.text) == 2:
            when = _slice(scene, i, i + 3, int(token.text), length)
            return When(i, i + 3, 2000 + int(year.text), month=when.month, last_month=when.last_month) if when else None
        return _slice(scene, i, i + 2, int(token.text), length)
    j = i + 1
    if after.text in DASHES and after.glued and at(tokens, j + 1).low in scene.lexicon.calendar["ordinalmark"]:
        j += 2
    elif after.glued and after.low in ("st", "nd", "rd", "th"):
        j += 1
    named = period.get(at(tokens, j).low)
    if named not in ("half", "quarter") or (scene.lexicon.language == "en" and j == i + 1):
        return None
    return _slice(scene, i, j + 1, int(token.text), 3 if named == "quarter" else 6)


def _year_first(scene: Scene, i: int) -> When | None:
    """Read "2025Q3" and "2025-H1"."""
    k = i + 1 + (at(scene.tokens, i + 1).text == "-")
    letter, nth = at(scene.tokens, k).text, at(scene.tokens, k + 1)
    if letter not in ("Q", "H") or nth.text not in ("1", "2", "3", "4")[: 4 if letter == "Q" else 2] or not nth.glued:
        return None
    length = 3 if letter == "Q" else 6
    first = (int(nth.text) - 1) * length + 1
    return When(i, k + 2, int(scene.tokens[i].text), month=first, last_month=first + length - 1)


def months_of_year(scene: Scene, i: int) -> When | None:
    """Read "за (перші) дев'ять місяців 2024 року" from the number on: the first nine months of the year."""
    tokens = scene.tokens
    first = i + 1 if at(tokens, i).low in _FIRST else i
    count, month = at(tokens, first), at(tokens, first + 1)
    if not month.low.startswith(("місяц", "месяц")) or at(tokens, i - 1).low not in _OVER:
        return None
    value = int(count.text) if count.text.isdigit() else int(scene.lexicon.numbers.get(count.low, (0, ""))[0])
    year, end = year_after(scene, first + 2)
    if not 1 < value < 12 or year is None:
        return None
    return When(i, end, year, month=1, last_month=value, inferred=None if tokens[first + 2].digit else "year")


_FIRST = frozenset(["перші", "перших", "первые", "первых"])
_OVER = frozenset(["за", "протягом", "впродовж", "упродовж", "течение", "підсумками", "итогам", "у", "в"])


def _slice(scene: Scene, i: int, j: int, nth: int, length: int) -> When | None:
    tokens = scene.tokens
    first = 13 - length if nth == -1 else (nth - 1) * length + 1
    if first + length > 13 or at(tokens, j).text.startswith("FY"):
        return None  # which months a quarter of a fiscal year has is not said
    year, end = year_after(scene, j + (at(tokens, j).text in ("/", "-") and at(tokens, j).glued))
    if year is None:
        end = j
    inferred = None if year and any(t.digit for t in tokens[j:end]) else "year"
    if (
        year is None
        and at(tokens, j).low == "of"
        and at(tokens, j + 1).low == "the"
        and at(tokens, j + 2).low == "year"
    ):
        end = j + 3
        year = scene.context.published[0] if scene.context.published else None
    elif year is None and (preposition(scene, i) is None or (length != 3 and at(tokens, j - 1).low not in _HALVES)):
        return None
    return When(i, end, year, month=first, last_month=first + length - 1, inferred=inferred)
