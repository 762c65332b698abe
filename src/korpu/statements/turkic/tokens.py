"""Words, numbers and marks of an Azerbaijani sentence; an ending behind a hyphen or apostrophe stays with its word."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,\u00a0\u202f ]\d+)*(?:[-–'’][^\W\d_]+)?)"
    r"|(?P<word>[^\W\d_]+(?:[-–'’ʼ][^\W_]+)*)|(?P<mark>\S)"
)
_FOLD = str.maketrans({"İ": "i", "I": "ı"})


class Token(NamedTuple):
    """A word, number or mark: its place in the sentence text, its text, its lower form and what it is."""

    start: int
    end: int
    text: str
    low: str
    kind: str


def lower(text: str) -> str:
    """Return the lower case; Azerbaijani has a dotted and a dotless i.

    >>> lower("İRPENDƏ ISTI")
    'irpendə ıstı'
    """
    return text.translate(_FOLD).lower()


def tokenize(text: str) -> list[Token]:
    """Cut a sentence into its words, numbers and marks."""
    return [
        Token(m.start(), m.end(), m.group(), lower(m.group()), m.lastgroup or "mark") for m in _TOKEN.finditer(text)
    ]
