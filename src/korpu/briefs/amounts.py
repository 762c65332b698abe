"""Answers to "how much": the stated total and the known parts, never one added to the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from korpu.briefs.answer import Line
from korpu.briefs.draft import TOTALS, Draft, adds
from korpu.briefs.groups import STAGES
from korpu.briefs.listing import MOST
from korpu.briefs.series import say_values, valued
from korpu.briefs.voice import claim_of, say_figures, stage_claim
from korpu.drawing.wording import number
from korpu.ledger.progress import RANK
from korpu.ledger.record import Record, Step
from korpu.ledger.totals import TotalAgainstParts, totals


def how_much(draft: Draft) -> None:
    """Tell the stated totals, then the parts with an amount and their sum per currency, then what has no amount."""
    measures = _measures(draft)
    for record in measures:
        _tell_total(draft, record)
    parts = [(r, step) for r in draft.chosen if adds(r) and (step := priced(draft, r)) is not None]
    wholes = {t.other for r, _ in parts for t in r.relations if t.relation == "part_of"}
    for record, step in sorted(parts, key=lambda one: str(one[1].when.value if one[1].when else "9"))[: 2 * MOST]:
        line = Line().about(record.id).say(f"{draft.voice.title(record)}: {draft.voice.stage(step.stage)}")
        claim = stage_claim(step)
        say_figures(line.cite(*([claim] if claim else [])), step, draft.voice)
        if step.stage != record.stage and record.stage:
            line.say(draft.voice.phrase("then", stage=draft.voice.stage(record.stage)))
        draft.lines.append(line.say("."))
        draft.use(record)
    _tell_sum(draft, [(r, s) for r, s in parts if r.id not in wholes], bool(measures))
    for row in totals(draft.ledger):
        if row.record in measures:
            _tell_rest(draft, row)
    told = {r.id for r, _ in parts}
    bare = [r for r in draft.chosen if r.kind in ("initiative", "programme", "agreement") and r.id not in told]
    if draft.lines:
        draft.unknown("no.amount", bare)
    else:
        draft.missing.append(("missing.amount", draft.about()))
        draft.unknown("no.amount", bare)


def _measures(draft: Draft) -> list[Record]:
    """Return the totals of money that a question is about: of its own track where one is named, not of those within."""
    own = [
        r
        for r in draft.chosen
        if r.kind in TOTALS and any(s.amount and draft.in_window(s) is not False for s in r.steps)
    ]
    tracks = draft.asked.about("track")
    if tracks:
        return [r for r in own if r.track in tracks]
    top = [r for r in own if r.track == "humanitarian"]
    return own if draft.asked.topics or draft.asked.names else top or own


def priced(draft: Draft, record: Record) -> Step | None:
    """Return the step whose amount answers the question: at the stages asked about, else the furthest stated.

    A record that went beyond the stage asked about keeps the amount stated for it.
    """
    own = [s for s in record.steps if s.amount is not None and draft.in_window(s)]
    stages = [group for group in draft.asked.stages if group in STAGES]
    wanted = [s for s in own if any(s.stage in STAGES[g] for g in stages)]
    if wanted:
        return wanted[0]
    if stages and not _reached(record, stages):
        return None
    return max(own, key=lambda s: RANK.get(s.stage or "", -1), default=None)


def _reached(record: Record, groups: Sequence[str]) -> bool:
    """Whether a record came at least as far as the earliest stage asked about."""
    least = min(RANK.get(stage, 99) for group in groups for stage in STAGES[group])
    return RANK.get(record.stage or "", -1) >= least


def _tell_total(draft: Draft, record: Record) -> None:
    steps = [s for s in valued(record) if s.amount is not None and draft.in_window(s) is not False]
    before, after = draft.voice.phrase("total", title=draft.voice.title(record), amount="\0").split("\0")
    latest = Line().about(record.id).say(before)
    from korpu.briefs.series import value_line  # noqa: PLC0415

    draft.lines.append(latest.join(value_line(draft, steps[0])).say(after).say("."))
    draft.use(record)
    if len(steps) > 1:
        say_values(draft, "earlier", steps[1:5], record)


def _tell_sum(draft: Draft, parts: Sequence[tuple[Record, Step]], beside_total: bool) -> None:
    if len(parts) < 2:
        return
    by_currency: dict[str, list[tuple[Record, Step]]] = {}
    for record, step in parts:
        by_currency.setdefault(str(step.amount.value.get("currency")), []).append((record, step))  # type: ignore[union-attr]
    for currency, own in by_currency.items():
        if len(own) < 2:
            continue
        amounts = [Decimal(str(s.amount.value["amount"])) for _, s in own if s.amount]
        words = f"{number(sum(amounts, Decimal(0)), draft.voice.language)} {currency}"
        line = draft.say("parts" if beside_total else "sum", sum=words)
        line.computed = " + ".join(f"{a:,}" for a in amounts) + f" = {sum(amounts, Decimal(0)):,} {currency}"
        line.about(*[r.id for r, _ in own]).cite(*[c for _, s in own if (c := claim_of(s.amount))])


def _tell_rest(draft: Draft, row: TotalAgainstParts) -> None:
    if not row.parts:
        return
    line = draft.say("exceeds" if row.verdict == "exceeds" else "rest", arithmetic=row.arithmetic)
    line.computed = row.arithmetic
    line.about(row.record.id, *[r.id for r, _ in row.parts])
    claim = claim_of(row.step.amount)
    line.cite(*([claim] if claim else []))
    line.cite(*[c for r, _ in row.parts for s in r.steps if s.amount and (c := claim_of(s.amount))])
