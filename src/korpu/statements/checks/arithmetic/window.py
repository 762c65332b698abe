"""Stretches of neighbouring sentences whose figures may belong together: a sentence, a few of them, a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from korpu.statements.checks.breakdowns import TIME_UNITS
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.reading import Figure

REACH = 3
"""Sentences of prose that are read together, at most."""
ITEMS, SHORT = 8, 70
"""Lines of a list that are read together, at most, and the characters of a line of a list."""
MOST = 8
"""Figures of one kind in a stretch beyond which nobody can say what relates to what."""
TIME = frozenset(("hours", "days", "weeks", "months", "years", "minutes"))
_NUMBER = re.compile(r"(?<![\w.,№#/:–-])[1-9]\d{1,3}(?![\w%/:–-]|[.,]\d|\.\s*[a-zа-яə])")


@dataclass(frozen=True)
class Window:
    """Neighbouring lines in their order."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """The words of all lines."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the lines."""
        return tuple(dict.fromkeys(line.language for line in self.lines))

    def says(self, *sorts: str) -> bool:
        """Tell whether a word of one of these sorts stands anywhere in the stretch."""
        return any(says(sort, self.text, language) for sort in sorts for language in self.languages)

    @cached_property
    def figures(self) -> tuple[tuple[Line, Placed], ...]:
        """All figures with their lines, in order."""
        return tuple((line, p) for line in self.lines for p in line.figures)

    @cached_property
    def money(self) -> tuple[Placed, ...]:
        """Amounts of money that are not a guess of the reader's."""
        rates = [match.span() for match in rate_words().finditer(self.text)] if self.says("rate") else []
        found, offset = [], 0
        for line in self.lines:
            own = [p for p in line.figures if p.figure.kind == "money" and p.figure.number]
            found += [p for p in own if not any(a <= p.start + offset < b for a, b in rates)]
            offset += len(line.text) + 1
        return tuple(found)

    @cached_property
    def counts(self) -> tuple[Placed, ...]:
        """Numbers of things, lengths of time left out."""
        return tuple(
            p for line, p in self.figures if p.figure.kind == "count" and p.figure.number and not timed(line, p)
        )

    @cached_property
    def bare(self) -> tuple[tuple[Line, Placed], ...]:
        """Plain numbers that the reader gave no kind: "Quantity: 23", "there are 67 of them"."""
        found = []
        for line in self.lines:
            for match in _NUMBER.finditer(line.text):
                at = line.ranges(match.start(), match.end())
                if at and not any(p.start < match.end() and match.start() < p.end for p in line.figures):
                    value = match.group()
                    figure = Figure(at[0][0], at[0][1], value, "count", value, value, value)
                    found.append((line, Placed(figure, *match.span())))
        return tuple(found)

    @cached_property
    def numbers(self) -> tuple[Placed, ...]:
        """Numbers of things, and bare ones."""
        return tuple(sorted([*self.counts, *(p for _, p in self.bare)], key=lambda p: p.figure.start))

    @cached_property
    def measures(self) -> tuple[tuple[Placed, ...], ...]:
        """Measures, those of one unit together."""
        own = [p for _, p in self.figures if p.figure.kind == "measure" and p.figure.number]
        return tuple(
            tuple(p for p in own if p.figure.unit == unit) for unit in dict.fromkeys(p.figure.unit for p in own)
        )

    def spans(self, placed: tuple[Placed, ...]) -> bool:
        """Tell whether figures reach from the first line to the last: shorter stretches are looked at on their own."""
        return len(self.lines) == 1 or all(
            any(p in line.figures for p in placed) for line in (self.lines[0], self.lines[-1])
        )


@cache
def rate_words() -> re.Pattern[str]:
    """Return what finds a rate of exchange that is told as a number: "at a rate of 41.5", "за курсом 41,5"."""
    number, words = r"\d{1,4}(?:[.,]\d{1,4})?", pattern("rate").pattern
    after = rf"{words}[^\d\n.;]{{0,40}}(?P<rate>{number})(?![\d%]|[.,]\d|\s*{pattern('per_cent').pattern})"
    return re.compile(rf"{after}|(?<![\d.,])(?P<before>{number})\s+{words}", re.IGNORECASE)


def timed(line: Line, placed: Placed) -> bool:
    """Tell whether a count is a length of time."""
    after = line.text[placed.end : placed.end + 16].lstrip(" -")
    return placed.figure.unit in TIME or TIME_UNITS.match(after) is not None


def windows(scene: Scene) -> Iterator[Window]:
    """Yield every stretch that ends with a line of figures, the shorter ones first at each."""
    lines = scene.lines
    for last, line in enumerate(lines):
        if not line.figures or line.role in ("question", "header"):
            continue
        yield Window((line,))
        taken = [line]
        for before in reversed(lines[max(0, last - ITEMS) : last]):
            listed = all(short(one) for one in taken[:-1]) and short(before)
            if before.role == "question" or (len(taken) >= REACH and not listed):
                break
            taken.insert(0, before)
            if before.figures:
                yield Window(tuple(taken))


def short(line: Line) -> bool:
    """Tell whether a line may be one of a list."""
    return len(line.text) <= SHORT or re.match(r"\s*(?:[-–—•*]|\d+[.)])\s", line.text) is not None
