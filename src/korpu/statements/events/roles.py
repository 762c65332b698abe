"""Who, what and where: the actor, the other side, the thing acted on and the place of an event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from korpu.reference.names import PLACES, Match
from korpu.reference.objects import Thing
from korpu.statements.events.actors import named_actor
from korpu.statements.events.clauses import Clause
from korpu.statements.events.parties import sides
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Party

_LOCAL = re.compile(
    r"\b(?:in|at|of|to|from|near|for|around|across|over|outside|city of|port of|ports of|region of)"
    r"\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.I,
)
_AROUND = re.compile(r"\b(?:around|outside|from|via|through)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Roles:
    """What the words around an event say of it; places most specific first."""

    actor: str | None = None
    counterpart: str | None = None
    places: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    thing: Thing | None = None
    thing_at: tuple[int, int] | None = None


_OFFICE = re.compile(
    r"\b(?:Ministers?|Presidents?|Ambassadors?|Chancellor|King|Queen|Prime Minister|Mayors?|Governor|Speaker|Head|"
    r"Chair\w*|Secretary(?: of State)?|Commissioner|[Gg]overnments?|[Pp]arliament|[Mm]inistry|[Ee]mbassy|[Pp]eople|"
    r"Foreign Affairs|Foreign Minister|Economy|Finance|Energy|Defence|Health|Culture|Education|Central Bank)"
    r"\s+of\s+(?:the\s+)?(?:(?:Republic|Kingdom|City|State|Federal Republic)\s+of\s+)?(?:the\s+)?$"
)
_RANK = {"city": 0, "district": 1, "region": 2, "sea": 3, "country": 4}


@dataclass(frozen=True)
class Words:
    """Where the roles of an event are looked for: its span, the stretches of its own, its verb's character."""

    span: tuple[int, int]
    own: Sequence[tuple[int, int]]
    verb: int
    passive: bool = False


def roles(scene: Scene, words: Words, known: Mapping[str, Thing] | None = None) -> Roles:
    """Read the roles of an event from its words.

    The thing and the place are looked for in its own stretches first, and not in the setting that a sentence opens
    with ("During the conference in Bonn, …"). `known` says what a plain word ("the equipment") stands for since it was
    named in full.
    """
    (start, end), verb, passive = words.span, words.verb, words.passive
    text = scene.sentence.text
    own = _without_setting(text, words.own or [words.span], verb)
    here = [m for m in named_in(scene) if start <= m.start and m.end <= end]
    found = sides(text, here, verb, passive=passive)
    doer, subject_of = found.actor, verb
    if doer is None and not passive and (clause := _sharing(scene, verb)) is not None:
        subject_of = scene.tokens[clause.group.last].start
        before = [m for m in named_in(scene) if scene.tokens[clause.start].start <= m.start < subject_of]
        doer = sides(text, before, subject_of, passive=False).actor
    actor = scene.names.name(doer.id) if doer else None
    parties = [Party(actor, "actor")] if actor else []
    for match, role in found.others:
        if (name := scene.names.name(match.id)) not in [p.name for p in parties]:
            parties.append(Party(name, role))
    getters = [p.name for p in parties if p.role == "recipient"]
    partners = [p.name for p in parties if p.role == "partner"] if actor else []
    mine = [m for m in here if any(a <= m.start and m.end <= b for a, b in own)]
    thing, at = _thing(scene, own, verb, passive=passive)
    whole = _without_setting(text, [(start, end)], verb)
    if thing is None:
        thing, at = _thing(scene, whole, verb, passive=passive)
    if thing is not None and at is not None and thing.id in VAGUE and known is not None:
        thing = known.get(text[at[0] : at[1]].casefold().split()[-1], thing)
    return Roles(
        actor or (None if found.receives else named_actor(scene, subject_of, passive=passive)),
        next(iter(getters or partners), None),
        _places(scene, text, mine) or _places(scene, text, [m for m in here if m.start >= whole[0][0]]),
        tuple(parties),
        thing,
        at,
    )


def _sharing(scene: Scene, verb: int) -> Clause | None:
    """Return the clause whose subject a verb shares ("Spain pays for … and has delivered …"), None where it has one."""
    found = scene.clauses if scene.sentence.language == "en" else []
    k = next((k for k, c in enumerate(found) if scene.tokens[c.group.last].start == verb), None)
    if k is None or not found[k].shared:
        return None
    first = next((c for c in reversed(found[:k]) if c.kind in ("main", "coord") and not c.shared), None)
    return None if first is None or first.group.passive else first


def named_in(scene: Scene) -> list[Match]:
    """Return the names of a sentence but for those that only tell a currency: "US$ 200 million", "доларів США"."""
    money = [p for p in scene.figures if p.figure.kind == "money"]
    return [m for m in scene.named if not any(p.start <= m.start and m.end <= p.end for p in money)]


_SETTING = re.compile(
    r"(?:During|At|On the (?:margins|sidelines) of|In the course of|Following|After|Before|Under)\b[^,;]{8,120},\s"
)


def _without_setting(text: str, own: Sequence[tuple[int, int]], verb: int) -> list[tuple[int, int]]:
    match = _SETTING.match(text)
    if match is None or match.end() > verb:
        return list(own)
    return [(max(a, match.end()), b) for a, b in own if b > match.end()] or list(own)


def _places(scene: Scene, text: str, here: Sequence[Match]) -> tuple[str, ...]:
    """Return the places, cities first; a country counts where something happens in it."""
    found: list[tuple[int, int, str]] = []
    for match in here:
        if match.type not in PLACES:
            continue
        if _AROUND.search(text[max(0, match.start - 30) : match.start]):
            continue
        if _OFFICE.search(text[max(0, match.start - 60) : match.start]):
            continue  # "the Foreign Minister of Germany" is not said to be there
        local = bool(_LOCAL.search(text[max(0, match.start - 30) : match.start]))
        if match.adjective and match.type == "country":
            continue
        if match.type == "country" and not local:
            continue
        found.append((_RANK[match.type], match.start, scene.names.name(match.id)))
    return tuple(dict.fromkeys(name for _, _, name in sorted(found)))


def _thing(
    scene: Scene, spans: Sequence[tuple[int, int]], verb: int, *, passive: bool
) -> tuple[Thing | None, tuple[int, int] | None]:
    """Return the thing acted on: the first after an active verb, the last before a passive one.

    Concrete things go before abstract ones, whole things before the plain words "project" or "equipment", and an owner
    ("the children's sports complex") is not the thing.
    """
    text = scene.sentence.text
    inside = [m for m in scene.objects if any(a <= m.start and m.end <= b for a, b in spans)]
    inside = [m for m in inside if not text[m.end :].startswith(("'s ", "’s ", "s' "))] or inside
    after = [m for m in inside if m.start >= verb]
    before = [m for m in reversed(inside) if m.start < verb]
    order = before + after if passive else after + before
    things = [(t, (m.start, m.end)) for m in order if (t := scene.things.get(m.object_id)) is not None]
    best = sorted(range(len(things)), key=lambda i: (_weight(things[i][0]), _governed(text, things[i][1][0]), i))
    return things[best[0]] if best else (None, None)


def _governed(text: str, start: int) -> bool:
    """Say whether a thing only qualifies another: "a memorandum on partnership" is a memorandum."""
    return _QUALIFYING.search(text[max(0, start - 40) : start]) is not None


_QUALIFYING = re.compile(
    r"\b(?:of|on|for|in|at|with|from|between|about|by)\s+(?:(?!and\b)[\w'’-]+\s+){0,3}$", re.IGNORECASE
)


def _weight(thing: Thing) -> int:
    if thing.id in ACTS:
        return 3
    if thing.id in VAGUE:
        return 1 if thing.concrete else 2
    return 0 if thing.concrete else 1


ACTS = frozenset({"decree", "law", "resolution", "order"})
"""Legal acts: what they allocate or decide says more than that they are acts."""

VAGUE = ACTS | {"project", "equipment", "infrastructure", "aid", "children", "city_rebuilding"}
"""Things that any other thing named beside them says more about."""
