"""The books a command works on: where they lie, and who is working on them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.cli.output import working
from korpu.kernel.errors import ConflictError

if TYPE_CHECKING:
    from korpu.app.books import Books

MARK = "demonstration.txt"
"""File that marks a data folder as the demonstration's, so that it is never mixed with anybody's books."""


def folder(arguments: argparse.Namespace) -> Path:
    """Return the data folder of a command, unopened: --data, else $KORPU_DATA, else the user's own."""
    from korpu.store.connect import default_folder

    if not arguments.data:
        own = default_folder()
        arguments.data = str(own.with_name(f"{own.name}-demo") if arguments.demo else own)
    return Path(arguments.data)


def opened(arguments: argparse.Namespace, *, load: bool = True) -> Books:
    """Open the books of a command; use as a context manager. With --demo an empty folder gets the demonstration.

    Raises ConflictError KORPU-DEMO-001 rather than mix the demonstration with other books.
    """
    from korpu.app.books import open_books

    where = folder(arguments)
    if arguments.demo and has_books(where) and not (where / MARK).is_file():
        raise ConflictError(
            "KORPU-DEMO-001", f"{where} holds books of its own; the demonstration needs another folder."
        )
    books = open_books(where)
    if arguments.demo:
        (where / MARK).write_text("These books hold the demonstration of korpu.\n", encoding="utf-8")
        if load:
            load_demo(books)
    return books


def load_demo(books: Books) -> bool:
    """Load the demonstration unless the books hold it already; return whether it was loaded."""
    from korpu.app.demo import is_loaded, load

    if is_loaded(books):
        return False
    with working("loading the demonstration"):
        load(books)
    return True


def has_books(where: Path) -> bool:
    """Whether there are books in a folder already."""
    from korpu.store import sqlite

    return (where / sqlite.FILE).is_file()


def add_author(parser: argparse.ArgumentParser) -> None:
    """Add the option that says who makes the entry."""
    parser.add_argument("--by", metavar="NAME", help="who makes the entry (default: $KORPU_BY, else your login)")


def author(arguments: argparse.Namespace) -> str:
    """Return the name under which entries are written."""
    told = arguments.by or os.environ.get("KORPU_BY")
    if told:
        return str(told)
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"


def add_clocks(parser: argparse.ArgumentParser) -> None:
    """Add the two clocks: what had been said by a date, and what the books knew by a date."""
    parser.add_argument("--said", metavar="DATE", help="only from sources published by then (EDTF)")
    parser.add_argument("--known", metavar="DATE", help="only what was in the books by then (for audit)")
