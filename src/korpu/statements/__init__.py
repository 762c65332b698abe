"""Reads a public statement and finds who did what, for how much, when and where, each tied to its exact words.

In: a plain Document and the names of the world. Out: a Reading: passages (who spoke), figures (typed values with
their spans), candidates (event frames for a person to review) and findings (where the statement contradicts itself).
"""
