"""`korpu add`, `note`, `sources`: taking statements and notes for file into the books."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_author, author, opened
from korpu.cli.files import each_file
from korpu.cli.modelling import add_model, proposer_of, show_proposed
from korpu.cli.output import complain, print_json, shorten, table
from korpu.cli.reading import open_document, scan_argument
from korpu.cli.words import counted, plain, time_words

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.app.intake import Added
    from korpu.cli.parser import Commands
    from korpu.store.rows import SourceRow

KINDS = ("statement", "decree", "press", "note", "digest", "register")


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "add", _add, "take statements into the books; what was read in them waits for review",
        more="The same words twice are one source.",
        examples="""korpu add interview.txt --published 2025-05 --title "Interview of the ambassador"
        xclip -o | korpu add - --kind press --url https://example.org/article""",
    )  # fmt: skip
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="text, PDF, DOCX, XLSX, HTML or mail; - reads standard input"
    )
    parser.add_argument("--published", metavar="EDTF", help="when it was published: 2025, 2025-05 or 2025-05-14")
    parser.add_argument("--lang", choices=("en", "uk", "az", "ru"), help="its main language, if it cannot be told")
    scan_argument(parser)
    parser.add_argument("--title", help="what the source is called (default: the name of the file)")
    parser.add_argument("--url", help="where it was published; it is kept, not fetched")
    parser.add_argument("--kind", choices=KINDS, default="statement", help="kind of source (default: statement)")
    add_model(parser)
    add_author(parser)
    parser = commands.add(
        "note", _note, "a note for file: who told whom what, and when",
        more="Its text is then the quote, and claims made from it are marked oral.",
        examples="""korpu note "Irpin asks for two transformers." --who "Mayor of Irpin" --when 2025-10-02""",
    )  # fmt: skip
    parser.add_argument("text", help="the note; - reads standard input")
    parser.add_argument("--who", required=True, help="who said it")
    parser.add_argument("--whom", help="to whom")
    parser.add_argument("--when", metavar="EDTF", help="when it was said")
    add_author(parser)
    parser = commands.add(
        "attach", _attach, "keep a photograph or a signed act as evidence",
        more="The file is kept by its hash; the words that say what it shows are the quote that claims rest on.",
        examples="""korpu attach roof.jpg --says "The roof of the polyclinic is finished." --when 2025-04-23""",
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", help="a PNG or JPEG picture or a PDF, up to 8 MB")
    parser.add_argument("--says", required=True, metavar="WORDS", help="what it shows")
    parser.add_argument("--place", help="where it was made")
    parser.add_argument("--when", metavar="EDTF", help="when it was made")
    add_author(parser)
    commands.add("sources", _sources, "the sources in the books and how far their review is")


def _add(arguments: argparse.Namespace) -> int:
    from korpu.app.intake import add as take_in

    proposer = proposer_of(arguments)
    more = {"url": arguments.url, "kind": arguments.kind}
    if arguments.title:
        more["title"] = arguments.title
    with ExitStack() as stack:
        books: list[Books] = []

        def one(path: str) -> Added:
            # The file comes first: one that cannot be read leaves no trace, not even an empty folder.
            document = open_document(
                path, published=arguments.published, lang=arguments.lang, scans=arguments.scans, **more
            )
            if not books:
                books.append(stack.enter_context(opened(arguments)))
            added = take_in(books[0], document, by=author(arguments), proposer=proposer)
            _say_unused(added, arguments)
            return added

        return each_file(arguments.files, one, added_json, show_added, json=arguments.json)


def _say_unused(added: Added, arguments: argparse.Namespace) -> None:
    """Say what was given about a source that is in the books already and is described otherwise there."""
    kept = added.reading.document
    given = {
        "date": (arguments.published, kept.published),
        "title": (arguments.title, kept.title),
        "URL": (arguments.url, kept.url),
    }
    unused = [f"the {name} “{new}” (kept: {old or 'none'})" for name, (new, old) in given.items() if new and new != old]
    if added.already and unused:
        message = (
            f"{added.source} is in the books already and stays as it was described; not used: {', '.join(unused)}."
        )
        complain("KORPU-INTAKE-002", message)


def added_json(path: str, added: Added) -> dict[str, Any]:
    """Return what `korpu add --json` prints for a file."""
    reading = added.reading
    return {
        "file": path,
        "source": added.source,
        "already": added.already,
        "entry": added.entry,
        "title": reading.document.title,
        "published": reading.document.published,
        "figures": len(reading.figures),
        "candidates": len(reading.candidates),
        "findings": [finding.as_json() for finding in reading.findings],
        "attachments": _attachments_json(added),
    } | ({"model": added.proposed.as_json()} if added.proposed is not None else {})


def _attachments_json(added: Added) -> list[dict[str, Any]]:
    """List every attachment of a mail, those inside attached mails too, and those that could not be read."""
    found: list[dict[str, Any]] = []
    for one in added.attached:
        name = one.reading.document.title
        found.append({"name": name, "source": one.source, "already": one.already, "error": None})
        found += _attachments_json(one)
    for name, code, message in added.refused:
        error = {"code": code, "message": message}
        found.append({"name": name, "source": None, "already": False, "error": error})
    return found


def show_added(path: str, added: Added) -> None:
    """Print what became of a file that was taken in."""
    if added.already:
        print(f"{path}: these words are in the books already, as {added.source}. Nothing was added.")
        return
    found = added.reading
    print(f"{path}: added as {added.source}.")
    print(f"  {counted(len(found.candidates), 'candidate')} to review, {counted(len(found.figures), 'figure')}.")
    grave = [f for f in found.findings if f.severity != "info"]
    for finding in grave:
        print(f"  {finding.severity} · {finding.check}: {shorten(finding.message, 160)}")
    show_proposed(path, added.proposed)
    for one in added.attached:
        show_added(f"{path}: {one.reading.document.title or 'attachment'}", one)
    for name, code, message in added.refused:
        complain(code, message, f"{path}: {name}")
    print("  Next: korpu review" if found.candidates else "  Select text in `korpu serve` to make a claim by hand.")


def _note(arguments: argparse.Namespace) -> int:
    import sys

    from korpu.app.intake import note

    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    with opened(arguments) as books:
        added = note(
            books, text, who=arguments.who, whom=arguments.whom, when=arguments.when, by=author(arguments)
        )  # fmt: skip
    if arguments.json:
        print_json(added_json("-", added))
    else:
        show_added("note for file", added)
    return 0


def _attach(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from korpu.app.attachments import attach
    from korpu.documents.load import bytes_of

    path = Path(arguments.file)
    raw = bytes_of(path)
    with opened(arguments) as books:
        added = attach(
            books, raw, name=path.name, says=arguments.says, place=arguments.place, when=arguments.when,
            by=author(arguments),
        )  # fmt: skip
    if arguments.json:
        print_json(added_json(arguments.file, added))
    else:
        show_added(arguments.file, added)
    return 0


def _sources(arguments: argparse.Namespace) -> int:
    from korpu.app.intake import sources
    from korpu.app.origins import origins

    with opened(arguments) as books:
        rows = sources(books)
        known = origins(books)
    if arguments.json:
        for row in rows:
            print_json(_source_json(row) | {"origin": known.origin(row.id)})
    elif rows:
        table(
            ("source", "kind", "published", "open", "accepted", "rejected", "asked", "title"),
            [
                (
                    r.id,
                    plain(r.kind),
                    time_words(r.published),
                    r.open,
                    r.accepted,
                    r.rejected,
                    r.asked,
                    _titled(r, known.origin(r.id)),
                )
                for r in rows
            ],
            right=(3, 4, 5, 6),
        )
    else:
        print("The books hold no source yet. Take one in: korpu add FILE --published 2025-05")
    return 0


def _titled(row: SourceRow, origin: str) -> str:
    """Return the title of a source; of one that prints another's text, with that said after it."""
    return row.title or "" if origin == row.id else f"{row.title or ''} (reprint)".strip()


def _source_json(row: SourceRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
