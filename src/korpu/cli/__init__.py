"""The command line: one command for every job, the same JSON for every script.

In: words typed at a terminal. Out: tables and plain words for a person, or with --json one object a line with stable
keys (docs/cli.md). Nothing is decided here; every command calls the use case that the pages call too.
"""
