"""What `korpu check` does: statements against themselves (and the books, where there are any), or the whole ledger."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from korpu.cli.books import folder, has_books, opened
from korpu.cli.files import each_file
from korpu.cli.reading import open_document, read_document
from korpu.cli.reports import show_rows
from korpu.cli.words import counted
from korpu.kernel.finding import Finding
from korpu.statements.reading import Reading

Checked = tuple[Reading, Sequence[Finding]]
GRAVE = frozenset({"error", "warning"})


def check_files(arguments: argparse.Namespace) -> int:
    """Check statements; 1 when a check reports an error or a warning, 3 when a file could not be read."""
    grave_ones: list[Finding] = []

    def one(path: str) -> Checked:
        reading = read_document(open_document(path, published=arguments.published, lang=arguments.lang))
        found = (*reading.findings, *_of_ledger(arguments, reading))
        grave_ones.extend(finding for finding in found if finding.severity in GRAVE)
        return reading, found

    def as_json(path: str, checked: Checked) -> dict[str, Any]:
        findings = [finding.as_json() for finding in checked[1]]
        return {"file": path, "ok": not grave(checked[1]), "findings": findings}

    def show(path: str, checked: Checked) -> None:
        from korpu.cli.show_reading import show_findings

        print(path, end="")
        show_findings(checked[1], checked[0].document.text, language=arguments.words)

    code = each_file(arguments.files, one, as_json, show, json=arguments.json)
    return code or int(bool(grave_ones))


def _of_ledger(arguments: argparse.Namespace, reading: Reading) -> list[Finding]:
    """Return where a statement does not go with the ledger; nothing where there are no books."""
    if not arguments.demo and not has_books(folder(arguments)):
        return []
    from korpu.app.checking import against_ledger

    with opened(arguments) as books:
        return [one.finding for one in against_ledger(books, reading)]


def grave(findings: Sequence[Finding]) -> bool:
    """Whether there is an error or a warning among findings."""
    return any(finding.severity in GRAVE for finding in findings)


def check_ledger(arguments: argparse.Namespace) -> int:
    """Check every source of the books; 1 when a check reports an error or a warning."""
    from korpu.app.reports import findings

    with opened(arguments) as books:
        rows = findings(books)
        sources = len(books.sources())
    show_rows(rows, json=arguments.json, language=arguments.words)
    if not arguments.json:
        print(f"{counted(len(rows), 'finding')} in {counted(sources, 'source')}.")
    return int(grave([row.finding for row in rows]))
