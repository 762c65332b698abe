"""What Ukrainian and Russian words mean, read once from the tables in `data`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from korpu.kernel.tables import rows
from korpu.statements.slavic.conjugation import Form, forms

_PACKAGE = "korpu.statements.slavic"


@dataclass(frozen=True)
class Said:
    """What a word that is no verb says of a thing: the stage by itself, and the mood it lends to an infinitive."""

    stage: str
    mood: str


@dataclass(frozen=True)
class Phrase:
    """A verb whose object tells the class: "підписати договір" contracts."""

    verbs: frozenset[str]
    words: re.Pattern[str]
    cls: str


@cache
def verb_forms(language: str) -> dict[str, tuple[Form, ...]]:
    """Return every form of every known verb with what it may be; of reflexive verbs without their particle."""
    found: dict[str, tuple[Form, ...]] = {}
    closed = word_list(language, "noun")
    for row in rows(_PACKAGE, f"data/verbs_{language}.csv"):
        for verb in row["verbs"].split():
            if verb.endswith(("ся", "сь")):
                continue
            for form, meant in forms(verb, row["class"], row["aspect"], language):
                if form not in closed:
                    known = found.get(form, ())
                    if not any((k.verb, k.tag) == (meant.verb, meant.tag) for k in known):
                        found[form] = (*known, meant)
    return found


@cache
def reflexive_forms(language: str) -> dict[str, tuple[Form, ...]]:
    """Return the forms, without their particle, of verbs that mean something of their own with it."""
    found: dict[str, tuple[Form, ...]] = {}
    for row in rows(_PACKAGE, f"data/verbs_{language}.csv"):
        for verb in row["verbs"].split():
            if not verb.endswith(("ся", "сь")):
                continue
            for form, meant in forms(verb[:-2], row["class"], row["aspect"], language):
                found[form] = (*found.get(form, ()), meant._replace(verb=verb))
    return found


@cache
def moods(language: str) -> dict[str, str]:
    """Return verb -> the mood it lends to an infinitive that it governs."""
    return {r["verb"]: r["mood"] for r in rows(_PACKAGE, "data/modals.csv") if r["language"] == language}


@cache
def said(language: str) -> dict[str, Said]:
    """Return word that is said of a thing -> what it says."""
    return {
        r["words"]: Said(r["stage"], r["takes"])
        for r in rows(_PACKAGE, "data/predicates.csv")
        if r["language"] == language
    }


@cache
def intents(language: str) -> tuple[tuple[str, str], ...]:
    """Return (beginning of a noun, mood it lends to what follows): "намір", "готовність"."""
    return tuple((r["stem"], r["mood"]) for r in rows(_PACKAGE, "data/intents.csv") if r["language"] == language)


@cache
def phrases(language: str) -> dict[str, tuple[Phrase, ...]]:
    """Return verb -> the objects that tell its class, in the order of the table."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for row in rows(_PACKAGE, "data/phrases.csv"):
        if row["language"] != language:
            continue
        verbs = frozenset(row["verb"].split("|"))
        phrase = Phrase(verbs, re.compile(rf"(?:^|\s)(?:{row['object']})" if row["object"] else ""), row["class"])
        for verb in verbs:
            found[verb] = (*found.get(verb, ()), phrase)
    return found


@cache
def states(language: str) -> dict[tuple[str, ...], str]:
    """Return words that tell a state without a verb -> its stage: "на рахунку", "в пути"."""
    found = rows(_PACKAGE, "data/states.csv")
    return {tuple(r["words"].split(" ")): r["stage"] for r in found if r["language"] == language}


@cache
def headings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return (words of a heading, the stage it lends to the items of its list)."""
    found = rows(_PACKAGE, "data/headings.csv")
    return tuple((re.compile(rf"\b{r['words']}", re.IGNORECASE), r["stage"]) for r in found)


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """Return the words of one row of words.csv (closed classes: conjunctions, prepositions …)."""
    found = rows(_PACKAGE, "data/words.csv")
    return next((frozenset(r["words"].split("|")) for r in found if (r["language"], r["list"]) == (language, name)),
                frozenset())  # fmt: skip
