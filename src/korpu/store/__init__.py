"""Keeps the books on disk: one database file that holds the journal, the texts, and what is worked out from them.

In: entries and texts from the journal's unit of work. Out: the same, durable; and tables of sources, candidates and
claims that can be thrown away and rebuilt from the journal at any time. The only place that speaks to a database.
"""
