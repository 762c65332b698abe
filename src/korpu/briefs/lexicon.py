"""The words that questions are made of, read from data/: intents, stages, topics and words that say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from korpu.kernel.tables import rows

LANGUAGES = ("en", "uk", "az")
_WORD = re.compile(r"[\w]+(?:['’ʼ-][\w]+)*")


@dataclass(frozen=True)
class Pattern:
    """Words that tell an intent or a stage in one language."""

    slot: str
    code: str
    regex: re.Pattern[str]


@dataclass(frozen=True)
class Topic:
    """Words that tell what a question is about: `slot` is track, kind, text or unit; `value` the code or stems."""

    slot: str
    value: str
    regex: re.Pattern[str]


def fold(text: str, language: str) -> str:
    """Return the text in small letters, letter for letter, with one kind of apostrophe.

    >>> fold("İrpin, ILIK", "az"), fold("Ірпінь", "uk")
    ('irpin, ılık', 'ірпінь')
    """
    letters = {"İ": "i", "I": "ı" if language == "az" else "i", "’": "'", "ʼ": "'", "‑": "-"}
    return "".join(letters.get(c) or (c.lower() if len(c.lower()) == 1 else c) for c in text)


def words(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text stand."""
    return [(m.start(), m.end()) for m in _WORD.finditer(text)]


@cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """Return the intents and stages of a language, the most telling first."""
    return tuple(
        Pattern(row["slot"], row["code"], re.compile(row[language])) for row in _rows("patterns.csv") if row[language]
    )


@cache
def topics(language: str) -> tuple[Topic, ...]:
    """Return the topics of a language, phrases before words."""
    found = []
    for row in sorted(_rows("topics.csv"), key=lambda row: row["slot"] != "phrase"):
        slot, _, value = row["code"].partition(":")
        if row[language]:
            found.append(Topic(slot, value, re.compile("|".join(map(_stem, row[language].split("|"))))))
    return tuple(found)


@cache
def ignored(language: str) -> frozenset[str]:
    """Return the words of a language that narrow nothing."""
    return frozenset(w for row in _rows("ignored.csv") if row["language"] == language for w in row["words"].split())


def _stem(entry: str) -> str:
    """Return the regular expression of an entry: words with a star stand for every ending."""
    return r"\b" + r"[\s-]+".join(re.escape(w[:-1]) + r"[\w']*" if w.endswith("*") else re.escape(w) + r"\b"
                                  for w in entry.split())  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    return rows("korpu.briefs", f"data/{name}")
