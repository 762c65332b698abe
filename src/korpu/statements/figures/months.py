"""Days and months: "15-17 March 2025", "April 3", "March and May 2021", a bare "in March"."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.nouns import is_plural
from korpu.statements.figures.slavic_times import follows_month
from korpu.statements.figures.stated_years import year_after
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.when import When, is_day, written_day
from korpu.statements.figures.years import preposition

_ORDINAL_SUFFIX = frozenset({"st", "nd", "rd", "th"})
_DAY_MARKS = frozenset(["го", "ого", "е"])
_PARTS_OF_MONTH = frozenset(["декаді", "декаде", "декаду", "числах", "половині", "половине", "половину", "днях"])
_NAMES_TOO = frozenset({"may", "march", "mart", "марта", "мая", "май", "март"})


def _day(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Read a day of the month, "15" or "15th"; return it and the index past it."""
    token = at(tokens, i)
    if not (token.digit and len(token.text) <= 2 and 1 <= int(token.text or 0) <= 31):
        return None
    after, mark = at(tokens, i + 1), at(tokens, i + 2)
    if after.text in DASHES and after.glued and mark.glued and mark.low in _DAY_MARKS:
        return int(token.text), i + 3  # "1-го лютого"
    return int(token.text), i + 2 if after.glued and after.low in _ORDINAL_SUFFIX else i + 1


def day_in_words(scene: Scene, i: int) -> When | None:
    """Read "першого лютого 2025 року", "двадцать первого марта" and "the first of February"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    tens, role = lexicon.numbers.get(tokens[i].low, (0, ""))
    j = i + (role == "ten" and tens in (20, 30))
    j += j > i and at(tokens, j).text in DASHES
    units = lexicon.ordinals.get(at(tokens, j).low)
    if units is None or (j > i and units > 9) or lexicon.language == "az":
        return None
    day, k = int(units + (tens if j > i else 0)), j + 1
    if lexicon.language == "en":
        if at(tokens, k).low != "of":
            return None
        k += 1
    elif not tokens[j].low.endswith(("го", "ого", "ьего")):
        return None
    month = month_at(scene, k)
    if month is None or not written_day(month[0], day):
        return None
    year, end = year_after(scene, month[1])
    when = When(i, end, year, month=month[0], day=day, inferred=None if year else "year")
    when.relative = year is None and end > month[1]
    return when


def month_at(scene: Scene, i: int) -> tuple[int, int] | None:
    """Read a month's name, with the full stop of a short form; English months are capitalised."""
    token = at(scene.tokens, i)
    value = scene.lexicon.calendar["month"].get(token.low)
    if not isinstance(value, int) or (scene.lexicon.language == "en" and not token.text[:1].isupper()):
        return None
    dotted = at(scene.tokens, i + 1).text == "." and at(scene.tokens, i + 1).glued and len(token.text) <= 4
    return value, i + 2 if dotted and i + 2 < len(scene.tokens) and token.low != "may" else i + 1


def day_month(scene: Scene, i: int) -> When | None:
    """Read "15 March 2025", "15-17 March", and the first day of "15 and 17 March"."""
    tokens = scene.tokens
    first = _day(tokens, i)
    if first is None:
        return None
    day, j = first
    last_day = None
    if at(tokens, j).text in DASHES:
        last = _day(tokens, j + 1)
        if last is None or last[0] <= day:
            return None
        last_day, j = last
    k = j + 1 if at(tokens, j).low == "of" else j
    month = month_at(scene, k)
    if month is None:
        return _listed_day(scene, i, day, j) if last_day is None else None
    if not written_day(month[0], last_day or day):
        return None
    year, end = year_after(scene, month[1])
    when = When(i, end, year, month=month[0], day=day, last_day=last_day, inferred=None if year else "year")
    when.relative = year is None and end > month[1]
    return when


def _listed_day(scene: Scene, i: int, day: int, j: int) -> When | None:
    joiner = at(scene.tokens, j).low
    if joiner not in ("and", "to", "or", "та", "і", "и", "до", "по") or not at(scene.tokens, j + 1).digit:
        return None
    other = day_month(scene, j + 1)
    if other is None or other.month is None or other.day is None or not day < other.day:
        return None
    return When(i, j, other.year, month=other.month, day=day, inferred="month")


def from_month(scene: Scene, i: int) -> When | None:
    """Read a time that opens with a month: "March 15, 2025", "March-May 2021", "February of this year", "March"."""
    tokens = scene.tokens
    month = month_at(scene, i)
    if month is None:
        return None
    number, j = month
    day = _day(tokens, j)
    if day and scene.lexicon.language in ("en", "az") and not _counts(scene, day[1]) and is_day(None, number, day[0]):
        end, last_day = day[1], None
        last = _day(tokens, end + 1) if at(tokens, end).text in DASHES else None
        if last and last[0] > day[0]:
            last_day, end = last
        marks = ("də", "da", "dən", "dan")
        if at(tokens, end).text in DASHES and at(tokens, end + 1).low in marks:
            end += 2
        year, last_end = year_after(scene, end)
        when = When(i, last_end, year, month=number, day=day[0], last_day=last_day, inferred=None if year else "year")
        when.relative = year is None and last_end > end
        return when
    if at(tokens, j).text in DASHES or at(tokens, j).low in ("to", "and", "or", "до", "та", "і", "и"):
        joined = _two_months(scene, i, number, j)
        if joined:
            return joined
    year, end = year_after(scene, j)
    if end > j:
        related = not any(t.digit for t in tokens[j:end])
        return When(i, end, year, month=number, inferred="year" if related else None, relative=related)
    return _bare_month(scene, i, number)


def _counts(scene: Scene, j: int) -> bool:
    """Tell "May 20 teams" from a day: what follows is a noun in the plural."""
    word = at(scene.tokens, j)
    return word.text[:1].islower() and is_plural(word.low, scene.lexicon)


def _two_months(scene: Scene, i: int, first: int, j: int) -> When | None:
    """Read "March-May 2025" as a span, and the first month of "March and May 2025" with the year behind the second."""
    tokens = scene.tokens
    second = month_at(scene, j + 1)
    if second is None:
        return None
    year, end = year_after(scene, second[1])
    if tokens[j].text in DASHES:
        return When(i, end, year, month=first, last_month=second[0], inferred=None if year else "year")
    if year is None or _day(tokens, second[1]):
        return None
    return When(i, j, year, month=first, inferred="year")


def _bare_month(scene: Scene, i: int, number: int) -> When | None:
    tokens = scene.tokens
    before = preposition(scene, i)
    related = scene.lexicon.calendar["relative"].get(at(tokens, i - 1).low)
    bracketed = at(tokens, i - 1).text == "(" and at(tokens, i + 1).text == ")"
    joined = follows_month(scene, i) or at(tokens, i - 1).low in _PARTS_OF_MONTH
    if before is None and related is None and not bracketed and not joined and not _is_suffixed(scene, i):
        follows_name = at(tokens, i + 1).text[:1].isupper() or at(tokens, i - 1).text[:1].isupper()
        if tokens[i].low in _NAMES_TOO or scene.lexicon.language != "en" or len(tokens[i].low) <= 4 or follows_name:
            return None
    return When(i, i + 1, month=number, inferred="year")


def _is_suffixed(scene: Scene, i: int) -> bool:
    return scene.lexicon.language == "az" and scene.tokens[i].low.endswith(("da", "də", "dan", "dən"))
