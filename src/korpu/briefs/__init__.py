"""Turns what the books hold into words for a reader: cited answers to questions, in English, Ukrainian and Azerbaijani.

In: a question, the records of the ledger and the day. Out: an Answer of a few sentences, each figure tied to the claim
that states it, with what sources contradict and what nobody stated; or a refusal that names what is missing. No model
is asked: questions are read by the patterns in data/.
"""
