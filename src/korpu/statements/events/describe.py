"""Fills a candidate from the words of its event: figures, date, roles, kind of record and track."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from korpu.statements.events.context import Context
from korpu.statements.events.roles import VAGUE, Roles, Words, roles
from korpu.statements.events.scene import Placed, Scene
from korpu.statements.events.when import opening_date
from korpu.statements.reading import Candidate

_DURATION = frozenset(
    ["year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes"]
)
_KINDS = {
    "decide": "decision", "pledge": "obligation", "plan": "initiative", "need": "need", "measure": "measure",
    "report": "position", "reaffirm": "position", "consider": "initiative", "stop": "initiative",
}  # fmt: skip
_PARTIES = frozenset(
    ["sides", "ministries", "parties", "countries", "states", "governments", "ministers", "presidents", "capitals"]
)
_SCOPE = re.compile(r"\bfor(?: the)?(?: years?| period)?\s*$")
_SUM = re.compile(
    r"\b(?:volume|total|amount|sum|value|turnover|overall|in all|so far|to date|altogether)\b[^.;]{0,90}"
    r"\b(?:reach|exceed|total|amount|stand|surpass|come|came|stood|was|is|grow|grew|ris|rose)\w*\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bof (?:our|the|their|its|all|this|these)\s*$", re.IGNORECASE)
_PART = re.compile(
    r"(?<!delivery )(?<!supply )(?<!handover )(?<!purchase )(?<!transfer )(?<!installation )(?<!construction )"
    r"(?<!training )(?<!provision )(?<!donation )\bof (?:our|the|their|its|all)?\s*$",
    re.IGNORECASE,
)
_ATTACKED = re.compile(
    r"(?:carr(?:y|ied|ies|ying) out|launch\w*|conduct\w*|mount\w*)\s+"
    r"(?:(?!(?:to|after|for|from|against)\b)[\w'’-]+\s+){0,7}?"
    r"(?:attacks?|strikes?|shelling|bombardments?|raids?|assaults?)\b|(?:attacked|shelled|bombed)\b",
    re.IGNORECASE,
)
"""What was done to harm: nobody's aid, whatever it was done to."""
_GOAL = re.compile(r"\b(?:target|goal|objective)\b")
_INHERITING = ("decide", "open", "act", "be", "build", "finish")


@dataclass(frozen=True)
class Event:
    """An event to be described: its words, what it owns of them, stage, class, how it is joined, where its verb is."""

    span: tuple[int, int]
    own: Sequence[tuple[int, int]]
    stage: str | None
    cls: str
    rule: str
    verb: int
    passive: bool = False
    barred: frozenset[int] = frozenset()


def frame(scene: Scene, context: Context, event: Event, taken: set[int]) -> Candidate:
    """Return the candidate of a clause, with the roles that its words tell."""
    passive = event.passive or event.cls == "hold_on"
    told = roles(scene, Words(event.span, event.own, event.verb, passive), context.known)
    return fill(scene, context, event, told, taken)


def fill(scene: Scene, context: Context, event: Event, told: Roles, taken: set[int]) -> Candidate:
    """Return a candidate with the figures of its own words; money is taken once."""
    span, own, verb = event.span, event.own, event.verb
    money = _reached(scene, [p for p in scene.within(own, "money") if p.index not in taken | event.barred], verb)
    count = _count(scene, own, verb) or _count(scene, _shared(scene, event), verb)
    count = _measured(scene, event, count)
    taken.update([money.index] if money else [])
    kind, track = _kind(scene, told, event, money, count)
    member = context.member(scene.sentence.text)
    places = (member.places if member else ()) or told.places or context.place_of(told, scene.sentence.text)
    title, ordinal = _title(scene, told, span), _ordinal(scene, own)
    centre = money.start if money else count.start if count else verb
    used = tuple(p.index for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own))
    return Candidate(
        scene.ranges(*span), "", kind, track, event.stage,
        actor=told.actor, counterpart=told.counterpart, place=places[0] if places else None,
        amount=money.figure.value if money else None, currency=money.figure.unit if money else None,
        count=count.figure.value if count else None, count_unit=count.figure.unit if count else None,
        when=_when(scene, context, event, centre), rule=f"{event.rule}.{event.cls}",
        confidence=_confidence(told, money, count),
        figures=used, object=told.thing.id if told.thing else None, title=title,
        parties=told.parties, places=places, ordinal=ordinal, name=proper_name(title),
        group=member.title if member and ordinal else None,
    )  # fmt: skip


def _shared(scene: Scene, event: Event) -> list[tuple[int, int]]:
    """Return where an event may take its count from besides its own words: of a joined verb, only the subject."""
    if event.rule == "main":
        return [event.span]
    if event.rule != "coord":
        return []
    verbs = [scene.tokens[c.group.first].start for c in scene.clauses]
    return [(event.span[0], min([v for v in verbs if v > event.span[0]], default=event.span[1]))]


def _reached(scene: Scene, found: list[Placed], verb: int) -> Placed | None:
    """Return the amount an event is about: of "from A to B" and "if A, then B" the one arrived at."""
    apart = [p for p in found if not _WHOLE.search(scene.sentence.text[: p.start])]
    found = apart or found
    if len(found) > 1:
        gap = scene.sentence.text[found[0].end : found[1].start]
        if re.search(r"(?<!compared )\bto\b", gap) and len(gap) < 40:
            return found[1]
        after = [p for p in found if p.start > verb]
        return (after or found)[0]
    return found[0] if found else None


def _adjoins(scene: Scene, placed: Placed, verb: int) -> bool:
    """Say whether a count stands right after the verb, or right before it as its subject."""
    tokens = scene.tokens
    at = next((k for k, t in enumerate(tokens) if t.start >= verb), len(tokens) - 1)
    first = next((k for k, t in enumerate(tokens) if t.start >= placed.start), None)
    if first is None:
        return False
    between = tokens[at + 1 : first]
    return (
        first > at
        and len(between) <= 3
        and all(t.tag in ("adv", "prep", "pron") and t.low in _APPROXIMATE for t in between)
    )


_APPROXIMATE = frozenset(
    [
        "us",
        "him",
        "them",
        "me",
        "you",
        "it",
        "about",
        "around",
        "some",
        "over",
        "under",
        "nearly",
        "almost",
        "only",
        "at",
        "least",
        "more",
        "than",
        "up",
        "to",
        "all",
        "just",
    ]
)


def _count(scene: Scene, own: Sequence[tuple[int, int]], verb: int) -> Placed | None:
    """Return the count an event is about: the one its verb governs, else the first that is no duration or whole."""
    around = [(a, b) for a, b in own if a <= verb <= b]
    found = [p for p in scene.within(around, "count") if p.figure.value]
    found = found or [p for p in scene.within(own, "count") if p.figure.value]
    found = [p for p in found if not (p.figure.value == "2" and (p.figure.unit or "").split(" ")[-1] in _PARTIES)]
    if not found:
        return None
    near = [p for p in found if _adjoins(scene, p, verb)]
    if near:
        return near[0]
    for one, two in pairwise(found):
        if scene.sentence.text[one.end : two.start].strip() == "to":
            return two
    plain = [p for p in found if (p.figure.unit or "").split(" ")[0] not in _DURATION]
    whole = [p for p in plain if not _PART.search(scene.sentence.text[: p.start])]
    plain = whole or plain
    return (plain or found)[0]


def _measured(scene: Scene, event: Event, count: Placed | None) -> Placed | None:
    """Return the measure that an event is about, where that is its object: "received 600 tonnes from 9 countries"."""
    around = [(a, b) for a, b in event.own if a <= event.verb <= b]
    found = scene.within(around, "measure")
    if event.passive:
        before = [p for p in found if p.end <= event.verb]
        of = before and _OF.match(scene.sentence.text[before[0].end :])
        first = count is None or (before and (count.start > event.verb and before[0].start < count.start))
        return before[0] if of and first else count
    return next((p for p in found if _adjoins(scene, p, event.verb)), count)


_OF = re.compile(r"\s+(?:of\s+)?[a-z]")


def _when(scene: Scene, context: Context, event: Event, centre: int) -> str | None:
    """Return the event's date: the nearest of its own, else the sentence's, else that of the event spoken of."""
    span, own, cls = event.span, event.own, event.cls
    text = scene.sentence.text
    carried = context.event_date(text)
    mine = [p for p in scene.within(own, "date") if p.figure.value]
    if cls in _DATED_APART:
        mine = [p for p in mine if not _UNDER_ACT.search(text[: p.start])]
    if cls == "decide" and carried and all(_SCOPE.search(text[: p.start]) for p in mine):
        return carried
    if len(mine) > 1 and cls in _SAID and (said := _opened_with(scene, mine)):
        return said
    if mine:
        return _joined(text, mine) or min(mine, key=lambda p: _distance(text, p, centre)).figure.value
    spanned = [
        p for p in scene.within([span], "date") if cls not in _DATED_APART or not _UNDER_ACT.search(text[: p.start])
    ]
    within = [p.figure.value for p in spanned if p.figure.value and context.possible(p.figure.value, event.stage)]
    if within:
        return within[0]
    known = [p for p in scene.figures if p.figure.kind == "date" and p.figure.value]
    lone = [p for p in known if cls not in _DATED_APART or not _UNDER_ACT.search(text[: p.start])]
    dates = [p.figure for p in lone]
    opening = opening_date(text, scene.sentence.ranges[0][0], dates) or context.opening(text)
    if opening:
        return opening
    if cls in _INHERITING and carried:
        return carried
    if len(lone) != 1 or not context.possible(lone[0].figure.value, event.stage) or _elsewhere(scene, event, lone[0]):
        return None
    return lone[0].figure.value


_SAME = ("they ", "it ", "these ", "this ", "he ", "she ", "all ")


def _elsewhere(scene: Scene, event: Event, placed: Placed) -> bool:
    """Say whether a date stands in another sentence part that is whole in itself, or tells when somebody said it."""
    if scene.sentence.language == "en" and event.rule == "note":
        between = sorted((event.span[0], event.span[1], placed.start))
        return bool(re.search(r";|\s[A-Z][a-z]+(?: [a-z]+){0,3}: ", scene.sentence.text[between[0] : between[-1]]))
    if scene.sentence.language != "en" or not scene.clauses or event.rule not in ("main", "coord"):
        return False
    for clause in scene.clauses:
        a, b = scene.chars(clause.start, clause.end)
        if a <= placed.start < b:
            apart = clause.kind in ("main", "coord") and clause.group.finite and not (a <= event.verb < b)
            same = clause.shared or scene.sentence.text[a:b].lower().startswith(_SAME)  # "and they arrived in May"
            return apart and not same
    return placed.start > scene.chars(scene.clauses[-1].start, scene.clauses[-1].end)[1]


_SAID = ("pledge", "decide", "allocate", "report", "contract")


def _opened_with(scene: Scene, found: Sequence[Placed]) -> str | None:
    """Return the day with which a sentence opens: "On 2 October the agency announced 5 million for this winter"."""
    value = opening_date(scene.sentence.text, scene.sentence.ranges[0][0], [p.figure for p in found])
    return value if value and len(value) == _DAY else None


_DAY = len("2024-10-02")
_DATED_APART = ("ship", "deliver", "hand_over", "pay", "act", "open", "build")
_UNDER_ACT = re.compile(
    r"\b(?:in (?:accordance|compliance|line) with|according to|based on|on the basis of|pursuant to|under|by|as per|"
    r"in pursuance of|within the framework of)\s+(?:[\w'’().\"“”-]+\s+){0,9}?"
    r"(?:decree|order|resolution|law|decision|instruction|agreement|memorandum|contract)s?\b"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|will|to)\b)[^,;.]){0,80}\b(?:of|on|dated|from|in)\s*$",
    re.IGNORECASE,
)
"""What an event is done under: the date of a decree is not that of the shipment it led to."""


def _distance(text: str, placed: Placed, centre: int) -> int:
    """Return how far a date stands from the verb or amount; one that dates a noun ("the flood of 2021") is far."""
    after = placed.start - centre
    return (after if after >= 0 else 20 - after) + (200 if _apart(text, placed) else 0)


def _apart(text: str, placed: Placed) -> bool:
    """Say whether a date belongs to a noun or a comparison: "the flood of 2021", "up a third on the year before"."""
    before = text[: placed.start].rstrip()
    return before.endswith(" of") or (len(placed.figure.value or "") == 4 and _COMPARED.search(before) is not None)


_COMPARED = re.compile(r"\b(?:on|than|over|against|(?:compared|comparison) (?:with|to))$")


def _joined(text: str, found: Sequence[Placed]) -> str | None:
    """Return the interval of "from 2004 to 2017" or "between May and September 2024"."""
    if len(found) != 2:
        return None
    gap, before = text[found[0].end : found[1].start].strip(), text[: found[0].start].rstrip().lower()
    if (gap in ("to", "until") and before.endswith("from")) or (gap == "and" and before.endswith("between")):
        return f"{found[0].figure.value}/{found[1].figure.value}"
    return None


def _kind(
    scene: Scene, told: Roles, event: Event, money: Placed | None, count: Placed | None
) -> tuple[str, str | None]:
    cls = event.cls
    attacked = _ATTACKED.match(scene.sentence.text, event.verb) is not None
    if told.thing is not None:
        kind = told.thing.kind
        at = told.thing_at
        if told.thing.id in VAGUE and kind == "initiative" and at and scene.sentence.text[at[0] : at[1]].endswith("s"):
            kind = "programme"  # "the projects": many things at once, and none of them in particular
        if kind == "partnership" and at and "partner" not in scene.sentence.text[at[0] : at[1]].casefold():
            kind = "position"  # "our cooperation" praises; it founds no partnership
        if money and _SUM.search(scene.sentence.text[: money.start]):
            kind = "measure"  # "the volume of aid has reached …": a number about many things
        if cls == "harm" or attacked:
            kind = "incident"
        if cls == "need":
            kind = "need"
        if money and cls == "decide" and _GOAL.search(scene.sentence.text):
            kind = "goal"
        if cls == "pledge" and not told.thing.concrete:
            kind = "obligation"
        return kind, told.thing.track
    return _KINDS.get(cls, "measure" if money or count else "event"), None


def _ordinal(scene: Scene, own: Sequence[tuple[int, int]]) -> int | None:
    found = scene.within(own, "ordinal")
    return int(found[0].figure.value or 0) if found and (found[0].figure.value or "").isdigit() else None


def _title(scene: Scene, told: Roles, span: tuple[int, int]) -> str | None:
    if told.thing_at is None:
        return None
    start, end = told.thing_at
    tokens = scene.tokens
    first = next((k for k, t in enumerate(tokens) if t.start >= start), None)
    if first is None:
        return None
    while first > 0 and tokens[first - 1].tag in ("word", "poss", "num") and tokens[first - 1].start >= span[0]:
        first -= 1
    return scene.sentence.text[tokens[first].start : end]


_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:(?:of|on|for|and|the|in|to)\s+)*[A-Z][\w'’-]+)+")


def proper_name(text: str | None) -> str | None:
    """Return the longest run of capitalised words in a phrase: its proper name, if it has one."""
    found = sorted(_NAME.findall(text or ""), key=len)
    return found[-1] if found else None


def _confidence(told: Roles, money: Placed | None, count: Placed | None) -> float:
    filled = sum(bool(x) for x in (told.actor, told.thing, told.places, money or count))
    return round(0.4 + 0.12 * filled, 2)
