"""What the tables say in English, in the reader's language: data/told.csv."""

from __future__ import annotations

from functools import cache

from korpu.kernel.tables import rows


def told(text: str, language: str) -> str:
    """Return a name or reason of the tables in a language; as it stands where no one has put it into that."""
    return _known().get((text, language), text)


def has(text: str, language: str) -> bool:
    """Whether a text is there in a language."""
    return language == "en" or (text, language) in _known()


@cache
def _known() -> dict[tuple[str, str], str]:
    table = rows("korpu.corridors", "data/told.csv")
    return {(row["en"], language): row[language] for row in table for language in ("uk", "az") if row[language]}
