"""Reads the sentences one after the other and gives the candidates of the whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from korpu.reference.names import Names
from korpu.statements.document import Document
from korpu.statements.frames.captions import caption
from korpu.statements.frames.clausal import clausal
from korpu.statements.frames.context import Memory
from korpu.statements.frames.counted import count_off, taken_up
from korpu.statements.frames.finish import Found, candidate, look
from korpu.statements.frames.frame import Frame, Scene, scene
from korpu.statements.frames.leftover import durations, gapped, inherit
from korpu.statements.frames.lists import coordinated, named_list, officials, pairs, word_list
from korpu.statements.frames.phrases import nominal, participial
from korpu.statements.frames.sift import sift
from korpu.statements.reading import Candidate, Figure, Passage
from korpu.statements.sentences import Sentence


def candidates(
    document: Document,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    names: Names | None = None,
) -> tuple[Candidate, ...]:
    """Return the candidates of a document in the order of their words."""
    found: list[Candidate] = []
    memory = Memory()
    scenes = [scene(i, s, passages[s.passage], figures) for i, s in enumerate(sentences)]
    for passage, group in groupby(scenes, key=lambda s: s.sentence.passage):
        part = list(group)
        for taken, frame, seen in _read(part, passages[passage], memory, names):
            found.append(candidate(document, taken, frame, seen, names, passages[passage].speaker))
    return tuple(sorted(found, key=lambda c: (c.ranges[0], c.ranges[-1][1])))


def _read(
    scenes: Sequence[Scene], passage: Passage, memory: Memory, names: Names | None
) -> Iterator[tuple[Scene, Frame, Found]]:
    if passage.role == "caption":
        frame = caption(scenes)
        if frame is not None:
            yield scenes[0], frame, look(scenes[0].sentence.text, names)
        return
    for taken in scenes:
        if taken.sentence.language != "en":
            continue
        seen = look(taken.sentence.text, names)
        memory.enter(taken)
        made = frames(taken, seen, passage, memory)
        memory.learn(taken, made)
        for frame in made:
            memory.lend(taken, frame)
            yield taken, frame, seen


def frames(taken: Scene, seen: Found, passage: Passage, memory: Memory) -> list[Frame]:
    """Return the frames of one sentence."""
    if passage.role == "header" and not taken.sentence.text.endswith("."):
        return header(taken)
    made = taken_up(taken, list(clausal(taken)))
    count_off(taken, made, memory)
    made.extend(participial(taken, list(made)))
    made.extend(nominal(taken, list(made)))
    made.extend(f for frame in list(made) for f in coordinated(taken, frame, seen))
    made.extend(officials(taken, list(made)))
    made.extend(pairs(taken))
    made.extend(named_list(taken))
    made.extend(gapped(taken, list(made)))
    made.extend(durations(taken, list(made)))
    inherit(taken, made)
    return sift(taken, made, seen)


def header(taken: Scene) -> list[Frame]:
    """Return who speaks, where a header line names an office."""
    words = taken.words
    named = any(w.low in word_list("office") for w in words[:12])
    if not named or taken.sentence.text.isupper():
        return []
    dates = [i for i, w in enumerate(words) if w.figure is not None and taken.figures[w.figure].kind == "date"]
    whole = taken.text(0, len(words))
    time = dates[0] if dates else None
    return [Frame([(0, len(words))], "state", "ongoing", "speaker", "party", title=whole, time=time, confidence=0.8)]
