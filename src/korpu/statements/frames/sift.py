"""Leaves out what no desk officer would record, and gives each sum of money to one event only."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.frames.finish import Found
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.lexicon import classes

_WEAK = frozenset({"state", "other", "think", "try", "say", "become"})


def sift(scene: Scene, made: Sequence[Frame], found: Found) -> list[Frame]:
    """Return the frames worth showing, each sum of money held by one."""
    kept = [f for f in made if _worth(scene, f, found)]
    for word in {f.money for f in kept if f.money is not None}:
        holders = sorted((f for f in kept if f.money == word), key=lambda f: _claim(scene, f))
        for frame in holders[1:]:
            frame.money = None
    return [f for f in kept if _worth(scene, f, found)]


def _claim(scene: Scene, frame: Frame) -> tuple[int, int]:
    known = classes().get(frame.cls)
    event = known is not None and known.event and frame.cls not in _WEAK
    size = sum(b - a for a, b in frame.spans)
    return (0 if event and frame.rule.startswith("clause") else 1 if event else 2, size)


def _worth(scene: Scene, frame: Frame, found: Found) -> bool:
    if frame.rule in ("pair", "official_present", "named_list", "coordinated", "noun_event"):
        return True
    if frame.money is not None or frame.count is not None or frame.time is not None:
        return True
    if frame.rule == "participle":
        return frame.cls not in _WEAK
    if frame.cls not in _WEAK or (frame.group is not None and frame.group.effects):
        return True
    if frame.stage in ("stopped", "not_achieved", "under_way", "need", "potential", "in_use", "planned"):
        return True
    start = min(a for a, _ in frame.spans)
    end = max(b for _, b in frame.spans)
    a, b = scene.words[start].start, scene.words[end - 1].end
    named = [m for m in found.names if a <= m.start and m.end <= b and not m.adjective]
    things = [t for s, e, t in found.things if a <= s and e <= b]
    return len(named) >= 2 or any(t.concrete for t in things) or bool(things and named)
