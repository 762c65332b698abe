"""Answers to "is it so?": yes or no with what the books say, or what they say instead."""

from __future__ import annotations

from korpu.briefs.answer import Line
from korpu.briefs.draft import Draft
from korpu.briefs.groups import STAGES, steps_in, telling
from korpu.briefs.listing import told_line
from korpu.briefs.select import ROUTES
from korpu.ledger.progress import ENDS
from korpu.ledger.record import Record

MOST = 5


def yes_no(draft: Draft) -> None:
    """Say for each record chosen whether it has reached the stage asked about."""
    groups = [g for g in draft.asked.stages if g in STAGES]
    chosen = draft.chosen
    if "route" in draft.asked.about("kind") or any(r.kind in ROUTES for r in chosen):
        groups = ["open" if g == "done" else g for g in groups]
        ended = [r for r in chosen if r.stage in ENDS or r.kind == "closure"]
        chosen = ended + [r for r in chosen if r.kind in ROUTES and r not in ended] or chosen
    else:
        chosen = sorted(chosen, key=lambda r: not _so(r, groups))
    for record in chosen[:MOST]:
        _say(draft, record, groups)
    if not draft.lines:
        draft.missing.append(("missing.match", draft.about()))


def _so(record: Record, groups: list[str]) -> bool:
    return any(steps_in(record, group) for group in groups)


def _say(draft: Draft, record: Record, groups: list[str]) -> None:
    steps = tuple(s for group in groups for s in steps_in(record, group) if draft.in_window(s))
    ends = tuple(s for s in record.steps if s.stage in ENDS) if record.stage in ENDS else ()
    step = telling(steps) or telling(ends) or telling(tuple(s for s in record.steps if s.stage == record.stage))
    told = told_line(draft, record, step)
    if steps:
        key = "yes"
    elif ends or record.kind == "closure":
        key = "no"
    else:
        key = "not.so"
    words = draft.voice.phrase(f"group.{groups[0] if groups else 'done'}")
    before = draft.voice.phrase(key, line="\0", group=words).split("\0")[0]
    draft.lines.append(Line().say(before).join(told))
    draft.use(record)
