"""Parts of a year: seasons, halves, quarters, "the first nine months of 2024"."""

from __future__ import annotations

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.stated_years import year_after, years_at
from korpu.statements.figures.tokens import at
from korpu.statements.figures.when import When
from korpu.statements.figures.years import preposition


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


def _slice(scene: Scene, i: int, j: int, nth: int, length: int) -> When | None:
    tokens = scene.tokens
    first = 13 - length if nth == -1 else (nth - 1) * length + 1
    if first + length > 13:
        return None
    year, end = year_after(scene, j)
    inferred = None if year and any(t.digit for t in tokens[j:end]) else "year"
    if (
        year is None
        and at(tokens, j).low == "of"
        and at(tokens, j + 1).low == "the"
        and at(tokens, j + 2).low == "year"
    ):
        end = j + 3
        year = scene.context.published[0] if scene.context.published else None
    elif (year is None and length != 3) or (year is None and preposition(scene, i) is None):
        return None
    return When(i, end, year, month=first, last_month=first + length - 1, inferred=inferred)
