"""From a frame to a Candidate: ranges, values, names, object, track."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from korpu.kernel.finding import Range
from korpu.reference.names import Match, Names
from korpu.reference.objects import Objects, Thing, load_objects
from korpu.statements.document import Document
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.reading import Candidate, Figure, Party

_ITEM = re.compile(r"[(]?[0-9]{1,2}[.)]|[a-z][)]")
_PLACES = frozenset({"country", "region", "city", "district", "sea"})


@dataclass(slots=True)
class Found:
    """Names and kinds of things of one sentence, by position in its text."""

    names: list[Match]
    things: list[tuple[int, int, Thing]]


def look(text: str, names: Names | None) -> Found:
    """Find the names and the kinds of things in a sentence."""
    objects = _objects()
    things = [(m.start, m.end, objects[m.object_id]) for m in objects.find(text)]
    return Found(names.find(text) if names is not None else [], things)


@cache
def _objects() -> Objects:
    return load_objects()


def candidate(
    document: Document, scene: Scene, frame: Frame, found: Found, names: Names | None, speaker: str | None
) -> Candidate:
    """Make the candidate of a frame."""
    ranges = ranges_of(scene, frame)
    money, number = _figure(scene, frame.money), _figure(scene, frame.count)
    when = _figure(scene, frame.time)
    thing = thing_of(scene, frame, found)
    places = _places(scene, frame, found, names)
    actor, counterpart = _actors(scene, frame, found, names, speaker)
    inside = tuple(i for i, f in enumerate(scene.figures) if any(a <= f.start and f.end <= b for a, b in ranges))
    kind = _kind(frame, thing)
    stated = frame.when or (when.value if when else None)
    stage = _scheduled(frame.stage, stated, document.published)
    parties = tuple(Party(n, r) for n, r in ((actor, "actor"), (counterpart, "counterpart")) if n)
    return Candidate(
        ranges=ranges,
        quote=" … ".join(document.text[a:b].replace("\n", " ") for a, b in ranges),
        kind=kind,
        track=thing.track if thing else None,
        stage=stage,
        actor=actor,
        counterpart=counterpart,
        place=frame.place or (places[0] if places else None),
        amount=money.value if money else None,
        currency=money.unit if money else None,
        count=number.value if number else None,
        count_unit=number.unit if number else None,
        when=_span(scene, frame) or stated,
        speaker=speaker,
        rule=frame.rule,
        confidence=frame.confidence,
        figures=inside,
        object=thing.id if thing else None,
        title=frame.title or _title(scene, frame, thing, found),
        parties=parties,
        places=places,
        ordinal=frame.ordinal,
        group=frame.list_name,
        modality=frame.group.modal if frame.group else None,
        negated=frame.negated,
        reported=frame.reported,
        language=scene.sentence.language,
    )


def ranges_of(scene: Scene, frame: Frame) -> tuple[Range, ...]:
    """Return the ranges of the document that a frame's words stand in, without marks at their ends."""
    made: list[Range] = list(frame.more)
    for start, end in frame.spans:
        words = scene.words[start:end]
        while words and (words[-1].text in ",;:—–-." or words[-1].low in ("and", "but", "or", "so")):
            words = words[:-1]
        while words and (words[0].text in ",;:—–" or words[0].low in ("and", "but", "or")):
            words = words[1:]
        while len(words) > 2 and _ITEM.fullmatch(words[0].text):
            words = words[1:]
        while len(words) > 2 and (words[0].text[:1].isdigit() or len(words[0].text) == 1) and words[1].text in ".)":
            words = words[2:]
        if len(words) > 1 and words[0].low == "far":
            words = words[2:] if words[1].text == "," else words[1:]
        if words:
            made.extend(scene.sentence.to_canonical(words[0].start, words[-1].end))
    return tuple(sorted(set(made)))


def _scheduled(stage: str | None, when: str | None, published: str | None) -> str | None:
    """Read the present tense with a time to come as a plan ("the next course begins on 2 June")."""
    if stage in ("ongoing", "under_way") and when and published and when[:4].isdigit():
        size = min(len(when), len(published), 10)
        if when[:size] > published[:size] and "/" not in when[:size]:
            return "planned"
    return stage


def _span(scene: Scene, frame: Frame) -> str | None:
    """Return the interval of "between May 2021 and April 2022", "from 2004 to 2017"."""
    i = frame.time
    if i is None or i < 1 or scene.words[i - 1].low not in ("between", "from") or i + 2 >= len(scene.words):
        return None
    first, last = _figure(scene, i), _figure(scene, i + 2)
    if (
        scene.words[i + 1].low in ("and", "to", "until", "till")
        and first
        and last
        and last.kind == "date"
        and first.value
        and last.value
    ):
        return f"{first.value}/{last.value}" if "/" not in first.value + last.value else None
    return None


def _figure(scene: Scene, word: int | None) -> Figure | None:
    if word is None:
        return None
    index = scene.words[word].figure
    return scene.figures[index] if index is not None else None


def _extent(scene: Scene, frame: Frame) -> tuple[int, int]:
    a = min(s for s, _ in frame.spans)
    b = max(e for _, e in frame.spans)
    return scene.words[a].start, scene.words[b - 1].end


def thing_of(scene: Scene, frame: Frame, found: Found) -> Thing | None:
    """Return the kind of thing that an event is about: of the object of an active verb, else of the subject."""
    a, b = _extent(scene, frame)
    inside = [(s, t) for s, e, t in found.things if a <= s and e <= b]
    if not inside:
        return None
    head = scene.words[min(frame.head, len(scene.words) - 1)].start
    after = [t for s, t in inside if s >= head]
    before = [t for s, t in inside if s < head]
    order = [*before, *after] if frame.group is not None and frame.group.passive else [*after, *before]
    return next((t for t in order if t.concrete), order[0])


def _places(scene: Scene, frame: Frame, found: Found, names: Names | None) -> tuple[str, ...]:
    if names is None:
        return ()
    a, b = _extent(scene, frame)
    matches = [m for m in found.names if m.type in _PLACES and not m.adjective and a <= m.start and m.end <= b]
    rank = {"city": 0, "district": 1, "region": 2, "sea": 3, "country": 4}

    def local(m: Match) -> int:
        before = scene.sentence.text[max(0, m.start - 12) : m.start].lower()
        return (
            0
            if before.rstrip().endswith((" in", " at", "in the", "city of", "region of")) or before.startswith("in ")
            else 1
        )

    ordered = sorted(matches, key=lambda m: (m.type == "country", local(m), rank[m.type], m.start))
    return tuple(dict.fromkeys(names.name(m.id) for m in ordered))


def _actors(
    scene: Scene, frame: Frame, found: Found, names: Names | None, speaker: str | None
) -> tuple[str | None, str | None]:
    """Return who acts and the other side: parties named before and after the verb; "we" is the speaker's side."""
    if names is None or frame.subject is None:
        return frame.actor, None
    words = scene.words
    head = words[frame.head].start
    first = words[frame.subject[0]].start if frame.subject[0] < len(words) else head
    a, b = _extent(scene, frame)
    acting = [m for m in found.names if first <= m.start < head and not m.adjective]
    other = [
        m
        for m in found.names
        if head <= m.start and m.end <= b and m.type not in ("city", "sea", "district", "region") and not m.adjective
    ]
    passive = frame.group is not None and frame.group.passive
    if passive:
        by = [m for m in other if scene.sentence.text[: m.start].lower().rstrip().endswith((" by", "by the"))]
        acting, other = by, [m for m in other if m not in by]
    actor = names.name(acting[-1].id) if acting else frame.actor
    side = next((names.name(m.id) for m in other if names.name(m.id) != actor), None)
    return actor, side


def _kind(frame: Frame, thing: Thing | None) -> str:
    if frame.kind in (
        "measure",
        "visit",
        "decision",
        "agreement",
        "obligation",
        "need",
        "position",
        "partnership",
        "party",
    ):
        return (
            frame.kind
            if thing is None or frame.kind not in ("position", "need")
            else (thing.kind if frame.stage not in ("need", "stated") else frame.kind)
        )
    return thing.kind if thing is not None else frame.kind


def _title(scene: Scene, frame: Frame, thing: Thing | None, found: Found) -> str | None:
    """Return a short noun phrase: the object of the verb, cut at the first clause or preposition of time."""
    start, end = frame.object_at or frame.spans[0]
    if frame.group is not None and (frame.group.passive or start >= end) and frame.subject:
        start, end = frame.subject
    words = scene.words[start:end]
    kept = []
    for word in words:
        if kept and (
            word.text in ",;:—"
            or word.kinds & {"rel", "sub", "be", "have", "modal"}
            or word.figure is not None
            and scene.figures[word.figure].kind == "date"
        ):
            break
        kept.append(word)
        if len(kept) >= 12:
            break
    while kept and (kept[-1].kinds & {"prep", "det", "coord", "adv"} or kept[-1].text in ",."):
        kept.pop()
    while kept and (kept[0].kinds & {"prep", "coord", "adv"} or kept[0].text in ",."):
        kept.pop(0)
    if not kept:
        return thing.label if thing else None
    return scene.sentence.text[kept[0].start : kept[-1].end]
