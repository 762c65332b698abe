"""`korpu origin`: which sources print one text, and saying otherwise with a reason."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json, shorten

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.cli.parser import Commands
    from korpu.ledger.origins import Origins
    from korpu.store.rows import SourceRow


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add(
        "origin", _origin, "which sources print one text, and which may retell another",
        more="Sources of one text count as one witness. They are found by their words; --of and --alone say otherwise.",
        examples="""korpu origin
        korpu origin src-0123456789abcdef --alone --reason "Their own reporter was there."
        korpu origin src-0123456789abcdef --of src-fedcba9876543210 --reason "The ministry's translation."
        korpu origin --undo embassy-17""",
    )  # fmt: skip
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="a source (default: every text printed twice)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--of", metavar="OTHER", help="it is the same text as this source")
    what.add_argument("--not-of", metavar="OTHER", help="it is not the same text as this source")
    what.add_argument("--alone", action="store_true", help="it is a text of its own")
    what.add_argument("--undo", metavar="ENTRY", help="take such a decision back")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; it stays on record")
    add_author(parser)


def _origin(arguments: argparse.Namespace) -> int:
    from korpu.app.origins import origins, part, tie
    from korpu.app.review import undo
    from korpu.kernel.errors import UsageError

    decides = arguments.of or arguments.not_of or arguments.alone
    if decides and not arguments.source:
        raise UsageError("KORPU-USAGE-001", "Name the source that is decided on.")
    with opened(arguments) as books:
        by = author(arguments)
        entry = None
        if arguments.undo:
            entry = undo(books, arguments.undo, by=by)
        elif arguments.of:
            entry = tie(books, arguments.source, arguments.of, reason=arguments.reason, by=by)
        elif decides:
            entry = part(books, arguments.source, arguments.not_of, reason=arguments.reason, by=by)
        known, rows = origins(books), {row.id: row for row in books.sources()}
        if arguments.undo:
            _taken_back(arguments, entry)
            return 0
        wanted = [books.document(arguments.source).id] if arguments.source else _printed_twice(known, rows)
        hints = _hints(books)
    for name in wanted:
        said = _json(name, known, hints, entry)
        if arguments.json:
            print_json(said)
        else:
            _show(said, rows)
    if not wanted and not arguments.json:
        print("No text is printed by two sources.")
    return 0


def _taken_back(arguments: argparse.Namespace, entry: str | None) -> None:
    if arguments.json:
        print_json({"entry": entry, "withdrawn": arguments.undo})
    else:
        print(f"Took back {arguments.undo} (entry {entry}).")


def _printed_twice(known: Origins, rows: dict[str, SourceRow]) -> list[str]:
    return [name for name in rows if known.origin(name) == name and len(known.group(name)) > 1]


def _hints(books: Books) -> dict[str, list[str]]:
    from korpu.app.origins import maybe_retold

    found: dict[str, list[str]] = {}
    for hint in maybe_retold(books):
        found.setdefault(hint.one, []).append(hint.two)
        found.setdefault(hint.two, []).append(hint.one)
    return found


def _json(name: str, known: Origins, hints: dict[str, list[str]], entry: str | None) -> dict[str, Any]:
    group = known.group(name)
    return {
        "source": name,
        "origin": group[0],
        "prints": [{"source": one, "share": known.share(group[0], one)} for one in group[1:]],
        "perhaps": hints.get(name, []),
        "entry": entry,
    }


def _show(said: dict[str, Any], rows: dict[str, SourceRow]) -> None:
    def titled(name: str) -> str:
        row = rows.get(name)
        return f"{name}  {shorten(row.title or '', 70) if row else ''}".rstrip()

    print(titled(said["origin"]))
    for one in said["prints"]:
        share = f"{one['share']:.0%} of the words" if one["share"] is not None else "tied by hand or through others"
        print(f"  printed again: {titled(one['source'])} ({share})")
    for name in said["perhaps"]:
        print(f"  perhaps retold or translated: {titled(name)}")
    if not said["prints"]:
        print("  It is printed by no other source.")
    if said["entry"]:
        print(f"  Entry {said['entry']}. To take it back: korpu origin --undo {said['entry']}")
