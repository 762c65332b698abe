"""Fills a candidate from the words of an Azerbaijani event: amount, count, date, roles, kind of record and track."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from korpu.statements.events.context import Context
from korpu.statements.events.describe import proper_name
from korpu.statements.events.roles import VAGUE, Roles
from korpu.statements.events.scene import Placed, Scene
from korpu.statements.reading import Candidate
from korpu.statements.turkic.cases import case_of
from korpu.statements.turkic.lexicon import word_list
from korpu.statements.turkic.tokens import lower

Span = tuple[int, int]

_KINDS = {
    "decide": "decision", "pledge": "obligation", "plan": "initiative", "need": "need", "measure": "measure",
    "report": "position", "reaffirm": "position", "consider": "initiative", "stop": "initiative",
}  # fmt: skip
LASTING = frozenset(
    [
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "il",
        "illik",
        "günlük",
    ]
)
"""Units of time, in which no event is counted."""
_ATTRIBUTE = re.compile(r"\w*l[ıiuü][kq]$|tarixli$|saylı$|nəfərlik$|yerlik$")
_WHOLE = re.compile(r"(?:o cümlədən|onun|onlardan|bunlardan|bundan|ondan)\s*$")
_OWNER = re.compile(r"n?[ıiuü]n$")
"""A sum that another is part of: "9 milyon avronun 4 milyonu"."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DATED = re.compile(r"\s*tarixli\b|\s*-?\w*\s+tarixli\b")
_FROM = re.compile(r"(?:d[aə]n|d[aə]n bəri)$")


@dataclass(frozen=True)
class Event:
    """An event to be described: its span and own stretches, its stage, its verb's class and place, how it is joined."""

    span: Span
    own: Sequence[Span]
    stage: str
    cls: str
    rule: str
    verb: int
    negated: bool = False
    reported: bool = False
    barred: frozenset[int] = frozenset()


def fill(scene: Scene, context: Context, event: Event, told: Roles, taken: set[int]) -> Candidate:
    """Return a candidate with the figures of its own words; money is taken once."""
    money = _money(scene, event, taken)
    count = _count(scene, event)
    if money:
        taken.add(money.index)
    places = told.places or context.place_of(told, scene.sentence.text)
    kind, track = _kind(told, event, money, count)
    title = scene.sentence.text[told.thing_at[0] : told.thing_at[1]] if told.thing_at else None
    ordinals = scene.within(event.own, "ordinal")
    nth = ordinals[0].figure.value if ordinals else None
    used = tuple(p.index for p in scene.figures if any(a <= p.start and p.end <= b for a, b in event.own))
    filled = sum(bool(x) for x in (told.actor, told.thing, told.places, money or count))
    return Candidate(
        scene.ranges(*event.span), "", kind, track, event.stage,
        actor=told.actor, counterpart=told.counterpart, place=places[0] if places else None,
        amount=money.figure.value if money else None, currency=money.figure.unit if money else None,
        count=count.figure.value if count else None, count_unit=count.figure.unit if count else None,
        when=_when(scene, context, event), rule=f"{event.rule}.{event.cls}",
        confidence=round(0.4 + 0.12 * filled, 2), figures=used, object=told.thing.id if told.thing else None,
        title=title, parties=told.parties, places=places, ordinal=int(nth) if nth and nth.isdigit() else None,
        name=proper_name(title), negated=event.negated, reported=event.reported,
    )  # fmt: skip


def _money(scene: Scene, event: Event, taken: set[int]) -> Placed | None:
    found = [p for p in scene.within(event.own, "money") if p.index not in taken | event.barred]
    if len(found) > 1:
        first, second = found[0], found[1]
        ends = (
            lower(scene.sentence.text[first.start : first.end + 6]),
            lower(scene.sentence.text[second.start : second.end]),
        )
        if re.search(r"d[aə]n\b", ends[0]) and re.search(r"(?:[aə]|d[aə]k)$", ends[1]):
            return second
    parts = [p for p in found if not _OWNER.search(lower(p.figure.text))]
    found = parts or found
    apart = [p for p in found if not _WHOLE.search(lower(scene.sentence.text[: p.start]))]
    return next(iter(apart or found), None)


_PART = re.compile(r"(?:ikisi|üçü|dördü|beşi|altısı|yeddisi|səkkizi|doqquzu|onu|yüzü)(?:n[ıiuü])?$")
"""Numbers that are part of what was named: "üç turbindən ikisi"."""
_QUALIFIERS = frozenset(["yaxın", "çox", "artıq", "qədər", "az", "ədəd", "nəfər", "dənə", "baş", "dəst"])
_JOINED = re.compile(r"[-–'’]([^\W\d_]{1,5})\b")


def noun_after(text: str, end: int) -> list[str]:
    """Return the words of the noun phrase that a number counts, up to a mark or a number.

    A number with an ending of its own, "9-u", "20-si", is the noun itself.
    """
    joined = _JOINED.match(text, end)
    if joined is not None and not re.match(r"\s+(?:yaxın|çox|artıq|qədər|az)\b", text[joined.end() :]):
        return [text[:end].rsplit(" ", 1)[-1] + joined.group(1)]
    words: list[str] = []
    position = joined.end() if joined else end
    for match in _WORD.finditer(text, position, end + 90):
        joining = lower(match.group()) in word_list("joining")
        if text[position : match.start()].strip(" \u00a0-") or len(words) == 4 or joining:
            break
        words.append(match.group())
        position = match.end()
    return words


def _oblique(scene: Scene, placed: Placed) -> bool:
    """Say whether what a number counts stands in a case of place or recipient: "12 məktəbə"."""
    if _PART.search(lower(placed.figure.text)):
        return False
    words = noun_after(scene.sentence.text, placed.end)
    for word in words[:3]:
        if word in _QUALIFIERS:
            continue
        if case_of(word) in ("dative", "locative", "ablative", "genitive"):
            return True
        if word[0].isupper():
            return False
    return False


def _count(scene: Scene, event: Event) -> Placed | None:
    """Return the count an event is about: that of its object rather than of a place, a span of time or a whole."""
    text = scene.sentence.text
    found = [p for p in scene.within(event.own, "count") if p.figure.value]
    if [lower(p.figure.text) for p in found] == ["bir"]:
        return None  # "bir tədbir" is "an event"
    found = found or [p for p in scene.within(event.own, "measure") if p.figure.unit == "TEU"]
    ranked = []
    for placed in found:
        words = noun_after(text, placed.end)
        unit = placed.figure.unit or ""
        grouped = "olmaqla" in words[:3]  # "dörd qrup olmaqla 132 uşaq"
        lasting = unit in LASTING or grouped or any(_ATTRIBUTE.match(lower(w)) for w in words[:3])
        ranked.append(((lasting, _oblique(scene, placed), placed.start), placed))
    return min(ranked, key=lambda r: r[0])[1] if ranked else None


def _when(scene: Scene, context: Context, event: Event) -> str | None:
    """Return the event's date: its own nearest before the verb, else the one the sentence opens with."""
    text = scene.sentence.text
    mine = [p for p in scene.within(event.own, "date") if p.figure.value]
    if mine:
        return _interval(text, mine) or min(mine, key=lambda p: _distance(text, p, event)).figure.value
    within = [p for p in scene.within([event.span], "date") if p.figure.value]
    if within:
        return within[0].figure.value
    dates = [p for p in scene.figures if p.figure.kind == "date" and p.figure.value]
    if dates and dates[0].start < 60 and dates[0].end <= event.span[0]:
        return dates[0].figure.value
    carried = context.event_date(text)
    if carried and event.cls in ("decide", "open", "act", "be", "build", "finish"):
        return carried
    return dates[0].figure.value if len(dates) == 1 and dates[0].end <= event.span[0] else None


def _distance(text: str, placed: Placed, event: Event) -> int:
    dated = _DATED.match(lower(text[placed.end : placed.end + 20])) is not None
    apart = dated and event.cls not in ("decide", "allocate")
    of = re.search(r"[ıiuü]n$", lower(text[placed.start : placed.end])) is not None
    return abs(event.verb - placed.end) + (400 if apart else 0) + (60 if of else 0)


def _interval(text: str, found: Sequence[Placed]) -> str | None:
    """Return the interval of "2004-cü ildən 2017-ci ilədək"."""
    if len(found) != 2:
        return None
    first, second = lower(text[found[0].start : found[0].end + 5]), lower(text[found[1].start : found[1].end + 12])
    from_ = re.search(r"d[aə]n\b", first) and len(text[found[0].end : found[1].start]) < 12
    if from_ and re.search(r"(?:d[aə]k|qədər|kimi)\b", second):
        return f"{found[0].figure.value}/{found[1].figure.value}"
    return None


def _kind(told: Roles, event: Event, money: Placed | None, count: Placed | None) -> tuple[str, str | None]:
    thing, cls = told.thing, event.cls
    if thing is None:
        return _KINDS.get(cls, "measure" if money or count else "event"), None
    kind = thing.kind
    if cls == "harm":
        kind = "incident"
    elif cls == "need" or event.stage == "need":
        kind = "need"
    elif cls == "measure" and money:
        kind = "measure"
    elif cls == "pledge" and not thing.concrete:
        kind = "obligation"
    elif thing.id in VAGUE and kind == "initiative" and cls == "hold_on":
        kind = "programme"
    return kind, thing.track
