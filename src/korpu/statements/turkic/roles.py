"""Who, whom, what and where in an Azerbaijani clause, told by case endings and postpositions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from korpu.reference.names import PLACES, Match
from korpu.reference.objects import Thing
from korpu.statements.events.roles import ACTS, VAGUE, Roles
from korpu.statements.events.scene import Scene
from korpu.statements.figures.endings import is_form_of
from korpu.statements.reading import Party
from korpu.statements.turkic.cases import case_of
from korpu.statements.turkic.lexicon import word_list
from korpu.statements.turkic.tokens import lower

Span = tuple[int, int]

_BODIES = ("country", "organisation", "company", "ministry", "body")
_DOING = frozenset(
    ["bank", "enterprise", "sector", "council", "chamber", "commission", "students", "specialists", "citizens"]
)
"""Things that more often do something than have it done to them."""
_RANK = {"city": 0, "district": 1, "region": 2, "sea": 3, "country": 4}
_AGENT = re.compile(r"\s+(?:\w+\s+){0,4}?tərəfindən\b")
_MEANS = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:dəstəyi|maliyyə|vəsaiti|hesabına|təşəbbüsü|xətti|xətt|sifarişi|yardımı|köməyi|qrantı|krediti|"
    r"ianəsi|töhfəsi|tapşırığı)"
)
_TAKING = re.compile(r"(?:al(?:ıb|dı|acaq|ır|mış)|qəbul|əldə)\w*")
"""Verbs by which the subject gets something: "Ukrayna İspaniyadan yeddi generator alıb"."""
_MOVED = re.compile(r"\w*(?:göndəril|gətiril|çatdırıl|daxil ol|yola sal|verilib|verildi|təhvil)\w*")
_FOR = re.compile(r"\s+(?:\w+\s+){0,3}?(?:üçün|naminə)\b")
_WITH = re.compile(r"\s+(?:\w+\s+){0,2}?(?:ilə|arasında)\b")
_OFFICE = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:prezident|hökumət|nazirli|nazirlər|səfirliy|parlament|dövlət|tərəf|şirkət|fond|agentli|xalq|"
    r"hakimiyyət|bələdiyyə|səfir|nazir|rəhbərli|mərkəz|milli məclis)"
)
_PLACE = re.compile(
    r"\b([A-ZƏÖÜÇŞİĞ][\w'’-]*[a-zəöüçşığ])\s+(?=(?:şəhər|rayon|vilayət|kənd(?!\w*\s+təsərrüfat)|qəsəbə|bələdiyyə|liman|stansiya|dairə|icma)"
    r"[a-zəöüçşığ]*\b)"
)


def named(scene: Scene) -> list[Match]:
    """Return the names of a sentence, with the places that only the words behind them tell ("Bucha rayonu")."""
    known = [m for m in scene.names.find(scene.sentence.text) if not _common(m)]
    found = list(known)
    for match in _PLACE.finditer(scene.sentence.text):
        start, end = match.span(1)
        if not any(m.start < end and start < m.end for m in known):
            found.append(Match(start, end, match.group(1), "city", match.group(1)))
    money = [p for p in scene.figures if p.figure.kind == "money"]  # "ABŞ dolları" names no party
    found = [m for m in found if not any(p.start <= m.start and m.end <= p.end for p in money)]
    return sorted(found, key=lambda m: m.start)


@dataclass(frozen=True)
class Words:
    """Where the roles of an event are looked for: the names in its span, its own stretches, its verb and voice."""

    here: Sequence[Match]
    own: Sequence[Span]
    verb: int
    passive: bool


def _common(match: Match) -> bool:
    """Say whether a name is also a plain noun, which opens a sentence with a capital: "Limanın gücü"."""
    low = lower(match.text)
    return match.type in PLACES and any(is_form_of(low, word) for word in word_list("common"))


def roles(scene: Scene, words: Words, known: Mapping[str, Thing] | None = None) -> Roles:
    """Read the roles of an event from its words; `known` says what a plain word stands for since it was named."""
    here, own = words.here, words.own
    text = scene.sentence.text
    low = lower(text)
    cases = {m: _case(scene, m) for m in here}
    bodies = [m for m in here if m.type in _BODIES]
    actor = _actor(low, bodies, cases, words.verb, passive=words.passive)
    source = _source(low, bodies, cases, words.verb)
    getter = actor if source is not None and not words.passive else None
    actor = source if getter is not None else actor or source
    counterpart = None
    parties: list[Party] = [Party(scene.names.name(actor.id), "actor")] if actor else []
    for match in bodies:
        name = scene.names.name(match.id)
        if name in [p.name for p in parties]:
            continue
        role = "recipient" if match is getter else _role(low, match, cases[match])
        if role in ("recipient", "partner") and counterpart is None and match is not actor:
            counterpart = name
        parties.append(Party(name, role))
    thing, at = _thing(scene, own, here)
    if thing is not None and at is not None and thing.id in VAGUE and known is not None:
        thing = known.get(text[at[0] : at[1]].casefold().split()[-1], thing)
    mine = [m for m in here if any(a <= m.start and m.end <= b for a, b in own)]
    return Roles(
        scene.names.name(actor.id) if actor else None,
        counterpart,
        _places(scene, mine, cases) or _places(scene, here, cases),
        tuple(parties),
        thing,
        at,
    )


def _case(scene: Scene, match: Match) -> str:
    name = scene.names.get(match.id)
    forms = [f for given in name.forms.values() for f in given] if name else [match.id]
    low = lower(match.text)
    stems = [f for f in forms if low.startswith(lower(f))]
    form = max(stems, key=len) if stems else None
    if form is None:
        return case_of(match.text)
    # A place with its kind behind it, "Xarkov vilayətinə", has the case of that word.
    after = re.match(r"\s+((?:şəhər|rayon|vilayət|kənd|qəsəbə|respublika)\w*)", scene.sentence.text[match.end :])
    if after and low == lower(form):
        return case_of(after.group(1))
    return case_of(match.text, match.text[: len(form)])


def _actor(low: str, bodies: Sequence[Match], cases: Mapping[Match, str], verb: int, *, passive: bool) -> Match | None:
    before = [m for m in bodies if m.end <= verb]
    agent = next((m for m in before if _AGENT.match(low[m.end : m.end + 90])), None)
    if agent is not None:
        return agent
    if not passive:
        plain = [m for m in before if cases[m] == "nominative" and not _WITH.match(low[m.end : m.end + 40])]
        if plain:
            return plain[0]
    owners = [m for m in before if cases[m] in ("genitive", "nominative")]
    means = next((m for m in owners if _MEANS.match(low[m.end : m.end + 80])), None)
    if means is not None or passive:
        return means
    return next((m for m in owners if _OFFICE.match(low[m.end : m.end + 60])), None)


def _source(low: str, bodies: Sequence[Match], cases: Mapping[Match, str], verb: int) -> Match | None:
    """Return from whom something was got or came: "İspaniyadan … alıb", "Türkiyədən Azərbaycana … göndərilib"."""
    said = low[verb : verb + 30]
    if not (_TAKING.match(said) or _MOVED.match(said)) or "satın" in low[max(0, verb - 8) : verb]:
        return None
    return next((m for m in bodies if m.end <= verb and cases[m] == "ablative"), None)


def _role(low: str, match: Match, case: str) -> str:
    after = low[match.end : match.end + 60]
    if case == "dative" or _FOR.match(after):
        return "recipient"
    if _MEANS.match(after):
        return "funder"
    return "partner"


def _places(scene: Scene, here: Sequence[Match], cases: Mapping[Match, str]) -> tuple[str, ...]:
    found = []
    for match in here:
        if match.type not in PLACES or (match.adjective and match.type == "country"):
            continue
        if match.type == "country" and cases[match] not in ("locative", "dative"):
            continue
        if cases[match] == "ablative" and match.type != "city":
            continue
        found.append((cases[match] == "ablative", _RANK[match.type], match.start, scene.names.name(match.id)))
    return tuple(dict.fromkeys(name for *_, name in sorted(found)))


def _thing(scene: Scene, spans: Sequence[Span], names: Sequence[Match]) -> tuple[Thing | None, Span | None]:
    """Return the thing acted on: whole and concrete before vague, in the object's case before where and to whom."""
    text = scene.sentence.text
    inside = [m for m in scene.objects if any(a <= m.start and m.end <= b for a, b in spans)]
    inside = [m for m in inside if not any(n.start < m.end and m.start < n.end for n in names)]
    best: tuple[tuple[int, bool, int], Thing, Span] | None = None
    for match in inside:
        thing = scene.things.get(match.object_id)
        if thing is None:
            continue
        oblique = case_of(text[match.start : match.end].split()[-1]) in ("dative", "locative", "ablative", "with")
        rank = (_weight(thing), oblique, -match.start)
        if best is None or rank < best[0]:
            best = rank, thing, (match.start, match.end)
    return (best[1], best[2]) if best else (None, None)


def _weight(thing: Thing) -> int:
    if thing.id in ACTS:
        return 3
    if thing.id in VAGUE:
        return 1 if thing.concrete else 2
    if thing.id in _DOING:
        return 1
    return 0 if thing.concrete else 1
