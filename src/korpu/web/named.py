"""Places and parties by the name that the reader's language has for them."""

from __future__ import annotations

from functools import lru_cache

from korpu.reference.names import load_names


@lru_cache(maxsize=4096)
def named(name: str, language: str) -> str:
    """Return the reader's name for a place or party; one that the reference tables do not know stays as stated.

    Names in English stay as the source has them, so that a reader of the source recognises them.
    """
    if language == "en":
        return name
    names = load_names()
    known = names.id_of(name)
    return names.name(known, language) if known is not None else name
