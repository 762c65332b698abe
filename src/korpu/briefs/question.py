"""What a question asks, read by simple patterns: intents, stages, topics, names, time, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from korpu.briefs.lexicon import LANGUAGES, fold, ignored, patterns, topics, words
from korpu.briefs.window import Window, window_of
from korpu.reference.names import PLACES, Match, Names
from korpu.statements.text import language_of

Span = tuple[int, int]
_VERB = {
    "en": re.compile(r".{2,}(ed|ing|en)$"),
    "uk": re.compile(r".{2,}(но|то|ло|ли|ла|ти|ться|лося|лись|лися|лася|вся|[аиіїу]в|[аяує]є|[аяую]ють|[ую]ть)$"),
    "az": re.compile(
        r".{2,}(ib|ıb|ub|üb|di|dı|du|dü|mək|maq|ilir|ılır|ulur|ülür|mişdir|mışdır|muşdur|müşdür|acaq|əcək"
        r"|[yn](ir|ır|ur|ür)(lər|lar)?)$"
    ),
}
_PLACE_NOUN = {
    "en": re.compile(r"\s+(city|town|village|region|oblast|district|province|county|raion)\b"),
    "uk": re.compile(r"\s+(міст[оауі]|містом|сел[оауі]|област[іь]|областю|обл\b\.?|район[уіа]?|громад[аиіу])(?!\w)"),
    "az": re.compile(r"\s+(şəhər|vilayət|rayon|kənd|qəsəbə|bölgə|region|icma)(?!l[əa]r)\w*"),
}
"""The noun that says what kind of place a name is, behind the name: Poltava şəhərində, Полтавській області."""
_NOUN_BEFORE = {
    "en": re.compile(r"\b(city|town|village|region|district|province) of\s+$"),
    "uk": re.compile(r"\b(міст[оаіу]|сел[оаіу]|селищ[еіа])\s+$"),
    "az": re.compile(r"(?!)"),
}
_CAPITAL = re.compile(r"\b[^\W\d_a-zа-яіїєґəığüşöç][\w'’-]+")
_OF_PLACES = frozenset({"region"})
"""Things counted that are also part of the name of a place: "in Poltava region" asks for no number of regions."""
_IN = {"en": re.compile(r"\b(in|at|inside|near|around|within)\s+(the\s+)?(city of\s+|town of\s+)?$", re.IGNORECASE)}
_AZERBAIJANI = re.compile(r"[ığş]|\b(nə|kim|neçə|hansı|harada|var|yox|ilə|üçün)\b|\w(mı|mi|mu|mü)\?")
_ENGLISH = re.compile(r"\b(what|who|where|when|how|which|is|are|was|were|has|have|did|does|the|of)\b")
"""Words that no Azerbaijani question has: "Is there a port in Kisumu?" only looks as if it asked "… mu?"."""
_PRIVATE = re.compile(r"[A-Z]\S*[A-Z0-9]\S*|\S*\d\S*")


@dataclass(frozen=True)
class Named:
    """A name in the question: as written, its id in the reference tables if known there, and whether it is a place."""

    text: str
    id: str | None = None
    place: bool = False
    inside: bool = False
    adjective: bool = False
    bare: bool = True
    """Whether it stands without a case ending."""


@dataclass
class Question:
    """A question as understood. `topics` holds (slot, value); `rest` are words that match nothing known."""

    text: str
    language: str
    intents: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    topics: list[tuple[str, str]] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    window: Window | None = None
    rest: list[str] = field(default_factory=list)

    def asks(self, *intents: str) -> bool:
        """Whether it has one of these intents."""
        return any(intent in self.intents for intent in intents)

    def about(self, slot: str) -> list[str]:
        """Return the topics of one slot."""
        return [value for own, value in self.topics if own == slot]

    def as_json(self) -> dict[str, Any]:
        """Return what was understood, so that a person can see why an answer is what it is."""
        return {
            "intents": self.intents,
            "stages": self.stages,
            "topics": [f"{slot}:{value}" for slot, value in self.topics],
            "names": [named.text for named in self.names],
            "time": self.window.as_edtf() if self.window else None,
            "not_understood": self.rest,
        }


def language_for(question: str, asked: str | None = None) -> str:
    """Return the language to answer in: the one asked for, else that of the question, else English."""
    if asked in LANGUAGES:
        return asked
    found = language_of(question)
    if found == "en" and _AZERBAIJANI.search(question.lower()) and not _ENGLISH.search(question.lower()):
        return "az"
    return found if found in LANGUAGES else "uk" if found == "ru" else "en"


def parse(question: str, *, names: Names, today: date, known: Iterable[str] = ()) -> Question:
    """Read a question; `known` are the ledger's own names, which count as names however they are written."""
    language = language_for(question)
    text = fold(question, language)
    asked = Question(question, language, window=window_of(question, language, today))
    used: list[Span] = list(asked.window.spans) if asked.window else []
    _read_names(asked, names, used)
    _read_known(asked, text, known, used)
    _read_places(asked, text, used)
    _read_patterns(asked, text, used)
    _read_topics(asked, text, used)
    _read_rest(asked, question, text, used)
    return asked


def _free(span: Span, used: list[Span]) -> bool:
    return all(span[1] <= a or b <= span[0] for a, b in used)


def _read_names(asked: Question, names: Names, used: list[Span]) -> None:
    question = asked.text
    for match in names.find(question):
        if match.type == "person_title" or not _free((match.start, match.end), used):
            continue
        placed = match.type in PLACES
        end = _with_noun(asked.language, question, match.end) if placed else match.end
        inside = placed and _located(asked.language, question, match.start, end, question[match.start : end])
        asked.names.append(Named(match.text, match.id, placed, inside, match.adjective, _bare(names, match)))
        used.append((match.start, end))


def _bare(names: Names, match: Match) -> bool:
    """Whether a name stands as it is listed: "Ukrayna" and not "Ukraynaya"."""
    known = names.get(match.id)
    return known is None or any(match.text in forms for forms in known.forms.values())


def _with_noun(language: str, question: str, end: int) -> int:
    """Return where a place ends together with the noun that says what kind of place it is."""
    noun = _PLACE_NOUN[language].match(fold(question, language), end)
    return noun.end() if noun else end


def _read_known(asked: Question, text: str, known: Iterable[str], used: list[Span]) -> None:
    """Read names that the ledger itself gives, however the question writes them."""
    for name in sorted(set(known), key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(fold(name, asked.language))}(?!\w)", text) if len(name) > 2 else None
        if found and _free(found.span(), used):
            end = _with_noun(asked.language, asked.text, found.end())
            inside = _located(asked.language, asked.text, found.start(), end, asked.text[found.start() : end])
            asked.names.append(Named(asked.text[slice(*found.span())], None, inside, inside))
            used.append((found.start(), end))


def _read_places(asked: Question, text: str, used: list[Span]) -> None:
    """Read places that no table knows, by the noun beside them: Xəzəryanı rayonunda, у селі Мирне."""
    for found in _CAPITAL.finditer(asked.text):
        start, end = found.span()
        behind = _with_noun(asked.language, asked.text, end)
        before = _NOUN_BEFORE[asked.language].search(text[:start])
        small = fold(found.group(), asked.language) in ignored(asked.language) | ignored("en")
        if not small and _free((start, end), used) and (behind > end or before):
            inside = before is not None or _located(asked.language, asked.text, start, behind, asked.text[start:behind])
            asked.names.append(Named(found.group(), None, True, inside))
            used.append((start, behind))


def _located(language: str, question: str, start: int, end: int, text: str) -> bool:
    """Tell "in Irpin" from "Irpin": by the preposition, in Azerbaijani by the case ending."""
    if language == "az":
        return bool(re.search(r"(da|də|dakı|dəki|ta|tə)$", text + re.match(r"\w*", question[end:]).group()))  # type: ignore[union-attr]
    before = question[:start]
    if language == "uk":
        return bool(
            re.search(
                r"\b(в|у|на|біля|під)\s+(міст[іо]\s+|сел[іо]\s+|районі\s+|громаді\s+|області\s+)?$",
                before,
                re.IGNORECASE,
            )
        )
    return bool(_IN["en"].search(before))


def _read_patterns(asked: Question, text: str, used: list[Span]) -> None:
    taken: list[Span] = []
    for pattern in patterns(asked.language):
        for found in pattern.regex.finditer(text):
            if pattern.slot == "stage" and not _free(found.span(), [*taken, *_windows(asked)]):
                continue
            into = asked.intents if pattern.slot == "intent" else asked.stages
            if pattern.code not in into:
                into.append(pattern.code)
            start, end = found.span()
            while end < len(text) and text[end].isalpha():
                end += 1
            (taken if pattern.slot == "stage" else used).append((start, end))
    used += taken


def _windows(asked: Question) -> list[Span]:
    return list(asked.window.spans) if asked.window else []


def _read_topics(asked: Question, text: str, used: list[Span]) -> None:
    taken: list[Span] = []
    named = list(used)
    for topic in topics(asked.language):
        for found in topic.regex.finditer(text):
            if not _free(found.span(), taken) or (topic.value in _OF_PLACES and not _free(found.span(), named)):
                continue
            taken.append(found.span())
            if (topic.slot, topic.value) not in asked.topics:
                asked.topics.append((topic.slot, topic.value))
    used += taken


def _read_rest(asked: Question, question: str, text: str, used: list[Span]) -> None:
    """Keep the words that nothing explains: names nobody knows first, then nouns; small words and verbs are let go."""
    skip = ignored(asked.language) | ignored("en")
    run: list[str] = []
    for i, (start, end) in enumerate(words(question)):
        word, plain = question[start:end], text[start:end]
        placed = _PLACE_NOUN[asked.language].match(text, end) is not None
        named = (word[0].isupper() and (i > 0 or placed)) or _PRIVATE.fullmatch(word) is not None
        small = plain in skip or _PLACE_NOUN[asked.language].fullmatch(f" {plain}")
        free = _free((start, end), used) and not (small and not (named and word.isupper() and len(word) > 1))
        if free and named and not plain.isdigit():
            run.append(word)
            continue
        _keep_name(asked, run)
        if free and len(plain) > 2 and not plain.isdigit() and not _VERB[asked.language].fullmatch(plain):
            asked.rest.append(plain)
    _keep_name(asked, run)


def _keep_name(asked: Question, run: list[str]) -> None:
    if run:
        asked.names.append(Named(" ".join(run)))
        run.clear()
