"""The use case behind `korpu affected`: what in the ledger is still to be moved, and what a closure does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from korpu.app.routes import day, names_of, spelling

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.corridors.affected import Affected
    from korpu.corridors.cargo import Cargo
    from korpu.corridors.model import Network
    from korpu.corridors.moving import Unplaced


@dataclass(frozen=True)
class Asked:
    """What is asked: what to leave out, and the days before and after; without `since`, the tables' closures alone."""

    without: Sequence[str] = ()
    on: str | None = None
    since: str | None = None
    cargo: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What hangs on the closure, and what in the ledger waits but could not be placed, with the reason."""

    on: date
    since: date | None
    without: Sequence[str]
    cargo: Cargo
    found: Affected
    unplaced: Sequence[Unplaced]


def affected(network: Network, asked: Asked, books: Books | None, *, today: date) -> Outcome:
    """Return what in these books the closure in question hits, and the best new plan for each.

    The question is what the named things cost when they are left out; without names, what the ledger closes on the day
    compared with the day `since`, or with the tables' closures alone where no such day is given.
    """
    from korpu.app.held import held  # noqa: PLC0415
    from korpu.corridors import affected as hanging  # noqa: PLC0415
    from korpu.corridors import asked as left_out  # noqa: PLC0415
    from korpu.corridors import cargo, ledgered, moving, plan, store  # noqa: PLC0415

    on, since = day(asked.on) or today, day(asked.since)
    load = cargo.cargo(asked.cargo)
    records = list(held(books)) if books else []
    told = ledgered.from_ledger(network, records, spelling)
    tables = store.closures_of(network)
    standing = [*told.closures, *ledgered.lifted(tables, told.reopened)]
    only_tables = not asked.without and since is None
    times = hanging.Times(
        before=tables if only_tables else standing,
        after=[*left_out.excluded(network, asked.without, spelling), *standing],
        asked_before=plan.Question(0, 0, load, since or on),
        asked_after=plan.Question(0, 0, load, on),
    )
    moves, unplaced = moving.moving(network, records, _around, on)
    found = hanging.affected(network, store.services_of(network), moves, times)
    cut_off = [moving.Unplaced(m.record, "no_way", m.place) for m in found.cut_off]
    return Outcome(on, since, tuple(asked.without), load, found, [*unplaced, *cut_off])


def _around(name: str) -> list[tuple[str, str]]:
    """Return what a name means and what lies around it, nearest first, by the gazetteer."""
    known = names_of()
    found = known.id_of(name)
    return [(each, known.name(each)) for each in (found, *known.inside(found))] if found else []
