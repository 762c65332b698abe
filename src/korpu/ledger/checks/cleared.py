"""A draft against cleared lines: figures and stages that depart from them, and lines that are no longer the latest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from korpu.kernel.edtf import format_time
from korpu.kernel.finding import Finding, Proposal, Range
from korpu.kernel.stages import rung
from korpu.ledger.checks.draft import Laid
from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.checks.overtaken import Overtaken, overtaken
from korpu.ledger.checks.spoken import Spoken, spoken
from korpu.ledger.checks.topics import same_event, same_topic
from korpu.ledger.cleared import Line
from korpu.ledger.record import Record
from korpu.reference.names import Names
from korpu.statements.checks.numbers import amount
from korpu.statements.checks.scene import Scene
from korpu.statements.reading import Candidate

ENDED = frozenset({"stopped", "not_achieved"})


@dataclass(frozen=True)
class Text:
    """A draft, or a cleared line in one of its languages: its figures in their sentences and its events.

    `laid` are the events of a line on the records that they tell of for certain.
    """

    scene: Scene
    candidates: tuple[Candidate, ...]
    laid: tuple[Laid, ...] = ()


@dataclass(frozen=True)
class Cleared:
    """A line with its wording as read in each language, and whether it is in force."""

    line: Line
    texts: tuple[Text, ...]
    in_force: bool


@dataclass(frozen=True)
class Touch:
    """Words of a draft that are about a thing of a line: a figure or an event, and what the line says of the same."""

    ranges: tuple[Range, ...]
    figure: Spoken | None = None
    event: Candidate | None = None
    figures: tuple[Spoken, ...] = ()
    events: tuple[Candidate, ...] = ()


def against_lines(
    draft: Text, lines: Sequence[Cleared], records: Sequence[Record], names: Names
) -> list[LedgerFinding]:
    """Return where a draft departs from the lines in force, and where a line that it touches is out of date or over."""
    source = draft.scene.reading.document.id
    touched = [(one, touches(draft, one, names)) for one in lines]
    found: list[LedgerFinding] = []
    for one, own in touched:
        if not one.in_force or not own:
            continue
        made = [departure for touch in own if (departure := _departure(touch, one.line)) is not None]
        found += [LedgerFinding(one.line.id, source, finding) for finding in made]
        found += _outdated(source, own, overtaken(one.line, one.texts, records, names))
    covered = {r for one, own in touched if one.in_force for touch in own for r in touch.ranges}
    found += [LedgerFinding(name, source, made) for name, made in _over(draft, touched, covered)]
    return list({(f.finding.check, f.finding.ranges): f for f in found}.values())


def touches(draft: Text, cleared: Cleared, names: Names) -> list[Touch]:
    """Return the figures and events of a draft that are surely about something that a line speaks of."""
    own = [figure for text in cleared.texts for figure in spoken(text.scene, names)]
    found = []
    for figure in spoken(draft.scene, names):
        same = tuple(other for other in own if same_topic(figure, other, names))
        if same:
            ranges = figure.line.ranges(figure.placed.start, figure.placed.end)
            found.append(Touch(tuple(ranges), figure=figure, figures=same))
    for event in draft.candidates:
        met = tuple(c for text in cleared.texts for c in text.candidates if same_event(event, c, names))
        if met:
            found.append(Touch(event.ranges, event=event, events=met))
    return found


def _departure(touch: Touch, line: Line) -> Finding | None:
    if touch.figure is not None:
        return _figure(touch.figure, touch.figures, line, touch.ranges)
    return _stage(touch.event, touch.events, line) if touch.event is not None else None


def _figure(figure: Spoken, same: Sequence[Spoken], line: Line, ranges: tuple[Range, ...]) -> Finding | None:
    """Report a figure that none of the line's figures on the same thing allows."""
    alike = [s for s in same if _unit(s) == _unit(figure)]
    other = [s for s in same if _unit(s) != _unit(figure) and s.number == figure.number]
    if any(not _apart(figure, s) for s in alike) or not (alike or other):
        return None
    language = figure.line.language
    best = next((s for s in alike if s.line.language == language), (alike or other)[0])
    text = f"“{figure.figure.text}” here; the wording cleared by {line.cleared_by} says “{best.figure.text}”."
    words = best.figure.text if best.line.language == language else amount(best.figure)
    sums = f"{amount(figure.figure)} here, {amount(best.figure)} cleared"
    right = Proposal(words, best.figure.value, best.figure.unit)
    return Finding("cleared_figure", "warning", text, ranges, sums, right, (line.input(language),))


def _unit(figure: Spoken) -> str | None:
    return figure.figure.unit if figure.name == "amount" else figure.noun


def _apart(one: Spoken, two: Spoken) -> bool:
    """Tell whether a figure is another than the cleared one: no number fits both, or the same word bounds another."""
    if one.figure.qualifier == two.figure.qualifier:
        return one.number != two.number
    below = one.high is not None and two.low is not None and one.high < two.low
    return below or (one.low is not None and two.high is not None and one.low > two.high)


def _stage(event: Candidate, met: Sequence[Candidate], line: Line) -> Finding | None:
    """Report a stage further along than any that the line gives the same undertaking, or the opposite of one."""
    said = [m.stage for m in met if m.stage]
    denied = _denied(event, met)
    if event.stage is None or not said or (event.stage in said and not denied):
        return None
    words = (line.input(event.language),)
    if denied:
        text = f"This denies what the wording cleared by {line.cleared_by} says."
        return Finding("cleared_stage", "warning", text, event.ranges, None, None, words)
    own, rungs = rung(event.stage), {rung(stage): stage for stage in said}
    highest = max((r for r in rungs if r is not None), default=None)
    if event.negated or own is None or highest is None or own <= highest:
        return None
    best = rungs[highest]
    text = f"This says {event.stage}; the wording cleared by {line.cleared_by} says {best}."
    return Finding("cleared_stage", "warning", text, event.ranges, f"{event.stage} is beyond {best}", None, words)


def _denied(event: Candidate, met: Sequence[Candidate]) -> bool:
    """Tell whether one says that a thing came about and the other that it did not."""
    mine = event.negated or event.stage in ENDED
    same = [m for m in met if m.stage == event.stage or event.stage in ENDED or m.stage in ENDED]
    return bool(same) and all((m.negated or m.stage in ENDED) != mine for m in same)


def _outdated(source: str, own: Sequence[Touch], newer: Iterable[Overtaken]) -> Iterator[LedgerFinding]:
    """Report what the ledger has learnt since of the very things of a line that a draft speaks of."""
    for one in newer:
        touch = next((t for t in own if one.figure in t.figures or one.event in t.events), None)
        if touch is not None:
            made = Finding("cleared_outdated", "info", one.text, touch.ranges, one.sums, None, one.inputs)
            yield LedgerFinding(one.record, source, made)


def _over(
    draft: Text, touched: Sequence[tuple[Cleared, list[Touch]]], covered: set[Range]
) -> Iterator[tuple[str, Finding]]:
    """Report words on a line that is no longer valid, where no line in force is about the same words."""
    for one, own in touched:
        free = next((t for t in own if not covered & set(t.ranges)), None)
        if one.in_force or free is None or not one.line.until:
            continue
        text = f"The wording cleared by {one.line.cleared_by} was valid until {format_time(one.line.until)}."
        words = (one.line.input(draft.scene.reading.language),)
        yield one.line.id, Finding("cleared_expired", "info", text, free.ranges, None, None, words)
