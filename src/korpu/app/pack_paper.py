"""The interview pack as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from korpu.app.answered import Given
from korpu.app.books import Books
from korpu.app.drafts import note_of
from korpu.app.held import held
from korpu.app.packs import PackRow
from korpu.briefs.differences import difference
from korpu.briefs.interview import WORDS, Sheet, interview_docx
from korpu.briefs.voice import Voice
from korpu.kernel.edtf import format_time
from korpu.ledger.record import Record

MOST = 12
"""Most changes and sentences printed for one question."""


def pack_docx(books: Books, rows: Sequence[PackRow], language: str) -> bytes:
    """Return a pack as a DOCX in a language; findings are comments at the words of the draft answers."""
    titles = {row.id: row.title or row.id for row in books.sources()}
    known = {record.id: record for record in held(books)}
    day = format_time(books.clock().date().isoformat(), language)
    return interview_docx([_sheet(row, language, titles, known) for row in rows], language, day)


def _sheet(row: PackRow, language: str, titles: dict[str, str], known: Mapping[str, Record]) -> Sheet:
    voice = Voice(language)
    first = row.question.draft[0] if row.question.draft else 0
    notes = tuple(
        (start - first, end - first, note_of(finding, language, titles, known))
        for finding in row.findings
        for start, end in finding.finding.ranges[:1]
    )
    changes = [f"{voice.title(change.record)}: {difference(change, language)}" for change in row.changes[:MOST]]
    return Sheet(
        row.question.text,
        row.last.quote if row.last else None,
        cited(row.last, language) if row.last else "",
        row.last.question if row.last else None,
        tuple(changes),
        row.since is not None,
        tuple(sentence.text for sentence in row.answer.sentences[:MOST]),
        row.answer.missing,
        tuple(f"“{one.quote}” {cited(one, language)}" for one in row.before),
        row.draft,
        notes,
    )


def cited(given: Given, language: str) -> str:
    """Return who said something where and when: "Ambassador, An interview, May 2025"."""
    when = format_time(given.said, language) if given.said else WORDS[language]["no_date"]
    return ", ".join(part for part in (given.speaker, given.title, when, given.url) if part)
