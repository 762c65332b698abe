"""`korpu network` and `korpu route`: the network of corridors, and which way is open."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Any

from korpu.cli import route_json as shape
from korpu.cli.books import folder, has_books, opened
from korpu.cli.output import print_json, table, wrapped
from korpu.kernel.errors import UsageError

if TYPE_CHECKING:
    from korpu.app.routes import Answer
    from korpu.cli.parser import Commands
    from korpu.corridors.audit import Line
    from korpu.corridors.model import Network


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "network", _network, "build the network of corridors, and check it against published figures",
        more="It is built on this machine from tables that the extra “corridors” installs and kept in the data folder.",
        examples="korpu network build\nkorpu network audit\nkorpu network add services ferries.csv",
    )  # fmt: skip
    parser.add_argument(
        "job", choices=("build", "audit", "add"), help="build: put it together; audit: can it be believed; add: a table"
    )
    parser.add_argument(
        "kind",
        nargs="?",
        choices=("nodes", "links", "services", "closures", "capacities", "borders", "region"),
        help="with add: of what",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="with add: a CSV with columns as beside the code")
    parser.add_argument("--anew", action="store_true", help="build it even if nothing has changed")
    parser = commands.add(
        "route", _route, "which ways are open between two places, and what each costs",
        more="Closures come from the tables beside the code and from the ledger's records of links and services.",
        examples="korpu route Odesa Baku\nkorpu route Kyiv Almaty --on 2025-06-02 --exclude road\n"
        "korpu route Alat Aktau --cargo wagon --depart 2025-05-02",
    )  # fmt: skip
    parser.add_argument("origin", metavar="FROM")
    parser.add_argument("destination", metavar="TO")
    parser.add_argument("--cargo", metavar="LOAD", help="container, truck, wagon, bulk, grain, oil, “2 TEU of 20 t” …")
    parser.add_argument("--depart", metavar="DATE", help="the day of departure, for services with a calendar")
    parser.add_argument(
        "--exclude", metavar="NAME", action="append", default=[], help="leave out a country, port, sea, mode or service"
    )
    parser.add_argument("--on", metavar="DATE", help="the day whose closures hold (default: departure, else today)")
    parser.add_argument("--geojson", metavar="FILE", help="also write the routes as GeoJSON, for a map")
    parser.add_argument("--most", metavar="N", type=int, default=5, help="how many routes to show at most (default: 5)")


def _say(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{line} …\x1b[K", end="", file=sys.stderr, flush=True)


def _done() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _network(arguments: argparse.Namespace) -> int:
    from korpu.app.routes import network_of

    if arguments.job == "add":
        return _add(arguments)
    began = time.monotonic()
    network = network_of(folder(arguments), _say, anew=arguments.anew)
    _done()
    if arguments.job == "audit":
        return _audit(arguments, network)
    told: dict[str, Any] = {
        "points": network.points, "edges": network.edges, "terminals": len(network.terminals),
        "services": len(network.services), "bridges": len(network.bridges),
        "seconds": round(time.monotonic() - began, 1), "key": network.about.get("key"),
        "attribution": network.about.get("attribution"),
    }  # fmt: skip
    if arguments.json:
        print_json(told)
    else:
        print(
            f"{network.points:,} points, {network.edges:,} edges, {len(network.terminals)} terminals, "
            f"{len(network.services)} services, {len(network.bridges)} joints ({told['seconds']} s)"
        )
        print(network.about.get("attribution", ""))
    return 0


def _add(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from korpu.app.routes import add_table

    if not arguments.kind or not arguments.file:
        raise UsageError("KORPU-USAGE-002", "Say what to add and from which file: korpu network add services FILE.")
    count = add_table(folder(arguments), arguments.kind, Path(arguments.file))
    if arguments.json:
        print_json({"kind": arguments.kind, "rows": count})
    else:
        print(f"{count} {arguments.kind} of your own are kept; the next question builds the network with them.")
    return 0


def _audit(arguments: argparse.Namespace, network: Network) -> int:
    from korpu.app.routes import audit

    found = audit(network)
    if arguments.json:
        print_json(shape.audit(found))
        return 0
    for mode, count in found.pieces.items():
        print(f"{mode}: {count['before']} pieces, {count['after']} after {count['joints']} joints of at most 2 km")
    longest = sorted(network.bridges, key=lambda b: -b["km"])[:5]
    for joint in longest:
        print(f"  {joint['mode']} joint of {joint['km']} km at {joint['from']} – {joint['to']} (all with --json)")
    mine = [one for one in found.without_access if one.by_hand]
    for one in mine:
        print(f"no {' or '.join(one.missing)} within reach: {one.terminal}")
    print(
        f"{len(found.without_access) - len(mine)} ports of searoute's table lie beyond every line (names with --json)"
    )
    table(
        ("", "published", "own", "off", "basis", "figure"),
        [
            (
                "ok" if line.within else "RED", _between(line), "–" if line.own is None else f"{line.own:,.1f}",
                "" if line.off is None else f"{line.off:+.0%}", line.basis, line.what,
            )
            for line in found.lines
        ],
        right=(1, 2, 3),
    )  # fmt: skip
    for line in found.lines:
        if not line.within:
            wrapped(f"RED {line.what}: {line.why}")
    return 0


def _between(line: Line) -> str:
    return f"{line.low:g} {line.unit}" if line.low == line.high else f"{line.low:g}–{line.high:g} {line.unit}"


def _route(arguments: argparse.Namespace) -> int:
    from korpu.app.routes import Ask, network_of

    if arguments.most < 1:
        raise UsageError("KORPU-USAGE-002", "Say how many routes to show at most: 1 or more.")
    ask = Ask(
        arguments.origin, arguments.destination, arguments.cargo, arguments.on, arguments.depart, arguments.exclude,
        arguments.most,
    )  # fmt: skip
    network = network_of(folder(arguments), _say)
    from korpu.corridors.ready import compiled_before, preparing

    if not compiled_before():
        _say(preparing())
    answer = _answered(arguments, network, ask)
    _done()
    if arguments.geojson:
        _drawn(arguments.geojson, network, answer)
    if arguments.json:
        print_json(shape.answer(answer, network.about.get("attribution", "")))
    else:
        _show(answer)
    return 0


def _drawn(file: str, network: Network, answer: Answer) -> None:
    import json
    from pathlib import Path

    from korpu.app.routes import drawn

    Path(file).write_text(json.dumps(drawn(network, answer), ensure_ascii=False), encoding="utf-8")


def _answered(arguments: argparse.Namespace, network: Network, ask: Any) -> Answer:
    """Ask with the books of the folder; a folder without books gets none for a question about roads."""
    from datetime import UTC, datetime

    from korpu.app.routes import route

    today = datetime.now(UTC).date()
    if not arguments.demo and not has_books(folder(arguments)):
        return route(network, ask, None, today=today)
    with opened(arguments) as books:
        return route(network, ask, books, today=today)


def _show(answer: Answer) -> None:
    if not answer.plan.routes:
        why = answer.plan.why_none
        print(f"No way from {answer.origin} to {answer.destination} on {answer.on}: {why}.")
    for number, one in enumerate(answer.plan.routes, 1):
        told = shape.route(one)
        print(
            f"{number}. {told['hours'] / 24:.1f} days ({told['hours_p10'] / 24:.1f} to {told['hours_p90'] / 24:.1f}), "
            f"{told['usd']:,.0f} USD ({told['usd_low']:,.0f} to {told['usd_high']:,.0f}), "
            f"{told['kg_co2e']:,.0f} kg CO2e, risk {told['risk']:,.0f}"
        )
        table(
            ("mode", "from", "to", "km", "hours", "USD", "through"),
            [
                (leg.mode, leg.origin, leg.destination, round(leg.km), round(leg.hours), round(leg.usd),
                 " ".join(leg.countries))
                for leg in one.legs
            ],
            right=(3, 4, 5),
        )  # fmt: skip
        for told_of in [s for leg in one.legs for s in answer.sailings if leg.service and s.service == leg.service]:
            wrapped(f"the ledger of this service, {told_of.when}: “{told_of.quote}” [{told_of.record}]", "   ")
        for warning in dict.fromkeys(w for leg in one.legs for w in leg.warnings):
            wrapped(f"warning {warning.level}, since {warning.since}: {warning.reason} ({warning.source})", "   ")
        print()
    for closed in answer.plan.excluded:
        since = f" since {closed.since}" if closed.since else ""
        wrapped(f"not used: {closed.what}{since}: {closed.reason} ({closed.source})")
        if closed.quote:
            wrapped(closed.quote if closed.quote.startswith("our digest") else f"“{closed.quote}”", "   ")
    for record in answer.unplaced:
        wrapped(f"not applied: {record.name()} [{record.id}] names nothing that the network has")
