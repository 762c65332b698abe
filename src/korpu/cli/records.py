"""`korpu ledger`, `record`: what the books hold, record by record, and every word one record rests on."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_clocks, opened
from korpu.cli.output import print_json, shorten, table
from korpu.cli.words import count, counted, money, plain, time_words, title_of

if TYPE_CHECKING:
    from korpu.cli.parser import Commands
    from korpu.ledger.record import Record, Step


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "ledger", _ledger, "list the records, filtered",
        examples="""korpu ledger --place Irpin
        korpu ledger --track energy --stage delivered --json
        korpu ledger --said 2024-12""",
    )  # fmt: skip
    parser.add_argument("--kind", help="initiative, agreement, decision, cohort, visit …")
    parser.add_argument("--track", help="humanitarian, energy, rehabilitation, recovery, trade, transport …")
    parser.add_argument("--place", help="a place, in any language; places within it count")
    parser.add_argument("--stage", help="a stage such as planned, or a block of the ladder such as promised")
    parser.add_argument("--text", metavar="WORDS", help="words in titles, parties, places or quotes")
    add_clocks(parser)
    parser = commands.add(
        "record", _record, "one record: its steps, the quotes they rest on, contradictions and history",
        examples="korpu record rec-0123456789",
    )  # fmt: skip
    parser.add_argument("id", metavar="ID")
    add_clocks(parser)


def _ledger(arguments: argparse.Namespace) -> int:
    from korpu.app.records import ledger

    filters = {name: getattr(arguments, name) for name in ("kind", "track", "place", "stage", "text", "said", "known")}
    with opened(arguments) as books:
        records = ledger(books, **filters)
        empty = not records and not books.sources()
    if arguments.json:
        from korpu.ledger.contract import record_json

        for record in records:
            print_json(record_json(record))
        return 0
    if records:
        table(
            ("id", "stage", "when", "amount or number", "place", "title"),
            [_row(record) for record in records],
        )
        print(f"{counted(len(records), 'record')}. All of one: korpu record ID")
    elif empty:
        print("The ledger is empty. Take a statement in: korpu add FILE --published 2025-05, then korpu review")
    else:
        print("No record passes these filters. Without them: korpu ledger")
    return 0


def _row(record: Record) -> tuple[str, ...]:
    from korpu.ledger.shown import as_of, reached, shown

    found, step = shown(record), reached(record)
    figure = money(found.amount.value if found.amount else None) or count(found.count.value if found.count else None)
    when = time_words(found.as_of) if found.when or not found.said else f"said {time_words(found.said)}"
    if figure and step and found.step and found.step.stage != record.stage:
        # A figure of an earlier step keeps its own stage and date, and the row the date of its stage.
        figure = f"{figure} {plain(found.step.stage)} {time_words(found.as_of)}".rstrip()
        when = time_words(str(step.when.value)) if step.when else f"said {time_words(as_of(step))}".strip()
    mark = "◆ " if record.contested else ""
    return (record.id, plain(record.stage), when, figure, record.place or "", mark + title_of(record))


def _value(step: Step | None, name: str) -> Any:
    held = getattr(step, name, None)
    return held.value if held is not None else None


def _record(arguments: argparse.Namespace) -> int:
    from korpu.app.origins import told_by
    from korpu.app.pages import pages_of_claims
    from korpu.app.records import history, record

    with opened(arguments) as books:
        found = record(books, arguments.id, said=arguments.said, known=arguments.known)
        rows = history(books, found.id)
        pages = pages_of_claims(books, found.claims)
        told = told_by(books, found)
    if arguments.json:
        from korpu.ledger.contract import record_json

        more = {"told": told.__dict__, "pages": pages}
        print_json(record_json(found) | more | {"history": [row.__dict__ for row in rows]})
        return 0
    _show(found, pages)
    if told.sources > 1:
        least = f" ({told.least} if those that look retold are)" if told.least < told.origins else ""
        print(f"\nTold by {told.sources} sources, {told.origins} of them independent{least}.")
    print("\nhistory")
    table(
        ("entry", "recorded", "by", "what"),
        [(r.entry, r.recorded[:16], r.author, r.what + (" (taken back)" if r.void else "")) for r in rows],
    )
    return 0


def _show(record: Record, pages: Mapping[str, int]) -> None:
    print(f"{shorten(title_of(record), 80)}  [{record.id}]")
    about = [
        plain(record.kind),
        plain(record.track),
        record.place or "",
        f"stage: {plain(record.stage) or 'not known'}",
    ]
    print("  " + " · ".join(part for part in about if part))
    for party, role in record.parties:
        print(f"  {plain(role)}: {party}")
    for relation in record.relations:
        print(f"  {plain(relation.relation)} {relation.other}" + (f" ({relation.reason})" if relation.reason else ""))
    for step in record.steps:
        _show_step(step, pages)
    if not record.steps:
        print("\nNo step is on record yet: nothing says how far it has come.")
    for name in record.contested:
        print(f"◆ sources differ on {plain(name.replace('.', ', '))}; --json has every value with its claims.")


def _show_step(step: Step, pages: Mapping[str, int]) -> None:
    when = time_words(_value(step, "when")) or "no date given"
    figures = [money(_value(step, "amount")), count(_value(step, "count"))]
    print(f"\n{plain(step.stage) or 'step'} · {when}" + "".join(f" · {f}" for f in figures if f))
    shown: set[str] = set()
    for claim in step.claims:
        words = claim.evidence
        if words.quote in shown:
            continue
        shown.add(words.quote)
        who = f"{words.speaker}, " if words.speaker else ""
        said = time_words(claim.said) or "date not given"
        print(f"  “{shorten(words.quote, 200)}”")
        page = f", page {pages[claim.id]}" if claim.id in pages else ""
        print(f"   {who}{words.source}{page}, {said}{'' if claim.reviewed else ' · not reviewed'}  [{claim.id}]")
