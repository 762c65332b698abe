"""Lines of fact sheets that have no verb: "Delivery: not before July", "Budget: EUR 3 million", "6 under repair"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from korpu.statements.events.context import Context
from korpu.statements.events.describe import Event, fill
from korpu.statements.events.lexicon import nouns, predicates, stages
from korpu.statements.events.roles import Words, roles
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate

_LABEL = re.compile(r"(?:[-–—•·*]\s+)?(?P<label>[^\W\d_][^:;.!?]{2,60}):\s+(?=\S)")
_BULLET = re.compile(r"[-–—•·*]\s+")
_PARTS = re.compile(r"\s*(?:;|,(?!\d))\s+(?:and\s+)?|\s+(?=[A-Z][a-z]+(?: [a-z]+){0,3}: )")
_AHEAD = re.compile(
    r"\b(?:not before|no earlier than|expected|planned|due|scheduled|foreseen|from|as of|by|until)\b", re.I
)
_LASTING = re.compile(r"\b(?:on the road|running|at work|in the field)\b|\bsince\b")
_MEANING = re.compile(r"[^\W\d_]{3,}")
_SHORT = 8


def notes(scene: Scene, context: Context, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what the parts of a line without a verb say: a label with its value, a number with its state."""
    if any(c.group.finite for c in scene.clauses) and not _itemised(scene):
        return
    text = scene.sentence.text
    label = _LABEL.match(text)
    bullet = _BULLET.match(text)
    first = label.end() if label else bullet.end() if bullet else 0
    start = label.start("label") if label else first
    covered = [r for c in told for r in c.ranges]
    taken = {i for c in told for i in c.figures if c.amount is not None}
    for a, b in _parts(text, first):
        span = (start if a == first else a, b)
        ranges = scene.ranges(*span)
        if any(x <= ranges[0][0] and ranges[-1][1] <= y for x, y in covered) or b - a < 2:
            continue
        stage = _stage(text[span[0] : b], text[a:b], label.group("label") if label else "")
        figured = any(span[0] <= p.start and p.end <= b and p.figure.kind != "ordinal" for p in scene.figures)
        if stage is None and not (figured and _MEANING.search(text[span[0] : b])):
            continue
        mine = [p.index for p in scene.figures if span[0] <= p.start and p.end <= b and p.figure.kind != "ordinal"]
        if mine and any(set(mine) <= set(c.figures) and c.ranges[-1][1] >= ranges[-1][1] for c in told):
            continue  # "Still missing: USD 1.1 million" is told by its participle
        if not figured and (label is None or b - span[0] < _SHORT):
            continue
        event = Event(span, [span], stage or "stated", "be", "note", a)
        yield fill(scene, context, event, roles(scene, Words(span, (), a)), taken)


def _itemised(scene: Scene) -> bool:
    """Say whether a line is an item of a list, whose parts may say different things."""
    return _BULLET.match(scene.sentence.text) is not None


def _parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    end = len(text.rstrip(" .;"))
    for mark in _PARTS.finditer(text, start):
        if mark.start() < end:
            yield start, mark.start()
            start = mark.end()
    yield start, end


def _stage(words: str, value: str, label: str) -> str | None:
    """Return the stage of a line: its state ("under repair"), else its label, else None for a plain number."""
    lowered = re.sub(r"^(?:[-–—•·*]\s+)?(?:[\d.,]+\s+)?(?:more\s+|others?\s+)?", "", value.lower())
    for pattern, stage, phrase in predicates():
        if pattern.match(lowered) or (phrase and pattern.search(lowered)):
            return stage
    if _LASTING.search(value):
        return "ongoing"
    event = next((e for w in reversed(label.lower().split()) if (e := nouns().get(w))), None)
    if _AHEAD.match(value) and label:
        return "planned"
    return stages()[event.cls][event.aspect] if event and not words.startswith("Total") else None
