"""Cleared wording: written down with who cleared it, when, until when and on what evidence; replaced or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from korpu.app.accepting import new_id, queue
from korpu.app.books import Books
from korpu.app.claims import GAP
from korpu.app.held import held
from korpu.app.intake import add, reading
from korpu.documents import load
from korpu.kernel.edtf import parse
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.kernel.finding import Range
from korpu.ledger.cleared import KIND, Line, State
from korpu.ledger.cleared import lines as lines_of
from korpu.ledger.kinds import tracks
from korpu.ledger.writing import payload
from korpu.statements.document import Document
from korpu.statements.locate import locate
from korpu.statements.reading import Figure, Reading
from korpu.statements.text import language_of

LANGUAGES = ("en", "uk", "az")
NO_EVIDENCE = "Cleared wording says what may be said; it is no evidence that it is so."


@dataclass(frozen=True)
class LineRow:
    """A line as lists show it: whether it may be used on the day, and the figures read in it, per language."""

    line: Line
    state: State
    figures: dict[str, tuple[Figure, ...]]


def lines(books: Books, *, on: date | None = None) -> list[LineRow]:
    """Return every line that was not withdrawn, the one cleared last first."""
    day = on or books.clock().date()
    found = [LineRow(one, one.state(day), figures(books, one)) for one in lines_of(held(books))]
    return found[::-1]


def line(books: Books, name: str) -> Line:
    """Return one line, or raise NotFoundError KORPU-LINE-001."""
    found = next((one for one in lines_of(held(books)) if one.id == name), None)
    if found is None:
        raise NotFoundError("KORPU-LINE-001", f"There is no cleared line {name}.")
    return found


def figures(books: Books, one: Line) -> dict[str, tuple[Figure, ...]]:
    """Return the figures that korpu reads in the wording of each language."""
    return {language: tuple(f for f in read.figures if f.kind != "ordinal") for language, read in readings(books, one)}


def readings(books: Books, one: Line) -> list[tuple[str, Reading]]:
    """Return the wording as read in each of its languages; its times count from the day on which it was cleared."""
    documents = [(k, Document(v, language=k, published=one.cleared or None)) for k, v in one.wording.items()]
    return [(k, books.cached_reading(d, lambda d=d: books.read(d))) for k, d in documents]  # type: ignore[misc]


def clear(
    books: Books,
    *,
    topic: str,
    wording: Mapping[str, str],
    cleared_by: str,
    cleared: str,
    until: str | None = None,
    track: str | None = None,
    source: str | None = None,
    replaces: str | None = None,
    by: str,
) -> str:
    """Write a line down and return its record's id; one that it replaces stays in the journal, superseded.

    The evidence is `source`, which must say every wording, else a note for file of the clearance is written. Raises
    InputError KORPU-LINE-002 without wording, topic or who cleared it, -003 for another language, -004 for a track that
    there is none of, -005 for a source that says something else, KORPU-TIME-001 for a date that is not EDTF;
    ConflictError KORPU-LINE-006 for an end before the beginning, -007 for wording that is cleared already.
    """
    said = {language: words.strip() for language, words in wording.items() if words.strip()}
    topic, cleared_by = topic.strip(), cleared_by.strip()
    if not (topic and said and cleared_by and cleared):
        raise InputError("KORPU-LINE-002", "A cleared line needs a topic, its wording, who cleared it and when.")
    _check(said, cleared, until or None, track or None)
    old = line(books, replaces) if replaces else None
    where = source or _note(books, topic, said, who=cleared_by, when=cleared, by=by)
    name = old.id if old else new_id(f"line {where} {topic} {sorted(said.items())}")
    if old is None and held(books).record(name) is not None:
        raise ConflictError("KORPU-LINE-007", f"This wording is cleared already, as {name}.")
    claims: list[dict[str, Any]] = [
        {"property": "title", "value": {language_of(topic): topic}},
        {"property": "wording", "value": said},
        {"property": "cleared_by", "value": cleared_by},
        {"property": "cleared", "value": cleared},
    ]
    claims += [{"property": "valid_until", "value": until}] if until else []
    claims += [{"property": "track", "value": track}] if track else []
    body = payload(name, KIND, claims, _evidence(books, where, said), reviewed=True, supersedes=old and old.entry)
    with books.unit() as unit:
        unit.append(body, author=by)
        if source is None:
            for found in queue(books, source=where):
                aside = {"type": "review", "target": found.key, "decision": "reject", "reason": NO_EVIDENCE}
                unit.append(aside, author=by)
        unit.commit()
    return name


def withdraw(books: Books, name: str, *, reason: str, by: str) -> str:
    """Withdraw a line with whatever it had replaced, and return the id of the last withdrawal.

    Raises InputError KORPU-LINE-008 without a reason, NotFoundError KORPU-LINE-001 for an unknown line.
    """
    if not reason.strip():
        raise InputError("KORPU-LINE-008", "Say why the wording may no longer be used.")
    own = line(books, name)
    entries = [e.id for e, said in books.journal.entries("claims") if said is not None and said["record"] == own.id]
    with books.unit() as unit:
        written = [
            unit.append({"type": "review", "target": one, "decision": "withdraw", "reason": reason.strip()}, author=by)
            for one in entries
            if not unit.withdrawn(one)
        ]
        unit.commit()
    return written[-1].id


def _check(said: Mapping[str, str], cleared: str, until: str | None, track: str | None) -> None:
    strange = sorted(set(said) - set(LANGUAGES))
    if strange:
        raise InputError("KORPU-LINE-003", f"Wording is kept in {', '.join(LANGUAGES)}, not in {', '.join(strange)}.")
    if track is not None and track not in tracks():
        raise InputError("KORPU-LINE-004", f"There is no track {track!r}.")
    since, end = parse(cleared), parse(until) if until else None
    if end is not None and end.ends_before(since):
        raise ConflictError("KORPU-LINE-006", f"It cannot be valid until {until}, before it was cleared.")


def _note(books: Books, topic: str, said: Mapping[str, str], *, who: str, when: str, by: str) -> str:
    """Write the note for file that a line rests on where no source holds its words; the same words are one note."""
    text = "\n\n".join([topic, *said.values()])
    note = Document(load(text.encode()).text, title=f"{who}: {topic}"[:200], published=when, kind="note")
    return add(books, note, by=by, extra={"who": who, "whom": by}).source


def _evidence(books: Books, source: str, said: Mapping[str, str]) -> dict[str, Any]:
    document = reading(books, source).document
    ranges: list[Range] = []
    for language, words in said.items():
        found = locate(document.text, words)
        if found is None:
            raise InputError("KORPU-LINE-005", f"{source} does not say the wording given in {language}.")
        ranges += [own for own in found.ranges if own not in ranges]
    ranges.sort()
    quote = GAP.join(document.text[start:end] for start, end in ranges)
    oral = document.kind == "note"
    return {
        "source": source, "ranges": [list(own) for own in ranges], "quote": quote, "speaker": None,
        "language": next(iter(said)), "reported": False, "oral": oral,
    }  # fmt: skip
