"""Times told from the day of publication in Azerbaijani: "ötən ilin mart ayında", "gələn ay", "cümə günü"."""

from __future__ import annotations

from datetime import date, timedelta

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import at
from korpu.statements.figures.turkic_day import day_at, joined_suffix, tense_of
from korpu.statements.figures.turkic_months import from_day, from_month
from korpu.statements.figures.turkic_seasons import first_months, part_at, season_at, slice_at
from korpu.statements.figures.turkic_words import MARKS, SHIFTS, bent, month_of, part_of, related_year, season_of
from korpu.statements.figures.when import When

_WEEKDAYS = (
    ("bazar", "ertəsi"), ("çərşənbə", "axşamı"), ("çərşənbə",), ("cümə", "axşamı"), ("cümə",), ("şənbə",), ("bazar",),
)  # fmt: skip
_NEW_YEAR, _YEAR_END = 2, 12
_DAYS = {"bugün": 0, "dünən": -1, "srağagün": -2, "sabah": 1}


def within(scene: Scene, i: int, j: int, year: int | None) -> When | None:
    """Read what follows a year at token `j`: a month with or without day, a season, a quarter, a part."""
    tokens = scene.tokens
    if j >= len(tokens):
        return None
    inner = (
        first_months(scene, j)
        or from_month(scene, j, dated=True)
        or _month_last(scene, j)
        or season_at(scene, j)
        or slice_at(scene, j)
        or part_at(scene, j)
    )
    if inner is None or (inner.year is not None and not inner.relative):
        return None
    inner.start, inner.year, inner.inferred, inner.relative = i, year, None, False
    return inner


def _month_last(scene: Scene, j: int) -> When | None:
    """Read "16 yanvar" behind a year."""
    when = from_day(scene, j) if at(scene.tokens, j).digit else None
    return when if when and when.month else None


def relative_at(scene: Scene, i: int) -> When | None:
    """Read a time told from the day of publication: "ötən ilin mart ayında", "bu il", "gələn ay", "ötən həftə"."""
    tokens = scene.tokens
    related = related_year(scene, i)
    if related is not None:
        year, j = related
        inner = within(scene, i, j, year)
        when = inner or When(i, j, year)
        when.relative, when.inferred = True, "year"
        return when
    low = tokens[i].low
    shift, after = SHIFTS.get(low), at(tokens, i + 1)
    if low == "ilin" and not (i and (tokens[i - 1].digit or tokens[i - 1].low in (*SHIFTS, *MARKS, "hər"))):
        inner = slice_at(scene, i + 1) or part_at(scene, i + 1) if i + 1 < len(tokens) else None
        if inner is None:
            return None
        inner.start, inner.relative, inner.inferred = i, True, "year"
        inner.year = _this_year(scene, inner)
        return inner
    if low == "il" and part_of(after.low) and not _follows_year(scene, i):
        when = When(i, i + 2, part=part_of(after.low), inferred="year", relative=True)
        when.year = _this_year(scene, when)
        return when
    if low == "ayın":
        return _this_month(scene, i)
    if shift is None or after.low in ("gün", "gündən"):
        return _day_word(scene, i)
    if bent(after.low, "rüb"):
        return _quarter(scene, i, shift)
    if bent(after.low, "ay") and not after.low.startswith(("aylar", "aylıq", "aya ")):
        return _month_away(scene, i, shift)
    if bent(after.low, "həftə"):
        return _week(scene, i, shift)
    season, month = season_of(after.low), month_of(after.low)
    if season is not None or month is not None:
        when = When(i, i + 2, season=season, month=month, inferred="year", relative=True)
        return _of_year(scene, when, shift)
    return _weekday(scene, i + 1, i, shift)


def _follows_year(scene: Scene, i: int) -> bool:
    """Say whether a number or "this" before makes the word for year part of another time: "2025-ci il sonunda"."""
    before = at(scene.tokens, i - 1)
    return before.digit or before.low in (*SHIFTS, *MARKS, "hər", "bir") or before.low in scene.lexicon.numbers


def _this_year(scene: Scene, when: When) -> int | None:
    """Return the year that "the year" means: that of publication, or the one just over told of in its first weeks."""
    published = scene.context.published
    if published is None:
        return None
    first = when.month or {"early": 1, "mid": 5, "late": 10}.get(when.part or "", 1)
    over = (published[1] or _YEAR_END) <= _NEW_YEAR and first > _NEW_YEAR
    past = over and tense_of(scene.tokens, when.start, when.end) == "past"
    return published[0] - past


def _this_month(scene: Scene, i: int) -> When | None:
    """Read "ayın sonuna", "ayın 25-nə", where no month is named before."""
    tokens, published = scene.tokens, scene.context.published
    before = at(tokens, i - 1)
    counted = before.digit or before.low == "hər" or before.low in scene.lexicon.numbers
    if counted or month_of(before.low) or bent(before.low, "ay") or not (published and published[1]):
        return None
    part, found = part_of(at(tokens, i + 1).low), day_at(tokens, i + 1)
    if part:
        return When(i, i + 2, published[0], month=published[1], part=part, inferred="month", relative=True)
    if found is None or joined_suffix(tokens, i + 2) is None:
        return None
    return When(i, found[2], published[0], month=published[1], day=found[0], inferred="month", relative=True)


def _quarter(scene: Scene, i: int, shift: int) -> When:
    """Read "bu rübdə", "ötən rübdə"."""
    published = scene.context.published
    when = When(i, i + 2, inferred="month", relative=True)
    if published and published[1]:
        quarters = published[0] * 4 + (published[1] - 1) // 3 + shift
        when.year, when.month = quarters // 4, quarters % 4 * 3 + 1
        when.last_month = when.month + 2
    return when


def _month_away(scene: Scene, i: int, shift: int) -> When:
    tokens, published = scene.tokens, scene.context.published
    when = When(i, i + 2, inferred="month", relative=True)
    if published and published[1]:
        when.year, when.month = divmod(published[0] * 12 + published[1] - 1 + shift, 12)
        when.month += 1
    if tokens[i + 1].low.endswith("ın"):
        found = day_at(tokens, i + 2)
        part = part_of(at(tokens, i + 2).low)
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
    if scene.tokens[i + 1].low.endswith("nin"):
        named = next((k for k, words in enumerate(_WEEKDAYS) if _stands(scene, i + 2, words)), None)
        if named is not None:
            end = i + 2 + len(_WEEKDAYS[named])
            end += bent(at(scene.tokens, end).low, "gün")
            return _on(i, end, first + timedelta(days=named))
    return when


def _stands(scene: Scene, i: int, words: tuple[str, ...]) -> bool:
    return tuple(t.low for t in scene.tokens[i : i + len(words)]) == words


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
    day = low.removesuffix("dan").removesuffix("dən")
    if day in _DAYS:
        return _on(i, i + 1, today + timedelta(days=_DAYS[day]) if today else None)
    if low == "bu" and at(tokens, i + 1).low in ("gün", "gündən"):
        nowadays = tense_of(tokens, i, i + 2) is None
        return _on(i, i + 2, today) if today and not nowadays else None
    return _weekday(scene, i, i, None)


def _weekday(scene: Scene, i: int, start: int, shift: int | None) -> When | None:
    """Read "çərşənbə günü", "ötən cümə", "bazar ertəsi"."""
    tokens = scene.tokens
    for k, words in enumerate(_WEEKDAYS):
        if tuple(t.low for t in tokens[i : i + len(words)]) != words:
            continue
        j = i + len(words)
        dayed = bent(at(tokens, j).low, "gün")
        many = at(tokens, j).low.startswith("günlər") or at(tokens, start - 1).low == "hər"
        if many or (shift is None and not dayed and len(words) == 1):
            return None
        end, today = j + dayed, _today(scene)
        if today is None:
            return _on(start, end, None)
        ahead = (k - today.weekday()) % 7
        if shift == 1 or (shift is None and tense_of(scene.tokens, start, end) == "future"):
            return _on(start, end, today + timedelta(days=ahead or 7))
        return _on(start, end, today - timedelta(days=(7 - ahead) % 7 or (7 if shift == -1 else 0)))
    return None


def _today(scene: Scene) -> date | None:
    published = scene.context.published
    if published is None or published[1] is None or published[2] is None:
        return None
    return date(published[0], published[1], published[2])


def _on(start: int, end: int, day: date | None) -> When:
    if day is None:
        return When(start, end, inferred="day", relative=True)
    return When(start, end, day.year, month=day.month, day=day.day, inferred="day", relative=True)
