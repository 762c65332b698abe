"""What kind of record a candidate asks for: one thing, or a whole of several that must not land on one of them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cache

from korpu.kernel.stages import WORKS
from korpu.ledger.kinds import rows
from korpu.ledger.linking.determined import anything
from korpu.ledger.linking.things import generic, stands, talk
from korpu.ledger.linking.world import World
from korpu.statements.reading import Candidate

COUNTED = frozenset({"initiative", "decision", "agreement", "obligation", "measure", "event", "programme", "need"})
"""Kinds whose statements may count several things together."""

VAGUE = {"ongoing": "programme", "pledged": "obligation"}
"""Kinds of undertakings whose object is said, but nothing that tells one from another."""

NAMELESS = {
    "ongoing": "programme", "under_way": "programme", "pledged": "obligation", "planned": "position",
    "potential": "position", "stated": "position", "completed": "event", "opened": "event", "delivered": "event",
    "stopped": "event",
}  # fmt: skip
"""Kinds of undertakings of which not even the object is said: speech, or something that happened."""

OBJECTS_DECIDE = frozenset({"agreement", "partnership", "service", "link"})
"""Kinds of record that the object alone decides, however the sentence tells of it."""

SPENDING = frozenset({"allocated", "contracted", "paid"})
"""Stages at which an amount is money for something, rather than a number told."""


@cache
def collective_nouns() -> dict[str, str]:
    """Return nouns for several undertakings together, with the kind of record that holds them."""
    return {r["noun"]: r["kind"] for r in rows("linking/collectives.csv")}


def shape(candidate: Candidate, world: World) -> str:
    """Return the kind of record that a candidate would open.

    "Four projects" or "three decisions" without saying which is a programme: a statement on the whole of them. So is
    help that goes on without an amount, name or date of its own; a promise without them is an obligation.
    """
    if aggregate(candidate):
        return "programme"
    kind = _by_object(candidate, world)
    if kind in ("party", "cohort", "visit"):
        return kind
    if candidate.kind == "goal":
        return kind
    if candidate.amount and candidate.stage in SPENDING:
        return "initiative"
    if _merely_said(candidate, kind):
        return "position"
    whole = candidate.kind == "programme" and candidate.object is None
    if kind == "agreement" and candidate.stage == "pledged":
        return "obligation"
    if candidate.stage == "decided" and not stands(candidate.object) and not whole:
        return "decision"
    if kind == "initiative" and candidate.refers_to is None:
        return _undertaking(candidate, world)
    return kind


def _by_object(candidate: Candidate, world: World) -> str:
    """The opening of a school is told as an event, but tells of the works; a paper or a service is what it is."""
    asked = world.kind_of(candidate.object) if candidate.object else None
    if asked and candidate.kind in ("initiative", "event") and asked in OBJECTS_DECIDE:
        return asked
    works = candidate.stage in WORKS or candidate.stage in ("handed_over", "in_use")
    return "initiative" if candidate.kind == "event" and works and stands(candidate.object) else candidate.kind


def _merely_said(candidate: Candidate, kind: str) -> bool:
    """Whether words on relations, or on papers that may come, are an opinion rather than a thing done."""
    if candidate.amount or candidate.name:
        return False
    if stands(candidate.object) and kind == "initiative" and anything(candidate):
        return True
    return talk(candidate.object) or (kind in ("agreement", "partnership") and candidate.stage in ("potential", "need"))


def _undertaking(candidate: Candidate, world: World) -> str:
    """An undertaking has money, a name, a number in a list, or a thing of its own; else it is talk of several."""
    own = candidate.amount or candidate.name or candidate.ordinal
    if own or (stands(candidate.object) and candidate.place and not world.wide(candidate.place)):
        return "initiative"
    if candidate.object is None:
        return NAMELESS.get(candidate.stage or "", "initiative")
    if generic(candidate.object):
        return "obligation" if candidate.stage == "pledged" else "programme"
    return VAGUE.get(candidate.stage or "", "initiative") if candidate.when is None else "initiative"


def aggregate(candidate: Candidate) -> bool:
    """Tell whether a candidate counts several undertakings rather than telling of one."""
    if candidate.ordinal is not None or candidate.kind not in COUNTED:
        return False
    return several(candidate.count, candidate.count_unit, candidate.object)


def several(count: str | None, unit: str | None, thing: str | None = None) -> bool:
    """Tell whether a count is of several undertakings, or of several buildings ("twelve schools"), not of goods.

    >>> several("4", "projects"), several("17", "transformers", "energy_equipment")
    (True, False)
    """
    noun = (unit or "").casefold().split(" ")[-1]
    own = noun[:4] == (thing or "").split("_")[-1][:4] if noun and stands(thing) else False
    return (noun in collective_nouns() or own) and _many(count)


def _many(count: str | None) -> bool:
    try:
        return count is None or Decimal(count) > 1
    except InvalidOperation:
        return False
