"""`korpu balance`, `late`, `totals`, `changes`, `findings`: what the ledger adds up to, and what does not add up."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from korpu.cli import report_json as shape
from korpu.cli.books import add_clocks, opened
from korpu.cli.output import print_json, table, wrapped
from korpu.cli.words import counted, grouped, plain, sum_words, time_words, title_of, value_words

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.app.reports import FindingRow
    from korpu.cli.parser import Commands
    from korpu.ledger.balances import BalanceRow
    from korpu.ledger.totals import TotalAgainstParts

EMPTY = "The ledger is empty. Take a statement in: korpu add FILE --published 2025-05, then korpu review"


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "balance", _balance, "money by stage, in the currency stated, each amount counted once",
        examples="korpu balance --by track",
    )  # fmt: skip
    parser.add_argument("--by", choices=("record", "track", "place"), default="record", help="default: record")
    add_clocks(parser)
    parser = commands.add(
        "late", _late, "promises that are late, not yet due, or without a date", examples="korpu late --on 2025-12-31"
    )
    parser.add_argument("--on", metavar="DATE", help="the day to judge by (default: today)")
    parser = commands.add("totals", _totals, "stated totals against the parts that the books know")
    add_clocks(parser)
    parser = commands.add(
        "changes", _changes, "what sources published between two dates changed",
        examples="korpu changes --since 2024-12 --until 2025-05",
    )  # fmt: skip
    parser.add_argument("--since", metavar="EDTF", required=True, help="changes by sources published after this")
    parser.add_argument("--until", metavar="EDTF", help="and by this (default: all)")
    parser = commands.add("findings", _findings, "what the checks found in every source of the books")
    parser.add_argument("--source", metavar="ID", help="only in this source")
    parser.add_argument("--waived", action="store_true", help="those that were waived, with who, when and why")


def _empty(books: Books) -> bool:
    return not books.sources()


def _balance(arguments: argparse.Namespace) -> int:
    from korpu.app.records import ledger
    from korpu.app.reports import balance

    with opened(arguments) as books:
        rows = balance(books, by=arguments.by, said=arguments.said, known=arguments.known)
        names = {r.id: title_of(r) for r in ledger(books, said=arguments.said, known=arguments.known)}
    if arguments.json:
        for row in rows:
            print_json(shape.balance(row, arguments.by))
        return 0
    priced = [row for row in rows if row.total is not None]
    if not priced:
        print("No record states an amount of money." if names else EMPTY)
        return 0
    table(("currency", "amount", "furthest stage", arguments.by), [_balanced(row, names) for row in priced], right=(1,))
    without = len({name for row in rows for name in row.unpriced})
    print(f"Without any amount: {counted(without, 'record')}. Currencies are not added up.")
    return 0


def _balanced(row: BalanceRow, names: dict[str, str]) -> tuple[str, str, str, str]:
    stages = "; ".join(f"{plain(stage)} {sum_words(one)}" for stage, one in row.furthest.items())
    only = next(iter(row.furthest), "")
    return (
        row.currency or "",
        sum_words(row.total),
        plain(only) if len(row.furthest) == 1 else stages,
        names.get(row.key, row.key or "not stated"),
    )


def _late(arguments: argparse.Namespace) -> int:
    from korpu.app.reports import late

    with opened(arguments) as books:
        rows = late(books, on=arguments.on)
        empty = _empty(books)
    if arguments.json:
        for row in rows:
            print_json(shape.late(row))
        return 0
    if not rows:
        print(EMPTY if empty else "No promise is open.")
        return 0
    states = {"late": "late", "due": "not due yet", "no_date": "no date given"}
    table(
        ("state", "due", "days late", "stage", "record", "what"),
        [
            (states[r.state], time_words(r.due), r.days, plain(r.step.stage), r.record.id, title_of(r.record))
            for r in rows
        ],
        right=(2,),
    )
    print(
        ", ".join(f"{counted(sum(r.state == s for r in rows), 'promise')} {words}" for s, words in states.items()) + "."
    )
    return 0


def _totals(arguments: argparse.Namespace) -> int:
    from korpu.app.reports import totals

    with opened(arguments) as books:
        rows = totals(books, said=arguments.said, known=arguments.known)
        empty = _empty(books)
    for row in rows:
        if arguments.json:
            print_json(shape.total(row))
        else:
            _show_total(row)
    if not rows and not arguments.json:
        print(EMPTY if empty else "No source states a total of aid.")
    return 0


def _show_total(row: TotalAgainstParts) -> None:
    print(f"{title_of(row.record)}: {sum_words(row.total)} {row.total.currency}  [{row.record.id}]")
    for part, one in (*row.parts, *row.other_currency):
        print(f"  {sum_words(one):>20} {one.currency}  {title_of(part)}")
    if row.unpriced:
        print(f"  without an amount stated: {', '.join(title_of(r) for r in row.unpriced)}")
    verdicts = {
        "exceeds": "The parts known are more than the total can be.",
        "fits": "The parts known make up the total.",
        "rest": f"Not explained by parts: {grouped(row.rest)} {row.total.currency}.",
    }
    print(f"  {verdicts[row.verdict]}  {row.arithmetic}\n")


def _changes(arguments: argparse.Namespace) -> int:
    from korpu.app.reports import changes

    with opened(arguments) as books:
        rows = changes(books, arguments.since, arguments.until)
    if arguments.json:
        for row in rows:
            print_json(shape.change(row))
        return 0
    if not rows:
        print("Nothing changed between these dates.")
        return 0
    table(
        ("what", "before", "after", "record", "title"),
        [
            (
                " ".join(part for part in (plain(r.what), plain((r.property or "").replace(".", " "))) if part),
                value_words(r.before), value_words(r.after), r.record.id, title_of(r.record),
            )
            for r in rows
        ],
    )  # fmt: skip
    return 0


def _findings(arguments: argparse.Namespace) -> int:
    from korpu.app.reports import findings

    with opened(arguments) as books:
        rows = findings(books, arguments.source, waived=arguments.waived)
        empty = _empty(books)
    show_rows(rows, json=arguments.json)
    if not rows and not arguments.json:
        print(EMPTY if empty else "The checks found nothing.")
    return 0


def show_rows(rows: Sequence[FindingRow], *, json: bool, language: str = "en") -> None:
    """Print findings of the books, each with the source and the record it concerns."""
    from korpu.drawing.sentences import arithmetic, sentence

    for row in rows:
        if json:
            print_json(shape.finding(row))
            continue
        wrapped(f"{row.finding.severity} · {row.finding.check}: {sentence(row.finding.message, language)}")
        where = [
            f"in {row.source}",
            f"record {row.record}" if row.record else "",
            arithmetic(row.finding.arithmetic or "", language),
        ]
        wrapped("; ".join(part for part in where if part), "    ")
        print(f"    {row.id}")
        if row.waiver:
            show_waiver(row)


def show_waiver(row: FindingRow) -> None:
    """Print who waived a finding, when and why."""
    if row.waiver:
        wrapped(f"waived by {row.waiver.by} on {row.waiver.when[:10]} ({row.id}): {row.waiver.reason}", "    ")
