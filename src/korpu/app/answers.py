"""Asking: a question in plain words, answered from the ledger with citations, or refused with what is missing."""

from __future__ import annotations

from datetime import date

from korpu.app.books import Books
from korpu.app.held import held
from korpu.app.reports import changes
from korpu.briefs.answer import Answer
from korpu.briefs.ask import answer
from korpu.kernel.errors import InputError
from korpu.ledger.cleared import KIND as LINE
from korpu.reference.names import load_names

LONGEST = 500
"""Letters of the longest question taken."""


def ask(books: Books, question: str, *, language: str | None = None, today: date | None = None) -> Answer:
    """Answer a question from the books, in `language` (en, uk, az) or in that of the question.

    Raises InputError KORPU-ASK-001 for an empty question, -002 for one that is too long.
    """
    words = " ".join(question.split())
    if not words:
        raise InputError("KORPU-ASK-001", "Ask a question, such as: What has been done in Irpin?")
    if len(words) > LONGEST:
        raise InputError("KORPU-ASK-002", f"A question has at most {LONGEST} letters; this one has {len(words)}.")
    return answer(
        words,
        [record for record in held(books) if record.kind != LINE],  # what may be said is no evidence that it is so
        names=load_names(),
        today=today or books.clock().date(),
        changes=lambda since, until: changes(books, since, until),
        language=language,
    )
