"""How the candidates of one document hang together: lists and their members, words that point back, clauses in clauses.

Works on the candidates alone, so that it serves whatever reads them. What they already say is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from korpu.ledger.linking.aims import aimed
from korpu.ledger.linking.aspects import told_of
from korpu.ledger.linking.matter import (
    carried,
    clarified,
    decision_named,
    listed_alike,
    paired,
    placed,
    pursued,
    totalled,
    whole_named,
)
from korpu.ledger.linking.pointers import named_by, pointing, words_of
from korpu.ledger.linking.shape import collective_nouns, several, shape
from korpu.ledger.linking.things import stands
from korpu.ledger.linking.words import likeness, raw_stems, stems
from korpu.ledger.linking.world import World
from korpu.statements.reading import Candidate

THINGS = frozenset({"decision", "agreement", "initiative", "partnership", "service", "link"})
"""Kinds of which a sentence may hold several."""

NEXT = 60
"""Characters to the sentence before, at most, that a pronoun speaks of."""

_HAPPENED = frozenset(
    {"shipped", "delivered", "handed_over", "in_use", "under_way", "completed", "opened", "stopped", "not_achieved"}
)

POINTS = 600
"""Characters over which words point back."""

REACH = 1500
"""Characters over which a list goes on."""


_THE = re.compile(r"^the\s+(\w+)\b", re.IGNORECASE)

_THE_SUM = re.compile(r"^(?:the|this|these|that|those)\s+(?:full\s+|whole\s+|entire\s+)?[$€£¥]?\d", re.IGNORECASE)


def bound(candidates: Sequence[Candidate], world: World) -> list[Candidate]:
    """Return the candidates of one document with lists, back-references and clauses within clauses made explicit."""
    clear = [paired(totalled(clarified(decision_named(c), world)), world) for c in candidates]
    named = aimed(placed(_listed(clear), world))
    return _nested(pursued(_pointing(carried(told_of(listed_alike(named))))), world)


def _start(candidate: Candidate) -> int:
    return candidate.ranges[0][0]


def _listed(found: list[Candidate]) -> list[Candidate]:
    """Give every numbered member the list it is counted in, and every list a name of its own.

    What was read as the group is a noun ("projects"), which two lists may share; here it names one list of them.
    A list that was announced ("four projects") takes the numbers that follow it; numbers before any announcement, and
    in one sentence with each other, make a list of their own.
    """
    made = list(found)
    announced: tuple[int, int, str] | None = None
    loose: tuple[int, str] | None = None
    for i, one in enumerate(found):
        if one.ordinal is None and several(one.count, one.count_unit) and _counts_undertakings(one):
            announced = (_start(one), int(float(one.count or 0)), f"{one.count} {one.count_unit} @{_start(one)}")
            made[i] = replace(whole_named(one), group=announced[2])
        elif one.ordinal is not None:
            if announced and _start(one) - announced[0] < REACH and one.ordinal <= announced[1]:
                made[i] = replace(one, group=announced[2])
            else:
                if loose is None or _start(one) - loose[0] > REACH // 3:
                    loose = (_start(one), f"numbered @{_start(one)}")
                made[i] = replace(one, group=loose[1])
    return made


def _counts_undertakings(one: Candidate) -> bool:
    noun = (one.count_unit or "").casefold().split(" ")[-1]
    return noun in collective_nouns()


def _pointing(found: list[Candidate]) -> list[Candidate]:
    """Find what "under that decree" or "this corridor" points back to: the last mention with that word."""
    made = list(found)
    for i, one in enumerate(found):
        if one.refers_to is not None or one.ordinal is not None:
            continue
        if one.amount is not None:
            back = _by_article(found, i)
            made[i] = replace(one, refers_to=_by_amount(found, i) if back is None else back)
            continue
        back = _by_word(found, i) if one.kind != "position" else None
        back = _by_pronoun(found, i) if back is None else back
        if back is not None:
            made[i] = replace(one, refers_to=back)
    return made


def _by_word(found: Sequence[Candidate], i: int) -> int | None:
    one = found[i]
    for match in pointing().finditer(one.quote):
        pointed = raw_stems(named_by(match.group(1)))
        every = one.quote[: match.start()].casefold().split()[-1:]
        several_meant = bool(every) and every[0] in words_of("every")
        for j in range(i - 1, -1, -1):
            other = found[j]
            if _start(one) - _start(other) > POINTS:
                break
            named = _apart(one, other) and _worth(other) and pointed & raw_stems(other.quote)
            if named and (not several_meant or _several_told(match.group(1), other)):
                return j
    return None


def _by_article(found: Sequence[Candidate], i: int) -> int | None:
    """The building that money is told of as "the centre in Lviv": the last of that noun and place."""
    one = found[i]
    noun = _THE.match(one.quote)
    if noun is None or one.object is not None or one.kind not in ("measure", "initiative", "event", "programme"):
        return None
    for j in range(i - 1, -1, -1):
        other = found[j]
        if _start(one) - _start(other) > REACH:
            break
        head = (other.title or "").casefold().split()[-1:]
        same = head == [noun.group(1).casefold()] and one.place in (None, other.place)
        if same and _apart(one, other) and stands(other.object):
            return j
    return None


def _by_amount(found: Sequence[Candidate], i: int) -> int | None:
    """The money that "the 3 million euros" were told as before: the last of that amount, for no later a time."""
    one = found[i]
    if not _THE_SUM.match(one.quote):
        return None
    for j in range(i - 1, -1, -1):
        other = found[j]
        if _start(one) - _start(other) > REACH:
            break
        alike = (other.amount, other.currency) == (one.amount, one.currency) and one.object in (None, other.object)
        later = bool(one.when and other.when) and str(other.when) > str(one.when)
        if alike and not later and _apart(one, other) and other.kind in (*THINGS, "programme", "event", "goal"):
            return j
    return None


def _several_told(words: str, other: Candidate) -> bool:
    """Whether "all these schools" may mean what was told: of several schools, in the same word, not of one school."""
    told = set(re.findall(r"\w+", other.quote.casefold()))
    whole = other.kind == "programme" or several(other.count, other.count_unit)
    return whole or any(len(w) > 3 and w in told for w in named_by(words).casefold().split()[-2:])


def _by_pronoun(found: Sequence[Candidate], i: int) -> int | None:
    """What "It was launched …" tells of: the last thing of the sentence before, for events and not for remarks."""
    one = found[i]
    first = one.quote.split(maxsplit=1)[:1]
    told = one.stage in _HAPPENED and not one.rule.endswith((".be", ".hold_on", ".report"))
    if one.object is not None or not told or not first or first[0].casefold() not in words_of("it"):
        return None
    for j in range(i - 1, max(-1, i - 8), -1):
        other = found[j]
        if _apart(one, other) and _worth(other) and other.kind in (*THINGS, "programme", "event"):
            return j if _start(one) - other.ranges[-1][1] < NEXT else None
    return None


def _worth(other: Candidate) -> bool:
    """Only what tells of a thing can be pointed back to: an amount, an object or a name."""
    return bool(other.amount or other.object or other.name) and other.kind not in ("measure", "position", "visit")


def _apart(one: Candidate, other: Candidate) -> bool:
    return other.ranges[-1][1] <= one.ranges[0][0]


def _nested(found: list[Candidate], world: World) -> list[Candidate]:
    """Tie a clause to the sentence that says the same thing; a sentence that holds several things is their whole."""
    made = list(found)
    kinds = [shape(c, world) for c in found]
    inside: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(found):
        for j in range(i - 1, max(-1, i - 12), -1):
            if _holds(found[j], one) and kinds[i] in THINGS:
                inside[j].append(i)
    for outer, inner in inside.items():
        if len(inner) > 1 and not _one_thing([found[i] for i in inner]):
            if kinds[outer] in (*THINGS, "programme"):
                made[outer] = replace(made[outer], kind="programme", object=None, title=None, name=None)
            continue
        for i in inner:
            same = kinds[outer] == kinds[i]
            if same and kinds[i] == "decision" and len(inner) == 1:
                made[outer] = replace(made[outer], title=made[i].title)
            if same and made[i].refers_to is None and _compatible(made[outer], made[i]):
                made[i] = replace(made[i], refers_to=outer)
    return made


def _holds(outer: Candidate, inner: Candidate) -> bool:
    covered = all(any(a <= s and e <= b for a, b in outer.ranges) for s, e in inner.ranges)
    return covered and outer.ranges != inner.ranges


def _one_thing(inner: Sequence[Candidate]) -> bool:
    objects = {c.object for c in inner}
    if len(objects) == 1 and None not in objects and len({c.name for c in inner if c.name}) < 2:
        first = stems(inner[0].title or inner[0].quote)
        return all(likeness(first, stems(c.title or c.quote)) > 0.5 for c in inner[1:])
    return False


def _compatible(outer: Candidate, inner: Candidate) -> bool:
    """Whether nothing stated tells the two apart."""
    pairs = ((outer.object, inner.object), (outer.amount, inner.amount), (outer.count, inner.count))
    return all(a is None or b is None or a == b for a, b in pairs)
