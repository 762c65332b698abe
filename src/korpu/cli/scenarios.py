"""`korpu scenarios`: what thousands of disruptions do to routes, and which plan stays good through them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.cli import scenario_json as shape
from korpu.cli.books import folder, has_books, opened
from korpu.cli.corridors import _done, _say
from korpu.cli.output import print_json, table, wrapped
from korpu.kernel.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from korpu.app.flows import Row
    from korpu.app.scenarios import Ask, Outcome
    from korpu.cli.parser import Commands
    from korpu.corridors.ensembles import Pairs
    from korpu.corridors.model import Network


def add(commands: Commands) -> None:
    """Add the command of this group."""
    parser = commands.add(
        "scenarios", _scenarios, "what thousands of disruptions do to routes, and which plan stays good",
        more="They are drawn from a table of hazards (one's own, or the assumptions that ship), or are a named list.",
        examples="korpu scenarios Odesa Baku\nkorpu scenarios --pairs pairs.csv --count 5000 --at pool\n"
        "korpu scenarios Altynkol Poti --list scenarios.csv\nkorpu scenarios --template hazards > hazards.csv",
    )  # fmt: skip
    parser.add_argument("origin", nargs="?", metavar="FROM")
    parser.add_argument("destination", nargs="?", metavar="TO")
    parser.add_argument("--pairs", metavar="FILE", help="a table of pairs with the columns from and to")
    parser.add_argument("--count", metavar="N", type=int, default=1000, help="how many disruptions (default: 1000)")
    parser.add_argument("--seed", metavar="N", type=int, default=7, help="another seed draws other disruptions")
    parser.add_argument("--by", metavar="WHAT", default="hours", help="hours (default) or usd")
    parser.add_argument("--cargo", metavar="LOAD", help="as of korpu route (default: one TEU of 12 t)")
    parser.add_argument("--on", metavar="DATE", help="the day whose closures hold; with it, hazards of its month only")
    parser.add_argument("--hazards", metavar="FILE", help="your own table of hazards (CSV or XLSX)")
    parser.add_argument("--list", metavar="FILE", help="named scenarios instead: columns scenario and closed")
    parser.add_argument(
        "--without", metavar="NAME", action="append", default=[], help="leave out a country, port, sea, mode or service"
    )
    parser.add_argument(
        "--at",
        metavar="PLACE",
        default="serial",
        help="serial, pool, dask (here) or dask:ADDRESS; the answer is the same",
    )
    parser.add_argument("--workers", metavar="N", type=int, help="how many processes (default: as many as processors)")
    parser.add_argument("--plans", metavar="N", type=int, default=5, help="for how many pairs plans are compared")
    parser.add_argument("--template", choices=("hazards", "list", "pairs"), help="print a table to begin with")


def _scenarios(arguments: argparse.Namespace) -> int:
    from korpu.app.routes import network_of
    from korpu.app.scenarios import Ask, pairs_of, template

    if arguments.template:
        print(template(arguments.template), end="")
        return 0
    if not arguments.pairs and not (arguments.origin and arguments.destination):
        raise UsageError("KORPU-USAGE-002", "Say between which places: korpu scenarios FROM TO, or --pairs FILE.")
    ends = [(arguments.origin, arguments.destination)] if arguments.destination else []
    ask = Ask(
        [*ends, *(pairs_of(_table(arguments.pairs)) if arguments.pairs else [])], arguments.count, arguments.seed,
        arguments.by, arguments.cargo, arguments.on, arguments.on is None,
        _table(arguments.hazards) if arguments.hazards else None, _table(arguments.list) if arguments.list else None,
        arguments.without, arguments.at, arguments.workers, arguments.plans,
    )  # fmt: skip
    network = network_of(folder(arguments), _say)
    found = _asked(arguments, network, ask)
    _done()
    if arguments.json:
        print_json(shape.outcome(network, found, network.about.get("attribution", "")))
    else:
        _show(network, found)
    return 0


def _table(file: str) -> list[Row]:
    from korpu.app.flows import rows_of

    path = Path(file)
    if not path.is_file():
        raise NotFoundError("KORPU-FLOW-009", f"There is no file {path.name}.")
    return rows_of(path.read_bytes(), path.name)


def _asked(arguments: argparse.Namespace, network: Network, ask: Ask) -> Outcome:
    from datetime import UTC, datetime

    from korpu.app.scenarios import scenarios

    today = datetime.now(UTC).date()
    if not arguments.demo and not has_books(folder(arguments)):
        return scenarios(network, ask, None, today=today, say=_say)
    with opened(arguments) as books:
        return scenarios(network, ask, books, today=today, say=_say)


def _show(network: Network, found: Outcome) -> None:
    unit = found.ask.by
    print(f"{len(found.names):,} disruptions, {found.cargo.name}, closures as of {found.on}")
    table(
        ("", f"usual {unit}", "there is a way", "mean", "P10", "P50", "P90"),
        [_row(network, one, found.ask.by) for one in found.ensemble.pairs], right=(1, 2, 3, 4, 5, 6),
    )  # fmt: skip
    for pair in found.ensemble.pairs:
        if pair.plans:
            _show_plans(network, found, pair)
    if found.ensemble.losses:
        print()
        table(
            ("the loss of", "", "pairs cut off", f"{unit} more on average"),
            [
                (one.candidate.what, one.candidate.kind, one.cut, f"{one.added:,.1f}")
                for one in found.ensemble.losses[:15]
            ],
            right=(2, 3),
        )  # fmt: skip
    if found.ask.named is not None:
        _show_named(network, found)
    for hazard in found.hazards:
        wrapped(f"assumed: {hazard.what}, {hazard.probability:.1%}{_by(hazard.each)} ({hazard.source})")


def _by(each: str) -> str:
    return {"": "", "stretch": " for 100 km"}.get(each, f" for each {each}")


def _row(network: Network, one: Pairs, by: str) -> tuple[str, ...]:
    told = shape.pair(network, one, by)
    figures = (told[name] for name in ("mean", "p10", "p50", "p90"))
    return (
        f"{told['from']} – {told['to']}", "no way" if told["usual"] is None else f"{told['usual']:,.0f}",
        f"{told['reliability']:.1%}", *("no way" if f is None else f"{f:,.0f}" for f in figures),
    )  # fmt: skip


def _show_plans(network: Network, found: Outcome, pair: Pairs) -> None:
    told = shape.pair(network, pair, found.ask.by)
    print()
    table(
        (f"{told['from']} – {told['to']}", f"usual {found.ask.by}", "stays open", "stranded", "most regret", "mean"),
        [
            (("* " if plan["steadiest"] else "  ") + plan["by"], f"{plan['usual']:,.0f}", f"{plan['open']:.0%}",
             plan["stranded"], f"{plan['most_regret']:,.0f}", f"{plan['mean_regret']:,.1f}")
            for plan in told["plans"]
        ],
        right=(1, 2, 3, 4, 5),
    )  # fmt: skip
    for plan in told["plans"]:
        for one in plan["warnings"] if plan["steadiest"] else ():
            wrapped(f"* warning {one['level']}, since {one['since']}: {one['reason']} ({one['source']})", "   ")
    if pair.steadiest is None:
        wrapped("none is marked as steadiest: no plan stays open in any disruption")


def _show_named(network: Network, found: Outcome) -> None:
    print()
    ends = [shape.pair(network, one, found.ask.by) for one in found.ensemble.pairs]
    table(
        ("scenario", *(f"{one['from']} – {one['to']}" for one in ends)),
        [
            (name, *("no way" if cost is None else f"{cost:,.0f}" for cost in shape.by_pair(found, number)))
            for number, name in enumerate(found.names)
        ],
        right=range(1, len(ends) + 1),
    )
