"""For whom somebody speaks: in the interview of an ambassador "we" is the country that sent them.

A statement says once whose it is, in its head ("Ambassador of Japan to Moldova", "Посольство Туреччини в Україні",
"Slovakiyanın Bakıdakı səfirliyi") or beside a quotation ("… , said the Danish minister"), and then speaks of "we".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from korpu.kernel.tables import rows
from korpu.reference.names import Match, Names
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Party, Passage
from korpu.statements.text import language_of

HEAD = 600
"""How many characters at the head of a statement may say whose it is."""

_HOST = re.compile(
    r"(?:\b(?:to|in|at|with|and|в|у|на|до|при|и|і|та|й|к)\s+(?:the\s+)?(?:Republic of\s+)?)$", re.IGNORECASE
)
_OWN = re.compile(r"\s*(?:\(.{0,20}\)\s*)?(?:[\w’'-]+\s+){0,2}(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_NEAR = 45
_VERB_WE = {
    "uk": re.compile(r"\b(?!окремо|зокремо)\w{2,}(?:ємо|емо|имо|їмо)\b"),
    "az": re.compile(
        r"\b(?!artıq\b)\w+(?:[dt][ıu]q|[dt][iü]k|[rl][ıu]q|[rl][iü]k|acağıq|əcəyik|m[ıu]ş[ıu]q|m[iü]ş[iü]k)\b"
    ),
}
"""First person plural in the verb alone, where a language needs no pronoun."""


def with_voices(
    document: Document, passages: Sequence[Passage], candidates: Sequence[Candidate], names: Names
) -> tuple[Candidate, ...]:
    """Return the candidates with an actor where only "we", "our" or, to a respondent, "you" says who acts."""
    main = document.language or language_of(document.text)
    head = _head(document, passages, names, main)
    heard: dict[int, str | None] = {}
    said = []
    for candidate in candidates:
        at = next((i for i, p in enumerate(passages) if p.start <= candidate.ranges[0][0] < p.end), None)
        if at is None or candidate.actor is not None or not _speaks(candidate, passages[at]):
            said.append(candidate)
            continue
        if at not in heard:
            heard[at] = _voice(document, passages[at], names, head)
        actor = heard[at]
        said.append(_by(candidate, actor) if actor else candidate)
    return tuple(said)


def _by(candidate: Candidate, actor: str) -> Candidate:
    """Return a candidate as done by a side, which is then not also the other side."""
    others = tuple(p for p in candidate.parties if p.name != actor)
    counterpart = next((p.name for p in others if p.role == "recipient"), None)
    if candidate.counterpart != actor:
        counterpart = candidate.counterpart
    return replace(candidate, actor=actor, counterpart=counterpart, parties=(Party(actor, "actor"), *others))


def _speaks(candidate: Candidate, passage: Passage) -> bool:
    """Say whether the words of an event are told by those who did it."""
    language = candidate.language
    if passage.role == "question":
        return _first("you", language).search(candidate.quote) is not None
    own = _first("our", language).search(candidate.quote)
    verb = _VERB_WE.get(language)
    return (
        _first("we", language).search(candidate.quote) is not None
        or (own is not None and own.start() < _NEAR)
        or (verb is not None and verb.search(candidate.quote) is not None)
    )


def _head(document: Document, passages: Sequence[Passage], names: Names, language: str) -> str | None:
    """Return whose statement it is: the side of the first office named above the first turn, or in a heading."""
    turn = next((p.start for p in passages if p.role in ("question", "answer")), None)
    tops = [document.text[:turn]] if turn else [document.text[p.start : p.end] for p in passages if p.role == "header"]
    lines = "\n".join(tops)[:HEAD].splitlines()
    return next((name for line in lines for name in _offices(line, names, language)), None)


def _voice(document: Document, passage: Passage, names: Names, head: str | None) -> str | None:
    """Return for whom "we" speaks in a passage: the only office that it names; None where it names two sides."""
    if passage.role in ("answer", "question"):
        return head
    lines = document.text[passage.start : passage.end].splitlines()
    found = {name for line in lines for name in _offices(line, names, passage.language)}
    return head if not found else next(iter(found)) if len(found) == 1 else None


def _offices(line: str, names: Names, language: str) -> list[str]:
    """Return the sides that the offices named in a line stand for."""
    text = line.title() if line.isupper() else line
    sides = [m for m in names.find(text) if m.type in ("country", "organisation", "body", "city")]
    found = []
    for office in _office(language).finditer(text):
        own = _owner(text, office, sides, language)
        if own is not None and (name := names.name(own.id)) not in found:
            found.append(name)
    return found


def _owner(text: str, office: re.Match[str], sides: Sequence[Match], language: str) -> Match | None:
    """Return whose office it is: named right before it ("Danish envoy", "Yaponiyanın səfiri") or first behind it."""
    before = [m for m in sides if m.end <= office.start() and office.start() - m.end <= _NEAR]
    beside = next((m for m in reversed(before) if _adjoins(text, m, office, language)), None)
    if beside is not None:
        return beside
    after = next((m for m in sides if office.end() <= m.start <= office.end() + 2 * _NEAR), None)
    if after is None or after.adjective or _HOST.search(text[office.end() : after.start]):
        return None
    return after


def _adjoins(text: str, match: Match, office: re.Match[str], language: str) -> bool:
    """Say whether a name before an office owns it: as an adjective, a possessive or an Azerbaijani genitive."""
    between = text[match.end : office.start()]
    if re.search(r"[.,;:!?]", between):
        return False
    genitive = re.search(r"n?[ıiuü]n$", match.text) is not None and language == "az"
    return genitive or match.adjective or between.startswith(("'s ", "’s "))


@functools.cache
def _office(language: str) -> re.Pattern[str]:
    """The words for offices and bodies that speak for a country, a city or an organisation."""
    return re.compile(rf"\b(?:{'|'.join(_stem(word) for word in _words('office', language))})", re.IGNORECASE)


def _words(kind: str, language: str) -> list[str]:
    table = (row for row in rows("korpu.statements", "data/voices.csv") if row["kind"] == kind)
    return [word for row in table if row["language"] == language for word in row["words"].split(";")]


def _stem(words: str) -> str:
    """Return a pattern of a stem; a space stands for the end of one stem and the beginning of the next."""
    return r"\w*\s+".join(re.escape(word) for word in words.split()) + r"\w*"


@functools.cache
def _first(kind: str, language: str) -> re.Pattern[str]:
    words = sorted(_words(kind, language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)
