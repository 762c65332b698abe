"""What Azerbaijani verbs, event nouns and predicates mean, read once from the tables in `data`."""

from __future__ import annotations

import re
from functools import cache

from korpu.kernel.tables import rows

LONG = 5
_SOFTENED = {"et": "ed", "get": "ged", "güt": "güd"}
_VOWEL = re.compile("[aəeıioöuü]")
_HELPING = ("et", "elə", "ol", "olun")
"""Verbs that make a verb of a noun: "təmir et", "təmir olun"."""


@cache
def verbs() -> dict[str, dict[tuple[str, ...], str]]:
    """Return stem -> words before it -> class; the empty words are the verb by itself."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for row in rows("korpu.statements.turkic", "data/verbs.csv"):
        for phrase in row["words"].split(";"):
            *before, stem = phrase.split(" ")
            stems = [stem, *_softened(stem)]
            if stem == "et":
                stems += ["elə", "olun"]
            for one in stems:
                if one not in ("elə", "olun") or before:
                    found.setdefault(one, {}).setdefault(tuple(before), row["class"])
    return found


def _softened(stem: str) -> list[str]:
    """Return the stem as it is before a vowel: "et" is "ed", "yarat" is "yarad", "tut" stays."""
    if stem in _SOFTENED:
        return [_SOFTENED[stem]]
    return [stem[:-1] + "d"] if stem.endswith("t") and len(_VOWEL.findall(stem)) > 1 else []


@cache
def compounds(stem: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the compounds of a verb whose noun is long enough to be told with endings, by its first letters."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, cls in verbs()[stem].items():
        if words and len(words[-1]) >= LONG:
            found.setdefault(words[-1][:LONG], []).append((words, cls))
    return found


@cache
def longest_stem() -> int:
    """Return the length of the longest stem."""
    return max(map(len, verbs()))


@cache
def nouns() -> dict[str, str]:
    """Return noun that names an event -> class."""
    return {row["noun"]: row["class"] for row in rows("korpu.statements.turkic", "data/nouns.csv")}


@cache
def predicate_ends() -> frozenset[str]:
    """Return the last words of the predicates that are no verbs."""
    return frozenset(words[-1] for words in predicates())


@cache
def predicates() -> dict[tuple[str, ...], str]:
    """Return the words of a predicate that is no verb -> the stage it states."""
    found = rows("korpu.statements.turkic", "data/predicates.csv")
    return {tuple(row["words"].split(" ")): row["stage"] for row in found}


def helping(stem: str) -> bool:
    """Say whether a verb only lends its endings to the noun before it."""
    return stem in _HELPING or stem == "ed"


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of one row of words.csv."""
    found = rows("korpu.statements.turkic", "data/words.csv")
    return next(frozenset(row["words"].split("|")) for row in found if row["list"] == name)
