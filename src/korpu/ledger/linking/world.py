"""What linking asks of the names of the world: which names mean the same, what lies in what, what is a building."""

from __future__ import annotations

from typing import Protocol


class World(Protocol):
    """What linking asks of the names of the world."""

    def same(self, one: str, two: str) -> bool:
        """Whether two names, in any language, mean the same place or party."""

    def within(self, inner: str, outer: str) -> bool:
        """Whether the first place lies in the second, not being the second."""

    def wide(self, place: str) -> bool:
        """Whether a place is a country or larger, so that being there says little."""

    def kind_of(self, thing: str) -> str | None:
        """What kind of record an object of this kind asks for, None when it is not known."""


class PlainWorld:
    """A world without reference tables: names are the same when they are spelt the same."""

    def same(self, one: str, two: str) -> bool:
        """Whether two names are spelt the same, apart from capitals."""
        return one.casefold() == two.casefold()

    def within(self, inner: str, outer: str) -> bool:
        """Nothing is known to lie in anything."""
        return False

    def wide(self, place: str) -> bool:
        """Nothing is known to be wide."""
        return False

    def kind_of(self, thing: str) -> str | None:
        """Nothing is known of kinds."""
        return None
