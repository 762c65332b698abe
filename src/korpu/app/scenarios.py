"""The use case behind `korpu scenarios`: thousands of disruptions, drawn or named, and what stays good through them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from korpu.app.flows import Row
from korpu.app.routes import day, spelling
from korpu.kernel.errors import InputError

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.corridors.arrays import Ints
    from korpu.corridors.cargo import Cargo
    from korpu.corridors.ensembles import Ensemble
    from korpu.corridors.hazards import Hazard
    from korpu.corridors.model import Network
    from korpu.ledger.record import Record

MOST = 100_000
MOST_PAIRS = 500
BY = ("hours", "usd")
FOLDER = "disruptions"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Ask:
    """What is asked: pairs by name, how many disruptions from which seed, by hazards of a table or of a named list.

    `hazards` are rows of a user's table (None: the table beside the code), `named` rows of scenario and closed.
    """

    pairs: Sequence[tuple[str, str]]
    count: int = 1000
    seed: int = 7
    by: str = "hours"
    cargo: str | None = None
    on: str | None = None
    any_month: bool = True
    hazards: Sequence[Row] | None = None
    named: Sequence[Row] | None = None
    without: Sequence[str] = ()
    place: str = "serial"
    workers: int | None = None
    planned: int = 5


@dataclass(frozen=True, eq=False)
class Outcome:
    """What `korpu scenarios` answers; `lost` says by name what each disruption took away, `month` when it was."""

    on: date
    cargo: Cargo
    ask: Ask
    ensemble: Ensemble
    names: list[str]
    lost: list[list[str]]
    month: list[int | None]
    hazards: list[Hazard]
    unplaced: Sequence[Record]


def scenarios(network: Network, ask: Ask, books: Books | None, *, today: date, say: Say = lambda _: None) -> Outcome:
    """Return what becomes of pairs of places under many disruptions; the answer does not depend on where it is made.

    Raises InputError KORPU-SCENARIO-003 to -006, -008 and -009 for a question that cannot be asked, NotFoundError
    KORPU-NET-030 and -031 for names that the network does not know.
    """
    from korpu.app.held import held  # noqa: PLC0415
    from korpu.corridors import asked, cargo, ensembles, hazards, ledgered, places, store  # noqa: PLC0415
    from korpu.engine.executors import executor  # noqa: PLC0415

    _checked(ask)
    pairs = [(places.find(network, a), places.find(network, b)) for a, b in ask.pairs]
    for (one, other), (a, b) in zip(pairs, ask.pairs, strict=True):
        if one == other:
            raise InputError("KORPU-ROUTE-002", f"{a} and {b} are the same place.")
    on, load = day(ask.on) or today, cargo.cargo(ask.cargo)
    records = list(held(books)) if books else []
    told = ledgered.from_ledger(network, records, spelling)
    shut = [
        *asked.excluded(network, ask.without, spelling),
        *told.closures,
        *ledgered.lifted(store.closures_of(network), told.reopened),
    ]
    say("drawing the disruptions")
    listed = (
        [] if ask.named is not None else hazards.from_tables() if ask.hazards is None else hazards.listed(ask.hazards)
    )
    names, lost, month, said = _named(network, ask.named) if ask.named is not None else _drawn(network, listed, ask, on)
    question = ensembles.Question(pairs, load, on, ask.by, ask.planned)
    with _folder(network) as folder, executor(ask.place, workers=ask.workers) as works:
        ground = ensembles.Ground(network, store.services_of(network), shut, Path(folder), works)
        found = ensembles.run(ground, lost, question, say)
    return Outcome(on, load, ask, found, names, said, month, listed, told.unplaced)


def _checked(ask: Ask) -> None:
    if not ask.pairs:
        raise InputError("KORPU-SCENARIO-003", "Say between which places: FROM TO, or a table of pairs.")
    if len(ask.pairs) > MOST_PAIRS:
        raise InputError("KORPU-SCENARIO-003", f"There are more than {MOST_PAIRS} pairs; ask for some of them.")
    if not 1 <= ask.count <= MOST:
        raise InputError("KORPU-SCENARIO-004", f"Say how many disruptions: from 1 to {MOST:,}.")
    if ask.workers is not None and ask.workers < 1:
        raise InputError("KORPU-SCENARIO-008", "Say how many processes: 1 or more.")
    if ask.planned < 0:
        raise InputError("KORPU-SCENARIO-009", "Say for how many pairs plans are compared: 0 or more.")
    if ask.by not in BY:
        raise InputError("KORPU-SCENARIO-005", f"Disruptions are measured by {' or '.join(BY)}.")


def _drawn(
    network: Network, listed: Sequence[Hazard], ask: Ask, on: date
) -> tuple[list[str], list[Ints], list[int | None], list[list[str]]]:
    from korpu.corridors.hazards import drawn, parts  # noqa: PLC0415

    found = [parts(network, one) for one in listed]
    every = [drawn(found, i, ask.seed, None if ask.any_month else on.month) for i in range(ask.count)]
    return [str(i + 1) for i in range(ask.count)], [e[0] for e in every], [e[1] for e in every], [e[2] for e in every]


def _named(network: Network, rows: Sequence[Row]) -> tuple[list[str], list[Ints], list[int | None], list[list[str]]]:
    """Return the scenarios of a list: a name, and what is closed, set apart by semicolons."""
    import numpy as np  # noqa: PLC0415

    from korpu.corridors.asked import excluded  # noqa: PLC0415
    from korpu.corridors.closures import edges_of  # noqa: PLC0415

    plain = [{str(k).strip().casefold(): str(v or "").strip() for k, v in row.items()} for row in rows]
    if not plain or not {"scenario", "closed"} <= plain[0].keys():
        raise InputError("KORPU-SCENARIO-006", "The list of scenarios needs the columns scenario and closed.")
    names: list[str] = []
    lost: list[Ints] = []
    said: list[list[str]] = []
    for row in plain:
        closures = excluded(network, row["closed"].split(";"), spelling)
        edges = np.zeros(network.edges, dtype=bool)
        for one in closures:
            edges |= edges_of(network, one)
        lost.append(np.flatnonzero(np.repeat(edges, 2)).astype(np.int32))
        names.append(row["scenario"] or row["closed"])
        said.append([one.what for one in closures])
    return names, lost, [None] * len(names), said


def _folder(network: Network) -> TemporaryDirectory[str]:
    """Return a folder of this run: beside the network, so that other computers of a cluster see it too."""
    place = network.about.get("place")
    beside = Path(place).parent / FOLDER if place else None
    if beside:
        beside.mkdir(parents=True, exist_ok=True)
    return TemporaryDirectory(dir=beside)


def pairs_of(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the pairs of a table with the columns from and to; InputError KORPU-SCENARIO-003 for one without them."""
    plain = [{str(k).strip().casefold(): str(v or "").strip() for k, v in row.items()} for row in rows]
    if not plain or not {"from", "to"} <= plain[0].keys():
        raise InputError("KORPU-SCENARIO-003", "Say between which places: FROM TO, or a table of pairs.")
    return list(dict.fromkeys((row["from"], row["to"]) for row in plain if row["from"] and row["to"]))


def template(kind: str) -> str:
    """Return a table to begin with, as CSV: of hazards (the one that is used), a list of scenarios, or pairs."""
    from korpu.kernel.tables import rows  # noqa: PLC0415

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if kind == "hazards":
        table = rows("korpu.corridors", "data/hazards.csv")
        writer.writerows([list(table[0]), *(list(row.values()) for row in table)])
    elif kind == "list":
        writer.writerows([("scenario", "closed"), ("Poti is closed", "Poti"), ("Storm on the Caspian", "Caspian Sea")])
        writer.writerow(("Georgian ports are closed", "Poti;Batumi"))
    else:
        writer.writerows([("from", "to"), ("Odesa", "Baku"), ("Altynkol", "Poti")])
    return out.getvalue()
