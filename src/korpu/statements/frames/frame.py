"""A frame in the making: one event of a sentence, before it becomes a Candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from korpu.kernel.finding import Range
from korpu.statements.frames.clauses import Clause, clauses
from korpu.statements.frames.groups import Group, groups
from korpu.statements.frames.words import Word, split, spots
from korpu.statements.reading import Figure, Passage
from korpu.statements.sentences import Sentence


@dataclass(slots=True)
class Scene:
    """A sentence taken apart: its words, verb groups and clauses, with the figures of the document."""

    index: int
    sentence: Sentence
    passage: Passage
    words: list[Word]
    groups: list[Group]
    clauses: list[Clause]
    figures: Sequence[Figure]

    def text(self, start: int, end: int) -> str:
        """Return the words [start, end) as written."""
        return self.sentence.text[self.words[start].start : self.words[end - 1].end] if end > start else ""


@dataclass(slots=True)
class Frame:
    """One event: its words (pairs of word positions), what it means, and the word positions of its values."""

    spans: list[tuple[int, int]]
    cls: str
    stage: str | None
    rule: str
    kind: str = "position"
    head: int = 0
    group: Group | None = None
    subject: tuple[int, int] | None = None
    object_at: tuple[int, int] | None = None
    money: int | None = None
    count: int | None = None
    time: int | None = None
    title: str | None = None
    ordinal: int | None = None
    list_name: str | None = None
    pair: tuple[str, str] | None = None
    negated: bool = False
    reported: bool = False
    confidence: float = 0.6
    more: list[Range] = field(default_factory=list)
    when: str | None = None
    refers_to: Frame | None = None
    actor: str | None = None
    place: str | None = None
    count_from: int | None = None

    def covers(self, i: int) -> bool:
        """Whether word i is one of the frame's words."""
        return any(a <= i < b for a, b in self.spans)


def scene(index: int, sentence: Sentence, passage: Passage, figures: Sequence[Figure]) -> Scene:
    """Take a sentence apart."""
    words = split(sentence.text, spots(sentence, figures))
    found = groups(words)
    return Scene(index, sentence, passage, words, found, clauses(words, found), figures)
