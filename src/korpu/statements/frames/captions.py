"""Captions of pictures: one event each, told in a phrase and a date, in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from korpu.statements.frames.clausal import event_class
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.lexicon import classes, event_nouns, rows
from korpu.statements.frames.stage import stage_of
from korpu.statements.reading import Figure

_WORD = re.compile(r"[^\W\d_]+")


@cache
def stems() -> tuple[tuple[str, str, str], ...]:
    """Return (language, stem, verb class) of words that tell what a picture shows."""
    return tuple((r["language"], r["stem"], r["class"]) for r in rows("captions.csv"))


def caption(scenes: Sequence[Scene]) -> Frame | None:
    """Return the frame of a caption: its sentences together, a date alone belonging to the phrase before it."""
    told = scenes[0]
    if not told.words:
        return None
    cls, stage = _foreign(told) if told.sentence.language != "en" else _english(told)
    kind = (classes().get(cls) or classes()["other"]).kind
    frame = Frame(
        [(0, len(told.words))], cls, stage, "caption", kind, 0, None, (0, 0), (0, len(told.words)), confidence=0.7
    )
    frame.group = next((g for g in told.groups if g.finite), None) if told.sentence.language == "en" else None
    if frame.group is not None:
        frame.head, frame.subject, frame.object_at = (
            frame.group.main,
            (0, frame.group.start),
            (frame.group.end, len(told.words)),
        )
    frame.title = told.text(0, len(told.words)).rstrip(" .")
    frame.count = next(
        (i for i, w in enumerate(told.words) if w.figure is not None and told.figures[w.figure].kind == "count"), None
    )
    frame.time = next(
        (i for i, w in enumerate(told.words) if w.figure is not None and told.figures[w.figure].kind == "date"), None
    )
    for later in scenes[1:]:
        date = _date(later)
        if date is not None and frame.time is None and frame.when is None:
            frame.when = date.value
        frame.more.extend(later.sentence.ranges)
    return frame


def _date(scene: Scene) -> Figure | None:
    return next(
        (
            scene.figures[w.figure]
            for w in scene.words
            if w.figure is not None and scene.figures[w.figure].kind == "date"
        ),
        None,
    )


def _foreign(scene: Scene) -> tuple[str, str]:
    language = scene.sentence.language
    for word in _WORD.findall(scene.sentence.text.lower()):
        for tongue, stem, cls in stems():
            if tongue == language and word.startswith(stem):
                return cls, classes()[cls].done
    return "other", "completed"


def _english(scene: Scene) -> tuple[str, str]:
    for group in sorted(scene.groups, key=lambda g: not g.finite):
        stage = stage_of(group, group.cls)
        after = scene.words[group.end].low if group.end < len(scene.words) else ""
        cls = event_class(scene, group)
        if cls != group.cls:
            return cls, stage_of(group, cls)
        if after == "by" and group.cls in ("state", "pay"):
            stage = "ongoing"
        return group.cls, stage
    for word in scene.words:
        noun = event_nouns().get(word.low)
        if noun:
            return noun, classes()[noun].done
        for reading in word.verbs:
            if reading.form == "participle":
                return reading.cls, classes()[reading.cls].done
    return "other", "stated"
