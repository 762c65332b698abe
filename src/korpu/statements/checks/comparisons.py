"""Finds what a stated ratio compares: "from 11 to 38 hours", "three times higher than the 20 million of 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from decimal import Decimal

from korpu.statements.checks.numbers import Interval
from korpu.statements.checks.scene import Line, Placed, Scene

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
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
_PARTS = {"half": 50, "a third": Decimal(100) / 3, "a quarter": 25, "a fifth": 20, "a tenth": 10}
_FALLS = re.compile(
    r"\b(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|decreas\w+|down|cut|reduc\w+|lower\w*|shr[aiu]nk\w*|"
    r"less|fewer|shorten\w*|los[te]\w*)\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:than|as|compared (?:with|to)|against)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\s*(?:from|on|against|over|compared (?:with|to)|than)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:^|,\s|;\s|\b(?:and|but|notably|so)\s)(?:notably, )?(?:it|this|that|which|they|these|the (?:new )?(?:figure|"
    r"amount|sum|total|volume|number|target|goal|budget|value|level|turnover|allocation|pledge)|(?:this|that) \w+)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";|[,–—]?\s+(?:while|whereas|but|although|and (?:the|its|their|our|we|it|they))\s")


@dataclass(frozen=True)
class Comparison:
    """A stated ratio with the two figures it relates: `new` should be `times` the `old`.

    `readings` are the intervals that the words allow; `percent` is set when they say "by 20 per cent" and the readings
    are then in per cent. `carried` says that a figure stands in the sentence before (`carried_new`: the new one).
    """

    new: Placed
    old: Placed
    words: str
    times: Decimal
    readings: tuple[Interval, ...]
    start: int
    end: int
    percent: Decimal | None = None
    falls: bool = False
    carried: bool = False
    carried_new: bool = False


def comparisons(scene: Scene, index: int) -> Iterator[Comparison]:
    """Yield the comparisons that a line states in full, taking one figure from the line before where words point back."""
    line = scene.lines[index]
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
    start = match.start("q") if match["q"] else match.start()
    text = match.group().strip()
    pair = _from_to(line, match.start(), match.end())
    if pair:
        return Comparison(*pair, text, factor, tuple(readings), start, match.end())
    if match["higher"] or match["times"] or verb in ("twice", "double"):
        than = _than(scene, index, line, match)
        if than:
            new, old, carried = than
            return Comparison(
                new, old, text, factor, tuple(readings), start, match.end(), carried=carried, carried_new=carried
            )
    return _to_only(scene, index, line, match, factor, tuple(readings))


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
        if inside or (not _CLAUSE.search(gap) and len(gap) < 90):
            found.append((0 if inside else len(gap), new, old))
    return min(found, key=lambda f: f[0])[1:] if found else None


def _than(scene: Scene, index: int, line: Line, match: re.Match[str]) -> tuple[Placed, Placed, bool] | None:
    """The figures (new, old, whether new is from the line before) of "… three times higher than (the) B"."""
    old = next((p for p in line.figures if p.start >= match.end() and _usable(p)), None)
    if old is None or old.start - match.end() > 60:
        return None
    between = line.text[match.end() : old.start]
    plain = re.fullmatch(r"\s+(?:the|last year's|the previous|the earlier|that of the)?\s*(?:[\w'’]+\s+)?", between)
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


def _to_only(
    scene: Scene, index: int, line: Line, match: re.Match[str], factor: Decimal, readings: tuple[Interval, ...]
) -> Comparison | None:
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
            return Comparison(
                new, same[0], match.group().strip(), factor, readings, match.start(), match.end(), carried=True
            )
    return None


def _percent(line: Line, match: re.Match[str]) -> Comparison | None:
    stated = Decimal(_PARTS[match["part"].lower()]) if match["part"] else Decimal(match["p"])
    falls = _FALLS.search(match["lead"]) is not None or _falls(line.text, match.start())
    room = max(Decimal(1), stated / 10)
    reading = Interval(stated - room, stated + room)
    if match["q"]:
        reading = _readings(stated, match["q"])
        reading = Interval(reading.low and reading.low - 1, reading.high and reading.high + 1)
    pair = _from_to(line, match.start(), match.end()) or _up_from(line, match)
    if pair is None or any(p.figure.kind == "percent" for p in pair):
        return None
    words = match.group().strip()
    return Comparison(*pair, words, stated, (reading,), match.start(), match.end(), percent=stated, falls=falls)


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
