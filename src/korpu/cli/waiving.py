"""`korpu waive`: letting a finding stand, with a reason, until the words it compares change."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.app.findings import FindingRow
    from korpu.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add(
        "waive", _waive, "let a finding stand, with a reason, or take that back",
        more="A waived finding is shown no more, as long as the words that it compares stay the same.",
        examples="""korpu waive f-0123456789abcdef --reason "Both amounts are right: one is in manats."
        korpu waive f-0123456789abcdef --undo
        korpu check --waived""",
    )  # fmt: skip
    parser.add_argument("finding", metavar="FINDING", help="the id that `korpu check` and `korpu findings` print")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the statement it was found in, if not in the books")
    parser.add_argument("--published", metavar="EDTF", help="when the statement was published")
    parser.add_argument("--lang", choices=("en", "uk", "az", "ru"), help="its main language, if it cannot be told")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--reason", metavar="TEXT", help="why it may stand")
    what.add_argument("--undo", action="store_true", help="take the waiver back")
    add_author(parser)


def _of_file(books: Books, arguments: argparse.Namespace) -> FindingRow:
    from korpu.cli.checking import rows_of
    from korpu.cli.reading import open_document, read_document
    from korpu.kernel.errors import NotFoundError

    reading = read_document(open_document(arguments.file, published=arguments.published, lang=arguments.lang))
    found = next((row for row in rows_of(books, reading) if row.id == arguments.finding), None)
    if found is None:
        raise NotFoundError("KORPU-FINDING-001", f"There is no finding {arguments.finding}.")
    return found


def _waive(arguments: argparse.Namespace) -> int:
    from korpu.app.waivers import unwaive, waive

    with opened(arguments) as books:
        if arguments.undo:
            entry = unwaive(books, arguments.finding, by=author(arguments))
        else:
            row = _of_file(books, arguments) if arguments.file else None
            entry = waive(books, arguments.finding, reason=arguments.reason, by=author(arguments), row=row)
    if arguments.json:
        print_json({"finding": arguments.finding, "waived": not arguments.undo, "entry": entry})
    elif arguments.undo:
        print(f"{arguments.finding} is shown again (entry {entry}).")
    else:
        print(f"{arguments.finding} is waived (entry {entry}). To take it back: korpu waive {arguments.finding} --undo")
    return 0
