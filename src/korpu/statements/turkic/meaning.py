"""Says how far an Azerbaijani event has come: its stage from the verb's class, form, mood and denial."""

from __future__ import annotations

from korpu.statements.events.lexicon import stages
from korpu.statements.turkic.predicates import AIM, Predicate

_TIME = {
    "perfect": "done", "if": "done", "mish": "done", "past": "done", "done": "done", "doer": "done", "converb": "done",
    "when": "done", "present": "now", "aspect": "now", "aorist": "now", "never": "now",
    "future": "planned", "coming": "planned", "must": "planned", "order": "planned",
}  # fmt: skip
_AHEAD = ("plan", "need", "consider", "pledge", "decide", "contract")
_RUNNING = {"build": "under_way", "finish": "under_way"}


def time_of(one: Predicate, lead: Predicate | None = None) -> str:
    """Return done, now or planned; a converb takes the time of the verb it leads to."""
    if one.kind == "converb" and lead is not None:
        return time_of(lead)
    return _TIME.get(one.tense, "done")


def stage_of(
    one: Predicate, about: Predicate | None = None, lead: Predicate | None = None, *, decree: bool = False
) -> str:
    """Return the stage that a predicate states; `about` is the verbal noun that it says something of.

    In a decree "etsin" decides; elsewhere it only asks.
    """
    if one.stage is not None:
        ready = one.stage == "completed" and about is not None and about.kind == AIM
        return ("planned" if about is not None and about.passive else "pledged") if ready else one.stage
    time = time_of(one, lead)
    if one.able:
        return _ability(one, time)
    if one.negated:
        return _denied(one, time)
    if one.tense == "order":
        return {"allocate": "allocated", "stop": "stopped"}.get(one.cls, "decided") if decree else "planned"
    if one.cls == "pledge" and one.tense == "future":
        return "pledged"  # "will take it upon itself" is itself the promise
    if about is not None:
        return _about(one, about, time)
    if one.stays and time == "done":
        return "ongoing"  # "bağlı qalıb" still is so
    if one.tense == "doer" and one.cls == "hold_on":
        return "ongoing"
    return stages()[one.cls][time]


def _ability(one: Predicate, time: str) -> str:
    if one.tense in ("aorist", "future", "coming", "never"):
        return "potential" if not one.negated else "not_achieved"
    if one.negated:
        return "not_achieved"
    return stages()[one.cls][time]


def _denied(one: Predicate, time: str) -> str:
    if one.cls == "stop":
        return "ongoing"
    if one.cls == "be":
        return "not_achieved" if time == "now" else "stated"
    if one.cls == "measure" and time != "planned":
        return "stated"
    return "not_achieved"


def _about(one: Predicate, about: Predicate, time: str) -> str:
    """Return the stage of "göndərilməsi planlaşdırılır", "tikintisinə başlanılıb", "təmiri davam edir"."""
    cls = one.cls
    if cls in _AHEAD:
        if cls == "decide" and about.cls == "allocate":
            return "allocated" if time == "done" else "planned"
        return stages()[cls][time]
    if cls == "start":
        return "planned" if time == "planned" else "under_way"
    if cls == "finish" and time == "now":
        return "under_way"
    if cls == "hold_on" and time != "planned":
        return "ongoing" if about.cls not in _RUNNING else "under_way"
    if cls in ("be", "act", "finish", "report") and time == "done" and about.cls in ("open", "hand_over", "deliver"):
        return stages()[about.cls]["done"]
    return stages()[cls][time]
