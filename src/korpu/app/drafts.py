"""Checking a draft before it is published: against itself and the books, without a word of it being kept in them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from korpu.app.books import Books
from korpu.app.checking import against_ledger
from korpu.app.claims import GAP
from korpu.app.cleared import against_cleared
from korpu.app.findings import FindingRow, with_waivers
from korpu.documents import LoadedDocument
from korpu.documents.annotate import Comment, annotated, typed
from korpu.documents.media import DOCX
from korpu.drawing.sentences import arithmetic, sentence, word
from korpu.kernel.finding import Finding, Input
from korpu.ledger.checks import LedgerFinding
from korpu.ledger.record import Record
from korpu.statements.reading import Reading

_WORDS = {
    "en": {"error": "Error", "warning": "Warning", "info": "Note", "right": "Proposal", "beside": "Compared with"},
    "uk": {
        "error": "Помилка",
        "warning": "Увага",
        "info": "Зауваження",
        "right": "Пропозиція",
        "beside": "Порівняно з",
    },
    "az": {"error": "Səhv", "warning": "Diqqət", "info": "Qeyd", "right": "Təklif", "beside": "Müqayisə edilib"},
}
_KEPT = 16
_FOUND: OrderedDict[tuple[object, ...], list[LedgerFinding]] = OrderedDict()
_LOCK = Lock()
_ORDER = {"error": 0, "warning": 1, "info": 2}
_LONGEST = 400


@dataclass(frozen=True)
class Draft:
    """A text that is about to be published, as it was read; `raw` are the bytes of its file where there is one."""

    document: LoadedDocument
    reading: Reading
    raw: bytes | None = None


def draft_of(books: Books, document: LoadedDocument, raw: bytes | None = None) -> Draft:
    """Read a draft with the names of the books; nothing is written."""
    return Draft(document, books.read(document), raw)


def checked(books: Books, reading: Reading) -> list[FindingRow]:
    """Return what is found in a statement by itself and against the books, waived or not, in the order of its text."""
    source = reading.document.id
    own = [FindingRow(source, finding) for finding in reading.findings]
    found = [FindingRow(source, _quoted(books, one.finding), one.record) for one in _compared(books, reading)]
    return with_waivers(books, sorted([*own, *found], key=_place))


def _compared(books: Books, reading: Reading) -> list[LedgerFinding]:
    """Return what comparing finds, from memory while neither the words nor the books nor the day have changed."""
    heads = tuple((head.site, head.seq, head.hash) for head in books.journal.heads())
    own = reading.document
    key = (books.alias, own.sha256, own.published, own.language, books.clock().date(), heads)
    with _LOCK:
        if key in _FOUND:
            return _FOUND[key]
    found = [*against_ledger(books, reading), *against_cleared(books, reading)]
    with _LOCK:
        _FOUND[key] = found
        while len(_FOUND) > _KEPT:
            _FOUND.popitem(last=False)
    return found


def forget(draft: Draft) -> None:
    """Drop what comparing one draft has found; what was found in others stays."""
    with _LOCK:
        for key in [key for key in _FOUND if key[1] == draft.reading.document.sha256]:
            del _FOUND[key]


def _place(row: FindingRow) -> tuple[int, int, int]:
    """Where a finding stands in the text: by the end of its first words, where its number is printed."""
    start, end = row.finding.ranges[0] if row.finding.ranges else (-1, -1)
    return end, start, _ORDER.get(row.finding.severity, 3)


def _quoted(books: Books, finding: Finding) -> Finding:
    """Return a finding with the words of the sources that it compares with, where it only says where they stand."""
    bare = [one for one in finding.inputs if not one.quote]
    if not bare:
        return finding
    known = {row.id for row in books.sources()}
    inputs = [replace(one, quote=_words_at(books, one)) if one in bare and one.source in known else one
              for one in finding.inputs]  # fmt: skip
    return replace(finding, inputs=tuple(inputs))


def _words_at(books: Books, one: Input) -> str:
    text = books.document(one.source).text
    return GAP.join(" ".join(text[start:end].split()) for start, end in one.ranges)


def told(row: FindingRow, language: str, known: Mapping[str, Record]) -> str:
    """Return what a finding says in the reader's language, the record that it begins with called as it is there."""
    english, said = row.finding.message, sentence(row.finding.message, language)
    record = known.get(row.record or "")
    title = record.name() if record else ""
    if record is None or not (english.startswith(title) and said.startswith(title)):
        return said
    return record.name(language) + said.removeprefix(title)


def annotated_copy(
    draft: Draft, rows: Sequence[FindingRow], language: str, titles: dict[str, str], known: Mapping[str, Record]
) -> bytes:
    """Return a Word file of the draft with every finding as a comment at its words, in the reader's language.

    A draft that was a Word file stays as it is but for the comments; of any other, a new file is made of its text.
    `titles` names the sources that findings compare with, `known` are the records that they speak of.
    """
    text = draft.document.text
    comments = []
    for row in rows:
        if row.waiver is not None:
            continue
        said, whole = _head(row, language, known), note_of(row, language, titles, known)
        for position, (start, end) in enumerate(row.finding.ranges[:3]):
            comments.append(Comment(start, end, _beside(row, position, text, said if position else whole)))
    if draft.raw is not None and draft.document.media == DOCX:
        return annotated(draft.raw, text, comments)
    return typed(text, comments, title=draft.document.title)


def note_of(row: FindingRow, language: str, titles: dict[str, str], known: Mapping[str, Record]) -> str:
    """Return a finding as the whole text of a comment: what it says, its arithmetic, its proposal, what it rests on."""
    return "\n".join([_head(row, language, known), *_grounds(row.finding, titles, language)])


def _head(row: FindingRow, language: str, known: Mapping[str, Record]) -> str:
    return f"{_WORDS[language][row.finding.severity]}: {told(row, language, known)}"


def _beside(row: FindingRow, position: int, text: str, said: str) -> str:
    """Return the first lines of a comment; at the further words of a finding it only points back to the first ones."""
    start, end = row.finding.ranges[0]
    return f"{said}\n→ “{_short(text[start:end])}”" if position else said


def _grounds(finding: Finding, titles: dict[str, str], language: str) -> list[str]:
    """Return what a finding rests on, a line each: its arithmetic, what it proposes, what it compares with."""
    words = _WORDS[language]
    lines = [arithmetic(finding.arithmetic, language)] if finding.arithmetic else []
    lines += [f"{words['right']}: {word(finding.proposal.text, language)}"] if finding.proposal else []
    return lines + [f"{words['beside']}: {_input(one, titles)}" for one in finding.inputs if one.quote]


def _input(one: Input, titles: dict[str, str]) -> str:
    parts = (titles.get(one.source, one.source), one.said or "")
    return f"“{_short(one.quote)}” ({', '.join(part for part in parts if part)})"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
