"""Reads the figures of a statement: money, counts, ratios, percents, ordinals, measures and dates.

In: a Document with its passages and sentences. Out: Figures, each a typed value at its exact words, with what was
filled in from the context named as inferred.
"""

from __future__ import annotations

from korpu.statements.figures.reader import figures

__all__ = ["figures"]
