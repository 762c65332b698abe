"""Leaves out what no desk officer would record, and gives each sum of money to one event only."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.frames.finish import Found
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.lexicon import classes, event_nouns
from korpu.statements.frames.lists import word_list

WEAK = frozenset({"state", "other", "think", "try", "say", "become", "destroy"})
_ALWAYS = frozenset({"pair", "official_present", "named_list", "coordinated", "noun_event", "duration", "gapped"})
_TELLING = frozenset({"stopped", "not_achieved", "under_way", "need", "potential", "in_use"})
_LED = frozenset({"as", "including", "by", "of"})


def sift(scene: Scene, made: Sequence[Frame], found: Found) -> list[Frame]:
    """Return the frames worth showing, each sum of money held by one."""
    kept = [f for f in made if worth(scene, f, found)]
    for word in {f.money for f in kept if f.money is not None}:
        holders = sorted((f for f in kept if f.money == word), key=lambda f: _claim(scene, f))
        for frame in holders[1:]:
            frame.money = None
    kept = [f for f in kept if worth(scene, f, found)]
    return [f for f in kept if not _repeated(f, kept)]


def _repeated(frame: Frame, others: Sequence[Frame]) -> bool:
    """Whether a participle only repeats the figure of the clause that it stands in."""
    if frame.rule != "participle" or frame.cls not in WEAK and frame.money is not None:
        return False
    own = {frame.money, frame.count, frame.time} - {None}
    return (
        bool(own)
        and any(
            o is not frame
            and o.rule.startswith("clause")
            and o.covers(frame.head)
            and own <= {o.money, o.count, o.time}
            for o in others
        )
        and frame.cls in WEAK | {"decide", "change", "drift"}
    )


def _claim(scene: Scene, frame: Frame) -> tuple[int, int]:
    known = classes().get(frame.cls)
    event = known is not None and known.event and frame.cls not in WEAK
    size = sum(b - a for a, b in frame.spans)
    if frame.cls == "drift" and frame.group is not None and frame.money is not None and frame.money >= frame.group.end:
        return (0, 0)
    return (0 if event and frame.rule.startswith("clause") else 1 if event else 2, size)


def worth(scene: Scene, frame: Frame, found: Found) -> bool:
    """Whether a frame tells something to record: an event, a figure, a lack, a state of named things."""
    if frame.rule in _ALWAYS:
        return True
    opener = scene.words[frame.spans[0][0]].low
    if frame.rule == "clause_sub" and opener in word_list("embedded"):
        return False
    if frame.money is not None or frame.count is not None or frame.time is not None or frame.ordinal is not None:
        return True
    if frame.rule == "participle":
        return _participle(scene, frame)
    nested = frame.rule in ("clause_rel", "clause_sub", "clause_contact", "clause_shared")
    weak = frame.cls in WEAK
    if frame.rule in ("clause_sub", "clause_contact", "clause_shared") and frame.stage in (
        "ongoing",
        "planned",
        "potential",
    ):
        return False
    if not weak:
        return True
    if _introduces(scene, frame):
        return False
    if frame.group is not None and frame.group.effects and not nested:
        return True
    if frame.stage in _TELLING and not (nested and frame.stage == "potential"):
        return True
    return _named(scene, frame, found, nested=nested)


def _participle(scene: Scene, frame: Frame) -> bool:
    group = frame.group
    if frame.cls in WEAK or group is None:
        return False
    prior = scene.words[group.start - 1] if group.start else None
    if group.form == "ing":
        return prior is not None and prior.low in _LED
    agent = any(w.low == "by" for w in scene.words[group.end : group.end + 3])
    return agent or (prior is not None and prior.text == ",")


def _introduces(scene: Scene, frame: Frame) -> bool:
    """Whether "it is crucial that …", "you are right that …" only leads to another clause."""
    group = frame.group
    if group is None or group.lemma != "be":
        return False
    return any(c.kind == "comp" and 0 <= c.subject - group.end <= 6 for c in scene.clauses)


def _named(scene: Scene, frame: Frame, found: Found, *, nested: bool) -> bool:
    words = scene.words
    start = frame.group.start if nested and frame.group is not None else min(a for a, _ in frame.spans)
    if nested and frame.subject is not None and frame.rule == "clause_rel":
        start = next((c.subject for c in scene.clauses if c.group is frame.group), start)
    end = max(b for _, b in frame.spans)
    inside = words[start:end]
    if any(w.low in word_list("salient") for w in inside) and frame.group is not None and frame.group.lemma == "be":
        return True
    objects = words[frame.object_at[0] : frame.object_at[1]] if frame.object_at else []
    if (
        frame.group is not None
        and frame.group.lemma in ("be", "have")
        and any(event_nouns().get(w.low) == "lack" for w in objects)
    ):
        return True
    if frame.subject is not None and any(words[i].low in event_nouns() for i in range(*frame.subject)) and not nested:
        return True
    if frame.stage == "planned":
        return False
    a, b = words[start].start, words[end - 1].end
    named = [m for m in found.names if a <= m.start and m.end <= b and not m.adjective]
    things = [t for s, e, t in found.things if a <= s and e <= b]
    listed = sum(w.text == "," for w in inside) >= 2
    if nested:
        return bool(named) or (listed and bool(things))
    return len(named) >= 2 or any(t.concrete for t in things) or bool(things and named) or (listed and bool(things))
