"""Which words belong to an event: the stretches of its clause alone, and its whole span with what depends on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from korpu.statements.events.clauses import Clause
from korpu.statements.events.joints import COMPLEMENT, COORD, MAIN, PARTICIPLE, RELATIVE, SUB
from korpu.statements.events.scene import Scene

_ACT = re.compile(r"\b(?:decree|order|law|resolution|directive|act|ordinance)\b")
_SUMMING = frozenset(["total", "cost", "amount", "value", "estimate", "exceed", "average", "number"])
_BACKWARD = re.compile(r"\b(?:them|it|these|those)\b")


def _active(scene: Scene, clause: Clause) -> bool:
    """Say whether a participle tells what its subject does: "rising", "having risen"."""
    return clause.group.verb.tag == "gerund" or scene.tokens[clause.group.first].low == "having"


def merged(scene: Scene, found: Sequence[Clause], i: int) -> bool:
    """Say whether a clause only fills the one before: "consisting of …", "called for increasing …", "if it was …"."""
    clause = found[i]
    tokens = scene.tokens
    if clause.kind == SUB and tokens[clause.start].low in ("if", "whether", "unless", "lest"):
        return len(found) > 1
    if clause.kind == PARTICIPLE and clause.group.verb.cls == "hold_on" and clause.group.verb.tag == "gerund":
        return True
    summing = clause.group.verb.lemma in _SUMMING
    if clause.kind == PARTICIPLE and summing and i and found[i - 1].group.verb.cls not in ("measure", "report"):
        return True
    if clause.kind == PARTICIPLE and clause.group.verb.tag == "gerund" and i:
        first, before = clause.group.first, found[i - 1].group
        gap = tokens[before.last + 1 : first]
        return len(gap) <= 2 and all(t.tag in ("prep", "adv", "to") for t in gap)
    return False


def own_stretches(scene: Scene, found: Sequence[Clause], i: int, skip: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that belong to the clause alone; clauses that tell nothing themselves are its too."""
    clause = found[i]
    if clause.head is not None:
        first = min((c.start for c in found[:i] if c.start >= clause.head), default=clause.start)
        yield scene.chars(clause.head, max(first, clause.head + 1))
    elif i == 0 and clause.start > 0 and clause.kind in (RELATIVE, PARTICIPLE):
        pass
    yield scene.chars(clause.start, clause.end)
    for k in range(i - 1, -1, -1):
        if clause.head is None or found[k].kind in (MAIN, COORD) or not merged(scene, found, k):
            break
        yield scene.chars(found[k].start, found[k].end)
    for k in range(i + 1, len(found)):
        if found[k].kind in (MAIN, COORD) and not (k in skip and found[k].shared):
            break
        if k in skip:
            yield scene.chars(found[k].start, found[k].end)
    if clause.kind == RELATIVE and not _partitive(scene, clause):
        yield _antecedent(scene, clause)
    if clause.kind == PARTICIPLE and not _active(scene, clause) and clause.start:
        apart = scene.tokens[clause.start - 1].low == ","
        first = _head(scene, clause) if not i else _antecedent(scene, clause)[0] if apart else len(scene.sentence.text)
        if first < scene.tokens[clause.start].start:
            yield first, scene.tokens[clause.start - 1].end


def _partitive(scene: Scene, clause: Clause) -> bool:
    """Say whether a relative clause counts part of what it is about: "ten of which are …"."""
    tokens, k = scene.tokens, clause.start
    if [t.low for t in tokens[k : k + 2]] == ["of", "which"] and any(t.tag == "num" for t in tokens[k + 2 : k + 4]):
        return True  # "CHF 28 million, of which 17 million spent"
    return tokens[k].tag in ("num", "word", "det") and tokens[k + 1].low == "of"


def _head(scene: Scene, clause: Clause) -> int:
    """Return where the subject begins that a participle at the head of a sentence describes."""
    opening = scene.tokens[: clause.start]
    setting = opening and opening[0].tag in ("prep", "sub", "adv") and opening[0].low != "of"
    return (
        scene.tokens[0].start
        if opening and not setting and len(opening) <= 14
        else scene.chars(clause.start, clause.end)[0]
    )


def _antecedent(scene: Scene, clause: Clause) -> tuple[int, int]:
    """Return the noun phrase that a relative clause is about."""
    tokens, k = scene.tokens, clause.start
    while k > 0 and tokens[k - 1].tag == "punct" and tokens[k - 1].low == ",":
        k -= 1
    last, steps = k, 0
    while k > 0 and steps < 9 and tokens[k - 1].tag in ("word", "num", "det", "poss", "adv"):
        k, steps = k - 1, steps + 1
    return (tokens[k].start, tokens[max(k, last - 1)].end) if k < last else scene.chars(clause.start, clause.end)


def whole_span(scene: Scene, found: Sequence[Clause], i: int, skip: set[int]) -> tuple[int, int]:
    """Return the words of a clause with what depends on it, its fronted phrase and who reports it."""
    clause = found[i]
    first = clause.start if clause.head is None else clause.head
    start, end = scene.chars(first, max(clause.reach, clause.end))
    if clause.kind == COORD and clause.shared and i and found[i - 1].kind in (MAIN, COORD):
        start = min(start, whole_span(scene, found, i - 1, skip)[0])  # its subject stands in the clause before
    if i and clause.kind in (MAIN, COORD) and found[i - 1].kind == SUB and found[i - 1].end == clause.start:
        start = min(start, scene.chars(found[i - 1].start, clause.end)[0])  # "After the flood receded, …"
    if clause.kind == COORD and i and found[i - 1].kind in (MAIN, COORD) and _pronoun(scene, clause):
        start = min(start, whole_span(scene, found, i - 1, skip)[0])
    if clause.kind == RELATIVE:
        start = min(start, _antecedent(scene, clause)[0])
    if clause.kind == PARTICIPLE and not _active(scene, clause):
        start = min(start, _antecedent(scene, clause)[0] if i else _head(scene, clause))
    if clause.kind in (RELATIVE, SUB, COMPLEMENT, PARTICIPLE) and i:
        before = found[i - 1]
        if before.group.verb.cls == "report" and i - 1 in skip | {i - 1} and before.kind in (MAIN, COORD):
            start = min(start, scene.chars(before.start, before.end)[0])
    return start, end


def _pronoun(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause's subject is a pronoun, for what the clause before names."""
    subject = [t for t in scene.tokens[clause.start : clause.group.first] if t.tag not in ("coord", "adv", "punct")]
    return len(subject) == 1 and subject[0].low in ("it", "they", "he", "she", "this", "these", "both")


def host_of(scene: Scene, found: Sequence[Clause], i: int) -> int | None:
    """Return the clause whose decree or law a participle fills: "signed a decree allocating …" is one event."""
    clause = found[i]
    if clause.kind != PARTICIPLE or not i or clause.group.verb.tag != "gerund":
        return None
    before = found[i - 1]
    between = scene.sentence.text[scene.tokens[before.group.last].end : scene.tokens[clause.group.first].start]
    return i - 1 if _ACT.search(between) and len(between) < 60 else None


def pointed_back(scene: Scene, found: Sequence[Clause], i: int) -> int | None:
    """Return the clause before, when this one's object ("them", "it") is what that one is about."""
    clause = found[i]
    if clause.kind != COORD or not i or found[i - 1].group.verb.lemma != "be":
        return None
    start, end = scene.tokens[clause.group.last].end, scene.chars(clause.start, clause.end)[1]
    return i - 1 if _BACKWARD.search(scene.sentence.text[start:end][:12]) else None
