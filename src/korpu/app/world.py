"""What linking and filters ask of the names of the world, answered from the reference tables."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from korpu.app.books import Books
from korpu.ledger.linking import PlainWorld, World

if TYPE_CHECKING:
    from korpu.reference.names import Names
    from korpu.reference.objects import Objects

WIDE = frozenset({"country", "sea", "continent", "area"})


class NamedWorld(PlainWorld):
    """A world that knows the names of the reference tables, in every language they have."""

    def __init__(self, names: Names, objects: Objects) -> None:
        self._names = names
        self._objects = objects
        self._id = lru_cache(maxsize=4096)(names.id_of)

    def same(self, one: str, two: str) -> bool:
        """Whether two names mean the same, in any language."""
        if one.casefold() == two.casefold():
            return True
        known = self._id(one)
        return known is not None and known == self._id(two)

    def within(self, inner: str, outer: str) -> bool:
        """Whether the first place lies in the second, or the first body belongs to the second."""
        own, other = self._id(inner), self._id(outer)
        return own is not None and other is not None and other in self._names.inside(own)

    def wide(self, place: str) -> bool:
        """Whether a place is a country, a sea or larger."""
        own = self._id(place)
        known = self._names.get(own) if own else None
        return known is not None and known.type in WIDE

    def kind_of(self, thing: str) -> str | None:
        """What kind of record an object asks for."""
        known = self._objects.get(thing)
        return known.kind if known else None


def world(books: Books) -> World:
    """Return the names of the world as linking asks for them; without reference tables names are compared as spelt."""
    names = books.names
    if names is None:
        return PlainWorld()
    from korpu.reference.objects import load_objects  # noqa: PLC0415

    return NamedWorld(names, load_objects())
