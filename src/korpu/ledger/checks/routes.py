"""Check *route_state*: a link or service told as open and as closed at once, for the same cargo and mode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, product

from korpu.kernel.edtf_time import EdtfTime
from korpu.ledger.checks.finding import LedgerFinding, made
from korpu.ledger.checks.order import Dated, stages
from korpu.ledger.claim import Claim
from korpu.ledger.kinds import rows
from korpu.ledger.record import Record
from korpu.ledger.values import time_of

ROUTES = frozenset({"link", "service", "closure", "flow"})
OPEN = frozenset({"ongoing", "in_use", "opened", "completed", "under_way"})
CLOSED = frozenset({"stopped", "not_achieved"})


def of_one(record: Record) -> Iterator[LedgerFinding]:
    """Yield where sources tell of one route as open and as closed for the same time."""
    if record.kind not in ROUTES:
        return
    own = stages(record)
    for one, two in combinations(own, 2):
        opened, closed = _states(one, two)
        if opened is None or closed is None or one[2].evidence.source == two[2].evidence.source:
            continue
        if _at_once(opened, closed):
            text = f"{record.name()} is open in one source and closed in another."
            yield made("route_state", text, record, (closed[2], opened[2]))
            return


def _states(one: Dated, two: Dated) -> tuple[Dated | None, Dated | None]:
    opened = next((d for d in (one, two) if d[0] in OPEN), None)
    closed = next((d for d in (one, two) if d[0] in CLOSED), None)
    return opened, closed


def _at_once(one: Dated, two: Dated) -> bool:
    """Whether two states are of one time: what is told later may have changed, and needs no more than that."""
    first, second = _time(one), _time(two)
    if first is None or second is None:
        return False
    return (first.low, first.high) == (second.low, second.high)


def _time(dated: Dated) -> EdtfTime | None:
    return dated[1] or time_of(dated[2].said)


def across(records: Iterable[Record]) -> Iterator[LedgerFinding]:
    """Yield where two records of one place, mode and cargo are open and closed; for other cargo that is no conflict."""
    return (one for one in with_scopes(records) if one.finding.severity != "info")


def with_scopes(records: Iterable[Record]) -> Iterator[LedgerFinding]:
    """Yield the same, and as information what is open and closed for different cargo, which a reader may mix up."""
    everything = [(r, _ends(r), scope(r)) for r in records if r.kind in ROUTES and r.stage in OPEN | CLOSED]
    shut = [one for one in everything if one[0].stage in CLOSED]
    for (closed, ends, cargo), (opened, others, other) in product(shut, everything):
        if opened.stage not in OPEN or not _meet((closed, ends), (opened, others)):
            continue
        claims = (_last(closed), _last(opened))
        if cargo & other or not (cargo and other):
            if ends == others and opened.object == closed.object:
                text = f"{closed.name()} is told as closed, {opened.name()} as open."
                yield made("route_state", text, closed, [c for c in claims if c])
        elif all(claims):
            text = f"{closed.name()} is closed and {opened.name()} is open: each for its own cargo, so both may hold."
            sums = f"{', '.join(sorted(cargo))}; {', '.join(sorted(other))}"
            yield made("route_state", text, closed, [c for c in claims if c], sums, severity="info")


def _meet(one: tuple[Record, frozenset[str]], two: tuple[Record, frozenset[str]]) -> bool:
    return bool(one[1] & two[1] & _shores().keys()) or bool(one[0].place and one[0].place == two[0].place)


def _ends(record: Record) -> frozenset[str]:
    named = {p for p in (record.place, *record.places, *(party for party, _ in record.parties)) if p}
    return frozenset(named | {sea for sea, ports in _shores().items() if ports & named and record.kind != "flow"})


@cache
def _shores() -> dict[str, frozenset[str]]:
    return {r["sea"]: frozenset(r["places"].split("|")) for r in rows("checks/data/shores.csv")}


def _last(record: Record) -> Claim | None:
    own = [c for stage, _, c in stages(record) if stage == record.stage]
    return own[-1] if own else None


@cache
def _scopes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = rows("checks/data/cargo.csv")
    return tuple((r["scope"], re.compile(rf"\b(?:{r['words']})", re.IGNORECASE)) for r in table)


def scope(record: Record) -> frozenset[str]:
    """Return what a route is told to carry, or how, by its object and titles; empty where nothing says so."""
    return scope_of(" ".join((record.object or "", *record.title.values())).replace("_", " "))


def scope_of(text: str) -> frozenset[str]:
    """Return the cargoes and modes that words name, in any of the languages read.

    >>> sorted(scope_of("Route for oil and oil products"))
    ['oil']
    """
    return frozenset(name for name, words in _scopes() if words.search(text))
