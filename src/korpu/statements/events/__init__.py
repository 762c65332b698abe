"""Finds who did what in the sentences of a statement: event frames, each tied to its words, for a person to review.

In: sentences with their figures, and the names of the world. Out: candidates with stage, amount, count, time, place,
parties and the kind of thing acted on.
"""
