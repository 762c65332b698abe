"""A sentence as words: function words told apart, verb forms looked up, figures standing as one word each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from korpu.statements.frames.lexicon import Reading, forms, words
from korpu.statements.reading import Figure
from korpu.statements.sentences import Sentence

_WORD = re.compile(
    r"[A-Za-z]+n['’]t\b|\d[\d.,]*(?:[-–/]\w+)*|[^\W\d_]+(?:[-‑][^\W\d_]+|[-‑]\d+)*\d*(?:n['’]t\b|['’](?:s|ll|re|ve|m|d)\b)?|\S"
)
_CLITIC = re.compile(r"(n['’]t|['’](?:s|ll|re|ve|m|d))\Z")
_SPLIT_S = frozenset("it that there he she what who here this where how everything".split())
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Word:
    """One word: its place in the sentence, the classes of function words it belongs to, the verbs it may be."""

    text: str
    low: str
    start: int
    end: int
    kinds: frozenset[str]
    verbs: tuple[Reading, ...]
    figure: int | None = None
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital letter."""
        return self.text[:1].isupper()

    @property
    def plain(self) -> bool:
        """Whether it is an open-class word: neither a function word nor a mark nor a figure."""
        return not self.kinds and self.figure is None and self.text[:1].isalpha()


def spots(sentence: Sentence, figures: Sequence[Figure]) -> list[tuple[int, int, int]]:
    """Return (start, end, index) in the joined text of every figure that lies in the sentence."""
    found: list[tuple[int, int, int]] = []
    first, last = sentence.ranges[0][0], sentence.ranges[-1][1]
    for index, figure in enumerate(figures):
        if figure.start < first or figure.end > last:
            continue
        start, end = place(sentence, figure.start), place(sentence, figure.end - 1)
        if start is not None and end is not None:
            found.append((start, end + 1, index))
    return found


def place(sentence: Sentence, offset: int) -> int | None:
    """Return where an offset of the document stands in the joined text of the sentence, None when outside."""
    for joined, begin, length in sentence.pieces:
        if begin <= offset < begin + length:
            return joined + offset - begin
    return None


def split(text: str, taken: Sequence[tuple[int, int, int]]) -> list[Word]:
    """Cut a sentence into words; what a figure covers is one word."""
    found: list[Word] = []
    spans = {start: (end, index) for start, end, index in taken}
    position = 0
    while match := _WORD.search(text, position):
        start = match.start()
        inside = next(((s, e, i) for s, (e, i) in spans.items() if s <= start < e or start <= s < match.end()), None)
        if inside:
            s, e, index = inside
            if start < s and "-" not in text[start:s]:
                found.extend(_words(text[start:s], start))
            found.append(Word(text[s:e], text[s:e].lower(), s, e, _NONE, (), index))
            position = max(e, start + 1)
            if position < len(text) and text[position] == "-" or (start < s and "-" in text[start:s]):
                position = max(position, match.end())
            continue
        found.extend(_words(match.group(), start))
        position = match.end()
    return found


def _words(text: str, start: int) -> list[Word]:
    text = text.rstrip()
    low = text.lower().replace("’", "'")
    clitic = _CLITIC.search(text)
    if clitic is None:
        return [_word(text, low, start)]
    tail = low[clitic.start() :]
    head = low[: clitic.start()]
    if tail == "n't":
        return [_word(text, low, start)]
    if tail == "'s" and head not in _SPLIT_S:
        word = _word(text, low, start)
        word.possessive = True
        word.verbs = ()
        return [word]
    cut = clitic.start()
    return [_word(text[:cut], head, start), _word(text[cut:], tail, start + cut)]


def _word(text: str, low: str, start: int) -> Word:
    kinds = words().get(low, _NONE)
    return Word(text, low, start, start + len(text), kinds, forms().get(low, ()))
