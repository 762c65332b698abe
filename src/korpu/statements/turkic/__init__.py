"""Finds who did what in Azerbaijani sentences: event frames, each tied to its words, for a person to review.

In: a sentence with its figures and names (`events.scene.Scene`) and what the document told before. Out: candidates of
the same form as for English, with stage, amount, count, time, place, parties and the kind of thing acted on.

`tokens` cuts the sentence, `forms` takes verb forms apart into stem and endings, `lexicon` knows what the stems mean,
`predicates` finds the verbs of a sentence, `clauses` says which words belong to which verb, `meaning` says the stage,
`roles` and `fill` read who, where, how much and when. The tables stand in `data`.
"""
