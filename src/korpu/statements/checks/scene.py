"""What every check looks at: the statement as lines (whole sentences) with their figures in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from korpu.kernel.finding import Range
from korpu.statements.reading import Figure, Reading

if TYPE_CHECKING:
    from korpu.statements.sentences import Sentence


@dataclass(frozen=True)
class Placed:
    """A figure with its place in the text of a line."""

    figure: Figure
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """One sentence: its words on one line, their way back to the document, and its figures in reading order."""

    text: str
    sentence: Sentence
    role: str
    language: str
    figures: tuple[Placed, ...] = ()

    @property
    def passage(self) -> int:
        """Number of the passage where the line starts: the same for the sentences of one turn."""
        return self.sentence.passage

    @property
    def whole(self) -> tuple[Range, ...]:
        """The document ranges of the whole line."""
        return self.sentence.ranges

    def ranges(self, start: int, end: int) -> tuple[Range, ...]:
        """The document ranges of a stretch of the line; more than one where a page break cuts it."""
        return self.sentence.to_canonical(start, end)


@dataclass(frozen=True)
class Scene:
    """A reading cut into lines, in the order of the document."""

    reading: Reading
    lines: tuple[Line, ...]

    @property
    def published(self) -> str | None:
        """When the statement was published (EDTF), None when unknown."""
        return self.reading.document.published

    def before(self, index: int, reach: int = 1) -> Iterator[Line]:
        """The lines before one, nearest first, that belong to the same speaker; captions between are passed over."""
        role, left = self.lines[index].role, reach
        for line in reversed(self.lines[max(0, index - reach - 4) : index]):
            if left == 0 or line.role not in {role, "caption"}:
                return
            if line.role == role:
                left -= 1
                yield line


def scene_of(reading: Reading, sentences: Sequence[Sentence]) -> Scene:
    """Put the figures of a reading into its sentences."""
    figures = sorted(reading.figures, key=lambda f: (f.start, f.end))
    starts = [f.start for f in figures]
    lines = []
    for sentence in sentences:
        role = reading.passages[sentence.passage].role if sentence.passage < len(reading.passages) else "body"
        placed: list[Placed] = []
        for joined, offset, length in sentence.pieces:
            inside = figures[bisect_left(starts, offset) : bisect_left(starts, offset + length)]
            placed += [Placed(f, joined + f.start - offset, joined + f.end - offset) for f in inside]
        lines.append(Line(sentence.text, sentence, role, sentence.language, tuple(placed)))
    return Scene(reading, tuple(lines))
