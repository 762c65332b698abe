"""`korpu watch`: a folder whose files are taken into the books as they come."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import complain, print_json

if TYPE_CHECKING:
    from korpu.app.watching import Seen
    from korpu.cli.parser import Commands

SETTLES = 1.0
"""Seconds between two looks at a file before it counts as whole."""

LEAST, MOST = 0.1, 86_400.0
"""Seconds that `--every` may be: no busy loop, and at least one look a day."""


def add(commands: Commands) -> None:
    """Add the command of this group."""
    parser = commands.add(
        "watch", _watch, "take in every file that is put into a folder",
        more="Files stay where they are; each is taken in once it no longer changes. Ctrl-C ends it.",
        examples="""korpu watch ~/Statements
        korpu watch ~/Statements --once""",
    )  # fmt: skip
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument(
        "--every", type=_seconds, default=10.0, metavar="SECONDS", help="how often to look (default: 10)"
    )
    parser.add_argument("--once", action="store_true", help="take in what is there and end")
    add_author(parser)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not LEAST <= seconds <= MOST:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of seconds from {LEAST:g} to {MOST:,.0f}")
    return seconds


def _watch(arguments: argparse.Namespace) -> int:
    from korpu.app.watching import Watch

    watch = Watch(Path(arguments.folder).expanduser(), by=author(arguments))
    with opened(arguments) as books:
        try:
            failed = False
            for _ in watch.look(books):
                pass  # the first look only learns what is there
            while True:
                time.sleep(SETTLES if arguments.once else arguments.every)
                for seen in watch.look(books):
                    failed |= seen.error is not None
                    _say(seen, json=arguments.json)
                if arguments.once:
                    return 3 if failed else 0
        except KeyboardInterrupt:
            return 0


def _say(seen: Seen, *, json: bool) -> None:
    from korpu.cli.intake import added_json, show_added

    if seen.added is None:
        error = seen.error
        if error is not None:
            complain(error.code, error.message, str(seen.path))
            if json:
                print_json({"file": str(seen.path), "error": {"code": error.code, "message": error.message}})
    elif json:
        print_json(added_json(str(seen.path), seen.added))
    else:
        show_added(str(seen.path), seen.added)
