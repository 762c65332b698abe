"""Answers to "how many": the stated total, then numbers stated separately; or the records themselves, counted."""

from __future__ import annotations

from korpu.briefs.answer import Line
from korpu.briefs.draft import TOTALS, Draft, names_it
from korpu.briefs.groups import STAGES, steps_in
from korpu.briefs.listing import MOST, by_stage, everything
from korpu.briefs.series import in_time, tell_earlier, unit_fits, value_line, valued
from korpu.briefs.voice import numbers_of, step_line
from korpu.ledger.claim import Evidence
from korpu.ledger.record import Record, Step


def how_many(draft: Draft) -> None:
    """Tell the numbers stated of the unit asked about; without a unit, count the records that fit."""
    stems = _units(draft)
    found = [(r, steps) for r in draft.chosen if (steps := counts(draft, r, stems))]
    if not found:
        _count_records(draft, stems)
        return
    totals = [(r, s) for r, s in found if r.kind in TOTALS]
    for record, steps in totals:
        before, after = draft.voice.phrase("total.count", title=draft.voice.title(record), amount="\0").split("\0")
        line = (
            Line()
            .about(record.id)
            .say(before)
            .join(value_line(draft, steps[0], only="count", stems=stems))
            .say(after)
            .say(".")
        )
        draft.lines.append(line)
        draft.use(record)
        tell_earlier(draft, steps, record, only="count", stems=stems)
    parts = [(r, s) for r, s in found if r.kind not in TOTALS]
    _tell_parts(draft, parts[:MOST], stems, bool(totals))


def _units(draft: Draft) -> list[str]:
    """Return the stems of the things to be counted."""
    asked = [u for u in draft.asked.about("unit") if u != "record"]
    demonyms = [form.casefold() for named in draft.asked.names if named.adjective and named.id
              if (known := draft.names.get(named.id)) for form in known.adjectives.get("en", ())]  # fmt: skip
    asked += [*demonyms, "people", "person"] if demonyms else []
    return asked or [stem for text in draft.asked.about("text") for stem in text.split("|")]


def counts(draft: Draft, record: Record, stems: list[str], *, any_stage: bool = False) -> list[Step]:
    """Return the steps of a record that state a number of the things asked about, the latest first."""
    groups = [g for g in draft.asked.stages if g in STAGES and record.kind not in TOTALS and not any_stage]
    steps = [s for s in valued(record) if numbers_of(s)]
    return [
        s
        for s in steps
        if in_time(draft, s)
        and any(unit_fits(value, stems) for value, _ in numbers_of(s))
        and (not groups or any(s.stage in STAGES[g] for g in groups) or record.kind == "cohort")
    ]


def _tell_parts(draft: Draft, parts: list[tuple[Record, list[Step]]], stems: list[str], beside_total: bool) -> None:
    if not parts:
        return
    before, after = draft.voice.phrase("separate", values="\0").split("\0") if beside_total else ("", ".")
    line = Line().say(before)
    for i, (record, steps) in enumerate(_once(parts)):
        line.say("; " if i else "").say(f"{draft.voice.title(record)}: ").about(record.id)
        line.join(value_line(draft, steps[0], only="count", stems=stems))
        draft.use(record)
    draft.lines.append(line.say(after))


def _once(parts: list[tuple[Record, list[Step]]]) -> list[tuple[Record, list[Step]]]:
    """Return the parts without those that rest on the very words that another one rests on."""
    kept: list[tuple[Record, list[Step]]] = []
    seen: list[Evidence] = []
    for record, steps in parts:
        words = [c.evidence for c in steps[0].count.claims] if steps[0].count else []
        if not any(_overlap(one, other) for one in words for other in seen):
            kept.append((record, steps))
        seen += words
    return kept


def _overlap(one: Evidence, other: Evidence) -> bool:
    same = one.source == other.source
    return same and any(a < d and c < b for a, b in one.ranges for c, d in other.ranges)


def _count_records(draft: Draft, stems: list[str]) -> None:
    """Count records where that is what was asked, or refuse where a number of things was asked that nobody stated."""
    things = [u for u in draft.asked.about("unit") if u != "record"]
    if things or (stems and not _concrete(draft)):
        other = [(r, steps) for r in draft.chosen if (steps := counts(draft, r, stems, any_stage=True))]
        if other:
            _tell_other(draft, other)
            return
        draft.missing.append(("missing.count", draft.about()))
        draft.unknown("no.count", [r for r in draft.chosen if r.kind not in TOTALS][:MOST])
        return
    if any(g in STAGES for g in draft.asked.stages):
        by_stage(draft)
    else:
        everything(draft)


def _tell_other(draft: Draft, other: list[tuple[Record, list[Step]]]) -> None:
    """Name numbers that were stated for another stage than the one asked about."""
    before, after = draft.voice.phrase("later", values="\0").split("\0")
    line = Line().say(before)
    for i, (record, steps) in enumerate(other[:MOST]):
        line.say("; " if i else "").join(step_line(record, steps[0], draft.voice))
        draft.use(record)
    draft.lines.append(line.say(after))


def _concrete(draft: Draft) -> bool:
    """Whether the records chosen are themselves the things asked about, such as schools or memoranda."""
    stems = [stem for text in draft.asked.about("text") for stem in text.split("|")]
    kept = [r for r in draft.chosen if not draft.asked.stages or any(steps_in(r, g) for g in draft.asked.stages)]
    return bool(kept) and all(any(names_it(r, stem) for stem in stems) for r in draft.chosen)
