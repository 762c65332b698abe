"""The use case behind `korpu flow`: a table of demand, the network of a day, and who goes which way."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.app.routes import day, spelling
from korpu.kernel.errors import InputError

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.corridors.capacities import Capacity
    from korpu.corridors.demand import Wanted
    from korpu.corridors.flows import Flows
    from korpu.corridors.model import Network
    from korpu.corridors.services import Service
    from korpu.corridors.worths import More
    from korpu.ledger.record import Record
    from korpu.network.hierarchy import Hierarchy

Row = dict[str, str]
PERIODS = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}
LEAST = ("worth", "usd", "hours", "kg_co2e")
MOST_BYTES = 5_000_000
ORDER = "order"
"""The folder beside the network that keeps its order for searching."""


@dataclass(frozen=True)
class Ask:
    """What is asked: the rows of the demand, the period, the day whose closures hold, what to leave out, the aim."""

    rows: Sequence[Row]
    per: str = "week"
    on: str | None = None
    without: Sequence[str] = ()
    least: str = "worth"


@dataclass(frozen=True)
class Outcome:
    """What `korpu flow` answers; `narrowest` are the capacities that hold back what stays behind (the minimum cut).

    `heading` says by the id of a capacity from and to where it holds, for those of one direction.
    """

    on: date
    per: str
    least: str
    flows: Flows
    demand: list[tuple[Wanted, float, float]]
    one_more: list[More]
    narrowest: list[Capacity]
    passing: float
    unknown: list[tuple[str, str, str, str, float]]
    heading: dict[str, tuple[str, str]]
    unplaced: Sequence[Record]
    unbounded: float
    """Tonnes that go by ways no part of which has a known capacity."""


def flow(
    network: Network, ask: Ask, books: Books | None, *, today: date, say: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Return who goes which way when this demand meets the capacities of a day, by the tables and by these books.

    Raises UsageError KORPU-FLOW-008 for a period or an aim that there is not, and what `demand.wanted` raises.
    """
    from korpu.app.held import held  # noqa: PLC0415
    from korpu.corridors import asked, capacities, demand, flows, ledgered, stated, store, worths  # noqa: PLC0415

    if ask.per not in PERIODS or ask.least not in LEAST:
        raise InputError(
            "KORPU-FLOW-008", f"Say a period of {', '.join(PERIODS)}, and what is to be least: {', '.join(LEAST)}."
        )
    wanted = demand.wanted(network, ask.rows)
    on = day(ask.on) or today
    records = list(held(books)) if books else []
    told = ledgered.from_ledger(network, records, spelling)
    shut = [
        *asked.excluded(network, ask.without, spelling),
        *told.closures,
        *ledgered.lifted(store.closures_of(network), told.reopened),
    ]
    services = store.services_of(network)
    own = network.about.get("own", {}).get("capacities", [])
    say("ordering the network, once")
    decks = stated.stated(network, services, records, spelling)
    services = stated.as_told(services, decks, on)
    room = stated.applied(capacities.listed(services, own), decks, on)
    ground = flows.Ground(network, services, shut, room, order(network))
    question = flows.Question(on, PERIODS[ask.per], ask.least)
    found = flows.allocate(ground, wanted, question, say)
    say("asking what one more would be worth")
    held_back, passing = worths.narrowest(ground, found)
    return Outcome(
        on, ask.per, ask.least, found, worths.wanted_of(found, wanted), worths.one_more(ground, found, question),
        held_back, passing, worths.unknown(found), _headings(network, services, found), told.unplaced,
        worths.unbounded(found),
    )  # fmt: skip


def _headings(network: Network, services: Mapping[str, Service], found: Flows) -> dict[str, tuple[str, str]]:
    from korpu.corridors.capacities import heading  # noqa: PLC0415

    name = {str(t["id"]): str(t["name"]) for t in network.terminals}
    ends = {one.id: heading(services, one) for one in found.capacities}
    return {key: (name[pair[0]], name[pair[1]]) for key, pair in ends.items() if pair}


def order(network: Network) -> Hierarchy:
    """Return the network's order for searching, kept beside its file."""
    from korpu.network.graph import Graph  # noqa: PLC0415
    from korpu.network.hierarchy import prepare  # noqa: PLC0415

    place = network.about.get("place")
    folder = Path(place).parent / ORDER if place else None
    return prepare(Graph(network.points, *network.arcs()), network.lat, network.lon, folder)


def rows_of(data: bytes, name: str) -> list[Row]:
    """Return the rows of a table of demand, CSV (with commas or semicolons) or XLSX (its first sheet).

    Raises InputError KORPU-FLOW-001 for a file that is no such table.
    """
    if len(data) > MOST_BYTES:
        raise InputError("KORPU-FLOW-001", f"{name} is larger than five megabytes.")
    if data[:4] == b"PK\x03\x04":
        return _of_workbook(data, name)
    try:
        text = data.decode("utf-8-sig")
        first = text.split("\n", 1)[0]
        lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
        return [{str(k): str(v or "") for k, v in row.items() if k} for row in lines]
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError("KORPU-FLOW-001", f"{name} is no table in UTF-8 and no workbook.") from error


def _of_workbook(data: bytes, name: str) -> list[Row]:
    import openpyxl  # noqa: PLC0415

    from korpu.documents.archive import check_archive  # noqa: PLC0415

    check_archive(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet: Any = book.worksheets[0]
        table = [["" if v is None else str(v) for v in row] for row in sheet.iter_rows(max_row=5000, values_only=True)]
    except Exception as error:  # openpyxl raises whatever the damage makes of its own assumptions
        raise InputError("KORPU-FLOW-001", f"{name} is damaged and cannot be opened as a workbook.") from error
    head, *body = table or [[]]
    return [dict(zip(head, row, strict=False)) for row in body]


def as_csv(rows: Sequence[Row]) -> str:
    """Return the rows of a table as CSV, to be seen and changed."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def template() -> str:
    """Return a table of demand to begin with, as CSV: its rows are examples, not statistics."""
    from korpu.corridors.demand import COLUMNS, SAMPLE  # noqa: PLC0415

    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *SAMPLE])
    return out.getvalue()
