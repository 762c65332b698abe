"""A draft against cleared wording, and cleared wording against what the ledger has learnt since."""

from __future__ import annotations

from korpu.app.books import Books
from korpu.app.checking import laid_on
from korpu.app.held import held
from korpu.app.lines import readings
from korpu.app.world import world
from korpu.ledger.checks.cleared import Cleared, Text, against_lines, touches
from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.checks.overtaken import overtaken
from korpu.ledger.cleared import Line, lines
from korpu.ledger.linking.discourse import bound
from korpu.statements.checks.scene import scene_of
from korpu.statements.reading import Reading
from korpu.statements.sentences import sentences


def against_cleared(books: Books, reading: Reading) -> list[LedgerFinding]:
    """Return where a statement departs from cleared lines, or rests on one that is out of date."""
    known = _known(books)
    return against_lines(_text(books, reading), known, list(held(books)), books.names) if known else []


def lines_on(books: Books, reading: Reading) -> list[Line]:
    """Return the lines in force that are surely about something that a statement speaks of."""
    known = [one for one in _known(books) if one.in_force]
    draft = _text(books, reading) if known else None
    return [one.line for one in known if draft is not None and touches(draft, one, books.names)]


def _known(books: Books) -> list[Cleared]:
    """Return every line that is in force or was, with its wording read."""
    day = books.clock().date()
    found = [(one, one.state(day)) for one in lines(held(books))]
    return [_cleared(books, one, state == "in_force") for one, state in found if state != "not_yet"]


def newer_than(books: Books, line: Line) -> list[tuple[str, str]]:
    """Return the records that know more than a line since it was cleared, each with the sentence that says what."""
    texts = _cleared(books, line, True).texts
    return [(one.record, one.text) for one in overtaken(line, texts, list(held(books)), books.names)]


def _cleared(books: Books, line: Line, in_force: bool) -> Cleared:
    texts = tuple(_text(books, read, ledger=True) for _, read in readings(books, line))
    return Cleared(line, texts, in_force)


def _text(books: Books, reading: Reading, *, ledger: bool = False) -> Text:
    scene = scene_of(reading, sentences(reading.document, reading.passages))
    told = tuple(bound(list(reading.candidates), world(books)))
    return Text(scene, told, tuple(laid_on(books, reading)) if ledger else ())
