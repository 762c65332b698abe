"""Finds the events that a statement tells of, so that a desk officer gets proposals of records rather than a text to mine.

In: sentences with their figures and the names of the world. Out: Candidates, each with the words it rests on, its stage
on the ladder, who, where, when, how much, and the name of the rule that read it. Words are data files; rules say how
English clauses work, never what one statement says.
"""

from __future__ import annotations

from korpu.statements.frames.build import candidates

__all__ = ["candidates"]
