"""What a count is of, whatever the language: "children", "дітей" and "uşaq" are one, "sets" and "beds" are not."""

from __future__ import annotations

from functools import cache

from korpu.reference.objects import load_objects
from korpu.reference.stems import StemIndex
from korpu.reference.tables import rows


def counted(noun: str) -> str | None:
    """Return what a counted noun names in any language: the id of a kind of thing or a row of the table, else None.

    >>> counted("transformers") == counted("трансформаторів") == counted("transformator")
    True
    """
    return _named(noun.casefold())


@cache
def _named(noun: str) -> str | None:
    things = load_objects().find(noun)
    if things:
        return things[-1].object_id
    return next((target for _, _, target in _index().find(noun)), None)


@cache
def _index() -> StemIndex:
    index = StemIndex()
    for row in rows("counted"):
        for language in ("en", "uk", "az", "ru"):
            for word in row[f"words_{language}"].split(";"):
                index.add(word, row["id"], language)
    return index
