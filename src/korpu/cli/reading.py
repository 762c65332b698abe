"""`korpu read`, `text`, `check`: what stands in a statement and where it cannot be right. Opens no books for files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.cli.files import each_file
from korpu.cli.modelling import add_model, proposer_of, show_proposed

if TYPE_CHECKING:
    from korpu.app.model.propose import Proposed
    from korpu.cli.parser import Commands
    from korpu.statements.document import Document
    from korpu.statements.reading import Reading


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "read", _read, "figures, candidates and findings of statements", books=False,
        more="Nothing is written; offsets count in the text that `korpu text` prints.",
        examples="""korpu read interview.txt --published 2025-05
        korpu read *.txt --json > readings.jsonl""",
    )  # fmt: skip
    _file_arguments(parser)
    add_model(parser)
    parser = commands.add(
        "text", _text, "the canonical text of files, in which all offsets count", books=False,
        examples="korpu text interview.txt",
    )  # fmt: skip
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser = commands.add(
        "check", _check, "where statements contradict themselves; without files, the whole ledger",
        more="Statements are also compared with the books, where there are any. Exit code 1 on an error or a warning.",
        examples="""korpu check speech-draft.txt
        korpu check
        korpu check speech-draft.txt --demo --in uk
        korpu check speech-draft.docx --annotated checked.docx
        korpu check --waived""",
    )  # fmt: skip
    _file_arguments(parser, "*")
    parser.add_argument("--waived", action="store_true", help="the findings that were waived, with who, when and why")
    parser.add_argument("--in", dest="words", choices=("en", "uk", "az"), default="en", help="language of the findings")
    parser.add_argument("--annotated", metavar="OUT.docx", help="also write a Word file with the findings as comments")


def _file_arguments(parser: argparse.ArgumentParser, number: str = "+") -> None:
    parser.add_argument(
        "files",
        nargs=number,
        metavar="FILE",
        help="text, PDF, DOCX, XLSX, HTML or mail; several are read in their order",
    )
    parser.add_argument("--published", metavar="EDTF", help="when it was published: 2025, 2025-05 or 2025-05-14")
    parser.add_argument("--lang", choices=("en", "uk", "az", "ru"), help="its main language, if it cannot be told")
    scan_argument(parser)


def scan_argument(parser: argparse.ArgumentParser) -> None:
    """Add the option for scans."""
    parser.add_argument("--scans", action="store_true", help="recognise scans and pictures, if tesseract is installed")


def open_document(path: str, *, published: str | None = None, lang: str | None = None, **more: Any) -> Document:
    """Load a file (- is standard input) as a document, its title being the file's name unless told otherwise."""
    from korpu.documents import LIMIT, load
    from korpu.kernel.edtf import parse

    if published is not None:
        parse(published)
    if path == "-":
        return load(sys.stdin.buffer.read(LIMIT + 1), published=published, language=lang, **more)
    return load(Path(path), published=published, language=lang, **{"title": Path(path).stem, **more})


def read_document(document: Document) -> Reading:
    """Read a document with the names of the world, without opening any books."""
    from korpu.app.names import names
    from korpu.statements.read import read

    return read(document, names())


def _read(arguments: argparse.Namespace) -> int:
    proposer = proposer_of(arguments)

    def one(path: str) -> tuple[Reading, Proposed | None]:
        reading = read_document(
            open_document(path, published=arguments.published, lang=arguments.lang, scans=arguments.scans)
        )
        if proposer is None:
            return reading, None
        from korpu.app.model.propose import with_proposed

        said = proposer(reading)
        return with_proposed(reading, said), said

    def as_json(_path: str, found: tuple[Reading, Proposed | None]) -> dict[str, Any]:
        return found[0].as_json() | ({"model": found[1].as_json()} if found[1] is not None else {})

    def show(path: str, found: tuple[Reading, Proposed | None]) -> None:
        from korpu.cli.show_reading import show_reading

        show_reading(path, found[0])
        show_proposed(path, found[1])

    return each_file(arguments.files, one, as_json, show, json=arguments.json)


def _text(arguments: argparse.Namespace) -> int:
    def as_json(path: str, document: Document) -> dict[str, Any]:
        return {"file": path, "id": document.id, "characters": len(document.text), "text": document.text}

    def show(_path: str, document: Document) -> None:
        print(document.text, end="" if document.text.endswith("\n") else "\n")

    return each_file(arguments.files, open_document, as_json, show, json=arguments.json)


def _check(arguments: argparse.Namespace) -> int:
    from korpu.cli.checking import check_files, check_ledger

    return check_files(arguments) if arguments.files else check_ledger(arguments)
