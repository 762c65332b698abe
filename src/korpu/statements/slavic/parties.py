"""Who gives and who gets, in Ukrainian and Russian: told by case, by prepositions and by words for offices and funds.

"Україна отримала від Іспанії сім генераторів" and "Іспанія передала Україні сім генераторів" have the same giver. Who
pays is the giver of what is done in the passive or by nobody named: "школу відбудували коштом латвійського уряду".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.reference.names import PLACES, Match
from korpu.statements.events.parties import BODIES, Sides
from korpu.statements.events.scene import Scene

_OFFICE = (
    r"(?:уряд\w*|правительств\w*|влад\w*|власт\w*|сторон\w*|народ\w*|посольств\w*|міністерств\w*|министерств\w*|"
    r"президент\w*|компані\w+|компани\w+|фонд\w*|агентств\w*|прем['’]єр\w*|премьер\w*|банк\w*|мзс|мид)"
)
_LOCAL = re.compile(
    r"(?:^|\s|\()(?:у|в|во|на|із|з|зі|из|с|до|от|від|біля|возле|під|под|по|неподалік|поблизу|околиці|місті|міста|місто|м\.|"
    r"городе|города|город|г\.|області|обл\.|порту|порт|портами|через|між|между|для|селі|с\.|громаді|території|территории|і|та|и|,|й)"
    r"\s+(?:\w+(?:ій|ому|ої|ого|ом|ой|их|ых)\s+)?$",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"(?:^|\s)(?:для|на користь|на підтримку|в поддержку|в пользу|допомоги|помощи|підтримки)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_AID = (
    r"(?:підтрим[кц]\w+|поддержк\w+|кошт\w*|сч[её]т\w*|рахун\w+|средств\w*|гроші|фінансуванн\w+|финансировани\w+|сприянн\w+|"
    r"содействи\w+|допомо[гз]\w+|помощ\w+|грант\w*|кредит\w*|позик\w*|за[её]м\w*|внес\w+|взнос\w*|ініціатив\w+|инициатив\w+)"
)
_FUNDING = re.compile(
    rf"(?:(?:^|\s)(?:за|на|при|завдяки|благодаря|у рамках|в рамках)\s+(?:\w+\s+)?{_AID}|(?:^|\s)(?:коштом|грантом|"
    r"сприяння|содействии)|(?:^|\s)(?:грант\w*|кредит\w*|позик\w*|допомог\w+|помощь|помощи|дарунок|подарунок|подарок|внесок|взнос|"
    rf"від|от|завдяки|благодаря))\s+(?:{_OFFICE}\s+|\w+(?:ого|ої|их|ой|ых|ому|ій)\s+){{0,3}}$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:^|\s)(?:від|од|от|у)\s+(?:{_OFFICE}\s+|\w+(?:ого|ої|их|ой|ых)\s+){{0,3}}$", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:^|\s)(?:із|з|зі|из|с)\s+$", re.IGNORECASE)
_INTO = re.compile(r"(?:^|\s)(?:до|в|у|на|во)\s+$", re.IGNORECASE)
_HEAD = re.compile(rf"(?:^|\s)({_OFFICE})\s+$", re.IGNORECASE)
_OWN_OFFICE = re.compile(rf"\s+({_OFFICE}|кошт\w*|средств\w*|гроші|грошима)", re.IGNORECASE)
_INSTRUMENTAL = re.compile(r"(?:ою|ею|єю|ом|ем|єм|ой|ей|им|ым|ами|ями|ією|ией)$")
_DATIVE = re.compile(r"(?:і|ї|у|ю|ові|еві|ам|ям|е|ии|ому|ему|ой|ій)$")
_RECEIVING = re.compile(r"(?:отрим|одерж|получ|здобу|дістан|прийня|приня|позич|запозич|заруч)\w*", re.IGNORECASE)
_LENDING = re.compile(r"(?:позич|одолж)", re.IGNORECASE)
_MOVING = re.compile(
    r"\w*(?:відправ|отправ|надісл|надсил|направ|доставл|доставил|прибу|надійш|надход|поступ|прийшл|пришл|ввез|завез|експорт|"
    r"экспорт|постав|відванта|отгру|приве[зс]|переда)\w*",
    re.IGNORECASE,
)


def sides(scene: Scene, here: Sequence[Match], verb: int, *, passive: bool) -> Sides:
    """Return who gives and who gets among the names of an event; `verb` is where its verb stands in the sentence."""
    text = scene.sentence.text
    bodies = [m for m in here if m.type in BODIES and (not m.adjective or _OWN_OFFICE.match(text, m.end))]
    receives = not passive and _receives(scene, here, verb)
    subject = None if passive else _subject(scene, bodies, verb)
    roles = {m: _role(scene, m, verb) for m in bodies}
    towns = [m for m in here if m.type in PLACES and m.type != "country" and not m.adjective]
    roles |= {m: "recipient" for m in towns if _in_dative(scene, m)}
    if receives:
        getter = subject or next((m for m in towns if m.end <= verb and nominative(scene, m)), None)
        subject = None
        roles |= {getter: "recipient"} if getter else {}
    actor = subject or _agent(scene, bodies, roles)
    others = [(m, role) for m, role in roles.items() if actor is None or m.id != actor.id]
    return Sides(actor, tuple(others))


def _receives(scene: Scene, here: Sequence[Match], verb: int) -> bool:
    """Say whether the subject gets something; who lends does not: "Польща позичила Литві два мільйони"."""
    got = _RECEIVING.match(scene.sentence.text, verb)
    lends = got is not None and _LENDING.match(got.group()) and any(_in_dative(scene, m) for m in here)
    return got is not None and not lends


def _subject(scene: Scene, bodies: Sequence[Match], verb: int) -> Match | None:
    """Return who stands in the nominative, or owns what does ("уряд Японії"): before the verb rather than behind it."""
    subjects = [m for m in bodies if _subjective(scene, m)]
    before = [m for m in subjects if m.end <= verb]
    return next(reversed(before), None) or next(iter(subjects), None)


def _subjective(scene: Scene, match: Match) -> bool:
    text = scene.sentence.text
    before = text[max(0, match.start - 30) : match.start]
    owned = _OWN_OFFICE.match(text, match.end) if match.adjective else None
    if owned is not None:
        return match.text.casefold().endswith(("ий", "ая", "ое", "а", "е", "є", "кий", "ька"))
    head = _HEAD.search(before)
    if head:
        word = head.group(1)
        return (
            not _INSTRUMENTAL.search(word)
            and not word.endswith(("у", "і"))
            and not _FUNDING.search(before[: head.start(1)])
        )
    return nominative(scene, match) and (match.start == 0 or not _LOCAL.search(before.rstrip(" ") + " "))


def _agent(scene: Scene, bodies: Sequence[Match], roles: dict[Match, str]) -> Match | None:
    """Return who did it in the instrumental, else who pays or sends."""
    text = scene.sentence.text
    return next((m for m in bodies if _instrumental(text, m)), None) or next(
        (m for m in bodies if roles[m] == "funder"), None
    )


def _instrumental(text: str, match: Match) -> bool:
    """Say whether a name is who did it: in the instrumental, or owning what is ("урядом Японії")."""
    before = text[max(0, match.start - 30) : match.start]
    head = _HEAD.search(before)
    word = head.group(1) if head else match.text
    if head is None and match.adjective:
        return False
    beside = re.search(
        r"(?:^|\s)(?:з|із|зі|с|со|між|между|над|під|под|перед)\s+(?:\w+\s+)?$",
        before[: head.start(1)] if head else before,
    )
    return bool(_INSTRUMENTAL.search(word)) and beside is None


def _role(scene: Scene, match: Match, verb: int) -> str:
    text = scene.sentence.text
    before = text[max(0, match.start - 60) : match.start]
    moved = _MOVING.match(text, verb) is not None
    if _FUNDING.search(before) or (_RECEIVING.match(text, verb) and _FROM.search(before)):
        return "funder"
    if moved and match.type == "country" and _OUT_OF.search(before):
        return "funder"
    if _BENEFIT.search(before) or (moved and match.type == "country" and _INTO.search(before)):
        return "recipient"
    return "recipient" if _in_dative(scene, match) else "partner"


def _in_dative(scene: Scene, match: Match) -> bool:
    """Say whether a name is in the dative: no preposition governs it, and it ends like none of its shown forms."""
    before = scene.sentence.text[max(0, match.start - 40) : match.start]
    if match.adjective or nominative(scene, match) or _LOCAL.search(before) or _HEAD.search(before):
        return False
    word = match.text.split()[0] if match.type == "region" else match.text
    return _DATIVE.search(word) is not None and not _AID_BEFORE.search(before)


_AID_BEFORE = re.compile(
    rf"(?:{_AID}|{_OFFICE}|територі\w+|территори\w+|населенн\w+|границ\w+|кордон\w*)\s+$", re.IGNORECASE
)
"""After a noun the ending is a genitive: "підтримці Японії", "територію України"."""


def nominative(scene: Scene, match: Match) -> bool:
    """Say whether a name stands in its dictionary form."""
    name = scene.names.get(match.id)
    shown = name.forms.get(scene.sentence.language, ()) if name else ()
    return any(match.text.casefold() == form.casefold() for form in shown)
