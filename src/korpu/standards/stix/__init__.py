"""Cases of false claims as STIX 2.1 bundles, which teams against foreign interference exchange.

In: Cases, or a file from outside. Out: a bundle (`write`), Cases (`read`), breaches of the rules of STIX 2.1 (`check`),
and what the format cannot carry (`losses`). A case is a report with an incident in it; its outlets are identities, the
addresses observed data, DISARM techniques attack patterns under their own ids, the refuting words notes and an opinion.
Ids are UUIDs made of names (`ids`), so that the same case is the same objects whenever it is written. Written as plain
JSON: the library `stix2` needs requests, pytz and an ANTLR parser at run time; in tests it parses what is written here.
"""
