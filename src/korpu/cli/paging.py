"""`korpu page`: on which page of its PDF a quote stands, and the page as a picture with the quote marked."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from korpu.cli.books import opened
from korpu.cli.evidence import range_of
from korpu.cli.output import print_json, shorten

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.app.pages import Sheet
    from korpu.cli.parser import Commands
    from korpu.kernel.finding import Range


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add(
        "page", _page, "on which page of its PDF a quote stands, and that page as a picture",
        more="The quote is found exactly as it stands, or with other blanks, quotation marks and dashes.",
        examples="""korpu page src-0123456789abcdef --quote "two transformers by winter"
        korpu page src-0123456789abcdef --quote "two transformers by winter" --out page.png
        korpu page src-0123456789abcdef --number 3 --out page.png""",
    )  # fmt: skip
    parser.add_argument("source", metavar="SOURCE", help="the source, as `korpu sources` names it")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--quote", metavar="WORDS", help="the words to find and mark")
    what.add_argument("--range", metavar="START:END", help="the offsets of the words to mark")
    what.add_argument("--number", metavar="N", type=int, help="the page, with nothing marked")
    parser.add_argument("--out", metavar="FILE", help="write the page as a PNG picture")


def _page(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from korpu.app.pages import marked, sheet

    with opened(arguments) as books:
        number, ranges = _asked(books, arguments)
        found = sheet(books, arguments.source, number, ranges)
        quote = " … ".join(books.document(arguments.source).text[start:end] for start, end in ranges)
        times = _times(books, arguments)
        if arguments.out:
            Path(arguments.out).write_bytes(marked(books, found))
    if arguments.json:
        print_json(_json(found, ranges, quote, arguments.out))
        return 0
    print(f"{arguments.source}: page {found.number} of {found.original.pages}")
    if quote:
        print(f"  “{shorten(quote, 200)}”{_first_of(times)}")
    if ranges and not found.marks:
        print("  Where the words stand on the page is not known: it is a picture.")
    if arguments.out:
        print(f"  Written to {arguments.out}.")
    elif not found.original.kept:
        print(f"  The file has {found.original.size / 1e6:,.1f} MB and is not kept, only where its words stand.")
    return 0


def _asked(books: Books, arguments: argparse.Namespace) -> tuple[int, tuple[Range, ...]]:
    """Return the page that is asked for and the words to mark on it."""
    from korpu.app.pages import find, page_number

    if arguments.number is not None:
        return arguments.number, ()
    if arguments.quote is not None:
        ranges = find(books, arguments.source, arguments.quote)
    else:
        ranges = (range_of(arguments.range),)
    return page_number(books, arguments.source, ranges) or 1, ranges


def _times(books: Books, arguments: argparse.Namespace) -> int:
    """Return how often the quote that is asked for stands in the source; 1 where none is asked for."""
    from korpu.statements.locate import locate

    place = locate(books.document(arguments.source).text, arguments.quote) if arguments.quote else None
    return place.times if place else 1


def _first_of(times: int) -> str:
    return f" – the first of {times}" if times > 1 else ""


def _json(found: Sheet, ranges: tuple[Range, ...], quote: str, out: str | None) -> dict[str, Any]:
    return {
        "source": found.original.source,
        "page": found.number,
        "pages": found.original.pages,
        "kept": found.original.kept,
        "quote": quote or None,
        "ranges": [list(r) for r in ranges],
        "width": found.width,
        "height": found.height,
        "boxes": [[mark.left, mark.bottom, mark.right, mark.top] for mark in found.marks],
        "file": out,
    }
