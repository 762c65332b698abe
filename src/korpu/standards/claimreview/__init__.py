"""Cases of false claims as schema.org ClaimReview in JSON-LD, which fact checkers and search engines read.

In: Cases, or a file from outside. Out: a document (`write`), Cases (`read`), breaches of the rules that schema.org and
its readers set (`check`), and what the format cannot carry (`losses`). A claim's outlets are publishers of its
appearances, the refuting words are quotations that the review cites, DISARM techniques are keywords with their codes.
"""
