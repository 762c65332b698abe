"""Answers to "what changed": new records, stages reached, values that became others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from korpu.briefs.answer import Line
from korpu.briefs.draft import TOTALS, Draft
from korpu.briefs.groups import telling
from korpu.briefs.listing import told_line
from korpu.briefs.series import value_line, valued
from korpu.briefs.voice import claim_of, stage_claim
from korpu.kernel.edtf import format_time
from korpu.ledger.changes import Change
from korpu.ledger.record import Record

Changes = Callable[[str, str | None], list[Change]]
MOST = 12


def changed(draft: Draft, changes: Changes) -> None:
    """Tell what sources published in the time asked about (without one: in the last year) changed."""
    window = draft.asked.window
    low = window.low if window and window.low else draft.today - timedelta(days=365)
    high = window.high if window else None
    ids = {r.id for r in draft.chosen}
    found = [
        c for c in changes((low - timedelta(1)).isoformat(), high.isoformat() if high else None) if c.record.id in ids
    ]
    scope = _scope(draft, low, high)
    if not found:
        draft.say("changed.none", scope=scope)
        return
    records = list({c.record.id: c.record for c in found}.values())
    lead = draft.say("changed.lead", scope=scope, n=len(records), record=draft.voice.counted(len(records), "record"))
    lead.about(*[r.id for r in records]).cite(*[r.claims[-1].id for r in records])
    for record in records[:MOST]:
        draft.lines += _lines(draft, record, [c for c in found if c.record.id == record.id])
    if len(records) > MOST:
        rest = records[MOST:]
        line = draft.say("more", n=len(rest), titles=draft.voice.titles(rest, 20))
        line.about(*[r.id for r in rest]).cite(*[r.claims[-1].id for r in rest])
    draft.use(*records)


def _scope(draft: Draft, low: date, high: date | None) -> str:
    first = format_time(low.isoformat(), draft.voice.language)
    if high is None:
        return draft.voice.phrase("since", day=first)
    return draft.voice.phrase("between", low=first, high=format_time(high.isoformat(), draft.voice.language))


def _lines(draft: Draft, record: Record, found: list[Change]) -> list[Line]:
    """Return the lines on one record: for a series its latest value, else one for each change."""
    if record.kind in TOTALS and found[0].what != "new":
        steps = valued(record)
        before, after = draft.voice.phrase("changed.now", title=draft.voice.title(record), value="\0").split("\0")
        if steps:
            return [Line().about(record.id).say(before).join(value_line(draft, steps[0])).say(f"{after}.")]
    return [_line(draft, change) for change in found]


def _line(draft: Draft, change: Change) -> Line:
    voice, record = draft.voice, change.record
    line = Line().about(record.id)
    if change.what == "new":
        before, after = voice.phrase("changed.new", line="\0").split("\0")
        step = telling(tuple(s for s in record.steps if s.stage == record.stage))
        return line.say(before).join(told_line(draft, record, step)).say(after)
    if change.what == "stage":
        words = {"before": voice.stage(change.before), "after": voice.stage(change.after)}
        step = telling(tuple(s for s in record.steps if s.stage == change.after))
        claim = stage_claim(step) if step else None
        return line.say(voice.phrase("changed.stage", title=voice.title(record), **words)).cite(*_some(claim)).say(".")
    if change.what == "step" and change.step is not None:
        return line.join(told_line(draft, record, change.step))
    name = (change.property or "").split(".")[-1]
    values = {"before": _written(draft, change.before), "property": voice.term("property", name), "after": "\0"}
    first, last = voice.phrase("changed.value", title=voice.title(record), **values).split("\0")
    held = getattr(change.step, name, None)
    return line.say(first).figure(_written(draft, change.after), claim_of(held)).say(f"{last}.")


def _some(claim: str | None) -> list[str]:
    return [claim] if claim else []


def _written(draft: Draft, value: Any) -> str:
    if isinstance(value, dict):
        return draft.voice.money(value) if value.get("amount") is not None else draft.voice.number(value)
    return draft.voice.when(value) or str(value) if value else draft.voice.phrase("nothing")
