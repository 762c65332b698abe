"""Which way is open, what it costs, and what happens if it closes: the roads, rails, seas and ferries of a region.

In: the tables of searoute and scgraph-data (read without their code), hand tables of terminals, services, borders,
tariffs and closures beside the code, and the ledger's own records of links. Out: a network as arrays, what is closed
on a day and why, and routes as legs with kilometres, hours, money and grams, each with its source.

Whatever carries the network says "© OpenStreetMap contributors, ODbL": it is a derived database, built on the user's
machine, never part of the package.
"""

ATTRIBUTION = "© OpenStreetMap contributors, ODbL"
"""What every map and export that carries the network says."""
