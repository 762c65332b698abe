"""Runs the grammar over the sentences of a document."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.document import Document
from korpu.statements.reading import Figure, Passage
from korpu.statements.sentences import Sentence


def figures(document: Document, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """Return the figures of a document in order of their start; spans do not overlap."""
    return ()
