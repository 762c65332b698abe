"""Years and spans of years in digits, and the year behind a month or a season."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.relative import relative_time
from korpu.statements.figures.slavic_times import short_year
from korpu.statements.figures.tokens import DASHES, Token, at

_RANGE = DASHES | {"/"}
_EARLIEST = 1900
_LATEST = 2100


def year_at(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Read a year in digits with the word for year that some languages put behind it."""
    token = at(tokens, i)
    if not (token.digit and len(token.text) == 4 and token.text.isdigit()):
        return None
    year = int(token.text)
    if not _EARLIEST <= year < _LATEST:
        return None
    j = i + 1
    words, marks = lexicon.calendar["yearword"], lexicon.calendar["ordinalmark"]
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).low in marks:
        j += 2
    if at(tokens, j).low in words:
        j += 1
        if len(tokens[j - 1].low) <= 2 and tokens[j - 1].low in ("р", "г", "рр", "гг") and at(tokens, j).text == ".":
            j += 1
    return year, j


def years_at(scene: Scene, i: int) -> tuple[int, int | None, int] | None:
    """Read a year or a span of years: first, last if any, index past it."""
    tokens = scene.tokens
    first = year_at(tokens, i, scene.lexicon)
    if first is None:
        return None
    year, j = first
    if j > i + 1 or at(tokens, j).text not in _RANGE:
        return year, None, j
    second = year_at(tokens, j + 1, scene.lexicon)
    if second and year < second[0] <= year + 60:
        return year, second[0], second[1]
    short = at(tokens, j + 1)
    if short.glued and short.digit and len(short.text) == 2 and int(short.text) > year % 100:
        return year, year // 100 * 100 + int(short.text), j + 2
    return year, None, j


def year_after(scene: Scene, j: int) -> tuple[int | None, int]:
    """Read the year behind a month: ", 2025", "of 2025", "of this year", "last year"; else None and the same index."""
    tokens = scene.tokens
    for skip in (j, j + 1 if at(tokens, j).text == "," or at(tokens, j).low == "of" else j):
        found = year_at(tokens, skip, scene.lexicon)
        if found:
            return found
    short = short_year(scene, j) or _two_digits(tokens, j)
    if short:
        return short
    k = j + 1 if at(tokens, j).low == "of" else j
    related = relative_time(scene, k) if k < len(tokens) else None
    if related and related.relative and related.month is None and not related.season and related.inferred == "year":
        return related.year, related.end
    return None, j


def _two_digits(tokens: Sequence[Token], j: int) -> tuple[int, int] | None:
    """Read the year of "Feb '25" and, where nothing follows, of "30 June 25"."""
    marked = at(tokens, j).text in ("'", "’") and at(tokens, j + 1).glued
    k = j + 1 if marked else j
    year, after = at(tokens, k), at(tokens, k + 1)
    if not (year.digit and len(year.text) == 2 and year.text.isdigit()):
        return None
    closed = after.text in ("", ")", ";") or (after.text == "." and k + 2 >= len(tokens))
    return (2000 + int(year.text), k + 1) if marked or closed else None
