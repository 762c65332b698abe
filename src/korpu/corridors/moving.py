"""Which records of the ledger still have something to move, and between which terminals: goods and exhibitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from korpu.corridors.model import Network
from korpu.corridors.places import find
from korpu.kernel.errors import NotFoundError
from korpu.kernel.tables import rows
from korpu.ledger.progress import ENDS, RANK, moment
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

KINDS = frozenset({"initiative", "flow", "service", "event"})
WAITING = frozenset({"planned", "pledged", "decided", "allocated", "contracted", "paid", "shipped"})
ARRIVED = frozenset({"completed", "delivered", "handed_over", "opened", "in_use"})
GIVERS = ("donor", "funder")
OTHERS = ("operator", "actor", "partner", "host")
"""Roles that say where something comes from when nobody is told as giving it, the likeliest first."""

Lying = Callable[[str], Sequence[tuple[str, str]]]
"""Given a name, the gazetteer's id and English name of what it means and of all that lies around it, nearest first."""


@dataclass(frozen=True)
class Move:
    """Something still to be moved: from terminal to terminal (numbers), and the names that these stand for.

    `stage` is that of the step that waits, `when` its time in EDTF.
    """

    record: Record
    origin: int
    destination: int
    giver: str
    place: str
    stage: str
    when: str | None


@dataclass(frozen=True)
class Unplaced:
    """A record that waits but cannot be put on the network.

    `reason` is not_goods, past, no_destination, no_origin, unknown_destination, unknown_origin, same_place or no_way;
    `name` is the place or party that is meant, "" for none.
    """

    record: Record
    reason: str
    name: str = ""


def moving(network: Network, records: Iterable[Record], lying: Lying, on: date) -> tuple[list[Move], list[Unplaced]]:
    """Return what is still to be moved on a day, and what waits but cannot be placed, with the reason."""
    moves: list[Move] = []
    others: list[Unplaced] = []
    for record in records:
        step = waiting(record) if record.kind in KINDS else None
        if step is None:
            continue
        found = _placed(network, record, step, lying, on)
        if isinstance(found, Move):
            moves.append(found)
        else:
            others.append(found)
    return moves, others


def waiting(record: Record) -> Step | None:
    """Return the furthest step of a record that nothing told for a later time, or without any time, shows as done."""
    if record.stage in ENDS:
        return None
    done = [step for step in record.steps if step.stage in ARRIVED]
    left = [step for step in record.steps if step.stage in WAITING and not any(_after(d, step) for d in done)]
    return max(left, key=lambda step: RANK[step.stage or ""], default=None)


def _after(done: Step, step: Step) -> bool:
    """Whether a step told as done may be what another one waited for: it is not known to have come before it."""
    end, began = moment(done), moment(step)
    return end is None or began is None or done.when is None or step.when is None or end >= began


def _placed(network: Network, record: Record, step: Step, lying: Lying, on: date) -> Move | Unplaced:
    when = str(step.when.value) if step.when else None
    time = time_of(when) if when else None
    if record.object not in goods() and record.kind != "flow":
        return Unplaced(record, "not_goods")
    if record.kind == "event" and time and time.high and time.high < on:
        return Unplaced(record, "past")
    place = _destination(record)
    if not place:
        return Unplaced(record, "no_destination")
    end = terminal_for(network, place, lying)
    if end is None:
        return Unplaced(record, "unknown_destination", place)
    start = _origin(network, record, end, lying)
    if isinstance(start, Unplaced):
        return start
    return Move(record, start[0], end, start[1], place, step.stage or "", when)


def _destination(record: Record) -> str | None:
    if record.kind == "flow" and len(record.places) > 1:
        return record.places[-1]
    return record.place or next((party for party, role in record.parties if role == "recipient"), None)


def _origin(network: Network, record: Record, end: int, lying: Lying) -> tuple[int, str] | Unplaced:
    """Return the terminal it leaves from and the name that this stands for: the giver's, else another party's."""
    by_role = {role: [p for p, r in record.parties if r == role] for role in (*GIVERS, *OTHERS)}
    givers = [party for role in GIVERS for party in by_role[role]]
    names = givers or [party for role in OTHERS for party in by_role[role]]
    if record.kind == "flow" and len(record.places) > 1:
        names = [record.places[0], *names]
    if not names:
        return Unplaced(record, "no_origin")
    known = [(i, name) for name in names if (i := terminal_for(network, name, lying)) is not None]
    if not known:
        return Unplaced(record, "unknown_origin", names[0])
    country = network.terminals[end]["country"]
    abroad = [one for one in known if network.terminals[one[0]]["country"] != country]
    return abroad[0] if abroad else Unplaced(record, "same_place", known[0][1])


def terminal_for(network: Network, name: str, lying: Lying) -> int | None:
    """Return the terminal that stands for a place or party: its own, else that of the region or country around it."""
    around = lying(name)
    for each in (name, *(english for _, english in around[:1])):
        try:
            return find(network, each)
        except NotFoundError:
            continue
    by_id = {str(t["id"]): i for i, t in enumerate(network.terminals)}
    return next((by_id[mains()[p]] for p, _ in around if mains().get(p) in by_id), None)


@cache
def mains() -> dict[str, str]:
    """Return the terminal that stands for a country or region where nothing nearer is told."""
    return {row["place"]: row["terminal"] for row in rows("korpu.corridors", "data/mains.csv")}


@cache
def goods() -> frozenset[str]:
    """Return the objects that are carried: goods, and exhibitions and festivals with what they show."""
    return frozenset(row["object"] for row in rows("korpu.corridors", "data/goods.csv"))
