"""The names that statements are read with: those of the reference tables, and those a person put into these books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from korpu.ledger.claim import Claim
from korpu.reference.names import Name, Names, load_names

_TYPES = {"party": "organisation", "place": "city", "places": "city"}


def names(claims: Iterable[Claim] = ()) -> Names:
    """Return the names of the world, with the parties and places that these claims add to them.

    Only claims made by hand should: what a person named becomes a name, not what was merely read.
    """
    known = load_names()
    extra = {name.id: name for name in _own(claims, known)}
    return known.merged(extra.values()) if extra else known


def _own(claims: Iterable[Claim], known: Names) -> Iterator[Name]:
    for claim in claims:
        if claim.property not in _TYPES:
            continue
        said = claim.value.get("party") if isinstance(claim.value, dict) else claim.value
        if isinstance(said, str) and len(said) > 2 and said not in known and known.id_of(said) is None:
            yield Name(said, _TYPES[claim.property], {claim.evidence.language: (said,)}, source="these books")
