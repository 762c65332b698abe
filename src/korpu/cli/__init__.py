"""The command line: one command for every job, the same JSON for every script."""
