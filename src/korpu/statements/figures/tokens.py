"""Words, numbers and marks of a sentence, as the grammar sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_WORD = r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
_TOKEN = re.compile(rf"({_NUMBER})|({_WORD})|\S")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")


class Token:
    """A word, a number or a mark: its text, its lower case, its place in the sentence, and what it touches.

    `glued` says that no space stands before it; `digit` that it is a number in digits.
    """

    __slots__ = ("digit", "end", "glued", "low", "start", "text")

    def __init__(self, text: str, low: str, start: int, glued: bool, digit: bool) -> None:
        self.text = text
        self.low = low
        self.start = start
        self.end = start + len(text)
        self.glued = glued
        self.digit = digit


DASHES = frozenset("-–—‑")
END = Token("", "", 0, False, False)
"""Stands past the last token, so that the grammar may look ahead without counting."""


def lower(word: str, language: str) -> str:
    """Return the lower case of a word; Azerbaijani has a dotted and a dotless i."""
    if language == "az":
        word = word.replace("İ", "i").replace("I", "ı")
    low = word.lower()
    return low.replace("ё", "е") if language == "ru" else low


def tokenize(text: str, language: str) -> list[Token]:
    """Cut a sentence into tokens; addresses of pages and mail become single marks, so that they hold no figures."""
    tokens: list[Token] = []
    last = 0
    addresses = list(_ADDRESS.finditer(text)) if "@" in text or "www." in text or "://" in text else []
    for match in _TOKEN.finditer(text):
        start = match.start()
        if addresses and any(a.start() <= start < a.end() for a in addresses):
            continue
        word = match.group()
        digit = match.group(1) is not None
        low = word if digit else lower(word, language)
        if match.group(2) is not None and low[-1] == ".":
            low = low.replace(".", "")
        tokens.append(Token(word, low, start, start == last, digit))
        last = match.end()
    return tokens


def phrase(text: str, language: str) -> tuple[str, ...]:
    """Cut a form of the lexicon the same way, in lower case."""
    words = text.split()
    if all(map(str.isalpha, words)):  # most forms are plain words: cutting them needs no grammar
        return tuple(lower(word, language) for word in words)
    return tuple(t.low for t in tokenize(text, language))


def at(tokens: Sequence[Token], i: int) -> Token:
    """Return a token, or an empty one outside the sentence."""
    return tokens[i] if 0 <= i < len(tokens) else END
