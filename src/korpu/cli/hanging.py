"""`korpu affected`: which shipments and exhibitions in the ledger a closure hits, and the best new plan for each."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from korpu.cli import hanging_json as shape
from korpu.cli.books import folder, has_books, opened
from korpu.cli.output import print_json, table, wrapped

if TYPE_CHECKING:
    from korpu.app.affected import Outcome
    from korpu.cli.parser import Commands
    from korpu.corridors.affected import Hit, Way
    from korpu.corridors.moving import Unplaced

WHY = {
    "not_goods": "nothing in it is told as goods or an exhibition to be carried",
    "past": "its day is over and nothing tells how it ended",
    "no_destination": "nothing tells where it is to go",
    "no_origin": "nobody is told as giving it",
    "unknown_destination": "the network knows no terminal for {name}, where it is to go",
    "unknown_origin": "the network knows no terminal for {name}, where it comes from",
    "same_place": "it stays in one country: {name}",
    "no_way": "the network has no open way to {name} even before",
}  # fmt: skip


def add(commands: Commands) -> None:
    """Add the command of this group."""
    parser = commands.add(
        "affected", _affected, "which shipments and exhibitions in the ledger a closure hits, and the best new plan",
        more="Without names: what the ledger closes, beside the tables' closures or beside an earlier day (--since).",
        examples="korpu affected Poti\nkorpu affected Georgia ferry --on 2025-06-02\n"
        "korpu affected --since 2025-05-02 --on 2025-06-02",
    )  # fmt: skip
    parser.add_argument("without", metavar="NAME", nargs="*", help="a country, port, sea, mode or service that closes")
    parser.add_argument("--on", metavar="DATE", help="the day whose closures hold (default: today)")
    parser.add_argument("--since", metavar="DATE", help="the day to compare with (default: the same day)")
    parser.add_argument("--cargo", metavar="LOAD", help="what each of them weighs (default: one TEU of 12 t)")


def _affected(arguments: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from korpu.app.affected import Asked, affected
    from korpu.app.routes import network_of

    network = network_of(folder(arguments))
    asked = Asked(arguments.without, arguments.on, arguments.since, arguments.cargo)
    today = datetime.now(UTC).date()
    if not arguments.demo and not has_books(folder(arguments)):
        outcome = affected(network, asked, None, today=today)
    else:
        with opened(arguments) as books:
            outcome = affected(network, asked, books, today=today)
    if arguments.json:
        print_json(shape.outcome(network, outcome))
    else:
        _show(outcome)
    return 0


def _show(outcome: Outcome) -> None:
    found = outcome.found
    print(f"{len(found.hit)} hit, {len(found.spared)} spared, {len(outcome.unplaced)} not placed, on {outcome.on}")
    for hit in found.hit:
        print()
        wrapped(f"{hit.move.record.name()} [{hit.move.record.id}], {hit.move.stage} {hit.move.when or ''}".rstrip())
        wrapped("closed: " + ("; ".join(one.what for one in hit.closed) or "its way"), "   ")
        rows = [_row("before", hit.before), *([_row("now", hit.after), _more(hit)] if hit.after else [])]
        table(("", "hours", "USD", "kg CO2e", "through"), rows, right=(1, 2, 3))
        if hit.after is None:
            print("no way is left")
    for move, _way in found.spared:
        wrapped(f"spared: {move.record.name()} [{move.record.id}]")
    for one in outcome.unplaced:
        wrapped(f"not placed: {one.record.name()} [{one.record.id}]: {why(one)}")


def _row(name: str, way: Way) -> tuple[str, ...]:
    through = " – ".join([way.legs[0].origin, *(leg.destination for leg in way.legs)])
    return name, f"{way.hours:,.0f}", f"{way.usd:,.0f}", f"{way.kg:,.0f}", through


def _more(hit: Hit) -> tuple[str, ...]:
    if hit.after is None:
        return ()
    return (
        "more",
        *(f"{getattr(hit.after, name) - getattr(hit.before, name):+,.0f}" for name in ("hours", "usd", "kg")),
        "",
    )


def why(one: Unplaced) -> str:
    """Say why something could not be placed."""
    return WHY[one.reason].format(name=one.name)
