"""Checks *date_order* and *tense* in any language: the order of events against their dates, the tense against today.

Events are told in their order more often than not. Where the earlier stage is told first and dated later than the stage
that follows it, the two dates cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from korpu.kernel.edtf import EdtfTime, format_time, is_edtf, parse
from korpu.kernel.finding import Finding, Proposal, Range
from korpu.kernel.tables import rows
from korpu.statements.checks.events import time_of
from korpu.statements.checks.scene import Line, Placed, Scene

BACK = re.compile(
    r"\b(?:under|by|за|згідно з|відповідно до|по|согласно)\s+"
    r"(?:that|this|the same|цим|цією|цієї|тим|этому|этой|данному)\b"
    r"|\b(?:bu|həmin)\s+(?:sərəncam|saziş|müqavilə|qərar)\w*",
    re.IGNORECASE,
)
_RANGES = re.compile(
    r"(?P<a>\b(?:з|із|від|с|со|от)\s+)\Z|(?P<b>(?:tarixindən|ilindən|dan|dən)\s*)\Z", re.IGNORECASE
)  # fmt: skip
_TO = re.compile(r"\s*(?:року|года)?\s*(?:до|по|і до|та до)\s+(?:кінця\s+|конца\s+)?", re.IGNORECASE)
_AZ_TO = re.compile(r"\s*(?:tarixindən|ilindən|dan|dən)\s+", re.IGNORECASE)
_AZ_END = re.compile(r"\s*(?:tarixinə|ilinə|ə|a)?(?:dək|\s*qədər)", re.IGNORECASE)
_FAR = 70
LAST, PROMISED = 6, 2
"""Ranks: a thing in use, and a promise of it."""
STARTED = 3
_PROCESS = re.compile(
    r"(?:^|[.!?]\s)(?:the\s+)?(?:works?|repairs?|роботи|работы|ремонт|işlər|təmir)\s*(?:\w+\s*){0,4}$", re.IGNORECASE
)
CLOSE = 12
"""Characters between a verb and the year that is its own."""
MANY = 4
"""Words between a promise and its end, at most."""
NEAR = 3
"""Years that a slip of the pen moves a date at most; what lies further apart is another story."""
_FILL = re.compile(
    r"(?:was|were|then|року|году|года|році|воно|вона|вони|його|їх|было|были|была|було|isə|tarixində|have|been|they|"
    r"that|which|який|яка|які|который|которая|которые|already|вже|уже)",
    re.IGNORECASE,
)
_DAYS = {
    "uk": ("понеділ", "вівтор", "серед[ауиі]", "четвер", "п.ятниц", "субот", "неділ"),
    "ru": ("понедельник", "вторник", "сред[ауые]", "четверг", "пятниц", "суббот", "воскресень"),
    "az": ("bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə", "bazar"),
}
_JOINED = re.compile(
    r";|,?\s(?:and|but|while|і|та|й|а|але|и|но|və|isə)\s(?=(?:\w+\s){0,2}"
    r"(?:will|would|shall|is|are|was|were|буде|будуть|має|будет|будут|был|была|\w+(?:acaq|əcək)))",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:was|were|stood at|amounted to|totalled|reached|становив|становила|становило|склав|склала|склало|сягнув|"
    r"сягнула|"
    r"був|була|было|был|была|составил|составила|составило|достиг|достигла|olub|olmuşdur|təşkil edib|çatıb)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:under|за|по|згідно з|согласно)\s+(?:the\s+|an?\s+)?"
    r"(?:agreement|contract|decree|order|memorandum|контракт\w*|угод\w+|указ\w*|договор\w*|соглашени\w+)",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:усі|всі|все|bütün|all|all the|all of the)\s+$", re.IGNORECASE)
_PROMISE = re.compile(
    r"(?:promis|pledg|allocat|пообіця|обіця|виділ|пообеща|обеща|выдел|vəd|ayr|ayır)\w*.*",
    re.IGNORECASE,
)
_BE = re.compile(r"\bbe \w+", re.IGNORECASE)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Told:
    """An event of a line with its rank on the way from promise to use, and the date that stands with it."""

    rank: int
    start: int
    end: int
    date: Placed
    time: EdtfTime
    word: str = ""


@cache
def _words() -> tuple[tuple[int, re.Pattern[str]], ...]:
    table = rows("korpu.statements.checks", "data/event_words.csv")
    by_rank: dict[int, list[str]] = {}
    for row in table:
        by_rank.setdefault(int(row["rank"]), []).append(row["words"])
    return tuple((rank, _pattern(words)) for rank, words in by_rank.items())


@cache
def _tense(name: str, language: str) -> re.Pattern[str]:
    table = rows("korpu.statements.checks", "data/tenses.csv")
    return _pattern([r["words"] for r in table if r["tense"] == name and r["language"] == language] or ["(?!)"])


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield where events, periods, tenses or days of the week do not go with their dates."""
    published = parse(scene.published) if scene.published and is_edtf(scene.published) else None
    for index, line in enumerate(scene.lines):
        if line.role == "question":
            continue
        dates = [p for p in line.figures if p.figure.kind == "date" and time_of(p)]
        if not dates:
            continue
        own = told(line, dates)
        yield from _order(line, own)
        yield from _built_under(line, own)
        earlier = next(scene.before(index), None)
        if earlier is not None and own and (BACK.search(line.text) or _all_of(earlier, line)):
            yield from _next(earlier, line, own[0])
        yield from _periods(line, dates)
        yield from _weekdays(line, dates)
        if published is not None:
            yield from _tenses(line, dates, published)


def told(line: Line, dates: list[Placed]) -> list[Told]:
    """Return the events of a line that have a date of their own: the nearest one, with no other event between."""
    verbs = sorted((m.start(), m.end(), rank) for rank, words in _words() for m in words.finditer(line.text))
    pairs = []
    for placed in dates:
        around = [v for v in verbs if v[1] > placed.start - _FAR and v[0] < placed.end + _FAR]
        near = min(around, key=lambda v: _gap(line, v, placed), default=None)
        if near is not None and _gap(line, near, placed) < _FAR:
            pairs.append((near, placed))
    found = []
    for verb in verbs:
        mine = [p for v, p in pairs if v == verb]
        time = time_of(mine[0]) if len(mine) == 1 else None
        if time is not None and not mine[0].figure.inferred:
            found.append(Told(verb[2], verb[0], verb[1], mine[0], time, line.text[verb[0] : verb[1]]))
    return found


def _gap(line: Line, verb: tuple[int, int, int], placed: Placed) -> int:
    """How far a date is from a verb; a comma, a conjunction or another clause between makes it farther."""
    a, b = (verb[1], placed.start) if verb[1] <= placed.start else (placed.end, verb[0])
    between = line.text[a:b]
    return len(between) + 40 * len(re.findall(r"[,;:–—]|\s(?:and|і|й|та|а|и|və|but|але|но)\s", between))


def _order(line: Line, own: list[Told]) -> Iterator[Finding]:
    for first, second in pairwise(own):
        ordered = first.rank < second.rank <= LAST and second.time.ends_before(first.time)
        if ordered and _one_story(line, first, second):
            yield _early(
                line.ranges(min(first.start, first.date.start), max(second.end, second.date.end)), first, second
            )


def _built_under(line: Line, own: list[Told]) -> Iterator[Finding]:
    """Report "opened in 2023 … under a contract signed in 2024": what is done under a paper comes after it."""
    for first, second in pairwise(own):
        under = _UNDER.search(line.text, first.end, second.start)
        if under and second.rank <= PROMISED < first.rank and first.time.ends_before(second.time):
            ranges = line.ranges(min(first.start, first.date.start), max(second.end, second.date.end))
            yield _early(ranges, second, first)


def _one_story(line: Line, first: Told, second: Told) -> bool:
    """Whether two events of a sentence are of one thing: nothing but a few words between, or a promise and its end."""
    between = (
        line.text[first.end : second.start].replace(first.date.figure.text, "").replace(second.date.figure.text, "")
    )
    if _years(first.time, second.time) > NEAR:
        return False
    if first.rank == STARTED and _PROCESS.search(line.text[: first.start]):
        return len(re.findall(r"[^\W\d_]{3,}", between)) <= MANY
    named = [w for w in re.findall(r"[^\W\d_]{4,}", between) if not _FILL.fullmatch(w)]
    if ";" in between and named:
        return False
    return len(named) <= (MANY if first.rank <= PROMISED else 0)


def _years(one: EdtfTime, two: EdtfTime) -> float:
    return abs((one.low - two.low).days) / 365 if one.low and two.low else NEAR + 1


def _next(earlier: Line, line: Line, event: Told) -> Iterator[Finding]:
    dates = [p for p in earlier.figures if p.figure.kind == "date" and time_of(p)]
    before = told(earlier, dates)
    if len(before) == 1 and before[0].rank < event.rank and event.time.ends_before(before[0].time):
        ranges = (
            *earlier.ranges(before[0].date.start, before[0].date.end),
            *line.ranges(event.date.start, event.date.end),
        )
        yield _early(ranges, before[0], event)


def _all_of(earlier: Line, line: Line) -> bool:
    """Whether a line takes up the very number of the line before: "all 20 generators"."""
    counts = {p.figure.value for p in earlier.figures if p.figure.kind == "count"}
    return any(
        p.figure.kind == "count" and p.figure.value in counts and _ALL.search(line.text[: p.start])
        for p in line.figures
    )


def _early(ranges: tuple[Range, ...], first: Told, second: Told) -> Finding:
    message = f"“{second.date.figure.text}” comes before “{first.date.figure.text}”, and what happened then came after."
    arithmetic = f"{format_time(second.time.text)} is before {format_time(first.time.text)}"
    kept = first.rank == PROMISED and second.rank in (LAST - 2, LAST - 1) and _PROMISE.fullmatch(first.word)
    return Finding("promise_after_delivery" if kept else "date_order", "warning", message, ranges, arithmetic)


def _periods(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    """Report "з 5 травня до 3 березня 2024 року" and the like."""
    for first, second in pairwise(dates):
        a, b = time_of(first), time_of(second)
        lead, gap = line.text[max(0, first.start - 8) : first.start], line.text[first.end : second.start]
        slavic = _RANGES.search(lead) and _TO.fullmatch(gap)
        turkic = _AZ_TO.fullmatch(gap) and _AZ_END.match(line.text[second.end :])
        if (slavic or turkic) and a and b and not first.figure.inferred and b.ends_before(a):
            arithmetic = f"{format_time(b.text)} is before {format_time(a.text)}"
            ranges = line.ranges(first.start, second.end)
            yield Finding("date_order", "error", "The period ends before it begins.", ranges, arithmetic)


def _weekdays(line: Line, dates: list[Placed]) -> Iterator[Finding]:
    for placed in dates:
        time = time_of(placed)
        yield from _named_after(line, placed, time)
        names = _DAYS.get(line.language)
        if names is None or time is None or time.precision != "day" or time.low is None or placed.figure.inferred:
            continue
        lead = line.text[max(0, placed.start - 24) : placed.start].lower()
        right = time.low.weekday()
        said = [i for i, name in enumerate(names) if re.search(rf"\b{name}\w{{0,4}},?\s+\Z", lead)]
        if said and said[0] != right:
            message = f"{format_time(time.text)} is a {_NAMES[right]}, not a {_NAMES[said[0]]}."
            arithmetic = f"{time.text} falls on a {_NAMES[right]}"
            ranges = line.ranges(placed.start, placed.end)
            yield Finding("date_order", "warning", message, ranges, arithmetic, Proposal(_NAMES[right]))


def _named_after(line: Line, placed: Placed, time: EdtfTime | None) -> Iterator[Finding]:
    """Read "16 August 2023, a Thursday"."""
    named = re.match(rf",?\s+a\s+({'|'.join(_NAMES)})\b", line.text[placed.end :])
    if named and time is not None and time.precision == "day" and time.low is not None and not placed.figure.inferred:
        right = _NAMES[time.low.weekday()]
        if named.group(1) != right:
            message = f"{format_time(time.text)} is a {right}, not a {named.group(1)}."
            ranges = line.ranges(placed.start, placed.end + named.end())
            yield Finding("date_order", "warning", message, ranges, f"{time.text} falls on a {right}", Proposal(right))


def _tenses(line: Line, dates: list[Placed], published: EdtfTime) -> Iterator[Finding]:
    """Report what is told as done for a time to come, or as to come for a time that is past."""
    for placed in dates:
        clause = _clause(line, placed)
        future = _tense("future", line.language).search(clause)
        past = _tense("past", line.language).search(_BE.sub("", clause))
        if len(dates) == 1 or any(one.date is placed for one in told(line, dates)) or _WAS.search(clause):
            yield from _tense_of(line, placed, published, (past is not None, future is not None))


def _clause(line: Line, placed: Placed) -> str:
    """The clause of a date where a sentence joins a past and a future: "was 8 in 2021 and will be 12 this year"."""
    cuts = [m.start() for m in _JOINED.finditer(line.text)]
    start = max((c for c in cuts if c <= placed.start), default=0)
    end = min((c for c in cuts if c >= placed.end), default=len(line.text))
    return line.text[start:end]


def _tense_of(line: Line, placed: Placed, published: EdtfTime, tenses: tuple[bool, bool]) -> Iterator[Finding]:
    time, text = time_of(placed), placed.figure.text
    past, future = tenses
    if time is None or placed.figure.inferred or _limited(line, placed):
        return
    sure = time.precision in ("day", "month")
    sure = sure or (time.precision == "year" and (_close_event(line, placed) or _stated_for(line, placed)))
    if past and not future and sure and published.ends_before(time):
        message = f"“{text}” is told as past, and lies after the day of publication."
        arithmetic = f"{format_time(time.text)} is after {format_time(published.text)}"
        yield Finding("tense", "warning", message, line.ranges(placed.start, placed.end), arithmetic)
    elif future and not past and time.ends_before(published) and time.precision in ("day", "month"):
        message = f"“{text}” is told as to come, and lies before the day of publication."
        arithmetic = f"{format_time(time.text)} is before {format_time(published.text)}"
        yield Finding("tense", "warning", message, line.ranges(placed.start, placed.end), arithmetic)


def _stated_for(line: Line, placed: Placed) -> bool:
    """Whether a level is stated for the year: "was 8 billion in 2025"."""
    lead = line.text[max(0, placed.start - 60) : placed.start]
    verb = _WAS.search(lead)
    return verb is not None and not re.search(r"[,;:]", lead[verb.end() :])


def _close_event(line: Line, placed: Placed) -> bool:
    """Whether an event stands right beside a date."""
    return any(
        one.date is placed and _gap(line, (one.start, one.end, 0), placed) <= CLOSE for one in told(line, [placed])
    )


def _limited(line: Line, placed: Placed) -> bool:
    """Whether the date bounds a time rather than being when something happens: "until", "by", "для 2027 року"."""
    words = _tense("limit", line.language).pattern
    lead = line.text[max(0, placed.start - 24) : placed.start]
    before = re.search(rf"{words}\s+(?:\w+\s+)?\Z", lead, re.IGNORECASE)
    after = re.match(r"\s*\w*\s*(?:qədər|dək|üçün|sonra)", line.text[placed.end :], re.IGNORECASE)
    return bool(before or after or re.search(r"(?:dan|dən|tan|tən|dək)$", placed.figure.text))
