"""The figures of a statement with what the words around them say: of what, for when, between whom, in total or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from korpu.kernel.edtf_time import EdtfTime
from korpu.ledger.checks.wording import counted_noun, has, narrowing
from korpu.ledger.values import time_of
from korpu.reference.happenings import happenings
from korpu.reference.names import Names
from korpu.reference.objects import load_objects
from korpu.statements.checks.numbers import interval
from korpu.statements.checks.scene import Line, Placed, Scene
from korpu.statements.reading import Candidate, Figure, Reading

KINDS = frozenset({"money", "count", "measure"})
_TOLD = frozenset({"answer", "body", "caption", "header"})


@dataclass(frozen=True)
class Spoken:
    """One figure of a statement in its sentence.

    `things` are the kinds of object that the sentence names, the nearest to the figure first; `countries` those it
    names; `when` the time that its words give the figure; `sorts` what they make of it (total, added, part, aim, rise,
    fall); `narrow` what narrows the metric.
    """

    line: Line
    placed: Placed
    number: Decimal
    low: Decimal | None
    high: Decimal | None
    things: tuple[str, ...]
    noun: str | None
    countries: frozenset[str]
    when: EdtfTime | None
    stage: str | None
    sorts: frozenset[str]
    narrow: frozenset[str]

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.placed.figure

    @property
    def name(self) -> str:
        """The property that a claim of it would state."""
        return "amount" if self.figure.kind == "money" else "count"


def spoken(scene: Scene, names: Names) -> Iterator[Spoken]:
    """Yield the amounts and counts of a statement, those of questions left out."""
    about = sides(scene.reading.document.text[:20_000], names)
    owners = _owners(scene.reading)
    for line in scene.lines:
        if line.role not in _TOLD:
            continue
        figures = [p for p in line.figures if p.figure.kind in KINDS and p.figure.number is not None]
        if not figures:
            continue
        found = load_objects().find(line.text)
        named = country_ids(line.text, names)
        sorts = frozenset(s for s in ("total", "added", "part", "aim", "rise", "fall") if has(s, line.text))
        for placed in figures:
            near = sorted(found, key=lambda m: min(abs(m.start - placed.end), abs(placed.start - m.end)))
            own = owners.get((placed.figure.start, placed.figure.end))
            bounds = interval(placed.figure)
            yield Spoken(
                line, placed, placed.figure.number or Decimal(0), bounds.low, bounds.high,
                tuple(dict.fromkeys(m.object_id for m in near)), _noun(line, placed), named or about,
                _when(line, placed, own, about), own.stage if own else None, sorts, narrowing(line.text),
            )  # fmt: skip


def _owners(reading: Reading) -> dict[tuple[int, int], Candidate]:
    """The candidate whose amount or count a figure is, by the span of the figure."""
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in reading.candidates:
        for index in candidate.figures:
            figure = reading.figures[index]
            if figure.kind in KINDS and figure.value in (candidate.amount, candidate.count):
                found.setdefault((figure.start, figure.end), candidate)
    return found


def sides(text: str, names: Names) -> frozenset[str]:
    """Return the two countries that a text is about: those named most often, each at least a quarter of the first."""
    counts = Counter(c for line in text.split("\n") for m in names.find(line) for c in _countries(m.id, m.type, names))
    top = counts.most_common(2)
    return frozenset(name for name, count in top if 4 * count >= top[0][1])


def country_ids(text: str, names: Names) -> frozenset[str]:
    """Return the countries that a text names, the countries of towns and bodies included."""
    return frozenset(c for match in names.find(text) for c in _countries(match.id, match.type, names))


def _countries(name: str, sort: str, names: Names) -> Iterator[str]:
    if sort == "country":
        yield name
    else:
        yield from (p for p in names.inside(name) if (known := names.get(p)) and known.type == "country")


def _noun(line: Line, placed: Placed) -> str | None:
    """The kind of thing that is counted, where the word after the figure names one."""
    if placed.figure.kind == "measure":
        return placed.figure.unit
    return counted_noun(line.text[placed.end : placed.end + 40])


_SINCE = re.compile(
    r"\b(?:since|from|від|починаючи з|з|с|начиная с|от)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)  # fmt: skip


def _since(line: Line, placed: Placed) -> bool:
    """Whether a date is when a total began to be counted: "since 2022"."""
    after = re.match(r"(?:dən|dan)?\s*(?:bəri|etibarən)", line.text[placed.end :])
    return bool(after or _SINCE.search(line.text[: placed.start]) or re.search(r"(?:dən|dan)$", placed.figure.text))


def _when(line: Line, placed: Placed, own: Candidate | None, about: frozenset[str]) -> EdtfTime | None:
    """The time that the sentence gives a figure: its own, the one date there is, or "before" a known event."""
    if own is not None and own.when and "since" not in line.text.lower():
        return time_of(own.when)
    told = [p for p in line.figures if p.figure.kind == "date" and not _since(line, p)]
    dates = [t for p in told if (t := time_of(p.figure.value))]
    if len(dates) == 1:
        return dates[0]
    if not dates:
        for event in happenings(line.text):
            if event.before and (event.country is None or event.country in about):
                return time_of(f"../{event.began[:7]}")
    if len(dates) > 1:
        near = min(
            (p for p in told if time_of(p.figure.value)),
            key=lambda p: min(abs(p.start - placed.end), abs(placed.start - p.end)),
        )
        return time_of(near.figure.value)
    return None
