"""Who is said to have paid: sources that name quite different funders of one thing contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from korpu.ledger.claim import Claim
from korpu.ledger.pick import rank
from korpu.ledger.record import Value


def funders(claims: Sequence[Claim]) -> Value | None:
    """Return the funders that the best source names and those that others name; None where sources can agree.

    Sources that share a funder may each tell a part of it. Where two share none, every other list is set aside, and the
    same money may have been counted for both.
    """
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.property == "party" and isinstance(claim.value, dict) and claim.value.get("role") == "funder":
            by_source[claim.evidence.source].append(claim)
    groups = sorted(by_source.values(), key=lambda own: rank(own[0]))
    if not any(_apart(one, two) for one, two in combinations(groups, 2)):
        return None
    lists: dict[str, list[Claim]] = defaultdict(list)
    for own in groups:
        lists["; ".join(dict.fromkeys(_name(c) for c in own))].extend(own)
    (shown, first), *others = lists.items()
    return Value(shown, tuple(first), tuple((names, tuple(own)) for names, own in others))


def _name(claim: Claim) -> str:
    return str(claim.value["party"])


def _apart(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    return not any(_akin(_name(a), _name(b)) for a in one for b in two)


def _akin(one: str, two: str) -> bool:
    """Whether one name is the other with words left out, as "SOCAR" is of "SOCAR Ukraine"."""
    first, second = set(one.casefold().split()), set(two.casefold().split())
    return first <= second or second <= first
