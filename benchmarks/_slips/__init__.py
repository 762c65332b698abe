"""Statements that hold together, and the same with one slip: what a checker of figures should notice and what not.

In: a seed. Out: cases, each a short statement in English, Ukrainian, Azerbaijani or Russian made from templates.csv,
its publication date, what a ledger knows beforehand, and a twin in which one figure or date slipped. What makes a slip
checkable is stated in `families`: relations that the words of a template assert between its figures, or between them
and the ledger. A slip is checkable when it breaks one of them by more than rounding. Nothing here uses korpu.
"""
