"""Verb groups: "has already been delivered", "may not be built", "stand ready to continue" read as one verb each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from korpu.statements.frames.finite import finite_form, participle_form
from korpu.statements.frames.lexicon import Reading, control
from korpu.statements.frames.words import Word

NEGATIVE = frozenset({"not", "never", "nobody", "hardly", "neither", "nor"})
CONTROL_REACH = 5
_ASIDE = {
    "one": {"day"}, "in": {"return", "turn", "fact", "part", "future", "principle", "time", "addition", "future"},
    "at": {"last", "least", "present", "first", "best", "most"}, "for": {"example", "now"}, "of": {"course"},
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries, from word `start` to before word `end`; `main` is the word of the verb itself."""

    start: int
    end: int
    main: int
    lemma: str
    cls: str
    form: str
    finite: bool = True
    modal: str | None = None
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    no_longer: bool = False
    effects: list[str] = field(default_factory=list)
    outer: str | None = None
    outer_cls: str | None = None


def groups(words: Sequence[Word]) -> list[Group]:
    """Return the verb groups of a sentence in order, finite ones and participles that open a clause of their own."""
    found: list[Group] = []
    i = 0
    while i < len(words):
        group = _finite(words, i, found) or _participle(words, i, found)
        if group is None:
            i += 1
            continue
        if i > 1 and words[i - 1].low == "longer" and words[i - 2].low == "no":
            group.no_longer, group.start = True, i - 2
        found.append(group)
        i = max(group.end, i + 1)
    return found


def _finite(words: Sequence[Word], i: int, before: Sequence[Group]) -> Group | None:
    word = words[i]
    if word.kinds & {"modal", "be", "have", "do"} and word.low not in ("being", "having", "been", "be"):
        return _auxiliary(words, i)
    if word.verbs and not word.kinds & {"prep", "det", "sub"}:
        reading = finite_form(words, i, before)
        if reading:
            return _from_main(words, Group(i, i + 1, i, "", "", reading.form, past=reading.form == "past"), i, reading)
    return None


def _auxiliary(words: Sequence[Word], i: int) -> Group | None:
    """Read auxiliaries, adverbs and negations up to the main verb; "have" and "be" may be the main verb themselves."""
    group = Group(i, i + 1, i, "", "", "base")
    state = ""
    j = i
    last = i
    while j < len(words):
        word = words[j]
        low = word.low
        if low in NEGATIVE or low.endswith("n't") or low == "cannot":
            group.negated = True
        if "have" in word.kinds and state == "have":
            return _close(words, group, j, last, state)
        if "modal" in word.kinds and state == "":
            group.modal, state = _modal(low), "modal"
        elif "be" in word.kinds and state != "be":
            group.past = group.past or low in ("was", "were", "wasn't", "weren't")
            state, last = "be", j
        elif "be" in word.kinds and low == "being":
            group.progressive, last = True, j
        elif "have" in word.kinds and state in ("", "modal"):
            group.past = group.past or low in ("had", "hadn't")
            state, last = "have", j
        elif "do" in word.kinds and state == "":
            group.past = group.past or low in ("did", "didn't")
            state, last = "do", j
        elif low == "no" and j + 1 < len(words) and words[j + 1].low == "longer":
            group.no_longer = True
            j += 1
        elif state == "be" and low in ("been",):
            last = j
        elif _skippable(words, j, i):
            pass
        elif low in _ASIDE and j + 1 < len(words) and words[j + 1].low in _ASIDE[low]:
            j += 1
        else:
            return _close(words, group, j, last, state)
        if low == "been":
            group.perfect = True
        j += 1
    return _close(words, group, j, last, state)


def _skippable(words: Sequence[Word], j: int, start: int) -> bool:
    """Adverbs and negations inside a group; a subject pronoun after an auxiliary in a question."""
    word = words[j]
    if word.low in NEGATIVE or "adv" in word.kinds and not word.kinds & {"det"}:
        return True
    if word.low.endswith("ly") and word.plain and not word.verbs:
        return True
    return j == start + 1 and word.low in ("we", "you", "they", "he", "she", "it", "i", "there")


def _modal(low: str) -> str:
    stem = low.replace("n't", "").replace("'", "")
    return {"ca": "can", "cannot": "can", "wo": "will", "ll": "will", "would": "would"}.get(stem, stem)


def _close(words: Sequence[Word], group: Group, j: int, last: int, state: str) -> Group | None:
    """Find the main verb at word j for the auxiliaries before it."""
    word = words[j] if j < len(words) else None
    wanted = {"modal": ("base",), "do": ("base",), "have": ("participle",), "be": ("participle", "ing")}[state]
    if word is not None and not word.possessive:
        for reading in word.verbs:
            if reading.form in wanted and _fits_particle(words, j, reading):
                group.perfect = group.perfect or state == "have"
                group.progressive = group.progressive or reading.form == "ing"
                group.passive = state == "be" and reading.form == "participle"
                return _from_main(words, group, j, reading)
        unknown = _unknown_verb(words, j, wanted)
        if unknown:
            group.perfect = group.perfect or state == "have"
            group.progressive = unknown.form == "ing"
            group.passive = state == "be" and unknown.form == "participle"
            return _from_main(words, group, j, unknown)
    if state == "modal" and last == group.start:
        return None
    lemma = {"be": "be", "have": "have", "do": "do"}.get(state, "")
    if not lemma:
        return None
    group.lemma, group.cls, group.main = lemma, "state", last
    group.end = max(last + 1, min(j, last + 1))
    _take_control(words, group, lemma)
    return group


def _unknown_verb(words: Sequence[Word], j: int, wanted: tuple[str, ...]) -> Reading | None:
    """Take an -ed or -ing word that no table has for a verb when an auxiliary asks for one."""
    word = words[j]
    if not word.plain or word.capital or word.verbs:
        return None
    after = words[j + 1] if j + 1 < len(words) else None
    if "participle" in wanted and word.low.endswith("ed") and not (after and after.plain):
        return Reading(word.low.removesuffix("ed"), "other", "participle")
    if "ing" in wanted and word.low.endswith("ing") and not (after and after.low == "of"):
        return Reading(word.low.removesuffix("ing"), "other", "ing")
    if wanted == ("base",) and word.low.isalpha():
        return Reading(word.low, "other", "base")
    return None


def _fits_particle(words: Sequence[Word], i: int, reading: Reading) -> bool:
    """Say whether the particles of a phrasal verb follow ("hand over", "set aside")."""
    if not reading.particle:
        return True
    wanted = reading.particle.split(" ")
    return [w.low for w in words[i + 1 : i + 1 + len(wanted)]] == wanted


def _from_main(words: Sequence[Word], group: Group, j: int, reading: Reading) -> Group:
    group.main, group.lemma, group.cls = j, reading.lemma, reading.cls
    group.form = reading.form
    group.end = j + 1 + (len(reading.particle.split(" ")) if reading.particle else 0)
    key = f"be {words[j].low}" if group.passive else reading.lemma
    _take_control(words, group, key)
    return group


def _take_control(words: Sequence[Word], group: Group, key: str) -> None:
    """Follow "manage to", "be expected to", "continue" to the verb they govern, noting what each makes of it."""
    for _ in range(3):
        found = _governed(words, group, key)
        if found is None:
            return
        effect, j, reading = found
        group.outer, group.outer_cls = group.outer or key, group.outer_cls or group.cls
        group.effects.append(effect)
        if words[j - 1].low == "not" or words[j - 2].low == "not":
            group.negated = True
        group.main, group.lemma, group.cls, group.end = j, reading.lemma, reading.cls, j + 1
        group.passive, group.progressive = False, False
        if reading.lemma == "be" and j + 1 < len(words):
            inner = next((r for r in words[j + 1].verbs if r.form == "participle"), None)
            if inner:
                group.main, group.lemma, group.cls, group.end = j + 1, inner.lemma, inner.cls, j + 2
                group.passive = True
        key = f"be {words[group.main].low}" if group.passive else group.lemma


def _governed(words: Sequence[Word], group: Group, key: str) -> tuple[str, int, Reading] | None:
    phrase, j = key, group.end
    best: tuple[str, int, Reading] | None = None
    effect = control().get(phrase)
    if effect:
        best = _verb_at(words, j, "ing", effect)
    for _ in range(CONTROL_REACH):
        if j >= len(words):
            break
        word = words[j]
        j += 1
        if "adv" in word.kinds and word.low not in ("up", "forward"):
            continue
        phrase = f"{phrase} {word.low}"
        effect = control().get(phrase)
        if effect:
            best = _verb_at(words, j, "base" if word.low == "to" and "forward" not in phrase else "ing", effect) or best
    if best is None and group.passive:
        best = _after_agent(words, group, key)
    return best


def _after_agent(words: Sequence[Word], group: Group, key: str) -> tuple[str, int, Reading] | None:
    """Find the verb in "were instructed by their leaders to bring"."""
    effect = control().get(f"{key} to")
    if effect and group.end < len(words) and words[group.end].low == "by":
        for j in range(group.end + 1, min(group.end + 8, len(words))):
            if words[j].low == "to":
                return _verb_at(words, j + 1, "base", effect)
    return None


def _verb_at(words: Sequence[Word], j: int, form: str, effect: str) -> tuple[str, int, Reading] | None:
    while j < len(words) and (words[j].low in ("not", "to") or words[j].low.endswith("ly") or "adv" in words[j].kinds):
        j += 1
    if j < len(words):
        if form == "base" and words[j].low in ("be", "have", "do"):
            return effect, j, Reading(words[j].low, "state", "base")
        for reading in words[j].verbs:
            if reading.form == form and _fits_particle(words, j, reading):
                return effect, j, reading
    return None


def _participle(words: Sequence[Word], i: int, before: Sequence[Group]) -> Group | None:
    reading = participle_form(words, i, before)
    if reading is None:
        return None
    group = Group(i, i + 1, i, "", "", reading.form, finite=False)
    group.passive = reading.form == "participle"
    group.progressive = reading.form == "ing"
    return _from_main(words, group, i, reading)
