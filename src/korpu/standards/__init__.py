"""Speaks the formats of other registers, so that two countries can hand each other what their books hold.

In: what the ledger holds (a Case of a false claim), or a file from outside, which is taken for hostile. Out: documents
in a format, and what such documents say. Each format has a folder with the same four parts: `write`, `read`, `check`
(the format's own rules) and `losses` (what it cannot carry, with the reason). `untrusted` sets limits to what is read;
`uncarried` finds what did not come back from a format, so that no loss goes unnamed.
"""
