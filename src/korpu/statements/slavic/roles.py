"""Who, what and where in Ukrainian and Russian: by case endings, prepositions and the names of the world."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from korpu.reference.names import PLACES, Match
from korpu.reference.objects import Thing
from korpu.statements.events.roles import ACTS, VAGUE, Roles
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Party

_BODIES = ("country", "organisation", "company", "ministry", "body")
_NO_NAMES = frozenset(["досі", "мали", "має", "решта", "решту", "решти", "решті", "рештою"])
"""Words that only look like a case of a name: "досі" is not Doha, "мали" not Mali."""
_RANK = {"city": 0, "district": 1, "region": 2, "sea": 3, "country": 4}
_OWNER = (
    r"(?:уряд|урядом|уряду|правительств\w*|правительство|влада|владою|власти|сторона|стороною|стороной|народ\w*|"
    r"посольств\w*|міністерств\w*|министерств\w*|президент\w*|компані\w+|фонд\w*|агентств\w*|прем'єр\w*)"
)
_LOCAL = re.compile(
    r"(?:^|\s|\()(?:у|в|во|на|із|з|зі|из|с|до|от|від|біля|возле|під|под|по|неподалік|поблизу|околиці|місті|міста|місто|м\.|"
    r"городе|города|город|г\.|області|обл\.|порту|порт|портами|через|між|между|для|селі|с\.|громаді|території|территории|і|та|и|,|й)"
    r"\s+(?:\w+(?:ій|ому|ої|ого|ом|ой|их|ых)\s+)?$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:^|\s)(?:із|з|зі|из|с|від|от|для)\s+$", re.IGNORECASE)
_BENEFIT = re.compile(
    r"(?:^|\s)(?:для|на користь|на підтримку|в поддержку|в пользу|допомоги|помощи|підтримки)\s+(?:\w+\s+)?$", re.I
)
_FUNDING = re.compile(
    r"(?:за підтримки|при поддержке|за кошти|за рахунок|за счет|за счёт|коштом|на кошти|на средства|на гроші|"
    r"за фінансування|при финансировании|за сприяння|при содействии|від|от)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(?:^|\s){_OWNER}\s+$", re.IGNORECASE)
_INSTRUMENTAL = re.compile(r"(?:ою|ею|єю|ом|ем|єм|ой|ей|им|ым|ами|ями|ією|ией)$")
_DATIVE = re.compile(r"(?:і|ї|у|ю|ові|еві|ам|ям|е|ии|ому|ему|ой|ій)$")


def roles(
    scene: Scene, span: tuple[int, int], own: Sequence[tuple[int, int]], verb: int, *, passive: bool,
    known: Mapping[str, Thing] | None = None,
) -> Roles:  # fmt: skip
    """Read the roles of an event: `span` is all its words, `own` those of its clause, `verb` where its verb stands."""
    text = scene.sentence.text
    known_names = [m for m in scene.named if m.text.casefold() not in _NO_NAMES]
    here = [m for m in known_names if any(a <= m.start and m.end <= b for a, b in own)]
    here = here or [m for m in known_names if span[0] <= m.start and m.end <= span[1]]
    bodies = [m for m in here if m.type in _BODIES and not m.adjective]
    actor = _actor(scene, text, bodies, verb, passive=passive)
    parties: list[Party] = []
    counterpart = None
    for match in bodies:
        name = scene.names.name(match.id)
        if actor is not None and match.id == actor.id:
            continue
        role = _role(scene, text, match)
        if role == "recipient" and counterpart is None:
            counterpart = name
        if name not in [p.name for p in parties]:
            parties.append(Party(name, role))
    if actor is not None:
        parties.insert(0, Party(scene.names.name(actor.id), "actor"))
        counterpart = counterpart or next((p.name for p in parties if p.role == "partner"), None)
    thing, at = _thing(scene, own, verb, passive=passive)
    if thing is None:
        thing, at = _thing(scene, [span], verb, passive=passive)
    if thing is not None and at is not None and thing.id in VAGUE and known is not None:
        thing = known.get(text[at[0] : at[1]].casefold().split()[-1], thing)
    whole = [m for m in known_names if span[0] <= m.start and m.end <= span[1]]
    places = _places(scene, text, here) or _places(scene, text, whole)
    return Roles(scene.names.name(actor.id) if actor else None, counterpart, places, tuple(parties), thing, at)


def _nominative(scene: Scene, match: Match) -> bool:
    """Say whether a name stands in its dictionary form."""
    name = scene.names.get(match.id)
    shown = name.forms.get(scene.sentence.language, ()) if name else ()
    return any(match.text.casefold() == form.casefold() for form in shown)


def _actor(scene: Scene, text: str, bodies: Sequence[Match], verb: int, *, passive: bool) -> Match | None:
    if passive:
        return next((m for m in bodies if _agent(text, m)), None) or next(
            (m for m in bodies if _FUNDING.search(text[max(0, m.start - 40) : m.start])), None
        )
    subjects = [m for m in bodies if _subject(scene, text, m)]
    before = [m for m in subjects if m.end <= verb]
    return next(reversed(before), None) or next(iter(subjects), None)


def _agent(text: str, match: Match) -> bool:
    """Say whether a name is who did it: in the instrumental, or owning what is ("урядом Японії")."""
    before = text[max(0, match.start - 30) : match.start]
    head = _HEAD.search(before)
    if head:
        return bool(_INSTRUMENTAL.search(head.group().strip()))
    return bool(_INSTRUMENTAL.search(match.text)) and not re.search(
        r"(?:^|\s)(?:з|із|зі|с|со|між|между|над|під)\s$", before
    )


def _subject(scene: Scene, text: str, match: Match) -> bool:
    before = text[max(0, match.start - 30) : match.start]
    head = _HEAD.search(before)
    if head:
        return not _INSTRUMENTAL.search(head.group().strip()) and not head.group().strip().endswith(("у", "і"))
    return _nominative(scene, match) and (match.start == 0 or not _LOCAL.search(before.rstrip(" ") + " "))


def _role(scene: Scene, text: str, match: Match) -> str:
    before = text[max(0, match.start - 40) : match.start]
    if _BENEFIT.search(before):
        return "recipient"
    if _FUNDING.search(before):
        return "funder"
    dative = not _nominative(scene, match) and _DATIVE.search(match.text) and not _LOCAL.search(before)
    return "recipient" if dative else "partner"


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
