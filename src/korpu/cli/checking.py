"""What `korpu check` does: statements against themselves (and the books, where there are any), or the whole ledger."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.cli import report_json as shape
from korpu.cli.books import folder, has_books, opened
from korpu.cli.files import each_file
from korpu.cli.reading import open_document, read_document
from korpu.cli.reports import show_rows, show_waiver
from korpu.cli.words import counted
from korpu.kernel.finding import Finding
from korpu.statements.reading import Reading

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.app.findings import FindingRow

Checked = tuple[Reading, Sequence["FindingRow"]]
GRAVE = frozenset({"error", "warning"})


def check_files(arguments: argparse.Namespace) -> int:
    """Check statements; 1 when a check reports an error or a warning, 3 when a file could not be read."""
    grave_ones: list[Finding] = []
    _one_copy(arguments)

    def one(path: str) -> Checked:
        reading = read_document(
            open_document(path, published=arguments.published, lang=arguments.lang, scans=arguments.scans)
        )
        found = _found(arguments, reading)
        if arguments.annotated:
            _annotate(arguments, path, reading, found)
        grave_ones.extend(row.finding for row in found if row.finding.severity in GRAVE and row.waiver is None)
        return reading, found

    def as_json(path: str, checked: Checked) -> dict[str, Any]:
        standing = [row.finding for row in checked[1] if row.waiver is None]
        return {"file": path, "ok": not grave(standing), "findings": [shape.found(row) for row in checked[1]]}

    def show(path: str, checked: Checked) -> None:
        from korpu.cli.show_reading import show_findings

        print(path, end="")
        found = [row.finding for row in checked[1]]
        names = [row.id for row in checked[1]]
        show_findings(found, checked[0].document.text, language=arguments.words, ids=names)
        for row in (row for row in checked[1] if row.waiver):
            show_waiver(row)

    code = each_file(arguments.files, one, as_json, show, json=arguments.json)
    return code or int(bool(grave_ones))


def _one_copy(arguments: argparse.Namespace) -> None:
    if arguments.annotated and (len(arguments.files) > 1 or not arguments.annotated.lower().endswith(".docx")):
        from korpu.kernel.errors import UsageError

        raise UsageError("KORPU-USAGE-007", "--annotated takes one file at a time and writes a file ending in .docx.")


def _annotate(arguments: argparse.Namespace, path: str, reading: Reading, rows: Sequence[FindingRow]) -> None:
    """Write the copy with comments; the file that was read is never written over."""
    from korpu.app.drafts import Draft, annotated_copy
    from korpu.documents import LoadedDocument
    from korpu.kernel.errors import UsageError

    target, own = Path(arguments.annotated), Path(path)
    if path != "-" and target.exists() and target.samefile(own):
        raise UsageError("KORPU-USAGE-008", "The copy with comments needs a name of its own.")
    titles, known = {}, {}
    if arguments.demo or has_books(folder(arguments)):
        from korpu.app.records import ledger

        with opened(arguments) as books:
            titles = {row.id: row.title or row.id for row in books.sources()}
            known = {record.id: record for record in ledger(books)}
    if isinstance(reading.document, LoadedDocument):
        raw = own.read_bytes() if path != "-" else None
        target.write_bytes(annotated_copy(Draft(reading.document, reading, raw), rows, arguments.words, titles, known))


def _found(arguments: argparse.Namespace, reading: Reading) -> list[FindingRow]:
    """Return what is found in a statement, and where it does not go with the books if there are any."""
    if not arguments.demo and not has_books(folder(arguments)):
        from korpu.app.findings import FindingRow, finding_id

        source = reading.document.id
        return [FindingRow(source, one, id=finding_id(source, one)) for one in reading.findings]
    with opened(arguments) as books:
        return [row for row in rows_of(books, reading) if (row.waiver is not None) == arguments.waived]


def rows_of(books: Books, reading: Reading) -> list[FindingRow]:
    """Return what is found in a statement by itself and against the books, waived or not."""
    from korpu.app.drafts import checked

    return checked(books, reading)


def grave(findings: Sequence[Finding]) -> bool:
    """Whether there is an error or a warning among findings."""
    return any(finding.severity in GRAVE for finding in findings)


def check_ledger(arguments: argparse.Namespace) -> int:
    """Check every source of the books; 1 when a check reports an error or a warning."""
    from korpu.app.reports import findings

    with opened(arguments) as books:
        rows = findings(books, waived=arguments.waived)
        sources = len(books.sources())
    show_rows(rows, json=arguments.json, language=arguments.words)
    if not arguments.json:
        print(f"{counted(len(rows), 'finding')} in {counted(sources, 'source')}.")
    return int(grave([row.finding for row in rows if row.waiver is None]))
