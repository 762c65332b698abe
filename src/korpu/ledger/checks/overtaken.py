"""What the ledger has learnt of the things of a cleared line since it was cleared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from korpu.kernel.edtf import format_time
from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.finding import Input
from korpu.kernel.stages import rung
from korpu.ledger.checks.draft import Laid
from korpu.ledger.checks.finding import input_of
from korpu.ledger.checks.match import is_of, same_count
from korpu.ledger.checks.metric import one_time
from korpu.ledger.checks.spoken import Spoken, spoken
from korpu.ledger.checks.told import Told, told
from korpu.ledger.cleared import Line
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of
from korpu.reference.names import Names
from korpu.statements.checks.numbers import amount
from korpu.statements.reading import Candidate

if TYPE_CHECKING:
    from korpu.ledger.checks.cleared import Text


@dataclass(frozen=True)
class Overtaken:
    """The record that knows more than a figure or an event of a line, and the words that say so."""

    record: str
    text: str
    sums: str | None
    inputs: tuple[Input, ...]
    figure: Spoken | None = None
    event: Candidate | None = None


def overtaken(line: Line, texts: Iterable[Text], records: Sequence[Record], names: Names) -> list[Overtaken]:
    """Return what the ledger has learnt since a line was cleared and that its wording, in no language, says."""
    found: dict[tuple[str, object], Overtaken] = {}
    for text in texts:
        for figure in spoken(text.scene, names):
            for one in _by_figures(figure, records, names, line.since()):
                found.setdefault((one.record, figure.placed), one)
        for laid in text.laid:
            for one in _by_steps(laid, text.laid, records, line.since()):
                found.setdefault((one.record, laid.candidate.ranges), one)
    return list(found.values())


def _by_figures(figure: Spoken, records: Iterable[Record], names: Names, day: date) -> Iterator[Overtaken]:
    """Yield the last figure told of the same after a day, where the line's figure does not go with it."""
    if "aim" in figure.sorts:
        return
    for record in records:
        if not is_of(figure, record, names):
            continue
        own = [t for t in told(record, figure.name) if same_count(figure, t) and _after(t.said, day)]
        last = max((t for t in own if _of_its_time(figure, t)), key=lambda t: t.day or date.min, default=None)
        if last is not None and _differs(figure, last):
            words = f"about {last.words()}" if last.qualifier == "reaching" else last.words()
            text = f"{record.name()}: since the wording was cleared the ledger has {words}."
            sums = f"{amount(figure.figure)} cleared, {words} told later"
            yield Overtaken(record.id, text, sums, (input_of(last.claim),), figure=figure)


def _of_its_time(figure: Spoken, other: Told) -> bool:
    """Tell whether a figure is of the same time, or both are running totals."""
    running = "total" in figure.sorts and (other.when is None or other.when.precision in ("day", "month", "days"))
    return running or one_time(figure.when, other.when)


def _differs(figure: Spoken, other: Told) -> bool:
    if figure.figure.qualifier == other.qualifier:
        return figure.number != other.number
    low, high = other.bounds
    above = high is not None and figure.low is not None and figure.low > high
    return above or (low is not None and figure.high is not None and figure.high < low)


def _by_steps(laid: Laid, every: Sequence[Laid], records: Iterable[Record], day: date) -> Iterator[Overtaken]:
    """Yield the furthest step of the record, beyond any that the line tells of it and known only since a day."""
    record = next((r for r in records if r.id == laid.record), None)
    told_of = max(rung(one.candidate.stage) or 0 for one in every if one.record == laid.record)
    if record is None or rung(laid.candidate.stage) is None:
        return
    later = [step for step in record.steps if (rung(step.stage) or 0) > told_of and _new(step, day)]
    best = max(later, key=lambda step: rung(step.stage) or 0, default=None)
    if best is not None:
        when = f" ({format_time(str(best.when.value))})" if best.when else ""
        text = f"{record.name()}: since the wording was cleared the ledger knows it as {best.stage}."
        sums = f"{laid.candidate.stage} cleared, {best.stage} told later{when}"
        yield Overtaken(record.id, text, sums, (input_of(best.claims[-1]),), event=laid.candidate)


def _new(step: Step, day: date) -> bool:
    """Tell whether every source of a step was published after a day."""
    times = [time_of(claim.said) for claim in step.claims]
    return bool(times) and all(_after(time, day) for time in times)


def _after(said: EdtfTime | None, day: date) -> bool:
    return said is not None and said.low is not None and said.low > day
