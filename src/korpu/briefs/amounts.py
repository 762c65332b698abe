"""Answers to "how much": the stated total and the known parts, never one added to the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from korpu.briefs.answer import Line
from korpu.briefs.draft import TOTALS, Draft, adds, names_it
from korpu.briefs.listing import MOST, told_line
from korpu.briefs.parts import at_stage, beyond, known_before
from korpu.briefs.quantities import about_things
from korpu.briefs.series import in_time, tell_earlier, value_line, valued
from korpu.briefs.voice import claim_of, step_line, wordy
from korpu.drawing.wording import number
from korpu.ledger.kinds import tracks
from korpu.ledger.record import Record, Step
from korpu.ledger.totals import TotalAgainstParts, totals

Part = tuple[Record, Step]
_PRICED = frozenset({"initiative", "programme", "agreement", "cohort"})


def how_much(draft: Draft) -> None:
    """Tell the stated totals, then the parts with an amount and their sum per currency, then what has no amount."""
    measures = _measures(draft)
    for record in measures:
        _tell_total(draft, record)
    own = [r for r in _named_so(draft) if adds(r)]
    exact = [(r, step) for r in own if (step := at_stage(draft, r)) is not None]
    further = [(r, step) for r in own if (step := beyond(draft, r)) is not None and r not in [e for e, _ in exact]]
    parts, other = (exact, further) if exact else (further, [])
    for record, step in sorted(parts, key=_when)[: 2 * MOST]:
        draft.lines.append(told_line(draft, record, step))
        draft.use(record)
    wholes = {t.other for r, _ in parts for t in r.relations if t.relation == "part_of"}
    _tell_sum(draft, [(r, s) for r, s in parts if r.id not in wholes], beside_total=bool(measures))
    _tell_other(draft, other)
    for row in totals(draft.ledger) if draft.asked.window is None else ():
        if row.record in measures:
            _tell_rest(draft, row)
    things = about_things(draft)
    if not draft.lines:
        draft.missing.append(("missing.quantity" if things else "missing.amount", draft.about()))
        draft.quote([r for r in draft.chosen if r.kind not in TOTALS])
    bare = [r for r in draft.chosen if r.kind in _PRICED and not any(s.amount for s in r.steps)]
    bare = [r for r in bare if any(draft.in_window(s) for s in r.steps) and not all(map(wordy, r.steps))]
    draft.unknown("no.amount", [] if things else bare)


def _named_so(draft: Draft) -> list[Record]:
    """Return the records of the very thing asked about where there are any, without those that count it among others.

    What a cable cost is not what a delivery cost that held cable.
    """
    stems = [stem for text in draft.asked.about("text") for stem in text.split("|")]
    own = [r for r in draft.chosen if any(names_it(r, stem) for stem in stems)]
    return own or draft.chosen


def _when(part: Part) -> str:
    return str(part[1].when.value) if part[1].when else "9"


def _measures(draft: Draft) -> list[Record]:
    """Return the totals of money that a question is about: of its own track where one is named, not of those within."""
    own = [r for r in draft.chosen if r.kind in TOTALS and _valued(draft, r)]
    fields = draft.asked.about("track")
    if fields:
        return [r for r in own if r.track in fields]
    if draft.asked.names and not draft.asked.topics:
        return [r for r in own if (about := tracks().get(r.track or "")) and about.aid] or own
    top = [r for r in own if r.track == "humanitarian"]
    return own if draft.asked.topics else top or own


def _valued(draft: Draft, record: Record) -> list[Step]:
    return [s for s in valued(record) if s.amount is not None and in_time(draft, s)]


def _tell_total(draft: Draft, record: Record) -> None:
    steps = _valued(draft, record)
    key = "target" if record.kind == "goal" else "total"
    before, after = draft.voice.phrase(key, title=draft.voice.title(record), amount="\0").split("\0")
    line = Line().about(record.id).say(before).join(value_line(draft, steps[0], only="amount")).say(after)
    draft.lines.append(line.say("."))
    draft.use(record)
    tell_earlier(draft, steps, record, only="amount")


def _tell_other(draft: Draft, other: Sequence[Part]) -> None:
    """Name amounts that were stated for another stage than the one asked about."""
    if not other:
        return
    before, after = draft.voice.phrase("later", values="\0").split("\0")
    line = Line().say(before)
    for i, (record, step) in enumerate(other):
        line.say("; " if i else "").join(step_line(record, step, draft.voice))
        draft.use(record)
    draft.lines.append(line.say(after))


def _tell_sum(draft: Draft, parts: Sequence[Part], *, beside_total: bool) -> None:
    by_currency: dict[str, list[Part]] = {}
    for record, step in parts:
        by_currency.setdefault(str(step.amount.value.get("currency")), []).append((record, step))  # type: ignore[union-attr]
    for currency, own in by_currency.items():
        if len(own) < 2:
            continue
        amounts = [Decimal(str(s.amount.value["amount"])) for _, s in own if s.amount]
        total = f"{number(sum(amounts, Decimal(0)), draft.voice.language)} {currency}"
        line = draft.say("parts" if beside_total else "sum", sum=total)
        line.computed = " + ".join(number(a, draft.voice.language) for a in amounts) + f" = {total}"
        line.about(*[r.id for r, _ in own]).cite(*[c for _, s in own if (c := claim_of(s.amount))])


def _tell_rest(draft: Draft, row: TotalAgainstParts) -> None:
    """Set the latest total against the parts known by the time it was stated."""
    parts = known_before(row)
    if not parts:
        return
    language = draft.voice.language
    for record, _ in parts:
        priced = [s for s in record.steps if s.amount is not None]
        if priced and record not in draft.used:
            draft.lines.append(told_line(draft, record, priced[-1]))
            draft.use(record)
    rest = row.total.amount - sum((one.amount for _, one in parts), Decimal(0))
    plus = " + ".join(number(one.amount, language) for _, one in parts)
    plus = f"({plus})" if len(parts) > 1 else plus
    shown = f"{number(row.total.amount, language)} − {plus} = {number(rest, language)} {row.total.currency}"
    line = draft.say("exceeds" if rest < 0 else "rest", arithmetic=shown.replace("= -", "= −"))
    line.computed = shown
    line.about(row.record.id, *[r.id for r, _ in parts])
    claim = claim_of(row.step.amount)
    line.cite(*([claim] if claim else []))
    line.cite(*[c for r, _ in parts for s in r.steps if s.amount and (c := claim_of(s.amount))])
