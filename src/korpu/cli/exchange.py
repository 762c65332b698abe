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
    from korpu.standards.breach import Breach


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
    parser = commands.add(
        "validate", _validate, "the rules of a format that files break", books=False,
        more="Exit code 1 when a file breaks a rule without which it cannot be read.",
        examples="korpu validate cases.json\nkorpu validate cases.json --standard stix --json",
    )  # fmt: skip
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--standard", choices=("claimreview", "stix"), help="the format (default: as it seems)")


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

    def one(path: str) -> list[Imported]:
        data = _bytes(path)
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


def _bytes(path: str) -> bytes:
    """Read a file, or standard input for -, no further than the limit."""
    from korpu.standards.untrusted import MOST_BYTES

    if path == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _validate(arguments: argparse.Namespace) -> int:
    from korpu.app.exchange import validate

    invalid: list[str] = []

    def one(path: str) -> tuple[str, list[Breach]]:
        standard, breaches = validate(_bytes(path), arguments.standard)
        if any(breach.severity == "error" for breach in breaches):
            invalid.append(path)
        return standard, breaches

    def as_json(path: str, done: tuple[str, list[Breach]]) -> dict[str, Any]:
        errors = [breach.as_json() for breach in done[1]]
        return {"file": path, "standard": done[0], "valid": path not in invalid, "errors": errors}

    def show(path: str, done: tuple[str, list[Breach]]) -> None:
        print(f"{path}: {done[0]}, " + ("not valid" if path in invalid else "valid"))
        for breach in done[1]:
            print(f"  {breach.severity} · {breach.rule}: {breach.message} ({breach.path})")

    code = each_file(arguments.files, one, as_json, show, json=arguments.json)
    return code or (1 if invalid else 0)
