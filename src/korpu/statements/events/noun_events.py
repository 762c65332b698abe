"""Candidates told by nouns: "during the opening of the school", "the adoption of the roadmap and the launch of …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from korpu.statements.events.context import Context
from korpu.statements.events.describe import fill
from korpu.statements.events.lexicon import stages
from korpu.statements.events.phrases import phrases
from korpu.statements.events.roles import roles
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate


def noun_events(scene: Scene, context: Context, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the events that nouns of the sentence tell, without money that a clause has taken."""
    taken = {i for c in told for i in c.figures if c.amount is not None}
    for phrase in phrases(scene.tokens, scene.clauses):
        span = (phrase.start, phrase.end)
        if phrase.end - phrase.start < 12:
            continue
        stage = stages()[phrase.event.cls][phrase.event.aspect]
        stage = context.stage_of_example(scene, stage)
        ranges = scene.ranges(*span)
        if any(c.ranges == ranges for c in told):
            continue
        found = roles(scene, *span, phrase.start, passive=False)
        yield fill(scene, context, span, [span], found, stage, phrase.event.cls, "noun", taken, phrase.start)
