"""What a question asks, read by simple patterns: intents, stages, topics, names, time, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from korpu.briefs.lexicon import LANGUAGES, fold, ignored, patterns, topics, words
from korpu.briefs.window import Window, window_of
from korpu.reference.names import PLACES, Names
from korpu.statements.text import language_of

Span = tuple[int, int]
_VERB = {
    "en": re.compile(r".{2,}(ed|ing|en)$"),
    "uk": re.compile(r".{2,}(но|то|ло|ли|ла|ти|ться|лося|лись|[аиіїу]в)$"),
    "az": re.compile(
        r".{2,}(ib|ıb|ub|üb|di|dı|du|dü|mək|maq|ilir|ılır|ulur|ülür|mişdir|mışdır|muşdur|müşdür|acaq|əcək)$"
    ),
}
_IN = {"en": re.compile(r"\b(in|at|inside|near|around|within)\s+(the\s+)?(city of\s+|town of\s+)?$", re.IGNORECASE)}
_AZERBAIJANI = re.compile(r"[ığş]|\b(nə|kim|neçə|hansı|harada|var|yox|ilə|üçün)\b|\w(mı|mi|mu|mü)\?")
_PRIVATE = re.compile(r"[A-Z]\S*[A-Z0-9]\S*|\S*\d\S*")


@dataclass(frozen=True)
class Named:
    """A name in the question: as written, its id in the reference tables if known there, and whether it is a place."""

    text: str
    id: str | None = None
    place: bool = False
    inside: bool = False
    adjective: bool = False


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
    if found == "en" and _AZERBAIJANI.search(question.lower()):
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
        inside = placed and _located(asked.language, question, match.start, match.end, match.text)
        asked.names.append(Named(match.text, match.id, placed, inside, match.adjective))
        used.append((match.start, match.end))


def _read_known(asked: Question, text: str, known: Iterable[str], used: list[Span]) -> None:
    """Read names that the ledger itself gives, however the question writes them."""
    for name in sorted(set(known), key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(fold(name, asked.language))}(?!\w)", text) if len(name) > 2 else None
        if found and _free(found.span(), used):
            asked.names.append(Named(asked.text[slice(*found.span())], None))
            used.append(found.span())


def _located(language: str, question: str, start: int, end: int, text: str) -> bool:
    """Tell "in Irpin" from "Irpin": by the preposition, in Azerbaijani by the case ending."""
    if language == "az":
        return bool(re.search(r"(da|də|dakı|dəki|ta|tə)$", text + re.match(r"\w*", question[end:]).group()))  # type: ignore[union-attr]
    before = question[:start]
    if language == "uk":
        return bool(re.search(r"\b(в|у|на|біля|під)\s+(місті\s+)?$", before, re.IGNORECASE))
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
    for topic in topics(asked.language):
        for found in topic.regex.finditer(text):
            if not _free(found.span(), taken):
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
        named = (word[0].isupper() and (i > 0 or _PRIVATE.fullmatch(word))) or _PRIVATE.fullmatch(word) is not None
        free = _free((start, end), used) and not (plain in skip and not (named and word.isupper() and len(word) > 1))
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
