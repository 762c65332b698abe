"""Answers that list: what was done, planned, promised; when, where and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.briefs.answer import Line
from korpu.briefs.draft import TOTALS, Draft, first_claim, things
from korpu.briefs.groups import STAGES, steps_in, telling
from korpu.briefs.places import named_aside
from korpu.briefs.series import in_time, say_series
from korpu.briefs.voice import say_quote, stage_claim, step_line, wordy
from korpu.ledger.kinds import tracks
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

MOST = 8
"""Records told one by one; further ones are named in one sentence."""

FEW = 4
"""Records at most whose standing is told though it is not what was asked."""

Told = tuple[Record, Step | None]


def by_stage(draft: Draft) -> None:
    """Tell what belongs to the stages asked about, one group after another."""
    groups = [g for g in draft.asked.stages if g in STAGES] or ["done"]
    if len(groups) > 1 and "sent" in groups and "delivered" in groups:
        groups.remove("delivered")
    for group in groups:
        _tell_group(draft, group)
    if not draft.lines and draft.asked.window is None and (draft.asked.topics or draft.asked.rest):
        _tell_instead(draft, groups[0])
    if not draft.lines:
        draft.missing.append(("missing.match", draft.about()))


def _tell_instead(draft: Draft, group: str) -> None:
    """Say how the few records asked about stand when none has reached the stage asked about."""
    if 0 < len(draft.chosen) <= FEW:
        only_words = all(r.steps and all(map(wordy, r.steps)) for r in draft.chosen)
        said = draft.voice.phrase("not.so", line="", group=draft.voice.phrase(f"group.{group}")).rstrip()
        draft.lines.append(Line().say(draft.voice.phrase("nothing.done") if only_words else said))
        draft.lines[-1].cite(*[first_claim(r) for r in draft.chosen])
        everything(draft)


def _tell_group(draft: Draft, group: str) -> None:
    inside = {r.id: tuple(s for s in steps_in(r, group) if draft.in_window(s)) for r in draft.chosen}
    dated: list[Told] = [(r, telling(inside[r.id])) for r in things([r for r in draft.chosen if inside[r.id]])]
    blank = {r.id for r in draft.chosen if (own := steps_in(r, group)) and all(draft.in_window(s) is None for s in own)}
    undated = [r for r in things(draft.chosen) if r.id in blank]
    if len(dated) > 1:
        lead = draft.say("lead.count", scope=draft.scope(), group=draft.voice.phrase(f"group.{group}"), n=len(dated))
        lead.cite(*[claim for _, step in dated if step and (claim := stage_claim(step))])
    tell(draft, dated)
    _tell_wholes(draft, group, dated)
    _tell_totals(draft, group)
    if dated or draft.lines:
        draft.unknown("undated.left", undated)
    if dated and group == "done" and draft.asked.window is None:
        _also(draft, "under_way", dated)
        _also(draft, "planned", dated)


def _tell_wholes(draft: Draft, group: str, told: Sequence[Told]) -> None:
    """Tell a programme whose single works were told, because it may hold the time or the number of them all."""
    own = {record.id for record, _ in told}
    for record in draft.chosen:
        steps = tuple(s for s in steps_in(record, group) if draft.in_window(s))
        if told and record.kind == "programme" and record.id not in own and (step := telling(steps)):
            before, after = draft.voice.phrase("together", line="\0").split("\0")
            draft.lines.append(Line().say(before).join(told_line(draft, record, step)).say(after))
            draft.use(record)


def _tell_totals(draft: Draft, group: str) -> None:
    for record in draft.chosen:
        total = record.kind in TOTALS and record not in draft.used
        steps = steps_in(record, group) if total and _fits(record, group) else ()
        if any(in_time(draft, s) for s in steps):
            say_series(draft, record)


def _fits(record: Record, group: str) -> bool:
    """Whether a total tells of goods delivered or sent, not of any number that was reached."""
    if group not in ("delivered", "sent"):
        return True
    about = tracks().get(record.track or "")
    return bool(about and about.aid) and any(s.stage in ("delivered", "shipped") for s in record.steps)


def _also(draft: Draft, group: str, told: Sequence[Told]) -> None:
    """Name in one sentence what stands at another stage at the same place."""
    seen = {record.id for record, _ in told}
    more = [r for r in things([r for r in draft.chosen if steps_in(r, group)]) if r.id not in seen]
    if more:
        line = draft.say("also", group=draft.voice.phrase(f"group.{group}"), titles=draft.voice.titles(more))
        line.about(*[r.id for r in more])
        line.cite(*[c for r in more if (s := telling(steps_in(r, group))) and (c := stage_claim(s))])
        draft.use(*more)


def tell(draft: Draft, told: Sequence[Told]) -> None:
    """Tell records one by one, in the order of their time, then name those that are too many."""
    ordered = sorted(told, key=lambda one: _moment(one[1]))
    for record, step in ordered[:MOST]:
        draft.lines.append(told_line(draft, record, step))
    rest = [record for record, _ in ordered[MOST:]]
    if rest:
        draft.say("more", n=len(rest), titles=draft.voice.titles(rest, 30)).about(*[r.id for r in rest])
        draft.lines[-1].cite(*[c for _, s in ordered[MOST:] if s and (c := stage_claim(s))])
    draft.use(*[record for record, _ in told])


def told_line(draft: Draft, record: Record, step: Step | None) -> Line:
    """Return what one step says of a record, who funded it, and how far it has come since."""
    voice = draft.voice
    aside = named_aside(draft, record)
    if aside is not None:
        return say_quote(Line().about(record.id).say(f"{voice.title(record)}: "), aside, voice).say(".")
    line = step_line(record, step, voice)
    funders = [(c.id, draft.named(str(c.value["party"]))) for c in record.claims
               if c.property == "party" and isinstance(c.value, dict) and c.value.get("role") == "funder"]  # fmt: skip
    if funders:
        line.say(voice.phrase("funding", names=", ".join(dict.fromkeys(name for _, name in funders))))
        line.cite(*[claim for claim, _ in funders])
    if step is not None and record.stage and record.stage != step.stage and record.kind not in TOTALS:
        now = telling(tuple(s for s in record.steps if s.stage == record.stage))
        line.say(voice.phrase("then", stage=voice.stage(record.stage)))
        if now is not None and (claim := stage_claim(now)):
            line.cite(claim)
    return line.say(".")


def _moment(step: Step | None) -> str:
    time = time_of(step.when.value) if step and step.when else None
    return (time.low or time.high).isoformat() if time and (time.low or time.high) else "9999"  # type: ignore[union-attr]


def everything(draft: Draft) -> None:
    """Tell how each record chosen stands, when the question names no stage."""
    own = things(draft.chosen) or [r for r in draft.chosen if r.kind not in TOTALS]
    told: list[Told] = []
    for record in own:
        inside = tuple(s for s in record.steps if draft.in_window(s))
        if inside or (draft.asked.window is None and not record.steps):
            current = tuple(s for s in inside if s.stage == record.stage)
            told.append((record, telling(current) or telling(inside)))
    measures = [r for r in draft.chosen if r.kind in TOTALS and any(in_time(draft, s) for s in r.steps)]
    if told and len(told) > 1:
        noun = draft.voice.counted(len(told), "record")
        lead = draft.say("lead.records", scope=draft.scope(), n=len(told), record=noun)
        lead.cite(*[c for _, s in told if s and (c := stage_claim(s))])
    tell(draft, told)
    for record in measures[:MOST]:
        say_series(draft, record)
    if not draft.lines:
        draft.missing.append(("missing.match", draft.about()))
