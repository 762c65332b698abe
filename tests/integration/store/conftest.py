"""Books are opened in folders of their own here, so the databases of these tests are real and thrown away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from korpu.app.books import Books, open_books
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Reading


@pytest.fixture(autouse=True)
def databases(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let tests reach the databases that they open themselves."""
    with django_db_blocker.unblock():
        yield


def sentences(document: Document, names: object) -> Reading:
    """Stand in for the reading of statements: every sentence is a candidate."""
    found = []
    for match in re.finditer(r"[^.\n]+\.", document.text):
        if "█" not in match[0]:
            ranges = ((match.start(), match.end()),)
            found.append(Candidate(ranges, match[0], "initiative", None, "delivered", rule="sentence"))
    return Reading(document, "en", candidates=tuple(found))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    """Empty books in a folder of their own, in which every sentence is a candidate."""
    with open_books(tmp_path / "data", reader=sentences) as opened:
        yield opened


@pytest.fixture
def accept(books: Books) -> Callable[..., str]:
    """Return what makes a claim of a candidate, as accepting it does."""

    def write(key: str, *, record: str = "r-1", **more: Any) -> str:
        row = books.candidate(key)
        evidence = {"source": row.source, "ranges": row.candidate["ranges"], "quote": row.candidate["quote"]}
        said = [{"property": "stage", "value": "delivered"}, {"property": "title", "value": {"en": row.key}}]
        payload = {"type": "claims", "record": record, "kind": "initiative", "step": "s1", "claims": said}
        return books.write(payload | {"evidence": evidence, "candidate": key, "rule": "sentence"} | more, by="desk")

    return write
