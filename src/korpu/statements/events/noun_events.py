"""Candidates told by nouns: "during the opening of the school", "the adoption of the roadmap and the launch of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from korpu.statements.events.context import Context
from korpu.statements.events.describe import Event, fill, proper_name
from korpu.statements.events.lexicon import stages
from korpu.statements.events.meaning import meaning_of
from korpu.statements.events.phrases import Phrase, phrases
from korpu.statements.events.roles import Words, roles
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate


def noun_events(scene: Scene, context: Context, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the events that nouns of the sentence tell, without money that a clause has taken."""
    taken = {i for c in told for i in c.figures if c.amount is not None}
    for phrase in phrases(scene.tokens, scene.clauses):
        span = (phrase.start, phrase.end)
        if phrase.end - phrase.start < 12 or _purpose(scene, phrase):
            continue
        stage = stages()[phrase.event.cls][phrase.event.aspect]
        stage = context.stage_of_example(scene, stage)
        ranges = scene.ranges(*span)
        if any(c.ranges == ranges for c in told) or _undone(
            scene, context, span, goods=phrase.event.cls in ("ship", "deliver")
        ):
            continue
        event = Event(span, [span], stage, phrase.event.cls, "noun", phrase.start)
        made = fill(scene, context, event, roles(scene, Words(span, (), phrase.start)), taken)
        yield _decided(scene, context, phrase, made) if stage == "decided" else made


_HANGING = re.compile(r"\b(?:of|to|for|in|on|and|the|a)$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|towards?|into)\s+(?:[\w'’-]+\s+){1,4}(?:and|or)\s+(?:the\s+)?$", re.IGNORECASE)


def _purpose(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a noun only tells what something is for ("for repairs and restoration of …") or is cut short."""
    text = scene.sentence.text
    return bool(_FOR.search(text[: phrase.start]) or _HANGING.search(text[phrase.start : phrase.end]))


_OPEN = ("not_achieved", "stopped", "planned", "pledged", "potential", "need")


def _undone(scene: Scene, context: Context, span: tuple[int, int], *, goods: bool) -> bool:
    """Say whether the event is what a clause tells not to be over: "the opening of the plant has been delayed".

    Of goods ("the shipment of grain arrived") the clause tells all.
    """
    tokens = scene.tokens
    for i, clause in enumerate(scene.clauses):
        first = tokens[clause.start if clause.head is None else clause.head].start
        verb = tokens[clause.group.first].start
        if first <= span[0] <= first + 4 and 0 <= verb - span[1] <= 2:
            return goods or meaning_of(scene, context, i).stage in _OPEN
    return False


_COMPLEMENT = re.compile(
    r"\b(?:of|to (?:\w+ly )?\w+|on)\s+(?:(?:a|the) (?:decision|agreement) to (?:\w+ly )?\w+\s+)?(?:the\s+|a\s+|an\s+)?"
)
_WEAK = (None, "political", "diaspora", "trade", "information")


def _decided(scene: Scene, context: Context, phrase: Phrase, made: Candidate) -> Candidate:
    """Name a decision by what was decided, whatever kind of thing that is: "the adoption of the roadmap"."""
    words = scene.sentence.text[phrase.start : phrase.end]
    match = _COMPLEMENT.search(words)
    title = words[match.end() :] if match else made.title
    track = context.track(scene) if made.track in _WEAK else made.track
    return replace(made, kind="decision", title=title, name=proper_name(title), track=track)
