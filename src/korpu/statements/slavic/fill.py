"""Fills a candidate from the words of its event: amount, count, date, roles, kind of record and track."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from korpu.kernel.edtf import is_edtf, parse
from korpu.statements.events.context import Context
from korpu.statements.events.roles import VAGUE, Roles
from korpu.statements.events.scene import Placed, Scene
from korpu.statements.reading import Candidate
from korpu.statements.slavic.lexicon import word_list

_KINDS = {
    "decide": "decision", "pledge": "obligation", "plan": "initiative", "need": "need", "measure": "measure",
    "report": "position", "reaffirm": "position", "consider": "initiative", "stop": "initiative",
}  # fmt: skip
_PART = re.compile(
    r"(?:^|[\s(,])(?:з|із|зі|из|с|серед|среди|по|від|от)\s+(?:цих\s+|этих\s+|усіх\s+|всех\s+)?$", re.IGNORECASE
)
_CHANGED = re.compile(r"(?:^|\s)(?:з|із|с|від|от)\s+$", re.IGNORECASE)
_INSTEAD = re.compile(r"(?:замість|вместо|ніж|чем|проти|против)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SCOPE = re.compile(r"(?:^|\s)(?:на|за)\s+$", re.IGNORECASE)
_APART = re.compile(
    r"(?:указ\w*|розпорядженн\w*|распоряжени\w*|постанов\w*|закон\w*|меморандум\w*|наказ\w*|от|від|ніж|чем|торік|"
    r"за аналогічний період|за аналогичный период|порівняно з|по сравнению с)\s+$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:ніж|чем|аналогічний період|аналогичный период|порівняно з|по сравнению с|рівнем|уровнем|проти|против)\s+"
    r"(?:у\s+|в\s+)?$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?:^|\s)(?:до|по|к|ко|із|з|с|со|від|от)\s+(?:\w+\s+)?$", re.IGNORECASE)
_HERE = re.compile(r"\b(?:тут|там|місцев\w+|у цьому місті|здесь|местн\w+|в этом городе)\b", re.IGNORECASE)
_OPENING = 90


@dataclass(frozen=True)
class Event:
    """An event to be described: its words, what it owns of them, stage, class, how it is joined, where its verb is.

    `more` are words of clauses that tell nothing themselves: their figures count where its own words have none.
    """

    span: tuple[int, int]
    own: Sequence[tuple[int, int]]
    stage: str | None
    cls: str
    rule: str
    verb: int
    more: Sequence[tuple[int, int]] = ()


def fill(scene: Scene, context: Context, event: Event, told: Roles, taken: set[int]) -> Candidate:
    """Return a candidate with the figures of its own words; money is taken once."""
    money = _money(scene, event, taken)
    count = _count(scene, event)
    taken.update([money.index] if money else [])
    kind, track = _kind(told, event.cls, money, count)
    places = told.places or (context.places if _HERE.search(scene.sentence.text) else ())
    centre = money.start if money else count.start if count else event.verb
    used = tuple(p.index for p in scene.figures if any(a <= p.start and p.end <= b for a, b in event.own))
    ordinals = [p.figure.value or "" for p in scene.within(event.own, "ordinal")]
    title = _title(scene, told)
    return Candidate(
        scene.ranges(*event.span), "", kind, track or context.track(scene) if kind == "decision" else track,
        event.stage, actor=told.actor, counterpart=told.counterpart, place=places[0] if places else None,
        amount=money.figure.value if money else None, currency=money.figure.unit if money else None,
        count=count.figure.value if count else None, count_unit=count.figure.unit if count else None,
        when=when(scene, context, event, centre), rule=f"{event.rule}.{event.cls}",
        confidence=_confidence(told, money, count), figures=used, object=told.thing.id if told.thing else None,
        title=title, parties=told.parties, places=places,
        ordinal=next((int(o) for o in ordinals if o.isdigit()), None), name=_name(title),
    )  # fmt: skip


def _before(scene: Scene, placed: Placed) -> str:
    return scene.sentence.text[max(0, placed.start - 40) : placed.start]


def _money(scene: Scene, event: Event, taken: set[int]) -> Placed | None:
    """Return the amount an event is about: of a change the one arrived at, else the first one."""
    found = [p for p in scene.within(event.own, "money") if p.index not in taken and p.figure.value]
    plain = [p for p in found if not _INSTEAD.search(_before(scene, p)) and not _PART.search(_before(scene, p))]
    found = plain or found
    if len(found) > 1 and _CHANGED.search(_before(scene, found[0])):
        return found[1]
    after = [p for p in found if p.start > event.verb]
    return next(iter(after or found), None)


_GOVERNED = re.compile(r"(?:^|[\s(])(?:у|в|на|для|по|із|з|зі|из|с|під|под|при|між|между)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _count(scene: Scene, event: Event) -> Placed | None:
    """Return the count an event is about: the first that is no duration, no whole and no part, and that is governed."""
    found = [p for p in scene.within(event.own, "count") if p.figure.value]
    found = found or [p for p in scene.within(event.more, "count") if p.figure.value]
    durations = word_list(scene.sentence.language, "duration")
    plain = [p for p in found if (p.figure.unit or "").split(" ")[-1].casefold() not in durations]
    whole = [p for p in plain if not _PART.search(_before(scene, p)) and not _INSTEAD.search(_before(scene, p))]
    free = [p for p in whole if not _GOVERNED.search(_before(scene, p)) and not _to_whom(scene, p)]
    free = [p for p in free if not _GENITIVE.fullmatch(p.figure.text)] or free
    best = free or whole or plain or found
    if len(best) > 1 and _CHANGED.search(_before(scene, best[0])):
        return best[1]
    return best[0] if best else None


_GENITIVE = re.compile(
    r"(?:двох|трьох|чотирьох|двух|трех|трёх|четырех|четырёх|[\w'’ʼ]+(?:ти|ми)|восьми|\w*десяти|\w+дцяти|\w+дцати)",
    re.IGNORECASE,
)
"""Spelled numbers in the genitive, most often those of a whole: "лікарні п'яти провінцій пролікували 21 640 осіб"."""


def _to_whom(scene: Scene, placed: Placed) -> bool:
    """Say whether a count stands in the dative: "десятьом громадам передали 34 генератори"."""
    after = scene.sentence.text[placed.end : placed.end + 40].split()
    words = [placed.figure.text.split()[-1], *after[:1]]
    return any(w.endswith(("ьом", "ам", "ям", "двом", "двум", "трем")) for w in words)


def when(scene: Scene, context: Context, event: Event, centre: int) -> str | None:
    """Return the event's date: the nearest of its own, else the date that the sentence opens with or alone gives."""
    mine = [p for p in scene.within(event.own, "date") if p.figure.value and not _COMPARED.search(_before(scene, p))]
    if mine:
        joined = _joined(scene, mine)
        if joined:
            return joined
        return min(mine, key=lambda p: _distance(scene, p, centre)).figure.value
    dates = [p for p in scene.figures if p.figure.kind == "date" and p.figure.value]
    inside = [p for p in dates if event.span[0] <= p.start and p.end <= event.span[1]]
    if inside:
        return inside[0].figure.value
    opening = [
        p for p in dates if p.start < _OPENING and p.start < event.span[0] and "," not in scene.sentence.text[: p.start]
    ]
    if not opening or (event.stage in ("planned", "pledged") and not _to_come(context, opening[0])):
        return None  # "два вікна повернулися в грудні, третє встановлять навесні": a past day dates no plan
    return opening[0].figure.value


def _to_come(context: Context, placed: Placed) -> bool:
    """Say whether a date is not over on the statement's own day."""
    value = placed.figure.value or ""
    if context.known_until is None or not is_edtf(value):
        return True
    high = parse(value).high
    return high is None or high >= context.known_until


def ahead(scene: Scene, context: Context, own: Sequence[tuple[int, int]]) -> bool:
    """Say whether the words give a time after the statement's own date: "другий етап стартує навесні"."""
    if context.known_until is None:
        return False
    for placed in scene.within(own, "date"):
        if _BOUND.search(_before(scene, placed)) or not placed.figure.value or not is_edtf(placed.figure.value):
            continue
        low = parse(placed.figure.value).low
        if low and low > context.known_until:
            return True
    return False


def _joined(scene: Scene, found: Sequence[Placed]) -> str | None:
    """Return the interval of "від жовтня до січня" and "с 1 августа по 31 декабря"."""
    for one, two in pairwise(found):
        gap = scene.sentence.text[one.end : two.start].strip().lower()
        if gap in ("до", "по") and _CHANGED.search(_before(scene, one)) and "/" not in (one.figure.value or ""):
            return f"{one.figure.value}/{two.figure.value}"
    return None


def _distance(scene: Scene, placed: Placed, centre: int) -> int:
    """Return how far a date stands from what it dates; that of an act or a comparison is far."""
    after = placed.start - centre
    before = _before(scene, placed)
    far = 200 if _APART.search(before) else 80 if _SCOPE.search(before) else 0
    return (after if after >= 0 else -after) + far


def _kind(told: Roles, cls: str, money: Placed | None, count: Placed | None) -> tuple[str, str | None]:
    if told.thing is None:
        return _KINDS.get(cls, "measure" if money or count else "event"), None
    kind = told.thing.kind
    if cls == "harm":
        kind = "incident"
    if cls == "need":
        kind = "need"
    if cls == "measure" and told.thing.id in VAGUE:
        kind = "measure"
    if cls == "pledge" and not told.thing.concrete:
        kind = "obligation"
    return kind, told.thing.track


def _title(scene: Scene, told: Roles) -> str | None:
    """Return the thing in the words of the text, with the adjectives before it."""
    if told.thing_at is None:
        return None
    text = scene.sentence.text
    start, end = told.thing_at
    while True:
        match = _ADJECTIVE.search(text, max(0, start - _LONGEST_WORD), start)
        if match is None or len(match.group(1)) < 6:
            return text[start:end]
        start = match.start()


_LONGEST_WORD = 30
_ADJECTIVE = re.compile(
    r"\b([^\W\d_]+(?:ий|а|е|і|ого|ої|ому|ій|у|ою|им|их|ими|ый|ая|ое|ые|ой|ую|ым|ых|ыми|ю))\s+\Z", re.IGNORECASE
)
_NAME = re.compile(r"«([^»]{2,80})»|\"([^\"]{2,80})\"")


def _name(title: str | None) -> str | None:
    match = _NAME.search(title or "")
    return (match.group(1) or match.group(2)) if match else None


def _confidence(told: Roles, money: Placed | None, count: Placed | None) -> float:
    filled = sum(bool(x) for x in (told.actor, told.thing, told.places, money or count))
    return round(0.4 + 0.12 * filled, 2)
