"""Puts the events of a document together: clause events, noun events, pairs, officials, captions and headers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from korpu.reference.names import Names
from korpu.reference.objects import load_objects
from korpu.statements.document import Document
from korpu.statements.events.bonds import bound
from korpu.statements.events.captions import caption, header
from korpu.statements.events.clause_events import clause_events
from korpu.statements.events.context import Context
from korpu.statements.events.notes import notes
from korpu.statements.events.noun_events import noun_events
from korpu.statements.events.scene import Placed, Scene, place_figures
from korpu.statements.events.sift import sifted
from korpu.statements.reading import Candidate, Figure, Passage
from korpu.statements.sentences import Sentence
from korpu.statements.slavic.events import events as slavic_events
from korpu.statements.slavic.notes import label
from korpu.statements.slavic.notes import notes as slavic_notes
from korpu.statements.turkic.bonds import bound as turkic_bound
from korpu.statements.turkic.events import turkic_events


def candidates(
    document: Document,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    names: Names,
) -> tuple[Candidate, ...]:
    """Return the event frames of a document in order of their words."""
    things = load_objects()
    context = Context(document)
    found: list[Candidate] = []
    start = 0
    for sentence in sentences:
        while start < len(figures) and figures[start].end <= sentence.ranges[0][0]:
            start += 1
        passage = passages[sentence.passage]
        placed = place_figures(sentence, figures, start)
        if passage.role == "caption":
            last = bisect_left(figures, passage.end, key=lambda f: f.start)
            first = bisect_left(figures, passage.start, key=lambda f: f.start)
            placed = tuple(Placed(i, figures[i], 0, 0) for i in range(first, last))
        scene = Scene(sentence, passage, placed, names, things)
        context.enter(sentence.passage)
        fresh = list(_read(scene, context, document.text))
        found += [_dressed(c, scene, document.text) for c in fresh]
        context.leave(scene, found)
    return turkic_bound(bound(sifted(sorted(found, key=lambda c: (c.ranges[0][0], -c.ranges[-1][1])))))


def _read(scene: Scene, context: Context, text: str) -> Iterator[Candidate]:
    if scene.sentence.language == "az":
        yield from turkic_events(scene, context, text)
    elif scene.passage.role == "header":
        yield from header(scene)
        if scene.sentence.language in ("uk", "ru") and label(scene):
            yield from slavic_notes(scene, context)
    elif scene.sentence.language in ("uk", "ru") and scene.passage.role != "caption":
        yield from slavic_events(scene, context)
    elif scene.passage.role == "caption" or scene.sentence.language != "en":
        yield from caption(scene, text)
    elif scene.sentence.text.rstrip().endswith("?"):
        yield from (c for c in clause_events(scene, context) if c.rule.startswith("sub") and c.figures)
    else:
        told = list(clause_events(scene, context))
        yield from told
        named = list(noun_events(scene, context, told))
        yield from named
        yield from notes(scene, context, [*told, *named])


def _dressed(candidate: Candidate, scene: Scene, text: str) -> Candidate:
    """Add what holds for every candidate of a sentence: its quote, speaker and language."""
    quote = " … ".join(text[a:b] for a, b in candidate.ranges)
    return replace(
        candidate, quote=quote, speaker=scene.passage.speaker or _speaker(scene), language=scene.sentence.language
    )


def _speaker(scene: Scene) -> str | None:
    return scene.passage.role if scene.passage.role == "question" else None
