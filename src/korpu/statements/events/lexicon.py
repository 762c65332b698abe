"""The words of events: which verb forms mean which class, and which stage a class means when done, running or meant.

Read once from the CSV files beside this module. A verb's class is the kind of event it tells ("deliver", "decide",
"stop"); `stages.csv` says what such an event is on the ladder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from korpu.kernel.tables import rows as table


class Form(NamedTuple):
    """What a verb form may be: its lemma, its class and its tag (base, third, past, participle, gerund)."""

    lemma: str
    cls: str
    tag: str


@dataclass(frozen=True)
class EventNoun:
    """A noun that names an event: "the opening of …". `aspect` is done or now."""

    cls: str
    aspect: str


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of this package."""
    return table("korpu.statements.events", f"data/{name}")


@cache
def stages() -> dict[str, dict[str, str]]:
    """Return class -> {done, now, planned} -> stage."""
    return {r["class"]: {k: r[k] for k in ("done", "now", "planned")} for r in rows("stages.csv")}


@cache
def nouns() -> dict[str, EventNoun]:
    """Return event noun -> its class and aspect."""
    return {r["noun"]: EventNoun(r["class"], r["aspect"]) for r in rows("nouns.csv")}


@cache
def phrasal() -> dict[str, str]:
    """Return verb with particle -> class: "set aside" allocates."""
    return {r["words"]: r["class"] for r in rows("phrasal.csv")}


@cache
def predicates() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Return what may be said of a thing with "is", the stage it states and whether it is a phrase, longest first."""
    found = [(r["words"], r["stage"]) for r in rows("predicates.csv")]
    found.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"{words}\b"), stage, " " in words) for words, stage in found)


@cache
def predicates_opening(letters: str) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Return the predicates that begin with two letters, in their order; every row begins with plain letters."""
    return tuple(one for one in predicates() if one[0].pattern.startswith(letters))


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Return every form of every known verb with what it may be."""
    irregular = {r["lemma"]: r for r in rows("irregular.csv")}
    found: dict[str, list[Form]] = {}
    for row in rows("verbs.csv"):
        for lemma in row["lemmas"].split():
            for form, tag in _forms(lemma, irregular.get(lemma)):
                found.setdefault(form, []).append(Form(lemma, row["class"], tag))
    return {form: tuple(readings) for form, readings in found.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of one row of words.csv (closed classes: determiners, prepositions …)."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {r["list"]: frozenset(r["words"].split("|")) for r in rows("words.csv")}


def _forms(lemma: str, row: dict[str, str] | None) -> Iterator[tuple[str, str]]:
    """Yield the forms of an English verb: spelled by rule, except where `row` gives an irregular form."""
    given = row or {}
    yield lemma, "base"
    yield given.get("third") or _third(lemma), "third"
    past = given.get("past") or _past(lemma)
    yield past, "past"
    yield given.get("participle") or past, "participle"
    yield given.get("gerund") or _gerund(lemma), "gerund"
    if lemma.endswith("l") and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou" and not row:
        yield lemma + "led", "past"
        yield lemma + "led", "participle"
        yield lemma + "ling", "gerund"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ing"


_CLOSED_SYLLABLE = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")


def _doubles(lemma: str) -> bool:
    """Say whether a verb doubles its last letter: "plan" and what else is one short syllable, and some longer ones."""
    return lemma in _DOUBLING or _CLOSED_SYLLABLE.fullmatch(lemma) is not None


_DOUBLING = frozenset(
    [
        "plan",
        "commit",
        "regret",
        "permit",
        "omit",
        "emit",
        "transmit",
        "occur",
        "incur",
        "recur",
        "deter",
        "prefer",
        "confer",
        "defer",
        "infer",
        "propel",
        "compel",
        "expel",
        "control",
        "patrol",
        "rebel",
        "allot",
        "ban",
        "stop",
        "admit",
        "transfer",
        "equip",
        "fit",
        "ship",
        "submit",
        "cancel",
        "fulfil",
        "travel",
        "refer",
        "drop",
        "cut",
        "step",
        "drip",
        "dig",
    ]
)
