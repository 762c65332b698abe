"""Check *double_funder*: a gift that two say they paid for, so that its money may be counted twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.told import Told, grouped, told
from korpu.ledger.claim import Claim
from korpu.ledger.kinds import kinds
from korpu.ledger.linking.things import generic
from korpu.ledger.record import Record

GIVERS = frozenset({"donor", "funder"})


def double_funder(record: Record) -> Iterator[LedgerFinding]:
    """Yield where sources name different funders of one thing."""
    value = record.values.get("party")
    if value is None:
        return
    lists = dict.fromkeys([str(value.value), *(str(other) for other, _ in value.others)])
    text = f"{record.name()}: sources differ on who paid: {', or '.join(lists)}."
    claims = (value.others[0][1][0], value.claims[0], *(c for _, own in value.others[1:] for c in own[:1]))
    yield made("double_funder", text, record, claims)


def one_gift(records: Iterable[Record]) -> Iterator[LedgerFinding]:
    """Yield where two records of one thing at one place, with one amount, are claimed by donors that share nobody."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        about = kinds().get(record.kind)
        if about and about.adds and record.object and record.place and not generic(record.object):
            groups[record.object, record.place].append(record)
    for own in groups.values():
        for one, two in combinations(own, 2):
            same = _same_amount(one, two)
            first, second = givers(one), givers(two)
            if same and first and second and not first.keys() & second.keys():
                names = f"{', '.join(first)}, and by {', '.join(second)}"
                text = f"{two.name()}: {grouped(same[1].number)} {same[1].unit} is claimed by {names}."
                yield made("double_funder", text, two, (same[1].claim, same[0].claim))


def givers(record: Record) -> dict[str, Claim]:
    """Return who gave, with the claim that says so."""
    own = (c for c in record.claims if c.property == "party" and isinstance(c.value, dict))
    return {str(c.value["party"]): c for c in own if c.value.get("role") in GIVERS}


def _same_amount(one: Record, two: Record) -> tuple[Told, Told] | None:
    """The one amount, or the one count of many, that both records tell."""
    for first in told(one):
        for second in told(two):
            alike = (first.name, first.unit, first.number) == (second.name, second.unit, second.number)
            telling = first.name == "amount" or len(first.number.normalize().as_tuple().digits) > 1
            if alike and telling and (first.when is None or second.when is None or first.when.overlaps(second.when)):
                return first, second
    return None
