"""Says how far an event has come: its stage from the predicate's class, time, mood and denial."""

from __future__ import annotations

from korpu.statements.events.lexicon import stages
from korpu.statements.slavic.predicate import Predicate

SETTLED = frozenset(
    [
        "розглянути",
        "обговорити",
        "опрацювати",
        "проаналізувати",
        "оцінити",
        "обмінятися",
        "проконсультуватися",
        "дослідити",
        "рассмотреть",
        "обсудить",
        "проработать",
        "проанализировать",
        "оценить",
        "обменяться",
        "исследовать",
    ]
)
"""Verbs of weighing that say it was done: "комісія розглянула 40 заявок"."""
LACKING = frozenset(["вистачати", "вистачити", "хватать", "хватить", "доставать"])
"""Verbs that denied say a need: "не вистачає", "не хватает"."""
_MOODS = {"planned": "planned", "potential": "potential", "need": "need", "pledged": "pledged", "decided": "decided",
          "start": "under_way", "stop": "stopped", "fail": "not_achieved", "not_achieved": "not_achieved"}  # fmt: skip


def stage_of(one: Predicate, *, decree: bool = False, cost: frozenset[str] = frozenset()) -> str:
    """Return the stage that a predicate states.

    `decree` says that a bare infinitive orders what is to be done; `cost` are the verbs that say what a thing did cost.
    """
    if one.negated:
        return "need" if one.verb in LACKING else _denied(one)
    if one.stage is not None and one.mood is None:
        return "planned" if one.time == "planned" and one.stage != "need" else one.stage
    if one.mood == "hold":
        return "planned" if one.time == "planned" else "ongoing"
    if one.mood == "pass":
        return stages()[one.cls][one.time]
    if one.mood == "start" and one.time == "planned":
        return "planned"
    if one.mood is not None:
        return _MOODS.get(one.mood, "planned")
    if one.cls == "consider" and one.time == "done" and one.mood is None and one.verb in SETTLED:
        return "completed"
    if one.cls == "finish" and one.time == "now":
        return "under_way"
    if one.time == "done" and one.mood is None and (one.verb in cost or (one.cls == "measure" and one.passive)):
        return "completed"
    if one.kind == "inf":
        return _ordered(one) if decree else "planned"
    return stages()[one.cls][one.time]


def _ordered(one: Predicate) -> str:
    if one.cls == "allocate":
        return "allocated"
    return "stopped" if one.cls == "stop" else "decided"


def _denied(one: Predicate) -> str:
    if one.stage == "not_achieved":
        return "ongoing"
    if one.cls == "stop" and one.mood is None:
        return "ongoing"
    if one.cls in ("report", "reaffirm", "harm") or (one.cls in ("be", "measure") and one.mood is None):
        return "stated"
    return "not_achieved"
