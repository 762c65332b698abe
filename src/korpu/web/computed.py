"""A computed figure: its text, the formula, and the records it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.ledger.record import Record


@dataclass(frozen=True)
class Computed:
    """What the ƒ button shows: `id` names its pop-up on the page."""

    id: str
    text: str
    formula: str
    records: tuple[Record, ...] = ()


def counted(name: str, text: str, formula: str, records: Sequence[Record]) -> Computed:
    """Return a figure that counts records."""
    return Computed(name, text, formula, tuple(records))
