"""Reads a snippet the way a document is read, up to its findings."""

import pytest

from korpu.statements.checks import check_reading
from korpu.statements.document import Document
from korpu.statements.figures import figures
from korpu.statements.passages import passages
from korpu.statements.reading import Reading
from korpu.statements.sentences import sentences


def read(text, published="2025-06-15"):
    """Return the reading of a text and its findings."""
    document = Document(text, published=published)
    parts = passages(document)
    lines = sentences(document, parts)
    reading = Reading(document, "en", parts, figures(document, parts, lines))
    return reading, check_reading(reading, lines)


@pytest.fixture
def findings():
    """The findings of a text, optionally published at a given time."""
    return lambda text, published="2025-06-15": read(text, published)[1]


@pytest.fixture
def reading_of():
    """The reading of a text with its findings."""
    return read
