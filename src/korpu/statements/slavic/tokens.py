"""Words, numbers and marks of a Ukrainian or Russian sentence, with the verb forms that each word may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from korpu.statements.slavic.conjugation import Form
from korpu.statements.slavic.lexicon import reflexive_forms, verb_forms

_TOKEN = re.compile(
    r"(?P<num>\d+(?:[.,:/\u00a0\u202f ]\d+)*(?:-[^\W\d_]{1,3}\b)?)"
    r"|(?P<word>[^\W\d_]+(?:[-'’ʼ][^\W_]+)*)|(?P<mark>\S)"
)
_FOLD = str.maketrans({"ё": "е", "’": "'", "ʼ": "'"})


@dataclass(frozen=True)
class Token:
    """A word, number or mark: its place in the sentence text, its lower form (ё as е), its kind and its readings."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    forms: tuple[Form, ...] = ()
    reflexive: bool = False


def tokenize(text: str, language: str) -> list[Token]:
    """Cut a sentence into its words, numbers and marks."""
    found = []
    for match in _TOKEN.finditer(text):
        kind, low = match.lastgroup or "mark", folded(match.group().lower())
        if low == "-" and text[match.start() - 1 : match.end() + 1] == " - ":
            low = "–"  # a hyphen between spaces is typed for a dash
        known, reflexive = readings(low, language) if kind == "word" else ((), False)
        found.append(Token(match.start(), match.end(), match.group(), low, kind, known, reflexive))
    return found


def folded(low: str) -> str:
    """Return a word with one sign for each sound: ё as е, one apostrophe.

    >>> folded("п’ять"), folded("передаёт")
    ("п'ять", 'передает')
    """
    return low.translate(_FOLD)


def readings(low: str, language: str) -> tuple[tuple[Form, ...], bool]:
    """Return what verb forms a word may be, and whether it carries the reflexive particle.

    >>> [(f.verb, f.tag) for f in readings("планується", "uk")[0]]
    [('плануватися', 'pres')]
    """
    plain = verb_forms(language).get(low)
    if plain or not low.endswith(("ся", "сь")):
        return plain or guessed(low, language), False
    for bare in _without_particle(low, language):
        known = reflexive_forms(language).get(bare) or verb_forms(language).get(bare)
        if known:
            return known, True
    return guessed(low, language), True


UNKNOWN = "?"
"""Stands for the verb of a form that only its ending tells."""
_GUESSES = {
    "uk": (
        ("past", re.compile(r"\w{3,}(?:[ую]ва(?:в|ла|ло|ли)(?:ся)?|[иаяі]л(?:ася|ося|ися)|[иаяу]вся)")),
        ("short", re.compile(r"\w{3,}(?:овано|ьовано|ізовано)")),
        ("pres", re.compile(r"\w{3,}(?:[ую]ється|[ую]ються|[ую]ють|ізує|инює|ирує)")),
        ("future", re.compile(r"\w{3,}(?:увати|ювати|ати)м(?:е|уть)(?:ться|ся)?")),
        ("inf", re.compile(r"\w{3,}[ую]вати(?:ся)?")),
    ),
    "ru": (
        ("past", re.compile(r"\w{3,}(?:ов|ев|ив|ыв)ал(?:а|о|и)?(?:ся|сь)?|\w{3,}[иаяе]л(?:ся|ась|ось|ись)")),
        ("short", re.compile(r"\w{2,}(?:ован|ирован)(?:а|о|ы)?")),
        ("pres", re.compile(r"\w{3,}(?:ирует|ируют|[ую]ется|[ую]ются|[иы]вает|[иы]вают)(?:ся)?")),
        ("inf", re.compile(r"\w{3,}(?:ировать|овать|ивать|ывать)(?:ся)?")),
    ),
}


@cache
def guessed(low: str, language: str) -> tuple[Form, ...]:
    """Return what a word that no table knows is by its ending alone, where the ending leaves no doubt."""
    tag = next((tag for tag, pattern in _GUESSES.get(language, ()) if pattern.fullmatch(low)), None)
    return (Form(UNKNOWN, "act", "i", tag),) if tag else ()


def _without_particle(low: str, language: str) -> tuple[str, ...]:
    """Return what a reflexive form may be of: "будується" is "будує", "строятся" is "строят"."""
    bare = low[:-2]
    return (bare, bare[:-2]) if language == "uk" and bare.endswith("ть") else (bare,)
