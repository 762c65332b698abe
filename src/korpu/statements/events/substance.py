"""Whether a clause tells something that a desk officer would record."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.events.clauses import Clause
from korpu.statements.events.joints import COMPLEMENT, COORD, MAIN, PARTICIPLE, RELATIVE, SUB
from korpu.statements.events.meaning import Meaning, predicate_stage
from korpu.statements.events.scene import Placed, Scene


def substantial(scene: Scene, clause: Clause, meaning: Meaning, own: Sequence[tuple[int, int]]) -> bool:
    """Say whether a clause tells something a desk officer would record."""
    group, cls = meaning.group, meaning.cls
    opening = clause.start if clause.head is None else clause.head
    first, last = scene.chars(opening, max(clause.reach, clause.end))
    mine = [p for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own) and p.figure.kind != "ordinal"]
    named = any(first <= m.start and m.end <= last for m in scene.named)
    thing = any(first <= m.start and m.end <= last for m in scene.objects)
    words = last - first
    if _idle(scene, clause, meaning, mine):
        return False
    if _telling(clause, cls):
        verb = scene.tokens[group.last].end if cls != "report" else -1
        return group.finite and any(p.start > verb and (p.figure.kind != "date" or cls == "report") for p in mine)
    if clause.kind == RELATIVE and meaning.stage == "stopped" and group.passive:
        return True
    if mine or (cls in ("be", "hold_on") and scene.within(own, "ordinal")):
        return True
    if clause.kind == SUB and scene.tokens[clause.start].low in ("how", "why", "as", "if", "whether"):
        return False
    if clause.kind == PARTICIPLE:
        return (named or thing) and words > 24 and group.verb.tag != "past"
    if clause.kind in (MAIN, COORD, COMPLEMENT) and predicate_stage(scene, clause) not in (None, "stated"):
        return words > 14
    told = clause.kind in (MAIN, COORD) or (clause.kind == RELATIVE and scene.tokens[clause.start - 1].low == ",")
    if told and group.finite and words > 10 and _unnamed(scene, clause, meaning):
        return True
    if cls == "be" and group.mood == "real" and not predicate_stage(scene, clause):
        return (thing or (named and clause.kind in (MAIN, COORD))) and words > 30 and not _personal(scene, clause)
    if cls in ("be", "hold_on"):
        return (thing or named) and words > 22
    if clause.kind == COORD and _bare(scene, clause):
        return False
    return named or thing or (words > (10 if clause.kind == COORD else 14) and clause.kind != RELATIVE)


_OWN_WEIGHT = ("stopped", "not_achieved", "pledged", "decided", "allocated", "contracted", "need", "opened")


def _adds_nothing(scene: Scene, clause: Clause, meaning: Meaning) -> bool:
    """Say whether a verb joined to another only goes on with the same act: "will fly in and be distributed there"."""
    if meaning.stage in _OWN_WEIGHT or predicate_stage(scene, clause) or meaning.group.verb.lemma == "keep":
        return False
    i = scene.clauses.index(clause)
    before = scene.clauses[i - 1].group
    turned = (meaning.group.time, meaning.group.mood) != (before.time, before.mood) or meaning.group.negated
    if turned and clause.group.first < clause.group.last:
        return False  # "has been drafted and is being finalised", "covers three years and may be renewed"
    first, last = scene.tokens[clause.group.first].start, scene.chars(clause.start, clause.end)[1]
    inside = [*(m for m in scene.named if first <= m.start and m.end <= last)]
    return not inside and not any(first <= m.start and m.end <= last for m in scene.objects)


_WITNESSING = frozenset(
    ["demonstrate", "show", "reflect", "underscore", "symbolise", "symbolize", "signify", "testify", "prove",
     "illustrate", "highlight", "underline", "embody", "showcase"]
)  # fmt: skip
"""Verbs that say what an act is a sign of: "the visit demonstrates strong ties"."""


def _telling(clause: Clause, cls: str) -> bool:
    """Say whether a clause only tells of something: by whom it is said, or what it is a sign of."""
    witness = clause.group.verb.lemma in _WITNESSING and not clause.group.passive
    return cls == "report" or (witness and cls not in ("consider", "pledge", "plan"))


def _idle(scene: Scene, clause: Clause, meaning: Meaning, mine: Sequence[Placed]) -> bool:
    """Say whether a clause is a setting, a second infinitive or the same act gone on with."""
    if clause.kind == COORD and _bare(scene, clause) and _adjacent(scene, clause):
        return True
    if _setting(scene, clause) and meaning.cls != "report" and all(p.figure.kind == "date" for p in mine):
        return True
    return clause.kind == COORD and clause.shared and not mine and _adds_nothing(scene, clause, meaning)


def _setting(scene: Scene, clause: Clause) -> bool:
    """Say whether a gerund only tells the occasion: "Addressing a conference on Friday, …", "When drafting …"."""
    opening = clause.start == 0 and clause.group.verb.tag == "gerund" and not clause.group.finite
    return opening and clause.kind in (PARTICIPLE, SUB)


def _unnamed(scene: Scene, clause: Clause, meaning: Meaning) -> bool:
    """Say whether a clause counts though it names nothing: something stopped, failed, was promised or may go on."""
    weighty = meaning.stage in ("stopped", "not_achieved", "pledged")
    possible = meaning.cls == "hold_on" and meaning.group.mood != "real"
    return (weighty or possible) and not _personal(scene, clause)


def _personal(scene: Scene, clause: Clause) -> bool:
    """Say whether a state is a feeling or a judgement of who speaks: "we are very happy that …"."""
    start = clause.start if clause.head is None else clause.head
    return any(t.low in ("i", "we", "you", "it", "this", "that") for t in scene.tokens[start : clause.group.first])


def _adjacent(scene: Scene, clause: Clause) -> bool:
    """Say whether nothing stands between two joined infinitives: "to buy and deliver twenty ambulances"."""
    tokens = scene.tokens
    return clause.start > 1 and tokens[clause.start - 1].tag == "verb" and tokens[clause.start].tag == "coord"


_SUBJECTS = frozenset(["i", "we", "you", "he", "she", "it", "they", "who", "which"])


def _bare(scene: Scene, clause: Clause) -> bool:
    """Say whether the verb is a second infinitive: "to buy and deliver …" is one purpose, not an event."""
    form, tokens = clause.group.verb, scene.tokens
    if form.tag != "base" or clause.group.first != clause.group.last or not clause.shared:
        return False
    for token in reversed(tokens[max(0, clause.start - 16) : clause.start]):
        if token.tag in ("modal", "sub") or token.low in _SUBJECTS:
            return False
        if token.tag == "to":
            return True
    return False
