"""`korpu network` and `korpu route`: the network of corridors, and which way is open."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Any

from korpu.cli.books import folder
from korpu.cli.output import print_json, table, wrapped

if TYPE_CHECKING:
    from korpu.app.routes import Answer
    from korpu.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "network", _network, "build the network of corridors",
        more="It is built on this machine from tables that the extra “corridors” installs and kept in the data folder.",
        examples="korpu network build",
    )  # fmt: skip
    parser.add_argument("job", choices=("build",), help="build: put the network together")
    parser.add_argument("--anew", action="store_true", help="build it even if nothing has changed")
    parser = commands.add(
        "route", _route, "which ways are open between two places, and what each costs",
        examples="korpu route Odesa Baku\nkorpu route Kyiv Almaty --on 2025-06-02",
    )  # fmt: skip
    parser.add_argument("origin", metavar="FROM")
    parser.add_argument("destination", metavar="TO")
    parser.add_argument("--on", metavar="DATE", help="the day whose closures hold (default: today)")


def _say(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{line} …\x1b[K", end="", file=sys.stderr, flush=True)


def _done() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _network(arguments: argparse.Namespace) -> int:
    from korpu.app.routes import network_of

    began = time.monotonic()
    network = network_of(folder(arguments), _say, anew=arguments.anew)
    _done()
    told: dict[str, Any] = {
        "points": network.points, "edges": network.edges, "terminals": len(network.terminals),
        "services": len(network.services), "bridges": len(network.bridges),
        "seconds": round(time.monotonic() - began, 1),
        **network.about,
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


def _route(arguments: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from korpu.app.routes import day, network_of, route

    network = network_of(folder(arguments), _say)
    answer = route(network, arguments.origin, arguments.destination, on=day(arguments.on, datetime.now(UTC).date()))
    _done()
    if arguments.json:
        print_json(as_json(answer))
    else:
        _show(answer)
    return 0


def as_json(answer: Answer) -> dict[str, Any]:
    """Return the answer as the contract prints it."""
    return {
        "cargo": answer.cargo,
        "on": answer.on.isoformat(),
        "routes": [
            {
                "hours": round(sum(leg.hours for leg in one.legs), 1),
                "usd": round(sum(leg.usd for leg in one.legs), 2),
                "kg_co2e": round(sum(leg.kg for leg in one.legs), 1),
                "legs": [
                    {
                        "mode": leg.mode, "from": leg.origin, "to": leg.destination, "km": round(leg.km, 1),
                        "hours": round(leg.hours, 1), "usd": round(leg.usd, 2), "kg_co2e": round(leg.kg, 1),
                        "source": leg.source,
                    }
                    for leg in one.legs
                ],
            }
            for one in answer.routes
        ],
        "excluded": [
            {"what": c.what, "reason": c.reason, "since": c.since, "source": c.source, "quote": c.quote}
            for c in answer.excluded
        ],
        "method": answer.method,
    }  # fmt: skip


def _show(answer: Answer) -> None:
    for number, one in enumerate(as_json(answer)["routes"], 1):
        print(f"{number}. {one['hours']:,.0f} h, {one['usd']:,.0f} USD, {one['kg_co2e']:,.0f} kg CO2e")
        table(
            ("mode", "from", "to", "km", "hours", "USD"),
            [
                (leg["mode"], leg["from"], leg["to"], round(leg["km"]), round(leg["hours"]), round(leg["usd"]))
                for leg in one["legs"]
            ],
            right=(3, 4, 5),
        )
    if not answer.routes:
        print("No way is open.")
    for one in answer.excluded:
        wrapped(f"not used: {one.what}, since {one.since}: {one.reason} ({one.source})")
