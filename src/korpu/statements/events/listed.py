"""Candidates of lists within a sentence: pairs of partner places, officials present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.statements.events.phrases import officials, pairs
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate, Party

_PRESENT = re.compile(r"\b(?:presence|attend\w*|participat\w+|met with|in the presence)\b")


def listed(scene: Scene) -> Iterator[Candidate]:
    """Yield the pairs of places and the officials present that a sentence lists."""
    text = scene.sentence.text
    for start, end, one, two in pairs(text, scene.named):
        yield Candidate(
            scene.ranges(start, end), "", "partnership", "regions", "ongoing", object="sister_city", rule="pair",
            title=f"{scene.names.name(one)} and {scene.names.name(two)}",
            places=(scene.names.name(one), scene.names.name(two)), place=scene.names.name(one),
            parties=(Party(scene.names.name(one), "partner"), Party(scene.names.name(two), "partner")), confidence=0.8,
        )  # fmt: skip
    if _PRESENT.search(text) and not scene.sentence.text.endswith("?"):
        dates = [p.figure.value for p in scene.figures if p.figure.kind == "date"]
        listed = list(officials(text))
        for start, end, name in listed if len(listed) > 1 else []:
            yield Candidate(
                scene.ranges(start, end), "", "event", None, "completed", actor=name, rule="present", name=name,
                when=dates[0] if dates else None, confidence=0.6,
            )  # fmt: skip
