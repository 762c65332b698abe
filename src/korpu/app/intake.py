"""Taking sources in: a statement, a decree, a clipping, or a note for file of what somebody said."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from korpu.app.books import Books
from korpu.documents.load import LoadedDocument, load
from korpu.journal.payloads import Payload
from korpu.journal.ports import KeptText
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.statements.document import SOURCE_KINDS, Document
from korpu.statements.reading import Candidate, Reading
from korpu.store.rows import PendingRow, SourceRow


@dataclass(frozen=True)
class Added:
    """What taking a source in did; `already` says that the same words were there, and nothing was written.

    `attached` is what came with a mail, `refused` (name, code, reason) what of it could not be read.
    """

    source: str
    already: bool
    reading: Reading
    entry: str
    attached: tuple[Added, ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()


def add(
    books: Books,
    document: Document | bytes,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    kind: str | None = None,
    by: str = "desk",
    extra: Payload | None = None,
) -> Added:
    """Take a source in: keep its text, write its entry, and queue what was read in it for a person.

    What is given here goes before what the document says of itself. The same words twice are one source.
    What is attached to a mail is taken in as sources of their own, after it. Raises
    InputError KORPU-INTAKE-001 for an unknown kind, KORPU-TIME-001 for a date that is not EDTF, and whatever `load`
    raises for bytes that cannot be read.
    """
    loaded = load(document) if isinstance(document, bytes) else document
    added = _take_in(
        books, loaded, published=published, title=title, url=url, language=language, kind=kind, by=by, extra=extra
    )
    if not isinstance(loaded, LoadedDocument) or not (loaded.attachments or loaded.refused):
        return added
    about: Payload = {"attached_to": added.source}
    attached = tuple(add(books, part, kind=kind, by=by, extra=about) for part in loaded.attachments)
    return replace(added, attached=attached, refused=loaded.refused)


def _take_in(
    books: Books,
    loaded: Document,
    *,
    published: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    kind: str | None,
    by: str,
    extra: Payload | None,
) -> Added:
    said = _described(loaded, published=published, title=title, url=url, language=language, kind=kind)
    found = books.source(said.id)
    if found is not None:
        return Added(said.id, True, reading(books, said.id), found[0])
    result = books.read(said)
    payload = {"type": "source", "source": _source(said, loaded, result) | (extra or {})}
    with books.unit() as unit:
        found = books.source(said.id)  # somebody else may have taken it in while it was read
        if found is not None:
            return Added(said.id, True, reading(books, said.id), found[0])
        entry = unit.append(payload, author=by)
        unit.keep_text(KeptText(said.id, said.text, getattr(loaded, "raw_sha256", None)))
        unit.projection.put_pending(said.id, pending_rows(said.id, result.candidates))
        unit.commit()
    return Added(said.id, False, books.cached_reading(said, lambda: result), entry.id)


def note(
    books: Books, text: str, *, who: str, whom: str | None = None, when: str | None = None, by: str = "desk"
) -> Added:
    """Take in a note for file: what `who` told `whom`, and when (EDTF); claims made from it are marked oral."""
    told = f"{who} to {whom}" if whom else who
    document = Document(load(text.encode()).text, title=f"Note for file: {told}", published=when, kind="note")
    return add(books, document, by=by, extra={"who": who, "whom": whom})


def reading(books: Books, source: str) -> Reading:
    """Return what is read in a source, from memory where it was read before."""
    document = books.document(source)
    return books.cached_reading(document, lambda: books.read(document))


def sources(books: Books) -> list[SourceRow]:
    """Return every source in the books, in the order in which they were taken in, with the state of its candidates."""
    return books.sources()


def pending_rows(source: str, candidates: tuple[Candidate, ...]) -> list[PendingRow]:
    """Give each candidate of a source its key, made of what and where it is, so that reading anew finds it again."""
    seen: dict[str, int] = {}
    rows = []
    for position, candidate in enumerate(candidates):
        body: dict[str, Any] = candidate.as_json()
        place = json.dumps([source, body["ranges"], candidate.kind, candidate.stage])
        seen[place] = seen.get(place, 0) + 1
        key = "c-" + sha256(f"{place}#{seen[place]}".encode()).hexdigest()[:16]
        rows.append(PendingRow(key, source, position, body))
    return rows


def _described(
    loaded: Document,
    *,
    published: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    kind: str | None,
) -> Document:
    kind = kind or loaded.kind
    if kind not in SOURCE_KINDS:
        raise InputError("KORPU-INTAKE-001", f"A source is one of {', '.join(SOURCE_KINDS)}, not {kind!r}.")
    published = published or loaded.published
    if published is not None:
        parse(published)
    return Document(loaded.text, title or loaded.title, language or loaded.language, published, url or loaded.url, kind)


def _source(said: Document, loaded: Document, result: Reading) -> Payload:
    return {
        "id": said.id,
        "kind": said.kind,
        "title": said.title,
        "published": said.published,
        "url": said.url,
        "language": said.language or result.language,
        "sha256": said.sha256,
        "characters": len(said.text),
        "filename": loaded.filename if isinstance(loaded, LoadedDocument) else None,
    }
