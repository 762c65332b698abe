"""Reads a document from end to end: passages, sentences, figures, candidates, findings."""

from __future__ import annotations

from dataclasses import replace

from korpu.reference.names import Names, load_names
from korpu.statements.checks import check_reading
from korpu.statements.checks.odd_amounts import GIVEN
from korpu.statements.document import Document
from korpu.statements.events.frames import candidates
from korpu.statements.figures import figures
from korpu.statements.paired import paired
from korpu.statements.passages import passages
from korpu.statements.reading import Candidate, Reading
from korpu.statements.sentences import sentences
from korpu.statements.text import language_of
from korpu.statements.voices import with_voices


def read(document: Document, names: Names | None = None) -> Reading:
    """Return everything read in a document; `names` are the names of the world, with the ledger's own where known."""
    found = passages(document)
    cut = sentences(document, found)
    numbers = figures(document, found, cut)
    known = names or load_names()
    told = with_voices(document, found, candidates(document, found, cut, numbers, known), known)
    frames = paired(document.text, [_at_least_nothing(candidate) for candidate in told], numbers)
    language = document.language or language_of(document.text)
    reading = Reading(document, language, found, numbers, frames)
    return Reading(document, language, found, numbers, frames, check_reading(reading, cut))


def _at_least_nothing(candidate: Candidate) -> Candidate:
    """Leave an amount below zero out of what is promised, given or paid; the check *odd_amount* says so."""
    below = candidate.amount is not None and candidate.amount.startswith("-") and candidate.stage in GIVEN
    return replace(candidate, amount=None, currency=None) if below else candidate
