"""Reads the figures of a statement: money, counts, ratios, percents, ordinals, measures and dates.

In: a Document with its passages and sentences. Out: Figures, each a typed value at its exact words, with what was
filled in from the context named as inferred. What words mean is in the tables of `statements/data`, one row a form
and language; what they mean together is in the modules here:

`reader` goes through the tokens of a sentence and asks, in this order, `dates` (with `months`, `seasons`,
`bare_years`, `relative`, `years`), `money`, `ratios` and `quantities` (with `units` and `counts`); `numerals` and
`spelled` read the numbers themselves; `slavic_times` and the modules named turkic know what only some languages say
of times; `qualifiers` turns "almost" or "at least" into bounds.
"""

from __future__ import annotations

from korpu.statements.figures.reader import figures

__all__ = ["figures"]
