"""Who, what and where in Ukrainian and Russian: by case endings, prepositions and the names of the world."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from korpu.reference.names import PLACES, Match
from korpu.reference.objects import Thing
from korpu.statements.events.roles import ACTS, VAGUE, Roles, named_in
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Party
from korpu.statements.slavic.parties import nominative, sides

_NO_NAMES = frozenset(["досі", "мали", "має", "решта", "решту", "решти", "решті", "рештою"])
"""Words that only look like a case of a name: "досі" is not Doha, "мали" not Mali."""
_RANK = {"city": 0, "district": 1, "region": 2, "sea": 3, "country": 4}
_LOCAL = re.compile(
    r"(?:^|\s|\()(?:у|в|во|на|із|з|зі|из|с|до|от|від|біля|возле|під|под|по|неподалік|поблизу|околиці|місті|міста|місто|м\.|"
    r"городе|города|город|г\.|області|обл\.|порту|порт|портами|через|між|между|для|селі|с\.|громаді|території|территории|і|та|и|,|й)"
    r"\s+(?:\w+(?:ій|ому|ої|ого|ом|ой|их|ых)\s+)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\s(?:та|і|й|и)|,)\s+$", re.IGNORECASE)
_SOURCE = re.compile(r"(?:^|\s)(?:із|з|зі|из|с|від|от|для)\s+$", re.IGNORECASE)


def roles(
    scene: Scene, span: tuple[int, int], own: Sequence[tuple[int, int]], verb: int, *, passive: bool,
    known: Mapping[str, Thing] | None = None,
) -> Roles:  # fmt: skip
    """Read the roles of an event: `span` is all its words, `own` those of its clause, `verb` where its verb stands."""
    text = scene.sentence.text
    known_names = [m for m in named_in(scene) if m.text.casefold() not in _NO_NAMES]
    here = [m for m in known_names if any(a <= m.start and m.end <= b for a, b in own)]
    here = here or [m for m in known_names if span[0] <= m.start and m.end <= span[1]]
    found = sides(scene, here, verb, passive=passive)
    actor = scene.names.name(found.actor.id) if found.actor else None
    parties = [Party(actor, "actor")] if actor else []
    for match, role in found.others:
        if (name := scene.names.name(match.id)) not in [p.name for p in parties]:
            parties.append(Party(name, role))
    getters = [p.name for p in parties if p.role == "recipient"]
    partners = [p.name for p in parties if p.role == "partner"] if actor else []
    thing, at = _thing(scene, own, verb, passive=passive)
    if thing is None:
        thing, at = _thing(scene, [span], verb, passive=passive)
    if thing is not None and at is not None and thing.id in VAGUE and known is not None:
        thing = known.get(text[at[0] : at[1]].casefold().split()[-1], thing)
    whole = [m for m in known_names if span[0] <= m.start and m.end <= span[1]]
    places = _places(scene, text, here) or _places(scene, text, whole)
    return Roles(actor, next(iter(getters or partners), None), places, tuple(parties), thing, at)


def _places(scene: Scene, text: str, here: Sequence[Match]) -> tuple[str, ...]:
    """Return the places, cities first; a country counts where a preposition puts something into it."""
    found: list[tuple[int, int, str]] = []
    for match in here:
        if match.type not in PLACES:
            continue
        before = text[max(0, match.start - 30) : match.start]
        local = bool(_LOCAL.search(before))
        if match.type == "country" and (match.adjective or not local or _SOURCE.search(before)):
            continue
        if match.type == "country" and _JOINED.search(before) and nominative(scene, match):
            continue  # "Швеція та Фінляндія передали": another subject, not a place
        found.append((_RANK[match.type], match.start, scene.names.name(match.id)))
    return tuple(dict.fromkeys(name for _, _, name in sorted(found)))


def _thing(
    scene: Scene, spans: Sequence[tuple[int, int]], verb: int, *, passive: bool
) -> tuple[Thing | None, tuple[int, int] | None]:
    """Return the thing acted on: concrete before abstract, what follows the verb before what precedes it."""
    inside = [m for m in scene.objects if any(a <= m.start and m.end <= b for a, b in spans)]
    inside = [m for m in inside if m.start != verb]  # "ремонтують" is what is done, not what it is done to
    after = [m for m in inside if m.start >= verb]
    before = [m for m in reversed(inside) if m.start < verb]
    order = before + after if passive and not after else after + before
    things = [(t, (m.start, m.end)) for m in order if (t := scene.things.get(m.object_id)) is not None]
    best = sorted(range(len(things)), key=lambda i: (_weight(things[i][0]), i))
    return things[best[0]] if best else (None, None)


def _weight(thing: Thing) -> int:
    if thing.id in ACTS:
        return 3
    if thing.id in VAGUE:
        return 1 if thing.concrete else 2
    return 0 if thing.concrete else 1
