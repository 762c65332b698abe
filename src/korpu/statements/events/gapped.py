"""Stretches that share the verb before them: "France gave three million, Belgium one", "the second in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.statements.events.clauses import Clause
from korpu.statements.events.lexicon import predicates
from korpu.statements.events.scene import Placed, Scene

_VERBAL = ("verb", "modal", "be", "have", "do", "pron")
_PART = ("them", "these", "those")
_NOT_FIRST = frozenset(
    ["or", "of", "including", "namely", "which", "whom", "about", "around", "worth", "with", "plus", "up", "down"]
)


def gapped(scene: Scene, clause: Clause) -> list[tuple[int, int]]:
    """Return the characters of the stretches of a clause that repeat its event with another figure."""
    return [piece for piece in _pieces(scene, clause) if _repeats(scene, clause, piece)]


def _pieces(scene: Scene, clause: Clause) -> Iterator[tuple[int, int]]:
    tokens = scene.tokens
    marks = [
        k
        for k in range(clause.group.last + 1, clause.end)
        if tokens[k].low in (",", ";", ".", "(", ")", "—", "–") or tokens[k].tag == "coord"
    ]
    for mark, following in zip(marks, [*marks[1:], clause.end], strict=False):
        if tokens[mark].low not in ("(", ")", ".") and following > mark + 1:
            yield tokens[mark + 1].start, tokens[following - 1].end


def _repeats(scene: Scene, clause: Clause, piece: tuple[int, int]) -> bool:
    start, end = piece
    words = [t for t in scene.tokens if start <= t.start and t.end <= end]
    if words[0].low in _NOT_FIRST or any(t.tag in _VERBAL and t.low not in _PART for t in words):
        return False
    head = scene.chars(clause.start if clause.head is None else clause.head, clause.end)[0]
    inside, before = [(start, end)], [(head, start)]
    if any(t.low == "than" for t in words):
        return False
    money = scene.within(inside, "money")
    if len(money) == 1 and scene.within(before, "money"):
        return (words[0].tag != "prep" or words[0].low == "by") and _joined(scene, start, end, money[0])
    dates = scene.within(inside, "date")
    if dates and any(p.start - start < 6 for p in scene.within(inside, "ordinal")):
        return True
    after = scene.sentence.text[start - 2 : start]
    if dates and ";" in after and scene.within(before, "date"):
        return True
    counts = scene.within(inside, "count")
    if counts and counts[0].start == start and state_of(scene, piece):
        return True
    if counts and counts[0].start == start and scene.within(before, "count"):
        rest = [t for t in words if t.start >= counts[0].end]
        part = len(rest) > 1 and rest[0].low == "of" and rest[1].low in _PART
        return bool(rest) and (part or rest[0].low in ("in", "to", "for", "at", "from", "on"))
    return False


_MORE = re.compile(r"\s*(?:(?:more|others?|of (?:them|these|those|which))\s+)?(?:(?:still|now|already|are|is)\s+)?")


def state_of(scene: Scene, piece: tuple[int, int]) -> str | None:
    """Return the stage that a piece says of its number without a verb: "6 under repair", "900 more in preparation"."""
    counts = scene.within([piece], "count")
    if not counts:
        return None
    rest = scene.sentence.text[counts[0].start : piece[1]].lower()
    words = re.sub(r"^[\d.,\w]+\s+", "", rest)
    words = words[match.end() :] if (match := _MORE.match(words)) else words
    return next((stage for pattern, stage, phrase in predicates() if phrase and pattern.match(words)), None)


def _joined(scene: Scene, start: int, end: int, money: Placed) -> bool:
    """Say whether words stand with the amount that say whose or what for it is: no bare conversion, no bare sum."""
    text = scene.sentence.text
    before, after = text[start : money.start].split(), text[money.end : end].split()
    subject = bool(before) and (before[0][:1].isupper() or before[0].lower() in ("the", "a", "an", "another", "its"))
    return subject or before[:1] == ["by"] or bool(after and after[0] in ("to", "for", "from", "by", "on"))
