"""Which records are one: the answer follows from the identities that stand, and changes when one is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.ledger.ports import Identity

RELATIONS = ("same_as", "part_of", "depends_on")


def heads(order: Sequence[str], ties: Sequence[Identity]) -> dict[str, str]:
    """Return for every record the one it is shown as: of records said to be the same, the one first in `order`."""
    first = {name: name for name in order}
    rank = {name: i for i, name in enumerate(order)}

    def head(name: str) -> str:
        while first[name] != name:
            name = first[name]
        return name

    for tie in ties:
        if tie.relation == "same_as" and tie.subject in first and tie.object in first:
            one, two = sorted((head(tie.subject), head(tie.object)), key=rank.__getitem__)
            first[two] = one
    return {name: head(name) for name in order}
