"""Which of several stated values the ledger shows, and what it sets aside.

The rule: reviewed before not, a text before its reprints, primary source before press, later published, narrower
interval, then the earlier entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from korpu.kernel.edtf_time import EdtfTime
from korpu.ledger.claim import Claim
from korpu.ledger.kinds import properties
from korpu.ledger.record import Value
from korpu.ledger.values import agree, same_unit, time_of, width

PRIMARY = frozenset({"statement", "decree", "note"})
"""Source kinds that speak for a party itself; press, digests and registers repeat others."""


def rank(claim: Claim) -> tuple[bool, bool, bool, int, Decimal]:
    """Return the sort key of a claim, best first; claims of equal rank keep the order of their entries."""
    return (
        not claim.reviewed,
        claim.reprint,
        claim.source_kind not in PRIMARY,
        -_day(time_of(claim.said)),
        width(claim.property, claim.value),
    )


def _day(time: EdtfTime | None) -> int:
    day = time and (time.high or time.low)
    return day.toordinal() if day else 0


def pick(claims: Sequence[Claim]) -> Value | None:
    """Return the value shown for claims on one property (in the order of their entries), None when there are none.

    Claims that can be true together with the best one support it; the others are set aside, grouped by value, and
    only where the property can be contradicted at all.
    """
    if not claims:
        return None
    name = claims[0].property
    ordered = sorted(claims, key=rank)
    best = ordered[0]
    agreeing = [c for c in ordered if agree(name, best.value, c.value)]
    narrowest = min(agreeing, key=lambda c: (rank(c)[:3], width(name, c.value)))
    shown = narrowest if name == "when" else best
    known = properties().get(name)
    rest = [c for c in ordered if c not in agreeing] if known is None or known.contest else []
    if name == "count":
        rest = [c for c in rest if same_unit(best.value, c.value)]
    return Value(shown.value, tuple(agreeing), tuple(_grouped(name, rest)))


def _grouped(name: str, claims: Sequence[Claim]) -> list[tuple[Any, tuple[Claim, ...]]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((g for g in groups if agree(name, g[0].value, claim.value)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [(group[0].value, tuple(group)) for group in groups]
