"""All that is known of one sentence while its events are read: tokens, clauses, figures, names and things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from korpu.kernel.finding import Range
from korpu.reference.names import Match, Names
from korpu.reference.objects import ObjectMatch, Objects
from korpu.statements.events.clauses import Clause, clauses
from korpu.statements.events.tagger import tag
from korpu.statements.events.token import Token
from korpu.statements.events.unknown_places import unknown_places
from korpu.statements.reading import Figure, Passage
from korpu.statements.sentences import Sentence

_KEPT = frozenset("'‘“€$£¥₴₼₺₽₸₾")
"""Marks that belong to what follows them: an opening quote, the sign of a currency."""


@dataclass(frozen=True)
class Placed:
    """A figure of the document with its index there and its place in the sentence text."""

    index: int
    figure: Figure
    start: int
    end: int


@dataclass
class Scene:
    """One sentence. Positions are characters of the sentence text unless they are ranges of the document."""

    sentence: Sentence
    passage: Passage
    figures: tuple[Placed, ...]
    names: Names
    things: Objects

    @cached_property
    def tokens(self) -> list[Token]:
        """The tagged tokens."""
        return tag(self.sentence.text)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses, in order of their verbs."""
        return clauses(self.tokens)

    @cached_property
    def named(self) -> list[Match]:
        """The names of places and bodies, with the places that no table knows."""
        known = self.names.find(self.sentence.text)
        guessed = unknown_places(self.sentence.text, known)
        return sorted([*known, *guessed], key=lambda m: m.start) if guessed else known

    @cached_property
    def objects(self) -> list[ObjectMatch]:
        """The kinds of things spoken of."""
        return self.things.find(self.sentence.text)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of tokens [first, last), without a joining word or mark at either end."""
        tokens = self.tokens
        if first == 0 and last > 3 and tokens[0].tag == "num" and tokens[1].low in (".", ")"):
            first = 2  # the number of an item is no part of what it says
        while first < last - 1 and (tokens[first].tag in ("punct", "coord") and tokens[first].low not in _KEPT):
            first += 1
        while last > first + 1 and tokens[last - 1].low in (",", ";", ":", "—", "–", ".", "!", "and", "but"):
            last -= 1
        return tokens[first].start, tokens[last - 1].end

    def ranges(self, start: int, end: int) -> tuple[Range, ...]:
        """Return the document ranges of a stretch of the sentence."""
        return self.sentence.to_canonical(start, end)

    def within(self, spans: Sequence[tuple[int, int]], kind: str) -> list[Placed]:
        """Return the figures of a kind that lie within one of the spans."""
        return [p for p in self.figures if p.figure.kind == kind and any(a <= p.start and p.end <= b for a, b in spans)]


def place_figures(sentence: Sentence, figures: Sequence[Figure], start: int) -> tuple[Placed, ...]:
    """Return the figures from index `start` on that lie in the sentence, each with its place in the joined text."""
    found = []
    for index in range(start, len(figures)):
        figure = figures[index]
        if figure.start >= sentence.ranges[-1][1]:
            break
        for joined, offset, length in sentence.pieces:
            if offset <= figure.start and figure.end <= offset + length:
                at = joined + figure.start - offset
                found.append(Placed(index, figure, at, at + figure.end - figure.start))
    return tuple(found)
