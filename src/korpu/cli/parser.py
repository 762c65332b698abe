"""The arguments of every command; each group of commands adds its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from korpu import __version__
from korpu.cli import (
    asking,
    corridors,
    custody,
    evidence,
    exchange,
    flows,
    hanging,
    incidents,
    intake,
    lining,
    origins,
    packing,
    paging,
    reading,
    records,
    reports,
    review,
    scenarios,
    serving,
    waiving,
    watching,
)

_INTRO = """\
Keeps the books of a partnership between two countries, every figure tied to the sentence that states it.

read a statement       korpu read interview.txt --published 2025-05
put it in the books    korpu add interview.txt --published 2025-05
decide what it says    korpu review
look things up         korpu ledger --place Irpin;  korpu ask "What has been done in Irpin?"
work in the browser    korpu serve
"""
_END = """\
Every command prints JSON with --json (docs/cli.md). Exit codes: 0 done, 1 the answer is no, 2 usage, 3 bad input.
No command uses the network, but for read and add with --model, which ask the language model that you configured.
"""


class Parser(argparse.ArgumentParser):
    """argparse that complains the way korpu does: one sentence with a code, exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and where help is."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        print(f"KORPU-USAGE-001: {sentence}; see {self.prog} --help.", file=sys.stderr)
        raise SystemExit(2)


class Commands:
    """Adds commands to the parser, each with the options that all of them have."""

    def __init__(self, subparsers: Any) -> None:
        self._subparsers = subparsers

    def add(
        self,
        name: str,
        run: Callable[[argparse.Namespace], int | None],
        summary: str,
        *,
        more: str = "",
        examples: str = "",
        books: bool = True,
    ) -> argparse.ArgumentParser:
        """Add one command; `books` says whether it opens a data folder."""
        text = f"{summary[:1].upper()}{summary[1:]}.{' ' + more if more else ''}"
        parser: argparse.ArgumentParser = self._subparsers.add_parser(
            name, help=summary, description=text, formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=f"examples:\n{_indent(examples)}" if examples else None, allow_abbrev=False,
        )  # fmt: skip
        parser.set_defaults(run=run)
        _common(parser, books=books, default=argparse.SUPPRESS)
        return parser


def _common(parser: argparse.ArgumentParser, *, books: bool, default: Any = None) -> None:
    """Add the options of every command; they may stand before the command or after it."""
    parser.add_argument("--json", action="store_true", default=default or False, help="print JSON, one object a line")
    if books:
        parser.add_argument(
            "--data", metavar="DIR", default=default, help="the folder of the books (default: $KORPU_DATA or yours)"
        )
        parser.add_argument(
            "--demo", action="store_true", default=default or False, help="the books of the demonstration"
        )


def _indent(text: str) -> str:
    return "\n".join(f"  {line.strip()}" for line in text.strip().splitlines())


def build() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(
        prog="korpu", description=_INTRO, epilog=_END, formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"korpu {__version__}")
    _common(parser, books=True)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    commands = Commands(subparsers)
    for group in (
        reading,
        waiving,
        lining,
        packing,
        intake,
        watching,
        review,
        evidence,
        paging,
        origins,
        incidents,
        exchange,
        records,
        reports,
        asking,
        corridors,
        hanging,
        flows,
        scenarios,
        custody,
        serving,
    ):
        group.add(commands)
    return parser
