"""Candidates from Azerbaijani captions, and from the header that names who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate
from korpu.statements.turkic.cases import case_of
from korpu.statements.turkic.fill import noun_after
from korpu.statements.turkic.meaning import stage_of
from korpu.statements.turkic.predicates import FIN, find
from korpu.statements.turkic.roles import Words, named, roles
from korpu.statements.turkic.tokens import lower, tokenize

_OFFICE = re.compile(
    r"\b(?:səfir|nazir|prezident|müavin|katib|sədr|rəhbər|direktor|müdir|nümayəndə|konsul|spiker|başçı|müşavir)"
    r"(?:i|ı|u|ü|si|sı|imiz|ınız|iniz)?\b"
)
_PERSON = re.compile(r"\b[A-ZƏÖÜÇŞİĞ][a-zəöüçşığ]{2,}\s+[A-ZƏÖÜÇŞİĞ][a-zəöüçşığ]{3,}\b")


def header(scene: Scene) -> Iterator[Candidate]:
    """Yield who speaks, where a header line names a person with an office."""
    text = scene.sentence.text
    if not _OFFICE.search(lower(text)):
        return
    names = named(scene)
    persons = [m for m in _PERSON.finditer(text) if not any(n.start < m.end() and m.start() < n.end for n in names)]
    if not persons:
        return
    span = 0, len(text)
    told = roles(scene, Words(names, [span], span[1], passive=False))
    dates = [p.figure.value for p in scene.figures if p.figure.kind == "date" and p.figure.value]
    yield Candidate(
        scene.ranges(*span), "", "party", None, None, actor=told.actor, name=persons[0].group(), rule="header",
        confidence=0.6, when=dates[-1] if dates else None,
    )  # fmt: skip


def caption(scene: Scene, text: str) -> Iterator[Candidate]:
    """Yield what a caption shows; its date stands behind its last full stop."""
    passage = scene.passage
    if scene.sentence.ranges[0][0] > passage.start:
        return
    words = scene.sentence.text
    whole = 0, len(words)
    verbs = [p for p in find(tokenize(words)) if p.kind == FIN]
    told = roles(scene, Words(named(scene), [whole], whole[1], passive=bool(verbs and verbs[-1].passive)))
    dates = [p.figure.value for p in scene.figures if p.figure.kind == "date" and p.figure.value]
    counts = sorted(
        (p for p in scene.figures if p.figure.kind == "count" and p.figure.value),
        key=lambda p: any(case_of(w) != "nominative" for w in noun_after(text, p.figure.end)[:1]),
    )
    money = next((p.figure for p in scene.figures if p.figure.kind == "money"), None)
    span = passage.start, passage.start + len(text[passage.start : passage.end].rstrip())
    thing = told.thing
    yield Candidate(
        (span,), "", thing.kind if thing else "event", thing.track if thing else None,
        stage_of(verbs[-1]) if verbs else "completed",
        actor=told.actor, counterpart=told.counterpart, place=told.places[0] if told.places else None,
        amount=money.value if money else None, currency=money.unit if money else None,
        count=counts[0].figure.value if counts else None, count_unit=counts[0].figure.unit if counts else None,
        when=dates[-1] if dates else None, rule="caption", confidence=0.6,
        figures=tuple(p.index for p in scene.figures), object=thing.id if thing else None,
        parties=told.parties, places=told.places,
    )  # fmt: skip
