"""What `korpu check` does: statements against themselves (and the books, where there are any), or the whole ledger."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from korpu.cli.books import opened
from korpu.cli.files import each_file
from korpu.cli.output import print_json, wrapped
from korpu.cli.reading import open_document, read_document
from korpu.cli.words import counted
from korpu.kernel.finding import Finding
from korpu.statements.reading import Reading

GRAVE = frozenset({"error", "warning"})


def check_files(arguments: argparse.Namespace) -> int:
    """Check statements; 1 when a check reports an error or a warning, 3 when a file could not be read."""
    found: list[Finding] = []

    def one(path: str) -> Reading:
        reading = read_document(open_document(path, published=arguments.published, lang=arguments.lang))
        found.extend(reading.findings)
        return reading

    def as_json(path: str, reading: Reading) -> dict[str, Any]:
        findings = [finding.as_json() for finding in reading.findings]
        return {"file": path, "ok": not grave(reading.findings), "findings": findings}

    def show(path: str, reading: Reading) -> None:
        from korpu.cli.show_reading import show_findings

        print(path, end="")
        show_findings(reading.findings, reading.document.text)

    code = each_file(arguments.files, one, as_json, show, json=arguments.json)
    return code or int(grave(found))


def grave(findings: Sequence[Finding]) -> bool:
    """Whether there is an error or a warning among findings."""
    return any(finding.severity in GRAVE for finding in findings)


def check_ledger(arguments: argparse.Namespace) -> int:
    """Check every source of the books; 1 when a check reports an error or a warning."""
    from korpu.app.reports import findings

    with opened(arguments) as books:
        rows = findings(books)
        sources = len(books.sources())
    for row in rows:
        if arguments.json:
            print_json({"source": row.source, **row.finding.as_json()})
        else:
            wrapped(f"{row.finding.severity} · {row.finding.check}: {row.finding.message}")
            wrapped(f"in {row.source}" + (f"; {row.finding.arithmetic}" if row.finding.arithmetic else ""), "    ")
    if not arguments.json:
        print(f"{counted(len(rows), 'finding')} in {counted(sources, 'source')}.")
    return int(grave([row.finding for row in rows]))
