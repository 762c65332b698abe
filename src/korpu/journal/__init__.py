"""The one truth of the books: a list of entries that can be added to, checked by anybody, and never edited.

In: what a person did (a source taken in, claims made, a review, a link, an erasure) as plain JSON. Out: sealed entries,
one hash chain for each site, and a verdict that names the first entry that was altered. The chain commits to a salted
hash of each payload; payload and salt lie beside it, so that an erasure can destroy both while the chain still holds.
"""
