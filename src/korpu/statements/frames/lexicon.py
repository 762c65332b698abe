"""Verbs, event nouns and function words of the reading rules, from the data files beside this module."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

VOWELS = "aeiou"
_DOUBLED = frozenset(
    "plan ship stop set cut sit get let run begin ban transfer refer commit admit permit submit confer prefer occur"
    " equip drop plug pump_ scrap fit allot quit drag trap step annul control patrol enrol fulfil instal propel".split()
)


@dataclass(frozen=True)
class VerbClass:
    """What a class of verbs means: its stage when done, running, said in the present or still ahead; the record kind."""

    name: str
    done: str
    running: str
    present: str
    ahead: str
    kind: str
    event: bool


@dataclass(frozen=True)
class Reading:
    """One way to read a word form: base, s, past, participle or ing of a verb; `particle` completes it."""

    lemma: str
    cls: str
    form: str
    particle: str = ""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a data file of this package."""
    with (files("korpu.statements.frames") / "data" / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def classes() -> dict[str, VerbClass]:
    """Return the verb classes by name."""
    return {
        r["class"]: VerbClass(
            r["class"], r["done"], r["running"], r["present"], r["ahead"], r["kind"], r["event"] == "yes"
        )
        for r in rows("classes.csv")
    }


def inflect(lemma: str) -> dict[str, str]:
    """Return the regular forms of an English verb.

    >>> inflect("supply")["s"], inflect("ship")["ing"], inflect("pledge")["past"]
    ('supplies', 'shipping', 'pledged')
    """
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        s, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith("ie"):
        s, past, ing = lemma + "s", lemma + "d", lemma[:-2] + "ying"
    elif lemma.endswith("e"):
        s, past = lemma + "s", lemma + "d"
        ing = lemma + "ing" if lemma.endswith(("ee", "ye")) or lemma == "be" else lemma[:-1] + "ing"
    else:
        stem = lemma + lemma[-1] if lemma in _DOUBLED or (lemma.endswith("el") and len(lemma) > 4) else lemma
        s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past, ing = stem + "ed", stem + "ing"
    return {"base": lemma, "s": s, "past": past, "participle": past, "ing": ing}


@cache
def forms() -> dict[str, tuple[Reading, ...]]:
    """Return every form of every verb with its readings; phrasal verbs stand under their first word."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for row in rows("verbs.csv"):
        first, _, particle = row["lemma"].partition(" ")
        made = inflect(first)
        if row["past"]:
            made["past"] = row["past"].split(" ")[0]
            made["participle"] = row["participle"].split(" ")[0]
        for form, word in made.items():
            found[word].append(Reading(row["lemma"], row["class"], form, particle))
    for readings in found.values():
        readings.sort(key=lambda r: -len(r.particle))
    return {word: tuple(readings) for word, readings in found.items()}


@cache
def words() -> dict[str, frozenset[str]]:
    """Return the classes of function words: det, pron, prep, sub, rel, coord, neg, modal, be, have, do, adv, subj."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows("words.csv"):
        found[row["word"]].add(row["class"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def event_nouns() -> dict[str, str]:
    """Return nouns that name an event, with the verb class that they stand for."""
    return {r["noun"]: r["class"] for r in rows("nouns.csv")}


@cache
def control() -> dict[str, str]:
    """Return phrases that take another verb ("manage to", "continue") with what they make of it."""
    return {r["phrase"]: r["effect"] for r in rows("control.csv")}
