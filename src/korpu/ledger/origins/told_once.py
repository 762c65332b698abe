"""A contradiction that reprints repeat is one contradiction, told of the words of the origin."""

from __future__ import annotations

from collections.abc import Iterable

from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.origins.groups import Origins


def told_once(found: Iterable[LedgerFinding], origins: Origins) -> list[LedgerFinding]:
    """Return findings without those that say the same of reprints of the same texts; the origin's own words stay."""
    kept: dict[tuple[object, ...], LedgerFinding] = {}
    for one in found:
        said = one.finding
        texts = frozenset(origins.origin(name) for name in (one.source, *(given.source for given in said.inputs)))
        quotes = () if said.inputs else said.ranges
        key = (one.record, said.check, said.message, said.arithmetic, texts, quotes)
        if key not in kept or _first_hand(one, origins) > _first_hand(kept[key], origins):
            kept[key] = one
    return list(kept.values())


def _first_hand(one: LedgerFinding, origins: Origins) -> int:
    """Return how many of the texts that a finding compares are origins themselves."""
    return sum(origins.origin(name) == name for name in (one.source, *(given.source for given in one.finding.inputs)))
