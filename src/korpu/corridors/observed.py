"""What services really did, as the ledger tells it: sailings with their days, loads and prices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from korpu.corridors.between import edges_between
from korpu.corridors.ledgered import meant
from korpu.corridors.model import Network
from korpu.corridors.wheres import Spelling, as_spelt
from korpu.ledger.checks.routes import CLOSED
from korpu.ledger.record import Record, Step

KINDS = frozenset({"service", "flow", "event"})
TOLD = ("stage", "when", "count", "amount")


@dataclass(frozen=True)
class Sailing:
    """What the ledger tells of a service at one time: EDTF, a load or a price where stated, and the words for it."""

    service: str
    when: str
    count: str | None
    unit: str | None
    amount: str | None
    currency: str | None
    record: str
    source: str
    quote: str


def sailings(network: Network, records: Iterable[Record], spelling: Spelling = as_spelt) -> list[Sailing]:
    """Return what records tell of the network's services, each once, in the order of time.

    A record tells of a service if its words name a ferry or ship and both ends of the service, or one that only it has.
    """
    found = [one for record in records if record.kind in KINDS for one in _of(network, record, spelling)]
    return sorted(set(found), key=lambda s: (s.when, s.service))


def _of(network: Network, record: Record, spelling: Spelling) -> list[Sailing]:
    modes, wheres, enough = meant(network, record, spelling)
    if not enough or not wheres or not {"ferry", "sea"} & set(modes):
        return []
    names = network.service[edges_between(network, ("ferry",), wheres)].tolist()
    if len(names) != 1 or names[0] < 0:
        return []
    service = network.services[names[0]]
    steps = (step for step in record.steps if step.when is not None and step.stage not in CLOSED)
    return [_sailing(service, record, step) for step in steps]


def _sailing(service: str, record: Record, step: Step) -> Sailing:
    count = step.count.value if step.count else {}
    amount = step.amount.value if step.amount else {}
    claim = next(c for c in step.claims if c.property in TOLD)
    return Sailing(
        service, str(step.when.value if step.when else ""), count.get("count"), count.get("unit"), amount.get("amount"),
        amount.get("currency"), record.id, claim.evidence.source, claim.evidence.quote,
    )  # fmt: skip
