"""`korpu export`, `import`: cases of false claims handed to other registers, and theirs taken in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_author, author, opened
from korpu.cli.files import each_file
from korpu.cli.output import complain, print_json, shorten
from korpu.cli.words import counted

if TYPE_CHECKING:
    from korpu.app.exchange import Imported
    from korpu.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "export", _export, "hand incidents to other registers: schema.org ClaimReview or a STIX 2.1 bundle",
        more="The same books give the same file. What the format cannot carry is listed on stderr, with the reason.",
        examples="""korpu export --to claimreview --out case.json --base https://example.org/facts rec-1
        korpu export --to stix > cases.json""",
    )  # fmt: skip
    parser.add_argument("records", nargs="*", metavar="ID", help="the incidents (default: all)")
    parser.add_argument("--to", choices=("claimreview", "stix"), required=True, help="the format")
    parser.add_argument("--out", metavar="FILE", help="the file to write (default: standard output)")
    parser.add_argument("--base", metavar="URL", help="where the cases are published, for ClaimReview")
    parser = commands.add(
        "import", _import, "take in incidents of other registers: ClaimReview or STIX 2.1",
        more="Each case waits for review; what is in the books already changes nothing.",
        examples="korpu import cases.json\nkorpu review",
    )  # fmt: skip
    parser.add_argument("files", nargs="+", metavar="FILE")
    add_author(parser)


def _export(arguments: argparse.Namespace) -> int:
    from korpu.app.exchange import export

    with opened(arguments) as books:
        done = export(books, arguments.to, arguments.records, base=arguments.base)
    if arguments.out:
        Path(arguments.out).write_text(done.text, encoding="utf-8")
    if arguments.json:
        losses = [loss.as_json() for loss in done.losses]
        print_json({"file": arguments.out, "to": done.standard, "cases": [c.uid for c in done.cases], "losses": losses})
        return 0
    if not arguments.out:
        sys.stdout.write(done.text)
    for loss in done.losses:
        what = f"{loss.case}: {loss.field} “{shorten(loss.value, 60)}” is not in the file: {loss.reason}."
        complain("KORPU-EXCHANGE-008", what)
    if arguments.out:
        left = counted(len(done.losses), "value")
        print(f"{counted(len(done.cases), 'incident')} in {arguments.out}, {left} not carried.")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from korpu.app.exchange import import_cases
    from korpu.standards.untrusted import MOST_BYTES

    def one(path: str) -> list[Imported]:
        if path == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        with opened(arguments) as books:
            return import_cases(books, data, by=author(arguments))

    def as_json(path: str, done: list[Imported]) -> dict[str, Any]:
        return {"file": path, "cases": [case.__dict__ for case in done]}

    def show(path: str, done: list[Imported]) -> None:
        fresh = [case for case in done if not case.already]
        print(f"{path}: {counted(len(done), 'case')}, {len(fresh)} new. Next: korpu review")
        for case in done:
            print(
                f"  {case.title}: " + ("in the books already" if case.already else f"waits for review as {case.source}")
            )

    return each_file(arguments.files, one, as_json, show, json=arguments.json)
