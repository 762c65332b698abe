"""Times stated in full or in part, at a token, put together from the modules for their parts."""

from __future__ import annotations

from korpu.statements.figures import turkic_dates
from korpu.statements.figures.bare_years import fiscal_year, from_year
from korpu.statements.figures.hit import Scene
from korpu.statements.figures.months import day_in_words, day_month, from_month, month_at
from korpu.statements.figures.numeric_dates import numeric
from korpu.statements.figures.relative import relative_time
from korpu.statements.figures.seasons import coded, months_of_year, part_of_year, season_at
from korpu.statements.figures.slavic_times import SLAVIC, part_of_period
from korpu.statements.figures.stated_years import year_at
from korpu.statements.figures.tokens import DASHES, at
from korpu.statements.figures.when import When

_TO = frozenset({"to", "and", "until", "till", "through", "or", "до", "по", "та", "і", "и"})


def date_at(scene: Scene, i: int) -> When | None:
    """Read the time that starts at a token; one without its year still lacks it (see years.resolve_year)."""
    if scene.lexicon.language == "az":
        digits = numeric(scene, i) if scene.tokens[i].digit else None
        return turkic_dates.numeric_end(scene, digits) if digits else turkic_dates.date_at(scene, i)
    when = _with_part(scene, i) or _core(scene, i)
    if when and when.year is None and when.month and not when.relative:
        _year_from_end(scene, when)
    return when


def _year_from_end(scene: Scene, when: When) -> None:
    """Give the first day of "7 August - 31 October 2020" the year behind the second."""
    joiner = at(scene.tokens, when.end)
    if not (joiner.low in _TO or joiner.text in DASHES) or when.end + 1 >= len(scene.tokens):
        return
    last = _core(scene, when.end + 1)
    if last and last.year and last.month and when.month and last.inferred is None:
        when.year = last.year - (when.month > last.month)


def _core(scene: Scene, i: int) -> When | None:
    token = scene.tokens[i]
    if token.digit:
        return (
            numeric(scene, i)
            or coded(scene, i)
            or day_month(scene, i)
            or months_of_year(scene, i)
            or from_year(scene, i)
        )
    calendar = scene.lexicon.calendar
    in_words = day_in_words(scene, i) or months_of_year(scene, i)
    if in_words:
        return in_words
    if token.low in calendar["month"]:
        return from_month(scene, i)
    if token.low in calendar["season"]:
        return season_at(scene, i)
    if token.text in ("Q", "H") or token.low in calendar["nth"]:
        return part_of_year(scene, i) or relative_time(scene, i)
    return relative_time(scene, i) or fiscal_year(scene, i)


def _date_follows(scene: Scene, j: int) -> bool:
    """Say whether a month or a year follows straight on, as in "by end June" and "start 2026"."""
    before = at(scene.tokens, j - 2).low
    leads = before in ("by", "until", "from", "since", "at", "in", "till", "to", "before", "after")
    return leads and (month_at(scene, j) is not None or year_at(scene.tokens, j, scene.lexicon) is not None)


def _with_part(scene: Scene, i: int) -> When | None:
    """Read "end of April 2025", "mid-2024", "early March", "the end of the year"."""
    tokens, calendar = scene.tokens, scene.lexicon.calendar
    part = calendar["part"].get(tokens[i].low)
    if part is None:
        return None
    j = i + 1
    if (at(tokens, j).text in DASHES and at(tokens, j).glued) or at(tokens, j).low == "of":
        j += 1
    elif tokens[i].low in ("end", "start", "beginning", "middle", "close", "outset") and not _date_follows(scene, j):
        return None
    if j >= len(tokens):
        return None
    period = calendar["period"].get(at(tokens, j + 1).low) if at(tokens, j).low == "the" else None
    if period in ("year", "month"):
        year, named = scene.context.published[:2] if scene.context.published else (None, None)
        if period == "year":
            return When(i, j + 2, year, part=str(part), inferred="year", relative=True)
        known = year if named else None
        return When(i, j + 2, known, month=named, part=str(part), inferred="month", relative=True)
    if scene.lexicon.language in SLAVIC:
        period_part = part_of_period(scene, i, str(part))
        if period_part:
            return period_part
    inner = _core(scene, j)
    if inner is None and at(tokens, j).low in calendar["month"]:
        month = month_at(scene, j)
        inner = When(j, month[1], month=month[0], inferred="year") if month else None
    if inner is None or inner.day is not None:
        return None
    inner.start, inner.part = i, str(part)
    return inner
