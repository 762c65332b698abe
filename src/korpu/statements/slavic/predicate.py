"""What is said in a clause, and the words that say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Predicate:
    """What is said: tokens first to last, the token `at` that carries the meaning, and what it means.

    `kind` is finite, short, part, active, inf (an infinitive that nothing governs) or said; `time` done, now or
    planned; `mood` what a governing word lends, None if nothing; `stage` the stage of a word said of a thing.
    """

    first: int
    last: int
    at: int
    verb: str
    cls: str
    kind: str
    time: str
    mood: str | None = None
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    stage: str | None = None
    shared: bool = False
