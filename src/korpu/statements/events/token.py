"""A word or mark of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from korpu.statements.events.lexicon import Form


@dataclass
class Token:
    """A word or mark with its place in the sentence text, its lower form, its tag and, for verbs, its readings."""

    start: int
    end: int
    text: str
    low: str
    tag: str = "word"
    forms: tuple[Form, ...] = field(default=())

    @property
    def cap(self) -> bool:
        """Whether it opens with a capital letter."""
        return self.text[:1].isupper()
