"""Lines without a verb: "Вартість обладнання – близько 6,2 млн євро", "металошукачі – 1 250 шт."."""

from __future__ import annotations

from collections.abc import Iterator

from korpu.statements.events.context import Context
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate
from korpu.statements.slavic.fill import Event, fill
from korpu.statements.slavic.roles import roles


def notes(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield what a line without a verb says, where it gives a figure."""
    text = scene.sentence.text
    span = (0, len(text))
    figures = [p for p in scene.figures if p.figure.kind in ("money", "count", "percent", "measure")]
    if not figures:
        return
    told = roles(scene, span, [span], 0, passive=False, known=context.known)
    yield fill(scene, context, Event(span, [span], "stated", "be", "note", 0), told, set())
