"""The stages of a Step: how far a thing has come, from needed to in use.

The ladder is the order; stages off the ladder say what is meant, possible, said or ended.
"""

from __future__ import annotations

LADDER: tuple[str, ...] = (
    "need", "pledged", "decided", "allocated", "contracted", "paid", "shipped", "delivered", "handed_over", "in_use",
)  # fmt: skip
WORKS: tuple[str, ...] = ("designed", "under_way", "completed", "opened")
OFF_LADDER: tuple[str, ...] = ("planned", "potential", "stated", "ongoing", "stopped", "not_achieved")
STAGES: tuple[str, ...] = LADDER + WORKS + OFF_LADDER

RUNGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("needed", ("need",)),
    ("promised", ("pledged", "planned")),
    ("decided", ("decided", "allocated")),
    ("paid", ("contracted", "paid")),
    ("shipped", ("shipped", "designed", "under_way")),
    ("delivered", ("delivered", "completed", "handed_over")),
    ("in_use", ("in_use", "opened")),
)
"""The seven blocks of the drawn ladder, in order, each with the stages that fill it (design section 3)."""

_RUNG_OF = {stage: i for i, (_, stages) in enumerate(RUNGS) for stage in stages}


def rung(stage: str | None) -> int | None:
    """Return the ladder block (0 to 6) that a stage fills, or None for a stage off the ladder.

    >>> rung("delivered"), rung("stated")
    (5, None)
    """
    return _RUNG_OF.get(stage) if stage else None


FINISHED = frozenset({"delivered", "handed_over", "in_use", "completed", "opened"})
"""Stages after which nothing more is owed."""
