from __future__ import annotations

from collections.abc import Callable

import pytest

from korpu.statements.document import Document
from korpu.statements.figures import figures
from korpu.statements.passages import passages
from korpu.statements.reading import Figure
from korpu.statements.sentences import sentences

Read = Callable[..., tuple[Figure, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read the figures of a text; `published` and `language` as for a Document."""

    def run(text: str, published: str | None = None, language: str | None = None) -> tuple[Figure, ...]:
        document = Document(text, published=published, language=language)
        cut = passages(document)
        return figures(document, cut, sentences(document, cut))

    return run
