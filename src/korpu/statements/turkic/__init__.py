"""Finds who did what in Azerbaijani sentences: event frames, each tied to its words, for a person to review.

In: a sentence with its figures and names (`events.scene.Scene`) and what the document told before. Out: candidates of
the same form as for English, with stage, amount, count, time, place, parties and the kind of thing acted on.

An Azerbaijani verb closes its clause and its endings tell voice, denial, time and mood, so the reading goes from the
verb back. `tokens` cuts the sentence; `forms` takes verb forms apart into stem and endings and `lexicon` knows what
the stems mean (the tables stand in `data`); `predicates` finds the verbs of a sentence and `objects` what their
objects make of them; `clauses` says which words belong to which verb, `substance` which of these tell something,
`meaning` the stage; `cases` and `roles` read who, where and what, `fill` how much and when. `events` puts a sentence
together, `captions` and `notes` read captions, headers and lines without a verb, `bonds` ties what points back.
"""
