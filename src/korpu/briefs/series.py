"""Figures that are stated again and again: the latest value first, then the earlier ones, each with its date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from korpu.briefs.answer import Line
from korpu.briefs.draft import Draft
from korpu.briefs.voice import claim_of, numbers_of, say_step, stage_claim
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

EARLIER = 4
"""Earlier values told at most."""


AHEAD = frozenset({"planned", "pledged", "potential", "need"})
"""Stages of what has not come yet: a number at such a stage is never told as if it had been reached."""


def said_of(step: Step) -> str:
    """Return when a step was last said (EDTF), an empty string when no source of it has a date."""
    return max((claim.said or "" for claim in step.claims), default="")


def valued(record: Record) -> list[Step]:
    """Return the steps of a record that state an amount or a number, latest first by their time, then by when said."""
    own = [s for s in record.steps if s.amount is not None or s.count is not None]
    return sorted(own, key=lambda s: (_day(s), said_of(s)), reverse=True)


def _day(step: Step) -> str:
    """Return the day a value stands for: its own time, else when it was said."""
    time = time_of(step.when.value) if step.when else None
    said = time_of(said_of(step) or None)
    day = (time and (time.high or time.low)) or (said and (said.high or said.low))
    return day.isoformat() if day else ""


def in_time(draft: Draft, step: Step) -> bool:
    """Whether a value lies in the time asked about; one without a time counts for when it was said."""
    inside = draft.in_window(step)
    if inside is None and draft.asked.window is not None:
        return draft.asked.window.holds(time_of(said_of(step) or None))
    return bool(inside)


def value_line(draft: Draft, step: Step, *, only: str | None = None, stems: Sequence[str] = ()) -> Line:
    """Return the figures of a step (or only its "amount" or "count", of units with these stems) with its time."""
    when = _when(draft, step)
    line = Line()
    if draft.voice.language == "az" and step.when is not None and when.text:
        line.join(when).say(" ")
        when = Line()
    start = line.text
    if only != "count" and step.amount is not None and step.amount.value.get("amount") is not None:
        line.figure(draft.voice.money(step.amount.value), claim_of(step.amount))
    for value, claim in numbers_of(step) if only != "amount" else ():
        if not stems or unit_fits(value, stems):
            line.say(", " if line.text != start else "").figure(draft.voice.number(value), claim)
    line.say(" " if step.when is not None and when.text else "").join(when)
    if only == "count" and step.stage in AHEAD:
        line.say(draft.voice.phrase("not.yet", stage=draft.voice.stage(step.stage)))
    return line


def _when(draft: Draft, step: Step) -> Line:
    """Return the time of a value, else when it was said."""
    words = draft.voice.when(step.when.value) if step.when else ""
    if words:
        return Line().figure(words, claim_of(step.when))
    if said_of(step):
        before, after = draft.voice.phrase("said", when="\0").split("\0")
        return Line().say(before).figure(draft.voice.when(said_of(step)), step.claims[0].id).say(after)
    return Line().say(draft.voice.phrase("said.undated"))


def say_series(draft: Draft, record: Record) -> None:
    """Tell a measure or goal: its latest value, the earlier ones, and where it stands when that is an end."""
    steps = [s for s in valued(record) if in_time(draft, s)]
    line = Line().about(record.id).say(f"{draft.voice.title(record)}: ")
    if steps and record.kind == "goal" and steps[0].stage == "pledged":
        say_step(line, steps[0], draft.voice)
    elif steps:
        line.join(value_line(draft, steps[0], only=None if steps[0].amount else "count"))
    else:
        line.say(draft.voice.stage(record.stage)).cite(record.claims[0].id)
    ended = [s for s in record.steps if s.stage in ("stopped", "not_achieved") and s.stage == record.stage]
    if steps and ended:
        line.say(draft.voice.phrase("then", stage=draft.voice.stage(record.stage)))
        line.cite(*[c for s in ended if (c := stage_claim(s))])
    draft.lines.append(line.say("."))
    draft.use(record)
    tell_earlier(draft, steps, record)


def tell_earlier(
    draft: Draft, steps: Sequence[Step], record: Record, *, only: str | None = None, stems: Sequence[str] = ()
) -> None:
    """Tell the values before the latest one; those in another currency or of another unit stand apart."""
    same = [s for s in steps[1:] if _measured_in(s) == _measured_in(steps[0])]
    other = [s for s in steps[1:] if s not in same]
    for key, own in (("earlier", same), ("other.totals", other)):
        if own:
            say_values(draft, key, own[:EARLIER], record, only=only, stems=stems)


def _measured_in(step: Step) -> str | None:
    if step.amount is not None:
        return str(step.amount.value.get("currency"))
    return str(step.count.value.get("unit")) if step.count is not None else None


def unit_fits(value: dict[str, Any], stems: Sequence[str]) -> bool:
    """Whether a number counts one of the things asked about."""
    return any(str(value.get("unit") or "").casefold().startswith(stem) for stem in stems)


def say_values(
    draft: Draft, key: str, steps: list[Step], record: Record, *, only: str | None = None, stems: Sequence[str] = ()
) -> None:
    """Tell several values of one record in a sentence."""
    before, after = draft.voice.phrase(key, values="\0").split("\0")
    line = Line().about(record.id).say(before)
    for i, step in enumerate(steps):
        line.say("; " if i else "").join(value_line(draft, step, only=only, stems=stems))
    draft.lines.append(line.say(after))
