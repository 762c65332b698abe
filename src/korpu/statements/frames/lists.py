"""Events told in lists: pairs of partners, officials present, undertakings counted one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from korpu.statements.frames.finish import Found
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.lexicon import rows
from korpu.statements.frames.words import Word

_CONNECT = frozenset({"of", "the", "for", "and", "to", "in"})
_NAME_WORDS = 4


@cache
def word_list(kind: str) -> frozenset[str]:
    """Return the words of one list of data/lists.csv."""
    return frozenset(r["word"] for r in rows("lists.csv") if r["kind"] == kind)


def pairs(scene: Scene) -> Iterator[Frame]:
    """Yield one frame a pair in "between cities, such as A and B, C and D": each pair is a tie of its own."""
    words = scene.words
    if not {w.low for w in words} & word_list("pairing"):
        return
    found = _runs(words)
    if len(found) < 2:
        return
    for a, cut, b in found:
        one, two = scene.text(a, cut), scene.text(cut + 1, b)
        yield Frame(
            [(a, b)],
            "state",
            "ongoing",
            "pair",
            "partnership",
            a,
            title=f"{one} – {two}",
            pair=(one, two),
            confidence=0.8,
        )


def _runs(words: Sequence[Word]) -> list[tuple[int, int, int]]:
    """Return (start, "and", end) of neighbouring "A and B" stretches set apart by commas."""
    found: list[tuple[int, int, int]] = []
    i = 0
    while i < len(words):
        a = _name(words, i)
        if a > i and a < len(words) and words[a].low == "and":
            b = _name(words, a + 1)
            if b > a + 1:
                found.append((i, a, b))
                i = b
                continue
        i = max(a, i + 1)
    linked = [
        p for k, p in enumerate(found) if any(0 < q[0] - p[2] <= 2 or 0 < p[0] - q[2] <= 2 for q in found if q is not p)
    ]
    return linked if all(words[p[2]].text in ",." for p in linked[:-1] if p[2] < len(words)) else []


def _name(words: Sequence[Word], i: int) -> int:
    j = i
    while j < len(words) and words[j].capital and words[j].plain and j - i < _NAME_WORDS:
        j += 1
    return j


def named_list(scene: Scene) -> Iterator[Frame]:
    """Yield a frame for a list of three names or more set between dashes: who takes part."""
    words = scene.words
    marks = [i for i, w in enumerate(words) if w.text in ("—", "–")]
    for a, b in zip(marks, marks[1:], strict=False):
        inside = words[a + 1 : b]
        names = sum(1 for w in inside if w.capital and w.plain)
        if names >= 3 and sum(w.text == "," for w in inside) >= 2 and names * 3 >= len(inside) - 2:
            yield Frame(
                [(a + 1, b)],
                "state",
                "ongoing",
                "named_list",
                "partnership",
                a + 1,
                title=scene.text(a + 1, b),
                confidence=0.4,
            )


def officials(scene: Scene, made: Sequence[Frame]) -> Iterator[Frame]:
    """Yield one frame for each official named as present at an event of the sentence."""
    words = scene.words
    opened = next((i for i, w in enumerate(words) if w.low in word_list("opener")), None)
    event = next(
        (
            f
            for f in made
            if f.cls in ("open", "meet", "visit", "decide", "sign") and f.stage not in ("planned", "potential")
        ),
        None,
    )
    if opened is None or event is None:
        return
    i = opened
    while i < len(words):
        if words[i].low in word_list("office") and words[i].capital:
            end = _office_end(words, i)
            if end - i >= 3 and _person(words, end):
                dated = next((f.time for f in made if f.time is not None), None)
                name = scene.text(end - 2, end)
                yield Frame(
                    [(i, end)],
                    "meet",
                    "completed",
                    "official_present",
                    "event",
                    i,
                    title=scene.text(i, end),
                    time=dated,
                    actor=name,
                    confidence=0.6,
                )
                i = end
                continue
        i += 1


def _office_end(words: Sequence[Word], i: int) -> int:
    j = i
    while j < len(words):
        word = words[j]
        if word.capital and word.plain or word.capital and word.figure is None and word.low in ("of",):
            j += 1
        elif word.low in _CONNECT and j + 1 < len(words) and (words[j + 1].capital or words[j + 1].low == "the"):
            if word.low == "and" and words[j + 1].low in word_list("office"):
                break
            j += 1
        else:
            break
    return j


def _person(words: Sequence[Word], end: int) -> bool:
    return words[end - 1].capital and words[end - 2].capital and words[end - 1].plain and words[end - 2].plain


def coordinated(scene: Scene, frame: Frame, found: Found) -> Iterator[Frame]:
    """Yield a frame for the second of two things that one verb acts on: "the restoration of A or B"."""
    if frame.cls not in ("build", "open", "deliver", "pay") or frame.rule not in ("noun_event", "participle"):
        return
    a, b = frame.spans[0]
    for i in range(max(frame.head, a) + 2, b - 1):
        if scene.words[i].low not in ("or", "and"):
            continue
        left = [t for s, e, t in found.things if scene.words[frame.head].end <= s < scene.words[i].start and t.concrete]
        right = [(s, t) for s, e, t in found.things if scene.words[i].end <= s < scene.words[b - 1].end and t.concrete]
        near = [t for s, t in right if s - scene.words[i].end < 30]
        if left and near and left[-1].id != near[0].id:
            first = _after_of(scene, frame.head, i)
            yield Frame(
                [(frame.spans[0][0], first), (i + 1, b)],
                frame.cls,
                frame.stage,
                "coordinated",
                frame.kind,
                i + 1,
                title=f"{scene.text(frame.head, first)} {scene.text(i + 1, b)}",
                confidence=frame.confidence,
            )
            return


def _after_of(scene: Scene, head: int, limit: int) -> int:
    return next((j + 1 for j in range(head, limit) if scene.words[j].low == "of"), head + 1)
