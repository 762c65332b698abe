"""Holds what a language model proposes to the words of the document: what does not stand there is refused.

In: a Reading, the names it was read with, and proposals (a quote, a kind, a stage, who did what, what number). Out:
Candidates with the rule `model.proposed` and low confidence for a person to decide on, and a reason for each proposal
refused. A model is believed in nothing: a quote counts only where it stands in the text exactly or up to white space
(`locate`), every number, unit and date is that of the figures read from those words (`figures`), every role is a name
in the text (`roles`), and words that the grammar has read stay as it read them (`verify`). What is kept of a proposal
are offsets (`kept`), from which the same candidate is made again.
"""
