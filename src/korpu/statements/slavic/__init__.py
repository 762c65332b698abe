"""Finds who did what in Ukrainian and Russian sentences: event frames, each tied to its words, for a person to review.

In: a sentence with its figures and names (`events.scene.Scene`) and what the document told before. Out: candidates of
the same form as for English, with stage, amount, count, time, place, parties and the kind of thing acted on.

`conjugation` makes the forms of the known verbs, `lexicon` knows what words mean, `tokens` cuts the sentence,
`predicates` finds what is said in it (`atoms` in one word, `verbless` without a verb; `groups` joins the words of one
predicate), `clauses` says which words belong to which predicate, `meaning` says the stage, `roles` and `fill` read
who, where, how much and when, `events` puts it together and `notes` reads lines that have no verb. The tables stand
in `data`: a verb's class and aspect, how its ending is conjugated, which object changes its class.
"""
