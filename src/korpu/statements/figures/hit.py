"""A figure while it is still tokens of a sentence, and what the document has said before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.tokens import Token


@dataclass
class Hit:
    """A figure found at tokens `start` to `end` (exclusive); `next` is where reading goes on.

    `value` is a Decimal, or EDTF for dates, None when it cannot be known; `bare` marks a number whose unit the words
    leave out.
    """

    start: int
    end: int
    kind: str
    value: Decimal | str | None
    unit: str | None = None
    inferred: str | None = None
    scale: Decimal = Decimal(1)
    bare: bool = False
    digits: bool = True
    low: str | None = None
    high: str | None = None
    qualifier: str | None = None


@dataclass
class Anchor:
    """A time stated in full earlier on, which a bare month or day may refer to."""

    sentence: int
    year: int
    month: int | None


@dataclass
class Context:
    """What earlier sentences of the same passage leave for later ones: currency, counted noun, year.

    `large` is the kind and unit of the last amount in millions, which a later bare "1.2 million" goes on with.
    """

    published: tuple[int, int | None, int | None] | None
    document: str
    sentence: int = 0
    passage: int = -1
    currency: str | None = None
    currency_at: int = -99
    large: tuple[str, str | None] | None = None
    large_at: int = -99
    noun: str | None = None
    noun_at: int = -99
    anchors: list[Anchor] = field(default_factory=list)

    def enter(self, sentence: int, passage: int) -> None:
        """Go on to a sentence; a new passage forgets what the one before left."""
        if passage != self.passage:
            self.currency, self.noun, self.large = None, None, None
            self.anchors.clear()
        self.sentence, self.passage = sentence, passage


@dataclass(frozen=True)
class Scene:
    """One sentence under reading: its tokens, its language's tables, and the context."""

    tokens: Sequence[Token]
    lexicon: Lexicon
    context: Context
