"""What stands beside an answer: where sources differ, and what nobody stated."""

from __future__ import annotations

from typing import Any

from korpu.briefs.answer import AnswerSentence, Line
from korpu.briefs.draft import TOTALS, Draft
from korpu.briefs.quantities import about_things
from korpu.briefs.voice import wordy
from korpu.kernel.stages import FINISHED
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Value

_WORTH = ("place", "party", "stage", "when", "amount", "count")
_PRICED = frozenset({"initiative", "programme", "agreement", "cohort"})


def contradictions(draft: Draft) -> tuple[AnswerSentence, ...]:
    """Return a sentence for each property of the records told on which sources differ, citing both sides."""
    return tuple(
        _differ(draft, record, name, value).done() for record in draft.used for name, value in _contested(record)
    )


def differing(draft: Draft) -> None:
    """Tell how many of the records chosen sources differ on; `contradictions` then tells each."""
    found = [r for r in draft.chosen if _contested(r)]
    if found:
        line = draft.say("found.contradictions", n=sum(len(_contested(r)) for r in found))
        line.about(*[r.id for r in found]).cite(*[v.claims[0].id for r in found for _, v in _contested(r)])
        draft.use(*found)
    else:
        draft.say("found.no.contradictions")


def _contested(record: Record) -> list[tuple[str, Value]]:
    found = [(name, value) for name, value in record.values.items() if value.contested and name in _WORTH]
    for step in record.steps:
        for name in ("when", "amount", "count"):
            value = getattr(step, name)
            if value is not None and (rivals := _rivals(value)):
                found.append((name, Value(value.value, value.claims, rivals)))
    return found


def _rivals(value: Value) -> tuple[tuple[Any, tuple[Claim, ...]], ...]:
    """Return the other values of a step's property that contradict it: numbers of different things do not."""
    if not isinstance(value.value, dict) or "count" not in value.value:
        return value.others
    return tuple(other for other in value.others if other[0].get("unit") == value.value.get("unit"))


def _differ(draft: Draft, record: Record, name: str, value: Value) -> Line:
    voice = draft.voice
    text = voice.phrase("differ", title=voice.title(record), property=_property(draft, name), value="\0", others="\1")
    before, rest = text.split("\0")
    between, after = rest.split("\1")
    line = (
        Line().about(record.id).say(before).figure(_written(draft, name, value.value), value.claims[0].id).say(between)
    )
    for i, (other, claims) in enumerate(value.others):
        line.say(", " if i else "").figure(_written(draft, name, other), claims[0].id)
    return line.say(after)


def _property(draft: Draft, name: str) -> str:
    """Return the word for a property; parties that contradict each other are funders."""
    return draft.voice.term(*(("role", "funder") if name == "party" else ("property", name)))


def _written(draft: Draft, name: str, value: Any) -> str:
    if isinstance(value, dict):
        return draft.voice.money(value) if value.get("amount") is not None else draft.voice.number(value)
    if name == "when":
        return draft.voice.when(value) or str(value)
    if name == "party":
        return " + ".join(draft.named(party) for party in str(value).split("; "))
    return draft.voice.stage(str(value)) if name == "stage" else str(value)


def _of_money(draft: Draft) -> bool:
    """Whether a question is about money: how much of it, or what was paid or allocated."""
    asked = draft.asked
    if asked.asks("how_much"):
        return not about_things(draft)
    return any(g in asked.stages for g in ("paid", "allocated")) and not asked.asks("who", "where", "when", "how_many")


def state_gaps(draft: Draft) -> None:
    """Add what nobody stated about the records told: no date, no amount for finished works, words not reviewed."""
    unseen = [r for r in draft.used if not any(c.reviewed for c in r.claims)]
    if unseen:
        line = Line().say(draft.voice.phrase("unreviewed", n=len(unseen))).about(*[r.id for r in unseen])
        draft.unknowns.append(line.cite(*[r.claims[0].id for r in unseen]))
    told = [r for r in draft.used if r.kind not in TOTALS and r.kind not in ("partnership", "position")]
    told = [r for r in told if not (r.steps and all(map(wordy, r.steps)))]
    if not draft.asked.asks("late", "undated", "changed", "who", "where"):
        draft.unknown("no.date", [r for r in told if not any(s.when for s in r.steps if s.stage == r.stage)
                                  and not any(s.when for s in r.steps if s.stage in FINISHED)])  # fmt: skip
    if _of_money(draft):
        said = any(
            line.text.startswith(draft.voice.phrase("no.amount", titles="\0").split("\0")[0]) for line in draft.unknowns
        )
        if not said:
            draft.unknown("no.amount", [r for r in told if r.kind in _PRICED and not any(s.amount for s in r.steps)
                                        and r.stage in FINISHED])  # fmt: skip
