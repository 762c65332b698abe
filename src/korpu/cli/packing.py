"""`korpu pack`: questions of a journalist, what was last answered to each, and what has changed since."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.cli import report_json as shape
from korpu.cli.books import opened
from korpu.cli.output import print_json, shorten, wrapped
from korpu.cli.reading import open_document

if TYPE_CHECKING:
    from korpu.app.answered import Given
    from korpu.app.packs import PackRow
    from korpu.cli.parser import Commands

QUOTE = 400


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add(
        "pack", _pack, "prepare an interview: to each question the last answer, what changed since, a checked draft",
        more="Questions end with a question mark, in en, uk, az or ru; what follows one is the draft of its answer. "
        "Nothing of the file is kept.",
        examples="""korpu pack questions.docx
        korpu pack questions.txt --since 2025-05 --docx pack.docx --in uk
        korpu pack questions.txt --json""",
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", help="the questions: text, DOCX, PDF, HTML …")
    parser.add_argument("--since", metavar="DATE", help="the last interview: changes count from then (EDTF)")
    parser.add_argument("--in", dest="words", choices=("en", "uk", "az"), help="language (default: each question's)")
    parser.add_argument("--docx", metavar="OUT.docx", help="also write the pack as a Word file")


def _pack(arguments: argparse.Namespace) -> int:
    from korpu.app.packs import pack

    document = open_document(arguments.file)
    with opened(arguments) as books:
        rows = pack(books, document, language=arguments.words, since=arguments.since)
        if arguments.docx:
            from korpu.app.pack_paper import pack_docx

            Path(arguments.docx).write_bytes(pack_docx(books, rows, arguments.words or rows[0].language))
    for number, row in enumerate(rows, 1):
        if arguments.json:
            print_json(as_json(row))
        else:
            _show(number, row)
    return 0


def as_json(row: PackRow) -> dict[str, Any]:
    """Return one question of the pack, every key present."""
    return {
        "question": row.question.text,
        "range": [row.question.start, row.question.end],
        "language": row.language,
        "last": _given(row.last) if row.last else None,
        "before": [_given(one) for one in row.before],
        "since": row.since,
        "changes": [shape.change(change) for change in row.changes],
        "today": [sentence.as_json() for sentence in row.answer.sentences],
        "missing": list(row.answer.missing) if row.last is None else [],
        "draft": row.draft,
        "findings": [shape.found(found) for found in row.findings],
    }


def _given(one: Given) -> dict[str, Any]:
    return {
        "source": one.source, "title": one.title, "kind": one.kind, "said": one.said, "speaker": one.speaker,
        "quote": one.quote, "ranges": [list(r) for r in one.ranges], "question": one.question, "url": one.url,
    }  # fmt: skip


def _show(number: int, row: PackRow) -> None:
    from korpu.app.drafts import told
    from korpu.app.pack_paper import cited
    from korpu.briefs.differences import difference
    from korpu.briefs.interview import WORDS
    from korpu.briefs.voice import Voice

    words, voice = WORDS[row.language], Voice(row.language)
    wrapped(f"{number}. {row.question.text}")
    if row.last is None:
        wrapped(words["nothing"], "   ")
        for line in row.answer.missing:
            wrapped(f"– {words['missing']}: {line}", "   ")
    else:
        wrapped(f"{words['last']}: “{shorten(row.last.quote, QUOTE)}” {cited(row.last, row.language)}", "   ")
        if not row.changes:
            wrapped(f"{words['changed']}: {words['same' if row.since else 'undated']}", "   ")
        for change in row.changes:
            wrapped(f"{words['changed']}: {voice.title(change.record)}: {difference(change, row.language)}", "   ")
    if row.draft:
        wrapped(f"{words['draft']}: {shorten(row.draft, QUOTE)}", "   ")
    for found in row.findings:
        wrapped(f"{found.finding.severity} · {found.finding.check}: {told(found, row.language, {})}", "   ! ")
    print()
