"""The books of the data folder that this workbench serves, opened once and shared by its threads."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from korpu.app.books import Books, open_books


def books() -> Books:
    """Return the opened books; Django closes each thread's connection when its page is done."""
    return _opened(Path(settings.KORPU_DATA))


@cache
def _opened(folder: Path) -> Books:
    return open_books(folder)
