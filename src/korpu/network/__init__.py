"""Finds the best ways through a network and how much it can carry; knows nothing of ships, trains or borders.

In: numbered nodes and directed arcs (`graph.Graph`) with whole-number costs, one column for each criterion.
Out: every way that no other way beats in all criteria at once (`pareto`), the few of them that really differ
(`alternatives`), the best way and whole tables of distances for one criterion that changes (`hierarchy`),
and what flows where when demand meets capacity (`flow`).
"""
