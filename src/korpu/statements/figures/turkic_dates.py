"""Times in Azerbaijani: "2025-ci il fevralın 5-də", "ötən ilin mart ayında", "ilin birinci rübündə", "payızda".

The year comes first, in the case of an owner, then the month, then the day; or day, month and year as in English.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from korpu.statements.figures.bare_years import stands_as_year
from korpu.statements.figures.endings import is_form_of
from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.turkic_day import day_at, joined_suffix, tense_of
from korpu.statements.figures.when import When, is_day

_MONTHS = (
    "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr",
)  # fmt: skip
_SEASONS = {"yaz": 21, "bahar": 21, "yay": 22, "payız": 23, "qış": 24}
_PARTS = {
    "əvvəl": "early", "başlanğıc": "early", "orta": "mid", "son": "late", "axır": "late", "yekun": "late",
}  # fmt: skip
_SHIFTS = {
    "ötən": -1, "keçən": -1, "keçmiş": -1, "əvvəlki": -1, "bu": 0, "cari": 0, "builki": 0, "hazırkı": 0, "gələn": 1,
    "növbəti": 1, "qarşıdakı": 1,
}  # fmt: skip
_WEEKDAYS = (
    ("bazar", "ertəsi"), ("çərşənbə", "axşamı"), ("çərşənbə",), ("cümə", "axşamı"), ("cümə",), ("şənbə",), ("bazar",),
)  # fmt: skip
_DAYS = {"dünən": -1, "srağagün": -2, "sabah": 1}
_ROMAN = {"i": 1, "ı": 1, "ii": 2, "ıı": 2, "iii": 3, "ııı": 3, "iv": 4, "ıv": 4}
_KINDS_OF_YEAR = frozenset(["tədris", "dərs", "maliyyə", "büdcə", "təqvim"])
_MARKS = frozenset(["ci", "cı", "cu", "cü"])


def date_at(scene: Scene, i: int) -> When | None:
    """Read the time that starts at a token; one without its year lacks it still."""
    token = scene.tokens[i]
    if token.digit:
        return _decade(scene, i) or _from_day(scene, i) or _from_year(scene, i)
    for rule in _RULES:
        when = rule(scene, i)
        if when is not None:
            return when
    return None


@cache
def month_of(word: str) -> int | None:
    """Return the month that a word names, with any endings.

    >>> month_of("fevralın"), month_of("mayın"), month_of("mayor")
    (2, 5, None)
    """
    return next((k for k, stem in enumerate(_MONTHS, 1) if is_form_of(word, stem)), None)


@cache
def season_of(word: str) -> int | None:
    """Return the season that a word names, with any endings."""
    if word in ("yazı", "yazın", "yaza", "yazdır", "yayı", "yayın", "yaya", "yayla", "yazıdır", "yazılar", "yayda"):
        return {"yazın": 21, "yayın": 22, "yayda": 22}.get(word)
    return next((v for stem, v in _SEASONS.items() if is_form_of(word, stem)), None)


@cache
def _is(word: str, stem: str) -> bool:
    return is_form_of(word, stem)


def _year_word(token: Token) -> bool:
    return token.low.startswith("il") and token.low != "ilə" and (_is(token.low, "il") or token.low == "ilədək")


def year_at(scene: Scene, i: int) -> tuple[int, int | None, int] | None:
    """Read "2025-ci ildə", "2025", "2023-2025-ci illərdə": first year, last if any, index past the words."""
    tokens = scene.tokens
    first = _four(at(tokens, i))
    if first is None:
        return None
    j, last = i + 1, None
    joiner, second = at(tokens, j), _four(at(tokens, j + 1))
    if (joiner.text in DASHES or joiner.text == "/") and second is not None and first < second <= first + 60:
        last, j = second, j + 2
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).low in _MARKS:
        j += 2
    j += j > i + 1 and at(tokens, j).low in _KINDS_OF_YEAR
    if _year_word(at(tokens, j)) or (j > i + 1 and at(tokens, j).low == "ilə"):
        return first, last, j + 1
    suffix = joined_suffix(tokens, j)
    return first, last, suffix if j == i + 1 and suffix else j


def _four(token: Token) -> int | None:
    year = int(token.text) if token.digit and len(token.text) == 4 and token.text.isdigit() else 0
    return year if 1900 <= year < 2100 else None


def _from_year(scene: Scene, i: int) -> When | None:
    """Read a time that opens with its year."""
    found = year_at(scene, i)
    if found is None:
        return None
    year, last, j = found
    if j == i + 1 and not stands_as_year(scene, i, year):
        return None
    if at(scene.tokens, j).low in ("ərzində", "müddətində") or last:
        season = season_of(at(scene.tokens, j).low)
        if season and last == year + 1:
            return When(i, j + 1, year, season=season)
        return When(i, j, year, last)
    return _within(scene, i, j, year) or When(i, j, year)


def _within(scene: Scene, i: int, j: int, year: int | None) -> When | None:
    """Read what follows a year at token `j`: a month with or without day, a season, a quarter, a part."""
    tokens = scene.tokens
    if j >= len(tokens):
        return None
    inner = _from_month(scene, j) or _month_last(scene, j) or _season(scene, j) or _slice(scene, j) or _part(scene, j)
    if inner is None or (inner.year is not None and not inner.relative):
        return None
    inner.start, inner.year, inner.inferred, inner.relative = i, year, None, False
    return inner


def _month_last(scene: Scene, j: int) -> When | None:
    """Read "16 yanvar" behind a year."""
    when = _from_day(scene, j) if at(scene.tokens, j).digit else None
    return when if when and when.month else None


def _from_day(scene: Scene, i: int) -> When | None:
    """Read "16 yanvar 2026-cı il", "5-6 fevral", "16 yanvarda"."""
    tokens = scene.tokens
    found = day_at(tokens, i)
    if found is None:
        return None
    day, last, j = found
    month = month_of(at(tokens, j).low)
    if month is None:
        return _before_another(scene, i, day, j)
    if not is_day(None, month, last or day):
        return None
    j = _month_word(scene, j + 1)
    year = year_at(scene, j)
    if year and year[1] is None and (year[2] > j + 1 or _standing(scene, j)):
        return When(i, year[2], year[0], month=month, day=day, last_day=last)
    when = When(i, j, month=month, day=day, last_day=last, inferred="year")
    related = _related_year(scene, j)
    if related:
        when.year, when.end, when.relative = related[0], related[1], True
    return when


def _standing(scene: Scene, j: int) -> bool:
    return not at(scene.tokens, j + 1).text[:1].islower() or at(scene.tokens, j + 1).low in ("tarixli", "tarixində")


def _before_another(scene: Scene, i: int, day: int, j: int) -> When | None:
    """Read the first day of "12 və 14 may"."""
    tokens = scene.tokens
    if at(tokens, j).low not in ("və", "ilə") or not at(tokens, j + 1).digit:
        return None
    other = _from_day(scene, j + 1)
    if other is None or other.month is None or other.day is None or not day < other.day:
        return None
    return When(i, j, other.year, month=other.month, day=day, inferred="month")


def _month_word(scene: Scene, j: int) -> int:
    """Step over "ayı", "ayının" behind the name of a month."""
    return j + 1 if at(scene.tokens, j).low != "ay" and _is(at(scene.tokens, j).low, "ay") else j


def _from_month(scene: Scene, i: int) -> When | None:
    """Read "fevralın 5-də", "mart ayında", "yanvar-avqust aylarında", "fevral 2025-ci il", "aprelin sonunda"."""
    tokens = scene.tokens
    month = month_of(tokens[i].low)
    if month is None:
        return None
    j = _month_word(scene, i + 1)
    if at(tokens, j).text in DASHES and j == i + 1:
        last = month_of(at(tokens, j + 1).low)
        if last and last > month:
            when = When(i, _month_word(scene, j + 2), month=month, last_month=last, inferred="year")
            return _with_year_behind(scene, when)
    owned = tokens[j - 1].low.endswith(("ın", "in", "un", "ün"))
    found = day_at(tokens, j) if owned or j == i + 1 else None
    if found and is_day(None, month, found[1] or found[0]) and (owned or _closed(scene, found[2])):
        end = joined_suffix(tokens, found[2]) or found[2]
        return _with_year_behind(scene, When(i, end, month=month, day=found[0], last_day=found[1], inferred="year"))
    if owned:
        part = _part_word(at(tokens, j).low)
        if part:
            return When(i, j + 1, month=month, part=part, inferred="year")
    when = _with_year_behind(scene, When(i, j, month=month, inferred="year"))
    return when if when.year or _dates(scene, i, j) else None


def _closed(scene: Scene, j: int) -> bool:
    """Say whether a number behind a plain month is a day: "mart 5", not "mart 20 nəfər"."""
    return joined_suffix(scene.tokens, j) is not None or not at(scene.tokens, j).text[:1].islower()


def _with_year_behind(scene: Scene, when: When) -> When:
    j = when.end + 1 if at(scene.tokens, when.end).text == "," else when.end
    year = year_at(scene, j)
    if year and year[1] is None and (year[2] > j + 1 or j > when.end or _standing(scene, j)):
        when.year, when.end, when.inferred = year[0], year[2], None
    return when


def _dates(scene: Scene, i: int, j: int) -> bool:
    """Say whether a bare month dates something here: "martda", "mart ayında", "maydan", "iyuladək"."""
    last = scene.tokens[j - 1].low
    if j > i + 1:
        return True
    return last.endswith(("da", "də", "dan", "dən", "dək", "dak")) or at(scene.tokens, j).low in ("qədər", "kimi")


def _season(scene: Scene, i: int) -> When | None:
    """Read "payızda", "qışın", "yazında", "yay mövsümündə"."""
    tokens = scene.tokens
    season = season_of(tokens[i].low)
    if season is None:
        return None
    low, after = tokens[i].low, at(tokens, i + 1).low
    if _is(after, "ay") and after != "ay":
        return When(i, i + 2, season=season, inferred="year")
    part = _part_word(after) if low.endswith(("ın", "in")) else None
    if part:
        return When(i, i + 2, season=season, inferred="year")
    owned = i > 0 and _year_word(tokens[i - 1])
    placed = low.endswith(("da", "də", "dan", "dən", "dək", "dak"))
    if owned or placed or after in ("mövsümündə", "mövsümü", "fəslində", "mövsümünə", "mövsümünün", "mövsümünədək"):
        return When(i, i + 1, season=season, inferred="year")
    return None


def _slice(scene: Scene, i: int) -> When | None:
    """Read "birinci rübündə", "ilk doqquz ayında", "III rübdə", "ikinci yarısında"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    nth = _nth(scene, i)
    if nth is None:
        return None
    number, j = nth
    after = at(tokens, j)
    if _is(after.low, "rüb") or _is(after.low, "kvartal"):
        return _months(i, j + 1, number, 3)
    if _is(after.low, "yarı") or _is(after.low, "yarımil") or after.low.startswith("yarımilli"):
        return _months(i, j + 1, number, 6)
    value = int(after.text) if after.text.isdigit() else int(lexicon.numbers.get(after.low, (0, ""))[0])
    if 1 < value < 12 and _is(at(tokens, j + 1).low, "ay") and number in (1, -1):
        return _months(i, j + 2, number, value)
    return None


def _nth(scene: Scene, i: int) -> tuple[int, int] | None:
    tokens = scene.tokens
    token = tokens[i]
    if token.digit and at(tokens, i + 1).text in DASHES and at(tokens, i + 2).low in _MARKS:
        return (int(token.text), i + 3) if token.text in ("1", "2", "3", "4") else None
    if token.low == "ilk":
        return 1, i + 1
    if token.low == "son":
        return -1, i + 1
    value = _ROMAN.get(token.low) if token.text.isupper() else None
    value = value or int(scene.lexicon.ordinals.get(token.low, 0))
    return (value, i + 1) if 1 <= value <= 4 else None


def _months(i: int, j: int, nth: int, length: int) -> When | None:
    first = 13 - length if nth == -1 else (nth - 1) * length + 1
    return When(i, j, month=first, last_month=first + length - 1, inferred="year") if first + length <= 13 else None


def _bare_slice(scene: Scene, i: int) -> When | None:
    """Read a quarter or half without its year: only where it dates something."""
    when = _slice(scene, i)
    if when is None or not scene.tokens[when.end - 1].low.endswith(("da", "də", "dan", "dən", "dək", "dak")):
        return None
    published = scene.context.published
    when.year = published[0] if published else None
    return when


@cache
def _part_word(low: str) -> str | None:
    if low in ("sonra", "sonrakı", "əvvəl", "əvvəlki", "son", "orta"):
        return None
    return next((v for stem, v in _PARTS.items() if is_form_of(low, stem)), None)


def _part(scene: Scene, i: int) -> When | None:
    """Read "sonunadək", "əvvəlində" behind a year."""
    part = _part_word(scene.tokens[i].low)
    return When(i, i + 1, part=part) if part else None


def _related_year(scene: Scene, i: int) -> tuple[int | None, int] | None:
    """Read "ötən il", "bu ilin", "builki": the year, and the index past it."""
    tokens, published = scene.tokens, scene.context.published
    low, after = at(tokens, i).low, at(tokens, i + 1)
    shift = _SHIFTS.get(low)
    if low == "builki" or (low.startswith("buil") and low in ("builki", "buildən")):
        return (published[0] if published else None), i + 1
    if shift is None or not _year_word(after) or after.low.startswith(("illər", "illik", "illiyi")):
        return None
    return (published[0] + shift if published else None), i + 2


def _relative(scene: Scene, i: int) -> When | None:
    """Read a time told from the day of publication: "ötən ilin mart ayında", "bu il", "gələn ay", "ötən həftə"."""
    tokens, published = scene.tokens, scene.context.published
    related = _related_year(scene, i)
    if related is not None:
        year, j = related
        inner = _within(scene, i, j, year)
        when = inner or When(i, j, year)
        when.relative, when.inferred = True, "year"
        return when
    low = tokens[i].low
    shift, after = _SHIFTS.get(low), at(tokens, i + 1)
    if low == "ilin" and not (i and (tokens[i - 1].digit or tokens[i - 1].low in (*_SHIFTS, *_MARKS, "hər"))):
        inner = _slice(scene, i + 1) or _part(scene, i + 1) if i + 1 < len(tokens) else None
        if inner is None:
            return None
        inner.start, inner.relative, inner.inferred = i, True, "year"
        inner.year = published[0] if published else None
        return inner
    if shift is None or after.low == "gün":
        return _day_word(scene, i)
    if _is(after.low, "ay") and not after.low.startswith(("aylar", "aylıq", "aya ")):
        return _month_away(scene, i, shift)
    if _is(after.low, "həftə"):
        return _week(scene, i, shift)
    season, month = season_of(after.low), month_of(after.low)
    if season is not None or month is not None:
        when = When(i, i + 2, season=season, month=month, inferred="year", relative=True)
        return _of_year(scene, when, shift)
    return _weekday(scene, i + 1, i, shift)


def _month_away(scene: Scene, i: int, shift: int) -> When:
    tokens, published = scene.tokens, scene.context.published
    when = When(i, i + 2, inferred="month", relative=True)
    if published and published[1]:
        when.year, when.month = divmod(published[0] * 12 + published[1] - 1 + shift, 12)
        when.month += 1
    if tokens[i + 1].low.endswith("ın"):
        found = day_at(tokens, i + 2)
        part = _part_word(at(tokens, i + 2).low)
        if found:
            when.day, when.last_day = found[0], found[1]
            when.end = joined_suffix(tokens, found[2]) or found[2]
        elif part:
            when.part, when.end = part, i + 3
    return when


def _week(scene: Scene, i: int, shift: int) -> When:
    today = _today(scene)
    if today is None:
        return When(i, i + 2, inferred="day", relative=True)
    first = today + timedelta(days=7 * shift - today.weekday())
    last = first + timedelta(days=6)
    when = When(i, i + 2, first.year, month=first.month, day=first.day, inferred="day", relative=True)
    when.last_day, when.last_month = last.day, last.month
    when.last_year = last.year if last.year != first.year else None
    return when


def _of_year(scene: Scene, when: When, shift: int) -> When:
    """Choose the season or month before, around or after the publication date."""
    published = scene.context.published
    if published is None:
        return when
    year, month, middle = published[0], published[1] or 1, when.middle or 1
    if shift == 0:
        when.year = year - 1 if when.season == 24 and month <= 2 else year
    elif shift < 0:
        when.year = year if middle + (1 if when.season else 0) < month else year - 1
    else:
        when.year = year if middle - (1 if when.season else 0) > month else year + 1
    return when


def _day_word(scene: Scene, i: int) -> When | None:
    tokens = scene.tokens
    low, today = tokens[i].low, _today(scene)
    if low in _DAYS:
        return _on(i, i + 1, today + timedelta(days=_DAYS[low]) if today else None)
    if low == "bu" and at(tokens, i + 1).low == "gün":
        return _on(i, i + 2, today) if today else None
    return _weekday(scene, i, i, None)


def _weekday(scene: Scene, i: int, start: int, shift: int | None) -> When | None:
    """Read "çərşənbə günü", "ötən cümə", "bazar ertəsi"."""
    tokens = scene.tokens
    for k, words in enumerate(_WEEKDAYS):
        if tuple(t.low for t in tokens[i : i + len(words)]) != words:
            continue
        j = i + len(words)
        dayed = _is(at(tokens, j).low, "gün")
        if shift is None and not dayed and len(words) == 1:
            return None
        end, today = j + dayed, _today(scene)
        if today is None:
            return _on(start, end, None)
        ahead = (k - today.weekday()) % 7
        if shift == 1 or (shift is None and tense_of(scene.tokens, start, end) == "future"):
            return _on(start, end, today + timedelta(days=ahead or 7))
        return _on(start, end, today - timedelta(days=(7 - ahead) % 7 or (7 if shift == -1 else 0)))
    return None


def _decade(scene: Scene, i: int) -> When | None:
    """Read "1990-cı illərdə"."""
    tokens = scene.tokens
    found = year_at(scene, i)
    if found is None or found[1] is not None or found[0] % 10 or found[2] < i + 3:
        return None
    plural = tokens[found[2] - 1].low.startswith("illər")
    return When(i, found[2], found[0], decade=True) if plural else None


def _today(scene: Scene) -> date | None:
    published = scene.context.published
    if published is None or published[1] is None or published[2] is None:
        return None
    return date(published[0], published[1], published[2])


def _on(start: int, end: int, day: date | None) -> When:
    if day is None:
        return When(start, end, inferred="day", relative=True)
    return When(start, end, day.year, month=day.month, day=day.day, inferred="day", relative=True)


_RULES: tuple[Callable[[Scene, int], When | None], ...] = (_relative, _from_month, _season, _bare_slice)


def bound_of(scene: Scene, when: When) -> str | None:
    """Return what the ending or the word behind a time makes of it: until, since, after, before, or in."""
    tokens = scene.tokens
    last, after = tokens[when.end - 1].low, at(tokens, when.end).low
    if last.endswith(("dək", "dak")) or after in ("qədər", "kimi"):
        return "until"
    if last.endswith(("dan", "dən")):
        return {"sonra": "after", "əvvəl": "before", "öncə": "before"}.get(after, "since")
    return "in"
