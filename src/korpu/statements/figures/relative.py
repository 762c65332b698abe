"""Times told from the day of publication: "this year", "last month", "next summer", "on Monday", "yesterday"."""

from __future__ import annotations

from datetime import date, timedelta

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import at
from korpu.statements.figures.when import When
from korpu.statements.figures.years import preposition, tense

_WEEKDAY_LEADS = frozenset(
    {
        "on",
        "last",
        "next",
        "this",
        "by",
        "until",
        "since",
        "from",
        "раніше",
        "пізніше",
        "раньше",
        "позже",
        "позднее",
        "у",
        "в",
        "во",
        "до",
        "з",
        "із",
        "с",
        "со",
        "к",
        "на",
    }
)
_SPAN_WORDS = frozenset({"the", "its", "their", "our"})


def relative_time(scene: Scene, i: int) -> When | None:
    """Read a time that counts from the publication date; its value is None while that date is unknown."""
    calendar, token = scene.lexicon.calendar, scene.tokens[i]
    if token.low in calendar["relative"]:
        return _shifted(scene, i, int(calendar["relative"][token.low]))
    further = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get(
        (at(scene.tokens, i + 1).low, at(scene.tokens, i + 2).low)
    )
    if token.low in calendar["reckoned"] and further is not None:
        today = _today(scene)
        return _on(i, i + 3, today + timedelta(days=further) if today else None)
    if token.low in calendar["anchored"] and at(scene.tokens, i + 1).low == "before":
        ends = not at(scene.tokens, i + 2).text[:1].isalnum()
        return _from_anchor(scene, i, -1) if ends and at(scene.tokens, i - 1).low == "the" else None
    if token.low in calendar["yearday"]:
        published = scene.context.published
        year = published[0] + int(calendar["yearday"][token.low]) if published else None
        return When(i, i + 1, year, inferred="year", relative=True)
    if token.low in calendar["day"]:
        today, shift = _today(scene), int(calendar["day"][token.low])
        if today is None and shift == 0:
            return None  # "today" may be "nowadays"; without a day of publication it dates nothing
        return _on(i, i + 1, today + timedelta(days=shift) if today else None)
    if token.low in calendar["weekday"] and (token.text[0].isupper() or scene.lexicon.language in ("uk", "ru")):
        return _weekday(scene, i, int(calendar["weekday"][token.low]))
    return None


def _shifted(scene: Scene, i: int, shift: int) -> When | None:
    """Read "this year", "last month", "next summer", "last April"; "the last year" is a length of time, not a date."""
    tokens, calendar = scene.tokens, scene.lexicon.calendar
    word, before = at(tokens, i + 1), at(tokens, i - 1)
    published = scene.context.published
    period = calendar["period"].get(word.low)
    if before.low in _SPAN_WORDS and tokens[i].low == "past" and period == "week":
        return _days(i, _today(scene), -7, 6)
    if period == "year" and before.low == "the" and tokens[i].low in ("previous", "following"):
        return _from_anchor(scene, i, shift)
    if before.low in _SPAN_WORDS and tokens[i].low != "current":
        return None
    if period in ("week", "weekend") and tokens[i].low not in ("past", "following") and at(tokens, i + 2).low != "of":
        return _week(scene, i, shift, weekend=period == "weekend")
    if word.low in calendar["weekday"] and scene.lexicon.language in ("uk", "ru"):
        return _named_weekday(scene, i, int(calendar["weekday"][word.low]), shift)
    if word.low in calendar["weekday"] and word.text[0].isupper() and tokens[i].low in _WEEKDAY_LEADS:
        day = _weekday(scene, i + 1, int(calendar["weekday"][word.low]))
        if day:
            day.start = i
        return day
    if period == "year" and tokens[i].low != "past":
        return When(i, i + 2, published[0] + shift if published else None, inferred="year", relative=True)
    if period == "month" and tokens[i].low != "past":
        return _month(i, published, shift)
    season, month = calendar["season"].get(word.low), calendar["month"].get(word.low)
    if season is not None and tokens[i].low not in ("past", "following"):
        return _of_year(scene, When(i, i + 2, season=int(season), inferred="year", relative=True), shift)
    if month is not None and word.text[:1].isupper() and not at(tokens, i + 2).digit:
        return _of_year(scene, When(i, i + 2, month=int(month), inferred="year", relative=True), shift)
    return None


def _from_anchor(scene: Scene, i: int, shift: int) -> When | None:
    """Read "the year before" and "the following year", which count from the year stated last."""
    context = scene.context
    anchors = [a for a in context.anchors if context.sentence - a.sentence <= 1]
    if not anchors:
        return None
    return When(i, i + 2, anchors[-1].year + shift, inferred="year", relative=True)


def _week(scene: Scene, i: int, shift: int, *, weekend: bool) -> When:
    """Read "last week" as Monday to Sunday, "next weekend" as Saturday and Sunday."""
    today = _today(scene)
    ahead = 7 * shift - today.weekday() if today else 0
    return _days(i, today, ahead + 5, 1) if weekend else _days(i, today, ahead, 6)


def _days(i: int, today: date | None, ahead: int, length: int) -> When:
    """Return the days that begin so many days from today, as the time at two tokens."""
    if today is None:
        return When(i, i + 2, inferred="day", relative=True)
    first = today + timedelta(days=ahead)
    last = first + timedelta(days=length)
    when = _on(i, i + 2, first)
    when.last_day, when.last_month = last.day, last.month
    when.last_year = last.year if last.year != first.year else None
    return when


def _month(i: int, published: tuple[int, int | None, int | None] | None, shift: int) -> When:
    when = When(i, i + 2, inferred="month", relative=True)
    if published and published[1]:
        months = published[0] * 12 + published[1] - 1 + shift
        when.year, when.month = divmod(months, 12)
        when.month += 1
    return when


def _of_year(scene: Scene, when: When, shift: int) -> When:
    """Choose the season or month before, around or after the publication date."""
    published = scene.context.published
    if published is None:
        return when
    year, month = published[0], published[1] or 1
    middle = when.middle or 1
    if shift == 0:
        when.year = year - 1 if when.season == 24 and month <= 2 else year
    elif shift < 0:
        reach = middle + (1 if when.season else 0)
        when.year = year if reach < month else year - 1
    else:
        reach = middle - (1 if when.season else 0)
        when.year = year if reach > month else year + 1
    return when


def _named_weekday(scene: Scene, i: int, weekday: int, shift: int) -> When:
    """Read "минулої п'ятниці" and "в следующую среду": the nearest such day on that side, or that of this week."""
    today = _today(scene)
    if today is None:
        return _on(i, i + 2, None)
    ahead = weekday - today.weekday()
    if shift < 0:
        ahead = ahead % 7 - 7
    elif shift > 0:
        ahead = ahead % 7 or 7
    return _on(i, i + 2, today + timedelta(days=ahead))


def _weekday(scene: Scene, i: int, weekday: int) -> When | None:
    after_another = (
        at(scene.tokens, i - 1).low == "to" and at(scene.tokens, i - 2).low in scene.lexicon.calendar["weekday"]
    )
    if at(scene.tokens, i - 1).low not in _WEEKDAY_LEADS and not after_another and not _alone(scene, i):
        return None
    k = i + 2 if at(scene.tokens, i + 1).text == "," else i + 1
    if at(scene.tokens, k).digit or at(scene.tokens, k).low in scene.lexicon.calendar["month"]:
        return None  # "Tuesday, 4 March 2025": the date says it
    today = _today(scene)
    if today is None:
        return _on(i, i + 1, None)
    ahead = (weekday - today.weekday()) % 7
    when = tense(scene, i, i + 1)
    lead = preposition(scene, i)
    if at(scene.tokens, i - 1).low == "next" or when == "future" or (when is None and lead in ("by", "until")):
        return _on(i, i + 1, today + timedelta(days=ahead or 7))
    if when == "past" or lead == "since" or ahead > 3:
        return _on(i, i + 1, today - timedelta(days=(7 - ahead) % 7))
    return _on(i, i + 1, today + timedelta(days=ahead))


def _alone(scene: Scene, i: int) -> bool:
    """Say whether a weekday tells the time without a preposition, as agencies write: "arrived in Djibouti Monday"."""
    after = at(scene.tokens, i + 1)
    return i > 2 and scene.lexicon.language == "en" and (after.text in (".", ",") or after.low in _GOES_ON)


_GOES_ON = frozenset({"for", "that", "to", "after", "with", "at", "when", "as", "by", "and", "in"})


def _today(scene: Scene) -> date | None:
    published = scene.context.published
    if published is None or published[1] is None or published[2] is None:
        return None
    return date(published[0], published[1], published[2])


def _on(start: int, end: int, day: date | None) -> When:
    if day is None:
        return When(start, end, inferred="day", relative=True)
    return When(start, end, day.year, month=day.month, day=day.day, inferred="day", relative=True)
