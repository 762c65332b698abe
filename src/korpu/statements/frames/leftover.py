"""Figures that no verb holds: gapped clauses ("A gave two million, B one"), durations, and times shared in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.nominal import event_phrase_end
from korpu.statements.frames.values import DURATIONS
from korpu.statements.frames.words import Word

_BEFORE = frozenset({"following", "after", "despite", "during", "since", "over", "amid", "with"})
_MARKS = frozenset({",", ";", ".", ":", "—"})


def gapped(scene: Scene, made: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames of stretches that share the verb of the clause before: "the lenders 122 million, the owners 52 million"."""
    words = scene.words
    held = {f.money for f in made} | {f.count for f in made}
    for i, word in enumerate(words):
        if word.figure is None or i in held:
            continue
        kind = scene.figures[word.figure].kind
        if kind not in ("money", "count", "ordinal"):
            continue
        start = _start(words, i)
        end = _end(scene, i)
        if start is None or any(g.start < end and g.end > start and g.finite for g in scene.groups):
            continue
        host = next(
            (f for f in reversed(made) if f.rule.startswith("clause") and f.group is not None and f.group.end <= start),
            None,
        )
        if (
            host is None
            or not any(w.plain for w in words[start:i])
            and kind != "ordinal"
            and words[i + 1 : i + 2]
            and not words[i + 1].kinds
        ):
            continue
        dated = next(
            (
                j
                for j in range(start, end)
                if words[j].figure is not None and scene.figures[words[j].figure].kind == "date"
            ),
            None,
        )
        if kind == "ordinal" and (dated is None or i - start > 1):
            continue
        held.add(i)
        yield Frame(
            [(start, end)], host.cls, host.stage, "gapped", host.kind, start, None, None, None,
            money=i if kind == "money" else None, count=i if kind == "count" else None, time=dated, title=scene.text(start, end), confidence=0.4,
        )  # fmt: skip


def _start(words: Sequence[Word], i: int) -> int | None:
    """Return where the stretch of a figure begins: after a comma, a semicolon or "and"."""
    for j in range(i - 1, max(-1, i - 9), -1):
        if words[j].text in (",", ";") or words[j].low == "and":
            return j + 1
        if words[j].kinds & {"rel", "sub"} or words[j].text in _MARKS:
            return None
        if words[j].kinds & {"prep"} and words[j].low != "of":
            return None
    return None


def _end(scene: Scene, i: int) -> int:
    for j in range(i + 1, len(scene.words)):
        word = scene.words[j]
        if word.text in _MARKS or "coord" in word.kinds or word.kinds & {"rel", "sub"}:
            return j
    return len(scene.words)


def durations(scene: Scene, made: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames for durations told beside an event ("following the ten-year-long conflict") that no frame holds."""
    words = scene.words
    held = {f.count for f in made}
    for i, word in enumerate(words):
        if word.figure is None or i in held or scene.figures[word.figure].kind != "count":
            continue
        after = scene.sentence.text[word.end : word.end + 1]
        unit = (scene.figures[word.figure].unit or "").split(" ")[-1]
        if after != "-" or unit not in DURATIONS:
            continue
        start = next((j for j in range(i - 1, max(-1, i - 4), -1) if words[j].low in _BEFORE), None)
        if start is not None:
            yield Frame(
                [(start, event_phrase_end(words, i))],
                "state",
                "stated",
                "duration",
                "position",
                i,
                count=i,
                confidence=0.3,
            )


def inherit(scene: Scene, made: Sequence[Frame]) -> None:
    """Lend the sentence's one date to what it tells in dependent clauses with a count, and to participles set off by a comma."""
    dates = [i for i, w in enumerate(scene.words) if w.figure is not None and scene.figures[w.figure].kind == "date"]
    if len(dates) != 1:
        return
    for frame in made:
        if frame.time is not None or frame.when is not None:
            continue
        counted = frame.count is not None and frame.rule in ("clause_rel", "clause_comp", "clause_contact")
        apart = frame.rule == "participle" and frame.group is not None and frame.group.form == "participle"
        follows = frame.group is not None and frame.group.start > dates[0]
        if follows and (counted or (apart and scene.words[frame.group.start - 1].text == ",")):  # type: ignore[union-attr]
            frame.time = dates[0]
