"""Taking sources in: a statement, a decree, a clipping, or a note for file of what somebody said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from korpu.app.books import Books
from korpu.app.originals import original_payload, told_of
from korpu.documents.load import LoadedDocument, load
from korpu.journal.payloads import Payload
from korpu.journal.ports import KeptText
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.kernel.plain_text import file_name, one_line
from korpu.statements.document import SOURCE_KINDS, Document
from korpu.statements.reading import Candidate, Reading
from korpu.store.rows import PendingRow, SourceRow

if TYPE_CHECKING:
    from korpu.app.model.propose import Proposed


@dataclass(frozen=True)
class Added:
    """What taking a source in did; `already` says that the same words were there, and nothing was written.

    `attached` is what came with a mail, `refused` (name, code, reason) what of it could not be read. `proposed` is
    what a language model said, where one was asked.
    """

    source: str
    already: bool
    reading: Reading
    entry: str
    attached: tuple[Added, ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()
    proposed: Proposed | None = None


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
    proposer: Callable[[Reading], Proposed] | None = None,
) -> Added:
    """Take a source in: keep its text (and a PDF), write its entry, and queue what was read in it for a person.

    What is given here goes before what the document says of itself. The same words twice are one source.
    What is attached to a mail is taken in as sources of their own, after it. `proposer` asks a language model about
    what was read; what it proposes is queued after the candidates of the rules, and only a person accepts it. Raises
    InputError KORPU-INTAKE-001 for an unknown kind, KORPU-TIME-001 for a date that is not EDTF, and whatever `load`
    raises for bytes that cannot be read.
    """
    loaded = load(document) if isinstance(document, bytes) else document
    added = _take_in(
        books, loaded, published=published, title=title, url=url, language=language, kind=kind, by=by, extra=extra,
        proposer=proposer,
    )  # fmt: skip
    if not isinstance(loaded, LoadedDocument) or not (loaded.attachments or loaded.refused):
        return added
    about: Payload = {"attached_to": added.source}
    attached = tuple(add(books, part, kind=kind, by=by, extra=about, proposer=proposer) for part in loaded.attachments)
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
    proposer: Callable[[Reading], Proposed] | None,
) -> Added:
    said = _described(loaded, published=published, title=title, url=url, language=language, kind=kind)
    found = books.source(said.id)
    if found is not None:
        return Added(said.id, True, reading(books, said.id), found[0])
    result = books.read(said)
    about = _source(said, loaded, result) | (extra or {})
    proposed = proposer(result) if proposer is not None else None
    if proposed is not None and proposed.kept:
        about["proposed"] = {"model": proposed.model, "kept": list(proposed.kept)}
    result = queued(books, result, about)
    with books.unit() as unit:
        found = books.source(said.id)  # somebody else may have taken it in while it was read
        if found is not None:
            return Added(said.id, True, reading(books, said.id), found[0])
        original = original_payload(said.id, loaded)
        if original is not None:
            about["file"] = told_of(unit.append(original, author=by).id, original)
        entry = unit.append({"type": "source", "source": about}, author=by)
        unit.keep_text(KeptText(said.id, said.text, getattr(loaded, "raw_sha256", None)))
        unit.projection.put_pending(said.id, pending_rows(said.id, result.candidates))
        unit.commit()
    return Added(said.id, False, books.cached_reading(said, lambda: result), entry.id, proposed=proposed)


def note(
    books: Books,
    text: str,
    *,
    who: str,
    whom: str | None = None,
    when: str | None = None,
    by: str = "desk",
    extra: Payload | None = None,
) -> Added:
    """Take in a note for file: what `who` told `whom`, and when (EDTF); claims made from it are marked oral."""
    told = f"{who} to {whom}" if whom else who
    document = Document(load(text.encode()).text, title=f"Note for file: {told}", published=when, kind="note")
    return add(books, document, by=by, extra={"who": who, "whom": whom} | (extra or {}))


def reading(books: Books, source: str) -> Reading:
    """Return what is read in a source, from memory where it was read before."""
    document = books.document(source)
    return books.cached_reading(document, lambda: read_again(books, source))


def read_again(books: Books, source: str) -> Reading:
    """Read a source in the books anew, with the candidates that belong to it (see `queued`)."""
    found = books.source(source)
    return queued(books, books.read(books.document(source)), found[1] if found else {})


def queued(books: Books, result: Reading, about: Payload) -> Reading:
    """Return a reading with the candidates that what is kept of its source calls for.

    Beside those of the rules there may be those that a language model proposed (`proposed`). The words of a false
    claim are kept as evidence only (`candidates` is false), so that nobody takes them for what happened; those of an
    imported case (`case`) are one candidate, which says what the case says.
    """
    if about.get("case"):
        from korpu.app.exchange import case_candidates  # noqa: PLC0415

        return replace(result, candidates=case_candidates(result.document, about))
    if about.get("candidates") is False:
        return replace(result, candidates=())
    kept = (about.get("proposed") or {}).get("kept")
    if not kept:
        return result
    from korpu.statements.proposed.kept import with_kept  # noqa: PLC0415

    return with_kept(result, books.names, kept)


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
    named = one_line(title or loaded.title)
    return Document(loaded.text, named, language or loaded.language, published, url or loaded.url, kind)


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
        "filename": file_name(loaded.filename) if isinstance(loaded, LoadedDocument) else None,
    }
