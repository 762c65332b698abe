"""Looks at everything the books know and says where it cannot all be true, before somebody repeats it.

In: the records of the ledger, or a statement and the records that it speaks of. Out: findings, each on one record and
on the words of one source, with the words of the other sources as inputs and the arithmetic that anyone can redo. One
module per check; the names of the checks are stable (design section 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from korpu.ledger.checks import currencies, deadline, funding, metric, order, routes, series, tense
from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.record import Record

__all__ = ["LedgerFinding", "check_ledger"]

OF_ONE: tuple[Callable[[Record], Iterable[LedgerFinding]], ...] = (
    metric.same_metric,
    series.cumulative_series,
    currencies.currency_mismatch,
    funding.double_funder,
    order.order,
    routes.of_one,
    deadline.slipped,
    tense.tense,
)
"""Checks that look at one record at a time."""


def check_ledger(records: Iterable[Record], on: date) -> list[LedgerFinding]:
    """Return what the ledger-wide checks find as of a day, record by record, then what records say of each other."""
    everything = list(records)
    found = [one for record in everything for check in OF_ONE for one in check(record)]
    across = (
        series.increments(everything),
        funding.one_gift(everything),
        order.before_pledge(everything),
        routes.across(everything),
        deadline.passed(everything, on),
    )
    return [*found, *(one for some in across for one in some)]
