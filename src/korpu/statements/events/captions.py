"""Candidates from captions, in English and Ukrainian, and from the header that names who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.statements.events.roles import Words, roles
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate

_OFFICE = re.compile(
    r"\b(?:Ambassador|Minister|Envoy|Secretary|President|Head|Director|Mayor|Governor|Commissioner|Consul|Speaker|Chair|"
    r"Representative|Deputy|Remarks|Speech|Toast|Address|Statement)\b|посол|міністр|министр|президент|səfir|nazir|"
    r"секретар|директор|голова|глава|радник|советник|консул|представни|представител",
    re.IGNORECASE,
)
_SLAVIC = ("uk", "ru")
_SLAVIC_PERSON = re.compile(
    r"(?:^|[\s,:(])(?!(?:Посол|Президент|Міністр|Министр|Прем|Голов|Уряд|Кабінет|Верховн|Державн|Государств|Республік)\w*)"
    r"[А-ЯІЇЄҐ][а-яіїєґё'’-]{2,}(?:\s+[А-ЯІЇЄҐ]\.)?\s+[А-ЯІЇЄҐ][а-яіїєґё'’-]{2,}[^.]{0,90}"
    r"(?:посол|послиц|міністр|министр|президент|секретар|директор|голов[аи]|глава|керівни|руководител|мер\b|мэр|радник|"
    r"советник|консул|представни|представител)|"
    r"(?:посол|послиц|міністр|министр|президент|секретар|директор|голова|глава|радник|советник|мер|мэр)[^.]{0,90}\s"
    r"[А-ЯІЇЄҐ][а-яіїєґё'’-]{2,}\s+[А-ЯІЇЄҐ][а-яіїєґё'’-]+(?:[:,]|$)",
    re.MULTILINE,
)
"""Somebody with a name and an office: a header of a ministry alone tells nobody who speaks."""
_RUNNING = re.compile(r"\b(?:covered|funded|financed|supported|run|operated|sponsored) by\b|\b(?:is|are)\b")


def header(scene: Scene) -> Iterator[Candidate]:
    """Yield who speaks, where a header line names an office."""
    text = scene.sentence.text
    if scene.sentence.language in _SLAVIC and not _SLAVIC_PERSON.search(text):
        return
    if _OFFICE.search(text):
        told = roles(scene, Words((0, len(text)), (), len(text)))
        dates = [p.figure.value for p in scene.figures if p.figure.kind == "date" and p.figure.value]
        yield Candidate(
            scene.ranges(0, len(text)),
            "",
            "party",
            None,
            None,
            actor=told.actor,
            rule="header",
            confidence=0.6,
            when=dates[-1] if dates else None,
        )


def caption(scene: Scene, text: str) -> Iterator[Candidate]:
    """Yield what a caption shows; its date stands behind its last full stop."""
    passage = scene.passage
    if scene.sentence.ranges[0][0] > passage.start or passage.role != "caption":
        return
    words = scene.sentence.text
    told = roles(scene, Words((0, len(words)), (), 0))
    dates = [p.figure.value for p in scene.figures if p.figure.kind == "date" and p.figure.value]
    counts = [p for p in scene.figures if p.figure.kind == "count"]
    stage = "ongoing" if _RUNNING.search(words) and not dates else "completed"
    span = passage.start, passage.start + len(text[passage.start : passage.end].rstrip())
    thing = told.thing
    yield Candidate(
        (span,), "", thing.kind if thing else "event", thing.track if thing else None,
        stage, actor=told.actor, counterpart=told.counterpart, place=told.places[0] if told.places else None,
        count=counts[0].figure.value if counts else None, count_unit=counts[0].figure.unit if counts else None,
        when=dates[-1] if dates else None, rule="caption", confidence=0.6,
        figures=tuple(p.index for p in scene.figures),
        object=told.thing.id if told.thing else None, parties=told.parties, places=told.places,
    )  # fmt: skip
