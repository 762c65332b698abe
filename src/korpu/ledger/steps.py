"""Steps of a record: what several sentences or sources say of the same step is one step, never counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from korpu.ledger.claim import Claim
from korpu.ledger.kinds import properties
from korpu.ledger.pick import pick
from korpu.ledger.progress import RANK
from korpu.ledger.record import Step
from korpu.ledger.values import agree, same_unit

NAMES = ("when", "amount", "count")
ONCE = frozenset({"decided", "completed", "handed_over", "opened", "in_use", "ongoing", "stopped", "potential"})
"""Stages that a single thing passes once: two times for one of them contradict each other."""


@dataclass
class _Draft:
    """Claims of one entry's step, or of several that are found to tell of the same step."""

    stage: str | None
    claims: list[Claim] = field(default_factory=list)

    def stated(self, name: str) -> list[Claim]:
        return [c for c in self.claims if c.property == name]

    def sources(self) -> set[str]:
        return {c.evidence.source for c in self.claims}


def steps(claims: Sequence[Claim], *, series: bool = False, speech: bool = False) -> tuple[Step, ...]:
    """Return the steps that these claims (in the order of their entries) tell of, from the least stage to the furthest.

    In a series an undated value counts for the time its source was published, so that two totals stated at different
    times stand side by side. Speech is attributed: what each said is a step of its own.
    """
    drafts: dict[tuple[str, str], _Draft] = {}
    for claim in claims:
        if of_step(claim):
            drafts.setdefault((claim.entry, claim.step or ""), _Draft(None)).claims.append(claim)
    merged: list[_Draft] = []
    for draft in sorted(map(_staged, drafts.values()), key=_vague):
        home = None if speech else next((m for m in merged if _same(m, draft, series=series)), None)
        if home is None:
            merged.append(draft)
        else:
            home.claims.extend(draft.claims)
    order = {claim.id: i for i, claim in enumerate(claims)}
    made = [_step(m, order) for m in merged]
    return tuple(sorted(made, key=lambda s: (RANK.get(s.stage or "", 99), order[s.claims[0].id])))


def of_step(claim: Claim) -> bool:
    """Tell whether a claim tells of a step rather than of the record itself, which its property decides."""
    about = properties().get(claim.property)
    return about.level == "step" if about else claim.step is not None


def _staged(draft: _Draft) -> _Draft:
    stage = next((c.value for c in draft.claims if c.property == "stage"), None)
    return _Draft(stage, draft.claims)


def _vague(draft: _Draft) -> int:
    """Steps with more values come first, so that vague mentions join the full one rather than the reverse."""
    return -sum(1 for name in NAMES if draft.stated(name))


def _same(one: _Draft, two: _Draft, *, series: bool) -> bool:
    if one.stage != two.stage or _other_things(one, two):
        return False
    clash = [name for name in NAMES if _clash(name, one, two, series=series)]
    if not clash:
        return True
    if series or one.sources() & two.sources():
        return False
    # Two sources on one step may differ in one value, and then contradict each other; in two, they tell of two steps.
    return len(clash) == 1 and (clash[0] != "when" or one.stage in ONCE) and (clash[0] == "when" or _dated(one, two))


def _clash(name: str, one: _Draft, two: _Draft, *, series: bool) -> bool:
    first, second = _values(name, one, series=series), _values(name, two, series=series)
    if name == "count":
        first, second = (
            [v for v in own if any(same_unit(v, w) for w in others)]
            for own, others in ((first, second), (second, first))
        )
    return bool(first and second) and not any(agree(name, a, b) for a in first for b in second)


def _other_things(one: _Draft, two: _Draft) -> bool:
    """Whether each counts things that the other does not: 45 transformers and 50 generators are two steps."""
    first, second = ([c.value for c in draft.stated("count")] for draft in (one, two))
    return bool(first and second) and not any(same_unit(a, b) for a in first for b in second)


def _values(name: str, draft: _Draft, *, series: bool) -> list[Any]:
    values = [c.value for c in draft.stated(name)]
    if not values and series and name == "when":
        return [c.said for c in draft.claims if c.said][:1]
    return values


def _dated(one: _Draft, two: _Draft) -> bool:
    """Different amounts are a contradiction only where both steps are known to be of the same time."""
    return bool(one.stated("when") and two.stated("when"))


def _step(draft: _Draft, order: dict[str, int]) -> Step:
    claims = sorted(draft.claims, key=lambda c: order[c.id])
    picked = {name: pick([c for c in claims if c.property == name]) for name in NAMES}
    name = f"{claims[0].entry}.{claims[0].step}"
    return Step(name, draft.stage, picked["when"], picked["amount"], picked["count"], tuple(claims))
