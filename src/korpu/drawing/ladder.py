"""The ladder: seven small blocks from needed to in use, filled to where evidence reaches.

A block below the furthest one that no source ever reported is hatched, not filled: the books do not guess that a thing
was paid for because it arrived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from korpu.drawing import svg
from korpu.kernel.stages import RUNGS, rung

RAMP = ("#D9E6E8", "#B4D0D4", "#8AB8BF", "#5C9CA6", "#33808C", "#0B5C6B", "#084652")
BLOCK, GAP, HEIGHT = 18, 3, 12


@dataclass(frozen=True)
class Rung:
    """One block: its place in the order, its name, and whether it is filled, hatched or empty."""

    index: int
    name: str
    state: str


def rungs(stages: Iterable[str | None]) -> tuple[Rung, ...]:
    """Return the seven blocks for the stages evidenced; stages off the ladder fill none.

    >>> [r.state for r in rungs(["allocated", "delivered"])]
    ['hatched', 'hatched', 'filled', 'hatched', 'hatched', 'filled', 'empty']
    """
    reported = {block for stage in stages if (block := rung(stage)) is not None}
    furthest = max(reported, default=-1)
    return tuple(
        Rung(i, name, "filled" if i in reported else "hatched" if i < furthest else "empty")
        for i, (name, _) in enumerate(RUNGS)
    )


def describe(blocks: Iterable[Rung], names: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return the sentence that stands for the drawing.

    `names` gives each block's name in the reader's language; `words` the keys "reached", "unreported" and "nothing".
    """
    blocks = tuple(blocks)
    filled = [names.get(b.name, b.name) for b in blocks if b.state == "filled"]
    missing = [names.get(b.name, b.name) for b in blocks if b.state == "hatched"]
    if not filled:
        return words.get("nothing", "No step on the ladder is reported")
    sentence = f"{words.get('reached', 'Reported')}: {', '.join(filled)}"
    return f"{sentence}. {words.get('unreported', 'Never reported')}: {', '.join(missing)}" if missing else sentence


def draw(blocks: Iterable[Rung], label: str, *, ended: bool = False) -> str:
    """Return the ladder as SVG; `ended` strikes it through, for a thing that stopped or failed."""
    parts = []
    blocks = tuple(blocks)
    for block in blocks:
        x = block.index * (BLOCK + GAP) + 0.5
        fill = RAMP[block.index] if block.state == "filled" else "none"
        parts.append(
            svg.element(
                "rect",
                x=x,
                y=0.5,
                width=BLOCK,
                height=HEIGHT,
                rx=1.5,
                fill=fill,
                stroke="#8A9096",
                class_=f"rung {block.state} r{block.index}",
            )
        )
        if block.state == "hatched":
            parts.append(svg.hatching(x, 0.5, BLOCK, HEIGHT))
    width = len(blocks) * (BLOCK + GAP) - GAP + 1
    if ended:
        line = f"M0 {HEIGHT / 2 + 0.5}H{width}"
        parts.append(svg.element("path", d=line, stroke="#A32A1E", stroke_width=2, class_="ended"))
    return svg.picture(width, HEIGHT + 1, label, "".join(parts), "ladder")
