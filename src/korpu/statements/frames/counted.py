"""Undertakings gone through one by one: "four projects … the first … the second", "ours was the first, theirs the second"."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.frames.context import Memory
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.lexicon import classes
from korpu.statements.frames.lists import word_list

_REACH = 8
_AHEAD = frozenset({"planned", "pledged", "potential"})
_PRONOUNS = frozenset({"them", "it", "these", "those", "this"})


def count_off(scene: Scene, made: Sequence[Frame], memory: Memory) -> None:
    """Give frames their place in the list that the text goes through, and the list's stage where they have none."""
    for frame in made:
        if not frame.rule.startswith("clause") or frame.group is None:
            continue
        _involved(scene, frame)
        ordinal, noun = _ordinal(scene, frame)
        if ordinal is None:
            _opens(scene, frame, memory)
            continue
        frame.ordinal = ordinal
        done = frame.group.past or frame.group.perfect
        fresh = memory.list_name is not None and scene.index - memory.list_at <= _REACH
        if fresh and not done:
            frame.list_name, memory.list_at = memory.list_name, scene.index
            if frame.stage in ("ongoing", "stated", "under_way") and memory.list_stage:
                frame.stage = memory.list_stage
        else:
            frame.list_name = f"{noun or 'item'}s {'done' if done else 'named'}"


def _involved(scene: Scene, frame: Frame) -> None:
    """Take the event of "the project involves restoring X" from the gerund."""
    group = frame.group
    if group is None or group.lemma not in word_list("involving"):
        return
    for j in range(group.end, min(group.end + 2, len(scene.words))):
        for reading in scene.words[j].verbs:
            if reading.form == "ing":
                frame.cls, frame.kind, frame.head = (
                    reading.cls,
                    (classes().get(reading.cls) or classes()["other"]).kind,
                    j,
                )
                frame.object_at = (j + 1, frame.spans[0][1])
                return


def _ordinal(scene: Scene, frame: Frame) -> tuple[int | None, str | None]:
    """Return the ordinal that counts the frame's undertaking, and the noun counted."""
    words = scene.words
    for a, b in frame.spans:
        for i in range(a, b):
            index = words[i].figure
            if index is None or scene.figures[index].kind != "ordinal" or scene.figures[index].value is None:
                continue
            noun = next((w.low for w in words[i + 1 : i + 3] if w.low in word_list("ordinal_noun")), None)
            last = i + 1 >= b or words[i + 1].text in ",.;" or words[i + 1].kinds & {"coord"}
            copula = frame.group is not None and frame.group.lemma == "be" and words[i - 1].low == "the"
            if noun or (last and copula):
                return int(float(scene.figures[index].value or 0)), noun
    return None, None


def _opens(scene: Scene, frame: Frame, memory: Memory) -> None:
    """Note the list that "four projects" ahead of us opens."""
    if frame.count is None or frame.stage not in _AHEAD:
        return
    index = scene.words[frame.count].figure
    unit = (scene.figures[index].unit or "").split(" ")[-1] if index is not None else ""
    if unit.removesuffix("s") in word_list("ordinal_noun"):
        memory.list_name = scene.text(frame.count, min(frame.count + 6, frame.spans[0][1])).rstrip(" ,.")
        memory.list_stage, memory.list_at = frame.stage, scene.index
        frame.list_name = memory.list_name


def taken_up(scene: Scene, made: list[Frame]) -> list[Frame]:
    """Join "ahead are four projects, and we hope to start them in May": the second clause tells of what the first counts."""
    out: list[Frame] = []
    for frame in made:
        host = out[-1] if out else None
        group = frame.group
        if (
            host is not None
            and group is not None
            and frame.rule == "clause_coord"
            and host.count is not None
            and (frame.count is None and host.rule == "clause_main" and host.cls == "state")
            and any(
                w.low in _PRONOUNS and "prep" not in scene.words[group.end + k - 1].kinds
                for k, w in enumerate(scene.words[group.end : group.end + 2])
            )
        ):
            frame.spans = [*host.spans, *frame.spans]
            frame.count, frame.rule, frame.subject = host.count, "clause_taken_up", host.subject
            frame.time = frame.time if frame.time is not None else host.time
            out[-1] = frame
            continue
        out.append(frame)
    return out
