"""What is known of each thing: its steps, parties, place and money, folded from claims, with what contradicts it.

In: journal entries (claims with quotes) and candidates. Out: records, proposals of which record a candidate belongs
to, which sources print one text, balances by stage, late and undated promises, totals against their parts, and what
changed between two dates.
"""
