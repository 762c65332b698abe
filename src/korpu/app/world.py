"""What linking and filters ask of the names of the world, answered from the reference tables where they are there."""

from __future__ import annotations

from korpu.app.books import Books
from korpu.ledger.linking import PlainWorld, World


def world(books: Books) -> World:
    """Return the names of the world as linking asks for them."""
    return PlainWorld()
