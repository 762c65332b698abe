"""A draft against cleared wording, and cleared wording against what the ledger has learnt since."""

from __future__ import annotations

from korpu.app.books import Books
from korpu.app.checking import laid_on
from korpu.app.held import held
from korpu.app.lines import readings
from korpu.app.world import world
from korpu.ledger.checks.cleared import Cleared, Text, against_lines
from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.checks.overtaken import overtaken
from korpu.ledger.cleared import Line, lines
from korpu.ledger.linking.discourse import bound
from korpu.statements.checks.scene import scene_of
from korpu.statements.reading import Reading
from korpu.statements.sentences import sentences


def against_cleared(books: Books, reading: Reading) -> list[LedgerFinding]:
    """Return where a statement departs from cleared lines, or rests on one that is out of date."""
    day = books.clock().date()
    known = [
        _cleared(books, one, one.state(day) == "in_force") for one in lines(held(books)) if one.state(day) != "not_yet"
    ]
    if not known:
        return []
    return against_lines(_text(books, reading), known, list(held(books)), books.names)


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
