"""Finds what a stated ratio compares: "from 11 to 38 hours", "three times higher than the 20 million of 2019"."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from korpu.kernel.finding import Range
from korpu.statements.checks.numbers import Interval
from korpu.statements.checks.scene import Line, Placed, Scene

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBER = r"(?:\d+(?:[.,]\d+)?|" + "|".join(_WORDS) + r"|hundred|a hundred|thirty|forty|fifty)"
_TENS = {"hundred": 100, "a hundred": 100, "thirty": 30, "forty": 40, "fifty": 50}
_QUALIFIER = (
    r"(?P<q>nearly|almost|close to|just under|less than|more than|over|well over|at least|about|around|roughly|some|"
    r"approximately|exactly|not quite)?\s*(?:by\s+)?"
)
_HIGHER = r"(?:higher|larger|bigger|greater|more|longer|wider|taller|heavier|stronger)"
_RATIO = re.compile(
    rf"\b{_QUALIFIER}(?:"
    rf"(?P<times>{_NUMBER})[ -]times(?:\s+(?P<higher>{_HIGHER}))?(?!\s+(?:a|an|per|each|every|in)\b)"
    rf"|(?P<fold>{_NUMBER})-?\s?fold"
    r"|(?P<verb>doubl(?:ed|es|e|ing)|tripl(?:ed|es|e|ing)|trebl(?:ed|es|e|ing)|quadrupl(?:ed|es|e|ing)"
    r"|quintupl(?:ed|es|e|ing)|halv(?:ed|es|e|ing)|twice)(?!\s+(?:a|an|per|each|every)\b)"
    rf"|by\s+(?:a\s+)?factor\s+of\s+(?P<factor>{_NUMBER})"
    r")",
    re.IGNORECASE,
)
_VERBS = {"doub": 2, "twic": 2, "trip": 3, "treb": 3, "quad": 4, "quin": 5}
_PERCENT = re.compile(
    r"\b(?P<lead>by|up|down|(?:an?|the)\s+(?:increase|rise|growth|gain|jump|drop|fall|decline|decrease|cut|reduction)\s+of)"
    r"\s+(?P<q>nearly|almost|close to|just under|less than|more than|over|at least|about|around|roughly|some|"
    r"approximately)?\s*"
    r"(?:(?P<p>\d+(?:\.\d+)?)\s?(?:%|per\s?cent|percent)(?!age)|(?P<part>half|a third|a quarter|a fifth|a tenth))",
    re.IGNORECASE,
)
_PARTS = {
    "half": Decimal(50),
    "a third": Decimal(100) / 3,
    "a quarter": Decimal(25),
    "a fifth": Decimal(20),
    "a tenth": Decimal(10),
}
_FALLS = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|decreas\w+|down|cut|reduc\w+|lower\w*|shr[aiu]nk\w*|"
    r"less|fewer|shorten\w*|los[te]\w*)\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:than|as|compared (?:with|to)|against)\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"\s+(?:the|last year's|the previous|the earlier|that of the)?\s*(?:[\w'’]+\s+)?"
    r"|\s+(?:the|its|their|our)\s+(?:[\w'’]+\s+){1,4}of\s+"
)
_AS_MANY = re.compile(r"\s+(?:as|the|that|what|their|its)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\s*(?:from|on|against|over|compared (?:with|to)|than)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:^|,\s|;\s|\b(?:and|but|notably|so)\s)(?:notably, )?(?:it|this|that|which|they|these|the (?:new )?(?:figure|"
    r"amount|sum|total|volume|number|target|goal|budget|value|level|turnover|allocation|pledge)|(?:this|that) \w+)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:then|rose|risen|fell|fallen|grew|grown|dropped|increased|decreased|declined|went|climbed|jumped)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";|[,–—]?\s+(?:while|whereas|but|although|and (?:the|its|their|our|we|it|they))\s")


@dataclass(frozen=True)
class Comparison:
    """A stated ratio with the two figures it relates: `new` / `old` should lie in one of the `readings`.

    `words` stand at `span` of the line; `stated` is the multiple, or the per cent when `percent` is set. `carried`
    names the figure that stands in the sentence before ("new", "old"), else None; `against` marks "… than the old".
    """

    new: Placed
    old: Placed
    words: str
    span: Range
    stated: Decimal
    readings: tuple[Interval, ...]
    percent: bool = False
    falls: bool = False
    carried: str | None = None
    against: bool = False


def comparisons(scene: Scene, index: int) -> Iterator[Comparison]:
    """Yield the comparisons that a line states, with one figure from the line before where words point back."""
    line = scene.lines[index]
    if not any(_usable(p) for p in line.figures):
        return
    for match in _RATIO.finditer(line.text):
        found = _multiple(scene, index, line, match)
        if found:
            yield found
    for match in _PERCENT.finditer(line.text):
        found = _percent(line, match)
        if found:
            yield found


def _number(words: str) -> Decimal:
    lower = words.lower()
    if lower in _WORDS:
        return Decimal(_WORDS.index(lower) + 1)
    return Decimal(_TENS[lower]) if lower in _TENS else Decimal(lower.replace(",", "."))


def _readings(times: Decimal, qualifier: str | None, *, room: str = "0.075") -> Interval:
    q = (qualifier or "").lower()
    if q in ("nearly", "almost", "close to", "just under", "not quite", "less than"):
        return Interval(times * Decimal("0.8"), times * Decimal("1.02"))
    if q in ("more than", "over", "well over"):
        return Interval(times * Decimal("0.98"), times * Decimal("1.4"))
    if q == "at least":
        return Interval(times * Decimal("0.98"), None)
    slack = Decimal("0.15") if q and q != "exactly" else Decimal(room)
    return Interval(times * (1 - slack), times * (1 + slack))


def _multiple(scene: Scene, index: int, line: Line, match: re.Match[str]) -> Comparison | None:
    words = match["times"] or match["fold"] or match["factor"]
    verb = (match["verb"] or "").lower()
    times = _number(words) if words else Decimal("0.5") if verb.startswith("halv") else Decimal(_VERBS[verb[:4]])
    if times <= 0:
        return None
    falls = bool(words) and _falls(line.text, match.start())
    factor = 1 / times if falls else times
    readings = [_readings(factor, match["q"])]
    if match["higher"]:
        readings.append(_readings(times + 1, match["q"]))
    stated = _Stated(match.group().strip(), match.span(), factor, tuple(readings))
    # "twice as many lorries" compares with what follows, not with a "from … to" elsewhere in the sentence.
    pair = None if _AS_MANY.match(line.text, match.end()) else _from_to(line, *match.span())
    if pair:
        return stated.of(*pair)
    than = _than(scene, index, line, match) if match["higher"] or match["times"] or verb == "twice" else None
    if than:
        new, old, carried = than
        return replace(stated.of(new, old, "new" if carried else None), against=True)
    return _to_only(scene, index, line, match, stated)


@dataclass(frozen=True)
class _Stated:
    """What the words of a multiple say, before its figures are found."""

    words: str
    span: Range
    factor: Decimal
    readings: tuple[Interval, ...]

    def of(self, new: Placed, old: Placed, carried: str | None = None) -> Comparison:
        return Comparison(new, old, self.words, self.span, self.factor, self.readings, carried=carried)


def _falls(text: str, position: int) -> bool:
    """Whether the verb that governs a multiple at this position is one of falling."""
    clause = text[max(0, position - 60) : position]
    return _FALLS.search(clause) is not None


def _alike(a: Placed, b: Placed) -> bool:
    """Whether two figures can be compared: the same kind, and the same unit or one that leaves its unit out."""
    if a.figure.kind != b.figure.kind or a.figure.kind not in ("money", "count", "measure", "percent"):
        return False
    if a.figure.kind == "count":
        return True
    return a.figure.unit == b.figure.unit or None in (a.figure.unit, b.figure.unit)


def _usable(placed: Placed) -> bool:
    return placed.figure.kind in ("money", "count", "measure", "percent") and bool(placed.figure.number)


def _from_to(line: Line, start: int, end: int) -> tuple[Placed, Placed] | None:
    """The figures (new, old) of the "from A to B" that stands next to the ratio words, in the same clause."""
    figures = [p for p in line.figures if _usable(p)]
    found = []
    for old, new in pairwise(figures):
        lead = line.text[max(0, old.start - 24) : old.start]
        between = line.text[old.end : new.start]
        if not re.search(r"\bfrom\b[^,;.]*$", lead, re.IGNORECASE) or not re.search(r"\bto\b[^,;.]*$", between):
            continue
        if not _alike(new, old) or len(between) > 80:
            continue
        gap = line.text[end : old.start] if old.start >= end else line.text[new.end : start]
        inside = old.end <= start and end <= new.start
        if inside or (not _CLAUSE.search(gap) and not _CHANGE.search(gap) and len(gap) < 90):
            found.append((0 if inside else len(gap), new, old))
    return min(found, key=operator.itemgetter(0))[1:] if found else _by_year(line, end, figures)


def _by_year(line: Line, end: int, figures: list[Placed]) -> tuple[Placed, Placed] | None:
    """The figures (new, old) of "doubled: it was 30 million in 2022 and 90 million in 2024"."""
    years = {p.start: p.figure.value or "" for p in line.figures if p.figure.kind == "date"}
    dated = [(years[p.end + 4], p) for p in figures if line.text[p.end : p.end + 4] == " in " and p.end + 4 in years]
    opened = re.match(r"[^.;:]{0,40}:", line.text[end:])
    if not opened or len(dated) != 2 or dated[0][1].start < end or dated[0][0] >= dated[1][0]:
        return None
    return (dated[1][1], dated[0][1]) if _alike(dated[0][1], dated[1][1]) else None


def _than(scene: Scene, index: int, line: Line, match: re.Match[str]) -> tuple[Placed, Placed, bool] | None:
    """The figures (new, old, whether new is from the line before) of "… three times higher than (the) B"."""
    old = next((p for p in line.figures if p.start >= match.end() and _usable(p)), None)
    if old is None or old.start - match.end() > 60:
        return None
    between = line.text[match.end() : old.start]
    plain = _PLAIN.fullmatch(between)
    if re.match(r"\s+as \w+,", between):
        return None  # "three times as high, 98 million" says what it comes to
    if not (_THAN.search(between) or plain) or re.search(r"[;:]|\b(?:to|and)\b", between):
        return None
    new = next((p for p in reversed(line.figures) if p.end <= match.start() and _usable(p) and _alike(p, old)), None)
    if new is not None:
        clear = not _CLAUSE.search(line.text[new.end : match.start()]) and _linked(line, new, match, bool(plain))
        return (new, old, False) if clear else None
    if not _PRONOUN.search(line.text[: match.start()]):
        return None
    for other in scene.before(index):
        same = [p for p in other.figures if _usable(p) and _alike(p, old) and p.figure.unit == old.figure.unit]
        if same and (len({p.figure.value for p in same}) == 1):
            return same[-1], old, True
    return None


def _linked(line: Line, new: Placed, match: re.Match[str], plain: bool) -> bool:
    """For "X, twice the B" the two must stand side by side; "X is three times higher than B" may be further apart."""
    gap = line.text[new.end : match.start()]
    if not plain:
        return len(gap) < 80
    return (
        re.fullmatch(r"(?:\s+\w+){0,3}\s*[,(–—-]?\s*(?:or|i\.e\.|that is|which is|is|was|are|were)?\s*", gap)
        is not None
    )


def _to_only(scene: Scene, index: int, line: Line, match: re.Match[str], stated: _Stated) -> Comparison | None:
    """Read "It has since doubled to 690 million" against the one comparable figure of the line before."""
    after = line.text[match.end() : match.end() + 30]
    lead = re.match(r"(?:\s+(?:since|now|again|in \d{4}))?,?\s+(?:to|reaching)\s+(?:[a-z ]{0,14})", after)
    new = next((p for p in line.figures if p.start >= match.end() and _usable(p)), None)
    if not lead or new is None or new.start - match.end() > lead.end():
        return None
    if any(p.end <= match.start() and _alike(p, new) for p in line.figures if _usable(p)):
        return None
    if not _PRONOUN.search(line.text[: match.end()]):
        return None
    for other in scene.before(index):
        same = [p for p in other.figures if _usable(p) and _alike(p, new) and p.figure.unit == new.figure.unit]
        if len(same) == 1 and same[0].figure.value != new.figure.value:
            return stated.of(new, same[0], "old")
    return None


def _percent(line: Line, match: re.Match[str]) -> Comparison | None:
    stated = _PARTS[match["part"].lower()] if match["part"] else Decimal(match["p"])
    falls = _FALLS.search(match["lead"]) is not None or _falls(line.text, match.start())
    room = max(Decimal(1), stated / 10)
    change = _readings(stated, match["q"]) if match["q"] else Interval(stated, stated)
    low = (change.low or stated) - room
    high = None if change.high is None else change.high + room
    pair = _from_to(line, *match.span()) or _up_from(line, match)
    if pair is None or any(p.figure.kind == "percent" for p in pair):
        return None
    if falls:
        reading = Interval(Decimal(0) if high is None else 1 - high / 100, 1 - low / 100)
    else:
        reading = Interval(1 + low / 100, None if high is None else 1 + high / 100)
    words = match.group().strip()
    return Comparison(*pair, words, match.span(), stated, (reading,), percent=True, falls=falls)


def _up_from(line: Line, match: re.Match[str]) -> tuple[Placed, Placed] | None:
    """The figures (new, old) of "460 million, up 20 per cent from 383 million"."""
    if not _AGAINST.match(line.text, match.end()):
        return None
    old = next((p for p in line.figures if p.start >= match.end() and _usable(p) and p.figure.kind != "percent"), None)
    new = next(
        (p for p in reversed(line.figures) if p.end <= match.start() and _usable(p) and p.figure.kind != "percent"),
        None,
    )
    if old is None or new is None or not _alike(new, old) or old.start - match.end() > 30:
        return None
    return (new, old) if match.start() - new.end < 60 else None
