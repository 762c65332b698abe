"""`korpu line`: cleared wording, written down, listed and withdrawn."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json, wrapped
from korpu.cli.words import figure_value, plain, time_words

if TYPE_CHECKING:
    from korpu.app.lines import LineRow
    from korpu.cli.parser import Commands

LANGUAGES = ("en", "uk", "az")


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add(
        "line", _line, "cleared wording: write it down, list it, withdraw it",
        more="Drafts are compared with the lines in force by `korpu check`; the figures of a line are read from it.",
        examples="""korpu line add --topic Energy --en "Norway gave 3 million." --cleared-by "Head" --on 2025-05-14
        korpu line add --topic "Energy aid" --uk "…" --cleared-by "…" --on 2025-06-01 --until 2025-12 --replaces rec-1
        korpu line list
        korpu line withdraw rec-1 --reason "The programme was enlarged." """,
    )  # fmt: skip
    parser.add_argument("job", choices=("add", "list", "withdraw"))
    parser.add_argument("line", nargs="?", metavar="LINE", help="withdraw: the line, as `korpu line list` names it")
    parser.add_argument("--topic", help="what it is about")
    for language in LANGUAGES:
        parser.add_argument(f"--{language}", metavar="WORDING", help=f"the wording in {language}")
    parser.add_argument("--cleared-by", metavar="NAME", help="who cleared it")
    parser.add_argument("--on", metavar="DATE", help="add: when it was cleared (EDTF); list: the day to judge by")
    parser.add_argument("--until", metavar="DATE", help="the last day on which it may be used (EDTF)")
    parser.add_argument("--track", help="the track it belongs to")
    parser.add_argument(
        "--source", metavar="SOURCE", help="a source that says it (default: a note for file is written)"
    )
    parser.add_argument("--replaces", metavar="LINE", help="the line that it takes the place of")
    parser.add_argument("--reason", metavar="TEXT", help="withdraw: why it may no longer be used")
    add_author(parser)


def _line(arguments: argparse.Namespace) -> int:
    return {"add": _add, "list": _list, "withdraw": _withdraw}[arguments.job](arguments)


def _add(arguments: argparse.Namespace) -> int:
    from korpu.app.lines import clear, line

    given = {language: getattr(arguments, language) or "" for language in LANGUAGES}
    with opened(arguments) as books:
        name = clear(
            books, topic=arguments.topic or "", wording=given, cleared_by=arguments.cleared_by or "",
            cleared=arguments.on or "", until=arguments.until, track=arguments.track, source=arguments.source,
            replaces=arguments.replaces, by=author(arguments),
        )  # fmt: skip
        entry = line(books, name).entry
    if arguments.json:
        print_json({"line": name, "entry": entry})
    else:
        print(f"Cleared as {name} (entry {entry}).")
    return 0


def _list(arguments: argparse.Namespace) -> int:
    from korpu.app.cleared import newer_than
    from korpu.app.lines import lines
    from korpu.kernel.edtf import parse

    with opened(arguments) as books:
        day = parse(arguments.on).high if arguments.on else None
        rows = [(row, newer_than(books, row.line)) for row in lines(books, on=day)]
    for row, newer in rows:
        if arguments.json:
            print_json(as_json(row, newer))
        else:
            _show(row, newer)
    if not rows and not arguments.json:
        print("No wording is cleared yet. To clear some: korpu line add --help")
    return 0


def as_json(row: LineRow, newer: list[tuple[str, str]]) -> dict[str, Any]:
    """Return a line with its state, its figures per language and what the ledger has learnt since."""
    one = row.line
    return {
        "line": one.id, "topic": one.topic, "wording": one.wording, "track": one.track, "cleared_by": one.cleared_by,
        "cleared": one.cleared, "until": one.until, "state": row.state, "entry": one.entry, "source": one.source,
        "figures": {k: [f.as_json() for f in found] for k, found in row.figures.items()},
        "newer": [{"record": record, "message": message} for record, message in newer],
    }  # fmt: skip


def _show(row: LineRow, newer: list[tuple[str, str]]) -> None:
    one = row.line
    until = f", valid until {time_words(one.until)}" if one.until else ""
    print(f"{one.id}  {one.named()} · {plain(row.state)}")
    print(f"  cleared by {one.cleared_by}, {time_words(one.cleared)}{until}; evidence {one.source}")
    for language, words in one.wording.items():
        wrapped(f"{language}: “{words}”", "  ")
        figures = ", ".join(figure_value(f) if f.kind != "date" else time_words(f.value) for f in row.figures[language])
        if figures:
            print(f"      figures: {figures}")
    for record, message in newer:
        wrapped(f"out of date: {message} ({record})", "  ")


def _withdraw(arguments: argparse.Namespace) -> int:
    from korpu.app.lines import withdraw
    from korpu.kernel.errors import UsageError

    if not arguments.line:
        raise UsageError("KORPU-USAGE-009", "Name the line to withdraw: korpu line withdraw LINE --reason TEXT.")
    with opened(arguments) as books:
        entry = withdraw(books, arguments.line, reason=arguments.reason or "", by=author(arguments))
    if arguments.json:
        print_json({"line": arguments.line, "withdrawn": True, "entry": entry})
    else:
        print(f"{arguments.line} is withdrawn (entry {entry}).")
    return 0
