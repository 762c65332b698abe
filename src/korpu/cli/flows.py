"""`korpu flow`: who goes which way when demand meets capacity, and what one more ferry a week is worth."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.cli import flow_json as shape
from korpu.cli.books import folder, has_books, opened
from korpu.cli.corridors import _done, _say
from korpu.cli.output import print_json, table, wrapped
from korpu.kernel.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from korpu.app.flows import Ask, Outcome
    from korpu.cli.parser import Commands
    from korpu.corridors.model import Network


def add(commands: Commands) -> None:
    """Add the command of this group."""
    parser = commands.add(
        "flow", _flow, "who goes which way when a table of demand meets the capacities of a day",
        more="The table (CSV or XLSX) has the columns from, to, cargo, amount, unit, per and, if wanted, value.",
        examples="korpu flow --template > demand.csv\nkorpu flow demand.csv\n"
        "korpu flow demand.csv --per year --without Poti --geojson flows.geojson",
    )  # fmt: skip
    parser.add_argument("file", nargs="?", metavar="FILE", help="the demand: from, to, cargo, amount, unit, per, value")
    parser.add_argument("--template", action="store_true", help="print a table to begin with")
    parser.add_argument("--per", metavar="PERIOD", default="week", help="day, week (default), month or year")
    parser.add_argument("--on", metavar="DATE", help="the day whose closures and capacities hold (default: today)")
    parser.add_argument(
        "--without", metavar="NAME", action="append", default=[], help="leave out a country, port, sea, mode or service"
    )
    parser.add_argument(
        "--least", metavar="AIM", default="worth",
        help="what is to be least: worth (default: freight, hours and risk), usd, hours or kg_co2e",
    )  # fmt: skip
    parser.add_argument("--geojson", metavar="FILE", help="also write the flows as GeoJSON, for a map")
    parser.add_argument("--out", metavar="FILE", help="also write the flows as a table, .csv or .xlsx")


def _flow(arguments: argparse.Namespace) -> int:
    from korpu.app.flows import Ask, rows_of, template
    from korpu.app.routes import network_of

    if arguments.template:
        print(template(), end="")
        return 0
    if not arguments.file:
        raise UsageError("KORPU-USAGE-002", "Say which table of demand: korpu flow FILE; --template prints one.")
    file = Path(arguments.file)
    if not file.is_file():
        raise NotFoundError("KORPU-FLOW-009", f"There is no file {file.name}.")
    rows = rows_of(file.read_bytes(), file.name)
    network = network_of(folder(arguments), _say)
    ask = Ask(rows, arguments.per, arguments.on, arguments.without, arguments.least)
    found = _asked(arguments, network, ask)
    _done()
    _written(arguments, network, found)
    if arguments.json:
        print_json(shape.outcome(network, found, network.about.get("attribution", "")))
    else:
        _show(network, found)
    return 0


def _asked(arguments: argparse.Namespace, network: Network, ask: Ask) -> Outcome:
    from datetime import UTC, datetime

    from korpu.app.flows import flow

    today = datetime.now(UTC).date()
    if not arguments.demo and not has_books(folder(arguments)):
        return flow(network, ask, None, today=today, say=_say)
    with opened(arguments) as books:
        return flow(network, ask, books, today=today, say=_say)


def _written(arguments: argparse.Namespace, network: Network, found: Outcome) -> None:
    import json

    from korpu.app.flow_tables import drawn, written

    if arguments.geojson:
        text = json.dumps(drawn(network, found), ensure_ascii=False)
        Path(arguments.geojson).write_text(text, encoding="utf-8")
    if arguments.out:
        Path(arguments.out).write_bytes(written(network, found, Path(arguments.out).suffix))


def _show(network: Network, found: Outcome) -> None:
    flows = found.flows
    asked = sum(tonnes for _, tonnes, _ in found.demand)
    met = sum(tonnes for _, _, tonnes in found.demand)
    print(f"{met:,.0f} of {asked:,.0f} t a {found.per} go, closures and capacities as of {found.on}")
    if found.unbounded > 0:
        wrapped(f"{found.unbounded:,.0f} t of it go only over lines whose capacity no source states")
    rows = [
        (f"{one['from']} – {one['to']}", one["cargo"], f"{one['tonnes']:,.0f}", f"{one['hours'] / 24:.1f}",
         f"{one['usd']:,.0f}", _through(one["legs"]))
        for one in (shape.going(network, each) for each in flows.going)
    ]  # fmt: skip
    table(("", "cargo", f"t a {found.per}", "days", "USD", "by"), rows, right=(2, 3, 4))
    for one in flows.behind:
        wrapped(shape.behind(network, one))
    if found.narrowest:
        wrapped("the bottleneck: " + "; ".join(dict.fromkeys(shape.of_capacity(found, one) for one in found.narrowest)))
    print()
    used = zip(flows.capacities, flows.rooms, flows.shared.use.tolist(), strict=True)
    table(
        ("capacity", "room", "used", "", "source"),
        [
            (shape.of_capacity(found, one), f"{room:,.0f}", f"{use:,.0f}", f"{use / room:.0%}" if room else "–",
             one.source)
            for one, room, use in used if use > 0 or not room
        ],
        right=(1, 2, 3),
    )  # fmt: skip
    _show_more(found)
    for mode, a, b, service, tonnes in found.unknown:
        wrapped(f"no source states a capacity: {mode} {a} – {b}{f' ({service})' if service else ''}, {tonnes:,.0f} t")
    wrapped("not used (reasons and sources with --json): " + "; ".join(closed.what for closed in flows.excluded))
    for record in found.unplaced:
        wrapped(f"not applied: {record.name()} [{record.id}] names nothing that the network has")


def _show_more(found: Outcome) -> None:
    for one in found.one_more:
        step = f"One more sailing a week each way, {one.what}" if one.sailing else f"A tenth more, {one.what}"
        gain = (
            f"{one.tonnes:,.0f} t a {found.per} more would go"
            if one.saved is None
            else f"saves {one.saved:,.0f} {shape.SAVED[found.least]} a {found.per}"
        )
        wrapped(f"{step}: {gain}.")
    if not found.one_more:
        wrapped("Nothing that has a known capacity is full: one more sailing would change nothing.")


def _through(legs: list[dict[str, str]]) -> str:
    return " – ".join([legs[0]["from"], *(f"({leg['mode']}) {leg['to']}" for leg in legs)]) if legs else ""
