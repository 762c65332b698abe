"""Keeps the cases of false claims: what was claimed, where it was seen, which record of the books refutes it.

In: records of the kinds `incident` and `outlet`, folded from claims like all others. Out: a Case (`case`) as pages show
it and other registers take it, read from such a record (`fold`), and the claims that say one (`writing`). Techniques
are those of DISARM, by their official ids (`techniques`).
"""
