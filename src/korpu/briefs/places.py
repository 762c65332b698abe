"""Places that a record names only in passing, so that an answer about them gives the words and not the whole record."""

from __future__ import annotations

from korpu.briefs.draft import Draft
from korpu.briefs.select import place_id
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record


def named_aside(draft: Draft, record: Record) -> Claim | None:
    """Return the claim that names the place asked about when what the record is called comes from other words.

    A dialogue that was once held in a town is not what was done in that town: its words tell, its stage does not.
    """
    asked = [named.id for named in draft.asked.names if named.inside and named.id]
    titled = next((claim.entry for claim in record.claims if claim.property == "title"), None)
    if not asked or titled is None:
        return None
    found = [c for c in record.claims if c.property in ("place", "places") and _within(draft, c, asked)]
    return found[0] if found and all(claim.entry != titled for claim in found) else None


def _within(draft: Draft, claim: Claim, asked: list[str]) -> bool:
    own = place_id(str(claim.value), draft.names)
    return own is not None and any(own == place or place in draft.names.inside(own) for place in asked)
