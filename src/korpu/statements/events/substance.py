"""Whether a clause tells something that a desk officer would record."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.events.clauses import Clause
from korpu.statements.events.joints import COMPLEMENT, COORD, MAIN, PARTICIPLE, RELATIVE, SUB
from korpu.statements.events.meaning import Meaning, predicate_stage
from korpu.statements.events.scene import Scene


def substantial(scene: Scene, clause: Clause, meaning: Meaning, own: Sequence[tuple[int, int]]) -> bool:
    """Say whether a clause tells something a desk officer would record."""
    group, cls = meaning.group, meaning.cls
    opening = clause.start if clause.head is None else clause.head
    first, last = scene.chars(opening, max(clause.reach, clause.end))
    mine = [p for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own) and p.figure.kind != "ordinal"]
    named = any(first <= m.start and m.end <= last for m in scene.named)
    thing = any(first <= m.start and m.end <= last for m in scene.objects)
    words = last - first
    if clause.kind == COORD and _bare(scene, clause) and _adjacent(scene, clause):
        return False
    if cls == "report":
        return bool(mine) and group.finite
    if _setting(scene, clause) and all(p.figure.kind == "date" for p in mine):
        return False
    if clause.kind == COORD and clause.shared and not mine and _adds_nothing(scene, clause, meaning):
        return False
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
    if clause.kind in (MAIN, COORD) and group.finite and words > 10 and _unnamed(scene, clause, meaning):
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
    if meaning.stage in _OWN_WEIGHT or predicate_stage(scene, clause):
        return False
    i = scene.clauses.index(clause)
    moved = clause.group.first < clause.group.last and meaning.group.time != scene.clauses[i - 1].group.time
    if moved:
        return False  # "has been drafted and is being finalised"
    first, last = scene.tokens[clause.group.first].start, scene.chars(clause.start, clause.end)[1]
    inside = [*(m for m in scene.named if first <= m.start and m.end <= last)]
    return not inside and not any(first <= m.start and m.end <= last for m in scene.objects)


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
