"""Answers about promises: what is late, what has no date, what is not fulfilled, what has no price."""

from __future__ import annotations

from korpu.briefs.answer import Line
from korpu.briefs.draft import Draft, things
from korpu.briefs.groups import telling
from korpu.briefs.listing import Told, tell
from korpu.briefs.voice import claim_of, stage_claim
from korpu.kernel.edtf import format_time
from korpu.ledger.lateness import LateRow, late
from korpu.ledger.progress import ENDS


def _rows(draft: Draft) -> list[LateRow]:
    """Return the open promises among the records chosen, each record once."""
    seen: set[str] = set()
    rows = []
    for row in late(draft.chosen, draft.today):
        if row.record.id not in seen:
            seen.add(row.record.id)
            rows.append(row)
    return rows


def overdue(draft: Draft) -> None:
    """Tell which promises are late today and by how long; those without a date are named, not counted as late."""
    rows = _rows(draft)
    behind = [row for row in rows if row.state == "late"]
    day = format_time(draft.today.isoformat(), draft.voice.language)
    if not behind:
        draft.say("late.none", day=day)
    else:
        noun = draft.voice.counted(len(behind), "promise")
        lead = draft.say("late.lead", day=day, n=len(behind), promise=noun)
        lead.cite(*[c for row in behind if (c := stage_claim(row.step))])
    for row in behind:
        _tell_late(draft, row)
    _undated(draft, [row for row in rows if row.state == "no_date"], "undated.also")


def _tell_late(draft: Draft, row: LateRow) -> None:
    values = {"title": draft.voice.title(row.record), "when": "\0", "days": row.days,
              "day": draft.voice.counted(row.days or 0, "day")}  # fmt: skip
    before, after = draft.voice.phrase("late.row", **values).split("\0")
    line = Line().about(row.record.id).say(before)
    due = format_time(row.due, draft.voice.language) if row.due else ""
    line.computed = f"{draft.today.isoformat()} − {row.due} = {row.days}"
    draft.lines.append(line.figure(due, claim_of(row.step.when)).say(after))
    draft.use(row.record)


def undated(draft: Draft) -> None:
    """Tell which open promises have no date."""
    rows = [row for row in _rows(draft) if row.state == "no_date"]
    if rows:
        _undated(draft, rows, "undated.lead")
    else:
        draft.say("undated.none")


def _undated(draft: Draft, rows: list[LateRow], key: str) -> None:
    if not rows:
        return
    lead = draft.say(key, n=len(rows))
    lead.cite(*[c for row in rows if (c := stage_claim(row.step))])
    if key == "undated.also":
        draft.unknown("no.date", [row.record for row in rows])
        return
    for row in rows:
        line = Line().about(row.record.id)
        line.say(f"{draft.voice.title(row.record)}: {draft.voice.stage(row.step.stage)}.")
        claim = stage_claim(row.step)
        draft.lines.append(line.cite(*([claim] if claim else [])))
        draft.use(row.record)


def unmet(draft: Draft) -> None:
    """Tell what was stopped or not achieved, and every promise that no later stage meets."""
    ended = [r for r in draft.chosen if r.stage in ENDS]
    told: list[Told] = [(r, telling(tuple(s for s in r.steps if s.stage == r.stage))) for r in ended]
    told += [(row.record, row.step) for row in _rows(draft) if row.record not in ended]
    _lead_and_tell(draft, told, "unmet")


def unpriced(draft: Draft) -> None:
    """Tell which works and projects have no amount stated."""
    kinds = ("initiative", "programme", "agreement", "cohort")
    bare = [r for r in things(draft.chosen) if r.kind in kinds and not any(s.amount for s in r.steps)]
    _lead_and_tell(draft, [(r, telling(tuple(s for s in r.steps if s.stage == r.stage))) for r in bare], "unpriced")


def _lead_and_tell(draft: Draft, told: list[Told], key: str) -> None:
    if not told:
        draft.say(f"{key}.none")
        return
    lead = draft.say(f"{key}.lead", scope=draft.scope(), n=len(told))
    lead.cite(*[c for _, s in told if s and (c := stage_claim(s))])
    tell(draft, told)
