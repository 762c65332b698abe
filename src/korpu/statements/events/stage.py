"""Says how far an event has come: the stage of a clause from its verb's class, time, mood and denial."""

from __future__ import annotations

from korpu.statements.events.groups import Group
from korpu.statements.events.lexicon import stages

_MOODS = {
    "planned": "planned",
    "pledged": "pledged",
    "decided": "decided",
    "potential": "potential",
    "interested": "potential",
    "need": "need",
    "failed": "not_achieved",
}


def stage_of(group: Group, cls: str | None = None) -> str:
    """Return the stage that a verb group states; `cls` overrides the class of its verb."""
    cls = cls or group.verb.cls
    if group.ended:
        return "stopped"
    if group.pending or group.mood == "failed":
        return "not_achieved"
    if group.negated and cls == "be" and group.time == "done":
        return "stated"  # "there was no such centre" tells how things stood, not what somebody failed to do
    if group.negated:
        return {"stop": "planned", "fail": "ongoing"}.get(cls, "not_achieved")
    if group.mood in _MOODS:
        return _MOODS[group.mood]
    if group.habitual and group.time == "now":
        return "ongoing"
    return stages()[cls][group.time]
