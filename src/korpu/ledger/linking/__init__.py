"""Which record a candidate belongs to: ranked proposals, each with its reasons in words, for a person to decide.

In: a candidate, the ledger so far and what was accepted from the same source. Out: Proposals, best first; a new record
is always among them, and first when nothing fits well enough.
"""

from korpu.ledger.linking.propose import Context, Proposal, propose
from korpu.ledger.linking.world import PlainWorld, World

__all__ = ["Context", "PlainWorld", "Proposal", "World", "propose"]
