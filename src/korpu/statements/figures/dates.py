"""Times stated in full or in part: days, months, seasons, quarters, years and spans of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.nouns import is_plural
from korpu.statements.figures.numerals import DASHES, at
from korpu.statements.figures.relative import relative_time
from korpu.statements.figures.tokens import Token
from korpu.statements.figures.when import When, is_day
from korpu.statements.figures.years import preposition

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ORDINAL_SUFFIX = frozenset({"st", "nd", "rd", "th"})
_RANGE = DASHES | {"/"}
_NAMES_TOO = frozenset({"may", "march", "mart", "марта", "мая", "май", "март"})
_EARLIEST, _LATEST = 1900, 2100


def date_at(scene: Scene, i: int) -> When | None:
    """Read the time that starts at a token; one without its year still lacks it (see years.resolve_year)."""
    return _with_part(scene, i) or _core(scene, i)


def _core(scene: Scene, i: int) -> When | None:
    token = scene.tokens[i]
    if token.digit:
        return _numeric(scene, i) or _day_month(scene, i) or _from_year(scene, i)
    calendar = scene.lexicon.calendar
    if token.low in calendar["month"]:
        return _from_month(scene, i)
    if token.low in calendar["season"]:
        return _season(scene, i)
    if token.text in ("Q", "H") or token.low in calendar["nth"]:
        return _part_of_year(scene, i) or relative_time(scene, i)
    return relative_time(scene, i)


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


def _numeric(scene: Scene, i: int) -> When | None:
    """Read 15.03.2025, 15/03/2025 and 2025-03-15."""
    tokens = scene.tokens
    dotted = _DOTTED.fullmatch(tokens[i].text)
    if dotted:
        day, month, year = map(int, dotted.groups())
        if is_day(year, month, day):
            found = year_at(tokens, i, scene.lexicon)
            end = found[1] if found else i + 1
            if at(tokens, end).low in scene.lexicon.calendar["yearword"]:
                end += 1
            return When(i, end, year, month=month, day=day)
        return None
    mark = at(tokens, i + 1).text
    run = tokens[i : i + 5]
    if mark not in ("-", "/") or len(run) < 5 or run[3].text != mark or not all(t.glued for t in run[1:]):
        return None
    if not all(t.text.isdigit() for t in run[::2]):
        return None
    first, month, last = (int(t.text) for t in run[::2])
    day, year = (last, first) if len(run[0].text) == 4 else (first, last)
    if len(run[0].text) != 4 and len(run[4].text) != 4:
        return None
    if month > 12 >= day:
        day, month = month, day
    return When(i, i + 5, year, month=month, day=day) if is_day(year, month, day) else None


def _day(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """Read a day of the month, "15" or "15th"; return it and the index past it."""
    token = at(tokens, i)
    if not (token.digit and len(token.text) <= 2 and 1 <= int(token.text or 0) <= 31):
        return None
    after = at(tokens, i + 1)
    return int(token.text), i + 2 if after.glued and after.low in _ORDINAL_SUFFIX else i + 1


def _month(scene: Scene, i: int) -> tuple[int, int] | None:
    """Read a month's name, with the full stop of a short form; English months are capitalised."""
    token = at(scene.tokens, i)
    value = scene.lexicon.calendar["month"].get(token.low)
    if not isinstance(value, int) or (scene.lexicon.language == "en" and not token.text[:1].isupper()):
        return None
    dotted = at(scene.tokens, i + 1).text == "." and at(scene.tokens, i + 1).glued and len(token.text) <= 4
    return value, i + 2 if dotted and i + 2 < len(scene.tokens) and token.low != "may" else i + 1


def _day_month(scene: Scene, i: int) -> When | None:
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
    month = _month(scene, k)
    if month is None:
        return _listed_day(scene, i, day, j) if last_day is None else None
    if not is_day(None, month[0], last_day or day):
        return None
    year, end = _year_after(scene, month[1])
    return When(i, end, year, month=month[0], day=day, last_day=last_day, inferred=None if year else "year")


def _listed_day(scene: Scene, i: int, day: int, j: int) -> When | None:
    joiner = at(scene.tokens, j).low
    if joiner not in ("and", "to", "or", "та", "і", "и", "до", "по") or not at(scene.tokens, j + 1).digit:
        return None
    other = _day_month(scene, j + 1)
    if other is None or other.month is None or other.day is None or not day < other.day:
        return None
    return When(i, j, other.year, month=other.month, day=day, inferred="month")


def _year_after(scene: Scene, j: int) -> tuple[int | None, int]:
    """Read the year behind a month: ", 2025", "of 2025", "of this year", "last year"; else None and the same index."""
    tokens = scene.tokens
    for skip in (j, j + 1 if at(tokens, j).text == "," or at(tokens, j).low == "of" else j):
        found = year_at(tokens, skip, scene.lexicon)
        if found:
            return found
    k = j + 1 if at(tokens, j).low == "of" else j
    related = relative_time(scene, k) if k < len(tokens) else None
    if related and related.relative and related.month is None and related.year and not related.season:
        return related.year, related.end
    return None, j


def _from_month(scene: Scene, i: int) -> When | None:
    tokens = scene.tokens
    month = _month(scene, i)
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
        year, end = _year_after(scene, end)
        return When(i, end, year, month=number, day=day[0], last_day=last_day, inferred=None if year else "year")
    if at(tokens, j).text in DASHES or at(tokens, j).low in ("to", "and", "or", "до", "та", "і", "и"):
        joined = _two_months(scene, i, number, j)
        if joined:
            return joined
    year, end = _year_after(scene, j)
    if year:
        related = not any(t.digit for t in tokens[j:end])
        return When(i, end, year, month=number, inferred="year" if related else None)
    return _bare_month(scene, i, number)


def _counts(scene: Scene, j: int) -> bool:
    """Tell "May 20 teams" from a day: what follows is a noun in the plural."""
    word = at(scene.tokens, j)
    return word.text[:1].islower() and is_plural(word.low, scene.lexicon)


def _two_months(scene: Scene, i: int, first: int, j: int) -> When | None:
    """Read "March-May 2025" as a span, and the first month of "March and May 2025" with the year behind the second."""
    tokens = scene.tokens
    second = _month(scene, j + 1)
    if second is None:
        return None
    year, end = _year_after(scene, second[1])
    if tokens[j].text in DASHES:
        return When(i, end, year, month=first, last_month=second[0], inferred=None if year else "year")
    if year is None or _day(tokens, second[1]):
        return None
    return When(i, j, year, month=first, inferred="year")


def _bare_month(scene: Scene, i: int, number: int) -> When | None:
    tokens = scene.tokens
    before = preposition(scene, i)
    related = scene.lexicon.calendar["relative"].get(at(tokens, i - 1).low)
    if before is None and related is None and not _is_suffixed(scene, i):
        follows_name = at(tokens, i + 1).text[:1].isupper() or at(tokens, i - 1).text[:1].isupper()
        if tokens[i].low in _NAMES_TOO or scene.lexicon.language != "en" or len(tokens[i].low) <= 4 or follows_name:
            return None
    return When(i, i + 1, month=number, inferred="year")


def _is_suffixed(scene: Scene, i: int) -> bool:
    return scene.lexicon.language == "az" and scene.tokens[i].low.endswith(("da", "də", "dan", "dən"))


def _season(scene: Scene, i: int) -> When | None:
    """Read "spring of 2025", "winter 2023/24", "in the spring"; a season that describes a noun is none."""
    tokens = scene.tokens
    season = int(scene.lexicon.calendar["season"][tokens[i].low])
    j = i + 1
    k = j + 1 if at(tokens, j).low == "of" else j
    span = _years(scene, k)
    if span and span[1] and span[1] == span[0] + 1:
        return When(i, span[2], span[0], season=season)
    year, end = _year_after(scene, j)
    if year:
        related = not any(t.digit for t in tokens[j:end])
        return When(i, end, year, season=season, inferred="year" if related else None)
    before = preposition(scene, i)
    related_word = scene.lexicon.calendar["relative"].get(at(tokens, i - 1).low)
    adverb = scene.lexicon.language in ("uk", "ru") and tokens[i].low.endswith(("ку", "ом", "ені", "ні", "енью", "ой"))
    if tokens[i].low == "fall" or related_word is not None or (before is None and not adverb):
        return None
    after = at(tokens, j)
    if after.text[:1].isalpha() and after.low not in scene.lexicon.roles["stop"] and after.text[:1].islower():
        return None
    return When(i, j, season=season, inferred="year")


def _years(scene: Scene, i: int) -> tuple[int, int | None, int] | None:
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


def _from_year(scene: Scene, i: int) -> When | None:
    """Read "2025", "2025-2027", "2023/24 season", "1990s", "2025-03"; a round number before a noun is a count."""
    tokens = scene.tokens
    span = _years(scene, i)
    if span is None or _in_a_name(scene, i):
        return None
    year, last, j = span
    if last:
        return When(i, j + 1 if at(tokens, j).low in ("season", "seasons") else j, year, last)
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


def _day_after_year(scene: Scene, i: int, year: int, j: int) -> When | None:
    """Read the Azerbaijani order: "2026-cı il 16 yanvar", "2026-cı ilin yanvarında"."""
    if scene.lexicon.language != "az" or j == i + 1:
        return None
    inner = _day_month(scene, j) or (_from_month(scene, j) if j < len(scene.tokens) else None)
    if inner is None or inner.year:
        return None
    return When(i, inner.end, year, month=inner.month, day=inner.day, last_day=inner.last_day)


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
    round_number = year % 50 == 0
    plural = after.text[:1].islower() and is_plural(after.low, lexicon) and after.low not in lexicon.roles["stop"]
    return round_number and plural and at(tokens, i - 1).low not in ("in", "since", "by", "until", "the")


def _part_of_year(scene: Scene, i: int) -> When | None:
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
    year, end = _year_after(scene, j)
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


def _with_part(scene: Scene, i: int) -> When | None:
    """Read "end of April 2025", "mid-2024", "early March", "the end of the year"."""
    tokens, calendar = scene.tokens, scene.lexicon.calendar
    part = calendar["part"].get(tokens[i].low)
    if part is None:
        return None
    j = i + 1
    if (at(tokens, j).text in DASHES and at(tokens, j).glued) or at(tokens, j).low == "of":
        j += 1
    elif tokens[i].low in ("end", "start", "beginning", "middle", "close", "outset"):
        return None
    if j >= len(tokens):
        return None
    if at(tokens, j).low == "the" and calendar["period"].get(at(tokens, j + 1).low) == "year":
        year = scene.context.published[0] if scene.context.published else None
        return When(i, j + 2, year, part=str(part), inferred="year", relative=True)
    inner = _core(scene, j)
    if inner is None and at(tokens, j).low in calendar["month"]:
        month = _month(scene, j)
        inner = When(j, month[1], month=month[0], inferred="year") if month else None
    if inner is None or inner.day is not None:
        return None
    inner.start, inner.part = i, str(part)
    return inner
