"""Times in Azerbaijani: "2025-ci il fevralın 5-də", "ötən ilin mart ayında", "ilin birinci rübündə", "payızda".

The year comes first, in the case of an owner, then the month, then the day; or day, month and year as in English.
"""

from __future__ import annotations

from collections.abc import Callable

from korpu.statements.figures.bare_years import stands_as_year
from korpu.statements.figures.hit import Scene
from korpu.statements.figures.qualifiers import QUALIFYING
from korpu.statements.figures.tokens import DASHES, at
from korpu.statements.figures.turkic_months import from_day, from_month
from korpu.statements.figures.turkic_relative import relative_at, within
from korpu.statements.figures.turkic_seasons import bare_slice, season_at
from korpu.statements.figures.turkic_words import MARKS, part_of, season_of, year_at, year_word
from korpu.statements.figures.when import When


def numeric_end(scene: Scene, when: When) -> When:
    """Take the word for year with a date in digits: "16.10.2025-ci il"."""
    tokens, j = scene.tokens, when.end
    if at(tokens, j).text in DASHES and at(tokens, j + 1).low in MARKS:
        when.end = j + 3 if year_word(at(tokens, j + 2)) else j + 2
    return when


def date_at(scene: Scene, i: int) -> When | None:
    """Read the time that starts at a token; one without its year lacks it still."""
    token = scene.tokens[i]
    if token.digit:
        return _decade(scene, i) or from_day(scene, i) or _from_year(scene, i)
    for rule in _RULES:
        when = rule(scene, i)
        if when is not None:
            return when
    return None


def _from_year(scene: Scene, i: int) -> When | None:
    """Read a time that opens with its year."""
    found = year_at(scene, i)
    if found is None:
        return None
    year, last, j = found
    if at(scene.tokens, j).low in QUALIFYING and last is None and not scene.tokens[j - 1].low.startswith("il"):
        return None  # "2000-dən çox ailə"
    listed = at(scene.tokens, j).low in ("və", "ilə") and year_at(scene, j + 1) is not None
    if j == i + 1 and not listed and not stands_as_year(scene, i, year):
        return None
    if at(scene.tokens, j).low in ("ərzində", "müddətində") or last:
        season = season_of(at(scene.tokens, j).low)
        if season and last == year + 1:
            return When(i, j + 1, year, season=season)
        return When(i, j, year, last)
    return within(scene, i, j, year) or When(i, j, year)


def _decade(scene: Scene, i: int) -> When | None:
    """Read "1990-cı illərdə" and "90-cı illərdə"."""
    tokens = scene.tokens
    token = tokens[i]
    if len(token.text) == 2 and token.text.endswith("0") and at(tokens, i + 2).low in MARKS:
        plural = at(tokens, i + 3).low.startswith("illər") and at(tokens, i + 1).text in DASHES
        return When(i, i + 4, 1900 + int(token.text), decade=True) if plural else None
    found = year_at(scene, i)
    if found is None or found[1] is not None or found[0] % 10 or found[2] < i + 3:
        return None
    plural = tokens[found[2] - 1].low.startswith("illər")
    if not plural:
        return None
    end = found[2] + (part_of(at(tokens, found[2]).low) is not None)
    return When(i, end, found[0], decade=True)


_RULES: tuple[Callable[[Scene, int], When | None], ...] = (relative_at, from_month, season_at, bare_slice)


def bound_of(scene: Scene, when: When) -> str | None:
    """Return what the ending or the word behind a time makes of it: until, since, after, before, or in."""
    tokens = scene.tokens
    last, after = tokens[when.end - 1].low, at(tokens, when.end).low
    if last.endswith(("dək", "dak")) or after in ("qədər", "kimi"):
        return "until"
    if last.endswith(("dan", "dən")):
        return {"sonra": "after", "əvvəl": "before", "öncə": "before"}.get(after, "since")
    return "in"
