"""`korpu verify`, `backup`, `erase`: proving that the books are unaltered, copying them, destroying what must go."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json, working
from korpu.cli.words import counted

if TYPE_CHECKING:
    from korpu.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    commands.add(
        "verify", _verify, "prove that no entry was altered, removed or swapped",
        more="Exit code 1 when one was; the first such entry is named.",
    )  # fmt: skip
    parser = commands.add(
        "backup", _backup, "copy the books while they are in use, and verify the copy",
        examples="korpu backup /media/stick/books-2025-05",
    )  # fmt: skip
    parser.add_argument("target", metavar="TARGET", help="a folder for the copy, or a .sqlite3 file")
    parser = commands.add(
        "erase", _erase, "destroy what an entry says and the words it quotes; verify still passes",
        more="For personal data that slipped in. It cannot be undone, and copies made before keep what they hold.",
        examples='korpu erase embassy-12 --why "names of children" --approved-by "Data protection officer" --yes',
    )  # fmt: skip
    parser.add_argument("entry", metavar="ENTRY", help="the entry, as `korpu record ID` or `korpu sources` name it")
    parser.add_argument("--why", required=True, help="why it has to go")
    parser.add_argument("--approved-by", required=True, metavar="NAME", help="who approved it")
    parser.add_argument("--yes", action="store_true", help="do not ask at the terminal")
    add_author(parser)


def _verify(arguments: argparse.Namespace) -> int:
    from korpu.app.custody import verify

    with opened(arguments) as books, working("checking every entry"):
        verdict = verify(books)
    if arguments.json:
        print_json(verdict.as_json())
    elif verdict.ok:
        erased = f", {verdict.erased:,} of them erased as recorded" if verdict.erased else ""
        print(f"The books are as they were written: {counted(verdict.entries, 'entry', 'entries')}{erased}.")
    else:
        print(f"The books were altered. First at {verdict.first_bad}: {verdict.reason}.")
    return 0 if verdict.ok else 1


def _backup(arguments: argparse.Namespace) -> int:
    from korpu.app.custody import backup

    with opened(arguments) as books, working("copying and verifying"):
        done = backup(books, arguments.target)
    if arguments.json:
        print_json({"path": str(done.path), "verified": done.verified.as_json()})
    else:
        print(f"Copied to {done.path} and verified: {counted(done.verified.entries, 'entry', 'entries')}.")
    return 0


def _erase(arguments: argparse.Namespace) -> int:
    from korpu.app.custody import erase

    if not arguments.yes and sys.stdin.isatty():
        answer = input(f"Erase {arguments.entry} for good, with the words it quotes? Type the entry's name: ")
        if answer.strip() != arguments.entry:
            print("Nothing was erased.")
            return 1
    with opened(arguments) as books:
        done = erase(books, arguments.entry, why=arguments.why, approved_by=arguments.approved_by, by=author(arguments))
    if arguments.json:
        names = ("entry", "target", "also", "sources", "swept")
        print_json({name: getattr(done, name) for name in names})
        return 0
    also = f" with {counted(len(done.also), 'entry', 'entries')} that quoted the same words" if done.also else ""
    print(f"Erased {done.target}{also}; entry {done.entry} says why and who approved it.")
    if not done.swept:
        print("Another program was reading the books: the freed places are overwritten when they are next opened.")
    return 0
