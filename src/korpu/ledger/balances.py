"""Balances: how much stands at which stage, per record, track or place, in the currency stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from korpu.ledger.kinds import kinds
from korpu.ledger.money import Sum, add, sum_of
from korpu.ledger.progress import ENDS, RANK
from korpu.ledger.record import Record

BY = ("record", "track", "place")


@dataclass(frozen=True)
class BalanceRow:
    """Money of one record, track or place in one currency.

    `stages` says how much was stated at each stage, `furthest` counts every amount once, at the furthest stage that its
    record has reached. `records` are those counted, `unpriced` those without any amount.
    """

    key: str
    currency: str | None
    stages: Mapping[str, Sum] = field(default_factory=dict)
    furthest: Mapping[str, Sum] = field(default_factory=dict)
    total: Sum | None = None
    records: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()


def stated(record: Record) -> dict[str, dict[str, Sum]]:
    """Return what a record states per currency and stage; several steps at one stage add up."""
    found: dict[str, dict[str, list[Sum]]] = defaultdict(lambda: defaultdict(list))
    for step in record.steps:
        one = sum_of(step.amount.value) if step.amount else None
        if one is not None:
            found[one.currency][step.stage or "stated"].append(one)
    return {cur: {stage: add(sums)[cur] for stage, sums in by.items()} for cur, by in found.items()}


def counted(record: Record) -> Iterator[tuple[str, Sum]]:
    """Yield each currency's amount once, with the furthest stage that the record has reached.

    The amount is the one stated at the furthest stage; where the record went further without a number of its own (all
    that was allocated was delivered), it counts there.
    """
    for by_stage in stated(record).values():
        own = max(by_stage, key=lambda stage: RANK.get(stage, -1))
        reached = record.stage or own
        goes_on = reached in ENDS or RANK.get(reached, -1) >= RANK.get(own, -1)
        yield (reached if goes_on else own), by_stage[own]


def balance(records: Iterable[Record], by: str = "record") -> list[BalanceRow]:
    """Return the balance per record, track or place and currency, largest holdings in the order of the ledger.

    Totals, targets and opinions are left out, and so is a part whose whole states money in the same currency.
    """
    chosen = [r for r in records if (about := kinds().get(r.kind)) and about.adds]
    name = _namer(by)
    wholes = {r.id: set(stated(r)) for r in chosen}
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in chosen:
        groups[name(record) or ""].append(record)
    return [row for key, members in groups.items() for row in _rows(key, members, wholes)]


def _namer(by: str) -> Callable[[Record], str | None]:
    return {"record": lambda r: r.id, "track": lambda r: r.track, "place": lambda r: r.place}[by]


def _rows(key: str, members: list[Record], wholes: Mapping[str, set[str]]) -> Iterator[BalanceRow]:
    currencies = dict.fromkeys(cur for r in members for cur in stated(r))
    unpriced = tuple(r.id for r in members if not stated(r))
    for currency in currencies:
        own = [r for r in members if currency in stated(r) and not _in_whole(r, currency, wholes)]
        if not own:
            continue
        stages: dict[str, list[Sum]] = defaultdict(list)
        furthest: dict[str, list[Sum]] = defaultdict(list)
        for record in own:
            for stage, one in stated(record)[currency].items():
                stages[stage].append(one)
            for stage, one in counted(record):
                if one.currency == currency:
                    furthest[stage].append(one)
        once = {stage: add(sums)[currency] for stage, sums in furthest.items()}
        yield BalanceRow(
            key,
            currency,
            {stage: add(sums)[currency] for stage, sums in stages.items()},
            once,
            add(once.values())[currency],
            tuple(r.id for r in own),
            unpriced,
        )
    if not currencies:
        yield BalanceRow(key, None, unpriced=unpriced)


def _in_whole(record: Record, currency: str, wholes: Mapping[str, set[str]]) -> bool:
    return any(t.relation == "part_of" and currency in wholes.get(t.other, set()) for t in record.relations)
