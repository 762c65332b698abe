"""Tells finite verbs from nouns, adjectives and participles of the same spelling, by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from korpu.statements.frames.lexicon import Reading, event_nouns
from korpu.statements.frames.words import Word

if TYPE_CHECKING:
    from korpu.statements.frames.groups import Group

THIRD = frozenset("it he she all everything this that which who everybody everyone nobody someone each one".split())
PLURAL = frozenset("i we you they who which that these those there both many some all others".split())
_SPEAKING = frozenset({"say", "think", "want"})
_AFTER_VERB = frozenset({"det", "prep", "pron", "adv", "neg", "sub"})


def finite_form(words: Sequence[Word], i: int, before: Sequence[Group]) -> Reading | None:
    """Return the finite reading of word i, None when it is a noun, an adjective, an infinitive or a participle."""
    word = words[i]
    if word.possessive or (word.capital and i > 0 and words[i - 1].low not in ("-", '"', "“", "'", ":")):
        return None
    prior = _prior(words, i)
    follower = words[i + 1] if i + 1 < len(words) else None
    for reading in word.verbs:
        if reading.particle and not _particle(words, i, reading):
            continue
        if reading.form == "past" and _past(words, i, prior, follower, before):
            return reading
        if reading.form == "s" and not (before and before[-1].end == i) and _third(prior, follower, words, i, before):
            return reading
        if reading.form == "base" and _plural(words, i, prior, follower, before):
            return reading
    return None


def _particle(words: Sequence[Word], i: int, reading: Reading) -> bool:
    wanted = reading.particle.split(" ")
    return [w.low for w in words[i + 1 : i + 1 + len(wanted)]] == wanted


def _prior(words: Sequence[Word], i: int) -> Word | None:
    """Return the word before, adverbs passed over."""
    j = i - 1
    while (
        j >= 0
        and (words[j].kinds & {"adv"} or (words[j].low.endswith("ly") and words[j].plain))
        and not words[j].kinds & {"det", "prep"}
    ):
        j -= 1
    return words[j] if j >= 0 else None


def _main_verb(words: Sequence[Word], before: Sequence[Group]) -> bool:
    """Whether a finite verb outside relative clauses stands before."""
    return any(g.finite and not (g.start and words[g.start - 1].kinds & {"rel"}) for g in before)


def _nominal(word: Word | None) -> bool:
    """Whether a word may end a subject: a noun, a name, a figure or a closing bracket."""
    if word is None:
        return False
    if word.figure is not None or word.text in (")", "”", '"', "»", "%"):
        return True
    return word.plain and not word.possessive


def _past(words: Sequence[Word], i: int, prior: Word | None, follower: Word | None, before: Sequence[Group]) -> bool:
    word = words[i]
    if prior is None:
        return i > 0 and not any(r.form == "participle" for r in word.verbs)
    if prior.kinds & {"det", "prep", "be", "have", "modal", "do"} and prior.low not in THIRD | PLURAL:
        return False
    if prior.possessive or prior.low in ("to", "more", "most", "as"):
        return False
    both = any(r.form == "participle" for r in word.verbs)
    if prior.kinds & {"subj"} or "rel" in prior.kinds:
        return True
    if not both:
        return True
    last = before[-1] if before else None
    if prior.text in (",", ";", "-", "–", "—") or "coord" in prior.kinds:
        if not _main_verb(words, before):
            return (last is not None or words[i - 1].kinds & {"adv"} != set()) and not (
                follower is not None and follower.low == "by"
            )
        if last is None:
            return False
        open_object = follower is not None and not follower.kinds & {"prep"} and follower.text not in ",.;"
        if "coord" in prior.kinds:
            return last.finite
        return last.finite and (last.past or last.perfect) and open_object
    if not _nominal(prior):
        return False
    return not _reduced(words, i, follower, last)


def _reduced(words: Sequence[Word], i: int, follower: Word | None, last: Group | None) -> bool:
    """Tell "the groups formed in May have left" and "a goal set in 2009" from "the groups formed a league"."""
    since = last.end if last is not None else 0
    if (
        any(w.kinds & {"rel", "sub"} and w.low != "as" for w in words[since : i - 1])
        and last is None
        or (last is not None and any("rel" in w.kinds for w in words[since : i - 1]))
    ):
        return False
    if last is not None and _same_clause(words, last.end, i):
        return last.cls not in _SPEAKING and not _opens_subject(words, last.end, i)
    if follower is None or not (follower.kinds & {"prep"} or follower.text in ",."):
        return False
    return _finite_ahead(words, i + 1)


def _same_clause(words: Sequence[Word], start: int, end: int) -> bool:
    for j in range(start, end):
        word = words[j]
        if word.text in (";", ":", "—", "–") or word.kinds & {"sub", "rel"}:
            return False
        if "coord" in word.kinds and j + 1 < end and (words[j + 1].kinds & {"det", "subj", "pron"}):
            return False
        if word.text == "," and j + 1 < end and words[j + 1].kinds & {"subj", "coord"}:
            return False
    return True


def _opens_subject(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a comma and a new noun phrase stand right before the verb ("…, the Ministry signed")."""
    last = max((j for j in range(start, end) if words[j].text == ","), default=-1)
    return (
        last >= 0
        and not any("coord" in w.kinds or w.kinds & {"prep"} for w in words[last + 1 : last + 2])
        and any(w.plain for w in words[last + 1 : end])
    )


def _finite_ahead(words: Sequence[Word], start: int) -> bool:
    """Whether another finite verb follows before the clause ends."""
    for j in range(start, len(words)):
        word = words[j]
        if word.text in ".;:—" or "coord" in word.kinds or word.kinds & {"rel", "sub"}:
            return False
        if word.kinds & {"be", "have", "modal", "do"} and word.low not in ("being", "having"):
            return True
        if any(r.form in ("past", "s") for r in word.verbs) and _nominal(words[j - 1]) and j > start + 1:
            return True
    return False


def _third(prior: Word | None, follower: Word | None, words: Sequence[Word], i: int, before: Sequence[Group]) -> bool:
    if prior is None or follower is None:
        return False
    if prior.low in ("that", "this", "each", "one") and _finite_ahead(words, i + 1):
        return False
    if prior.low in THIRD:
        return True
    if "coord" in prior.kinds:
        return bool(follower.kinds & {"det", "pron", "prep"}) or follower.figure is not None
    if prior.text == ",":
        if not any(g.finite for g in before) and i > 2:
            return bool(follower.kinds & {"det", "prep", "pron", "adv"})
        return bool(follower.kinds & {"det"}) or follower.figure is not None
    if prior.kinds or prior.possessive or not (prior.plain or prior.text in (")", "”", '"')):
        return False
    if prior.plain and prior.low.endswith("s") and not prior.capital and not prior.low.endswith("ss"):
        return False
    if follower.low == "of" or follower.kinds & {"be", "have", "modal", "coord"} or follower.text == ",":
        return False
    if any(r.form == "ing" for r in prior.verbs) or prior.low.endswith(("al", "ic", "ive", "ous", "ary", "ful")):
        return bool(follower.kinds & _AFTER_VERB) and prior.capital
    return True


def _plural(words: Sequence[Word], i: int, prior: Word | None, follower: Word | None, before: Sequence[Group]) -> bool:
    if prior is None:
        return False
    if prior.low in ("them", "us") and i > 2 and "of" in (words[i - 2].low, words[i - 3].low):
        return True
    if prior.low in PLURAL and prior.kinds & {"subj", "rel", "pron"}:
        return not (prior.kinds & {"det"} and follower is not None and follower.kinds & {"be", "modal", "have"})
    if follower is None or follower.low == "of":
        return False
    last = before[-1] if before else None
    opening = follower.kinds & _AFTER_VERB or follower.figure is not None or follower.plain
    if "coord" in prior.kinds or prior.text == ",":
        return last is not None and last.form == "base" and last.end < i and bool(opening) and not words[i].kinds
    if prior.plain and not prior.possessive and opening:
        plural = (
            prior.low.endswith("s") and not prior.low.endswith("ss") or prior.low in ("people", "children", "women")
        )
        joined = prior.capital and i >= 3 and any(w.low == "and" for w in words[max(0, i - 6) : i - 1])
        no_verb = last is None or not _same_clause(words, last.end, i)
        return (plural or joined) and no_verb
    return False


def participle_form(words: Sequence[Word], i: int, before: Sequence[Group]) -> Reading | None:
    """Return the reading of a participle that opens a clause of its own: ", financed by", "such as funding"."""
    word = words[i]
    if not word.verbs or word.kinds & {"prep", "sub", "be", "have"} or word.possessive:
        return None
    if word.capital and i > 0:
        return None
    reading = next(
        (r for r in word.verbs if r.form in ("participle", "ing") and (not r.particle or _particle(words, i, r))), None
    )
    if reading is None:
        return None
    prior = words[i - 1] if i else None
    follower = words[i + 1] if i + 1 < len(words) else None
    if word.low in event_nouns() and any(w.kinds & {"det"} or w.possessive for w in words[max(0, i - 3) : i]):
        return None
    if follower is None or follower.text in ".;":
        return None
    if reading.form == "participle":
        if prior is not None and (prior.kinds & {"det"} or prior.possessive):
            return None
        return reading if follower.kinds & {"prep", "adv", "coord"} or follower.figure is not None else None
    if prior is not None and (
        prior.kinds & {"det", "coord"} or prior.possessive or (prior.plain and not follower.kinds)
    ):
        return None
    if prior is not None and prior.text == "," and follower.kinds & {"prep"}:
        return reading
    return reading if follower.kinds & {"det", "pron", "adv"} or follower.plain or follower.figure is not None else None
