"""Reads the sentences one after the other and gives the candidates of the whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from korpu.reference.names import Names
from korpu.statements.document import Document
from korpu.statements.frames.captions import caption
from korpu.statements.frames.clausal import clausal
from korpu.statements.frames.context import Memory
from korpu.statements.frames.finish import Found, candidate, look
from korpu.statements.frames.frame import Frame, Scene, scene
from korpu.statements.frames.lists import coordinated, named_list, officials, pairs
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
        made = frames(taken, seen, passage)
        memory.learn(taken, made)
        for frame in made:
            memory.lend(taken, frame)
            yield taken, frame, seen


def frames(taken: Scene, seen: Found, passage: Passage) -> list[Frame]:
    """Return the frames of one sentence."""
    if passage.role == "header":
        return header(taken)
    made = list(clausal(taken))
    made.extend(participial(taken, list(made)))
    made.extend(nominal(taken, list(made)))
    made.extend(f for frame in list(made) for f in coordinated(taken, frame, seen))
    made.extend(officials(taken, list(made)))
    made.extend(pairs(taken))
    made.extend(named_list(taken))
    return sift(taken, made, seen)


def header(taken: Scene) -> list[Frame]:
    """Return who speaks, where a header line names an office."""
    from korpu.statements.frames.lists import word_list

    words = taken.words
    if words and words[0].low in word_list("office") and not taken.sentence.text.isupper():
        return [
            Frame(
                [(0, len(words))],
                "state",
                "ongoing",
                "speaker",
                "party",
                0,
                title=taken.text(0, len(words)),
                confidence=0.8,
            )
        ]
    return []
