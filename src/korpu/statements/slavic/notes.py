"""Lines without a verb: "Вартість обладнання – близько 6,2 млн євро", "металошукачі – 1 250 шт."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from korpu.statements.events.context import Context
from korpu.statements.events.scene import Placed, Scene
from korpu.statements.reading import Candidate
from korpu.statements.slavic.clauses import Clause
from korpu.statements.slavic.fill import Event, ahead, fill
from korpu.statements.slavic.lexicon import headings
from korpu.statements.slavic.meaning import stage_of
from korpu.statements.slavic.roles import roles

_ITEM = re.compile(r"\s*(?:[-–—•·*●▪🔹🔸✅✔➡]\ufe0f?|\d{1,2}[.)]|\(?[а-яіїєґ]\))\s+")
_LABEL_LENGTH = 90
_NEAR = 16


def heading(scene: Scene, context: Context, found: Sequence[Clause]) -> bool:
    """Keep the stage that a heading of a list lends to its items; say whether the line is such a heading."""
    text = scene.sentence.text.strip()
    if _ITEM.match(text):
        return False
    if not text.startswith("("):
        context.heading = None
    counted = any(p.figure.kind != "date" for p in scene.figures)
    named = text[-1:].isalnum() and (not found or any(words.search(text) for words, _ in headings()))
    if len(text) > _LABEL_LENGTH or counted or not (text.endswith(":") or named):
        return False
    context.heading = next((stage for words, stage in headings() if words.search(text)), None)
    if context.heading is None and len(found) == 1 and found[0].predicate is not None:
        context.heading = stage_of(found[0].predicate)
    return text.endswith(":") or (bool(found) and context.heading is not None)


def notes(scene: Scene, context: Context, stop: int | None = None) -> Iterator[Candidate]:
    """Yield what a line without a verb says, up to `stop`, where it gives a figure; two amounts are two notes."""
    text = scene.sentence.text[: _before_breakdown(scene) if stop is None else stop]
    inside = [p for p in scene.figures if p.end <= len(text)]
    figures = [p for p in inside if p.figure.kind in ("money", "count", "percent", "measure")]
    dated = [p for p in inside if p.figure.kind == "date"]
    dash = re.search(r"\s[–—-]\s|:\s", text)
    item = _ITEM.match(text)
    listed = item is not None and context.heading is not None and bool(scene.objects)
    if not figures and not listed and not (dated and dash is not None and dash.end() <= dated[0].start):
        return
    taken: set[int] = set()
    for a, b in _halves(scene, item.end() if item else 0, len(text), [p for p in figures if p.figure.kind == "money"]):
        told = roles(scene, (a, b), [(a, b)], a, passive=False, known=context.known)
        stage = (context.heading if item else None) or _of_label(scene, context, text[a:b], (a, b)) or "stated"
        yield fill(scene, context, Event((a, b), [(a, b)], stage, "be", "note", a), told, taken)


_DATED = re.compile(
    r"^.{0,60}\b(?:заверш|здач|сдач|відкритт|открыт|запуск|введенн|введени|ввод|почат|начал|старт|постав|достав|"
    r"відвантаж|отгрузк|термін|строк|срок|дата|прибутт|прибыти|передач|підписанн|подписани)",
    re.IGNORECASE,
)


def _of_label(scene: Scene, context: Context, words: str, span: tuple[int, int]) -> str | None:
    """Return the stage that a label gives to its date: "Завершення робіт: червень 2026 року" is planned."""
    if not _DATED.match(words) or not scene.within([span], "date") or scene.within([span], "money"):
        return None
    return "planned" if ahead(scene, context, [span]) else "completed"


def _before_breakdown(scene: Scene) -> int | None:
    """Return where a bracket opens that only breaks a number down: "14 од. (Харківська область – 6, …)"."""
    text = scene.sentence.text
    bracket = text.find(" (")
    counts = [p for p in scene.figures if p.figure.kind == "count"]
    earlier = any(p.end <= bracket for p in counts)
    return bracket if earlier and sum(p.start > bracket for p in counts) > 1 else None


def label(scene: Scene) -> bool:
    """Say whether a heading gives a figure behind its colon: "Загальний обсяг допомоги: 91,3 млн доларів"."""
    colons = [m.end() for m in re.finditer(r"\w: ", scene.sentence.text)]
    sums = [p.start for p in scene.figures if p.figure.kind in ("money", "count")]
    return any(0 <= start - colon < _NEAR for start in sums for colon in colons)


def _halves(scene: Scene, start: int, stop: int, money: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line: "16 тис. крон для бакалаврів і 17 500 крон для аспірантів" has two."""
    text = scene.sentence.text[:stop]
    end = max([len(text.rstrip(" .;")), *(p.end for p in scene.figures if p.end <= stop)])
    for one, two in pairwise(money):
        joint = None
        for match in re.finditer(r"(?:[,;]|\s(?:і|й|та|и|а))\s", text[one.end : two.start]):
            joint = match
        if joint is not None:
            yield start, one.end + joint.start()
            start = one.end + joint.end()
    yield start, end
