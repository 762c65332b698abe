"""Where on the ladder a verb puts its event: by class, tense, voice, modality, negation and what governs the verb."""

from __future__ import annotations

from functools import cache

from korpu.statements.frames.groups import Group
from korpu.statements.frames.lexicon import classes, rows

_MODALS = {
    "may": "potential", "might": "potential", "could": "potential", "will": "planned", "shall": "planned",
    "would": "planned", "should": "planned", "must": "planned", "ought": "planned",
}  # fmt: skip
_EFFECTS = {
    "pledged": "pledged", "planned": "planned", "decided": "decided", "under_way": "under_way", "need": "need",
    "not_achieved": "not_achieved", "stopped": "stopped", "potential": "potential", "ongoing": "ongoing",
}  # fmt: skip
_LASTING = frozenset({"state", "work", "need", "lack", "say", "think", "export"})


@cache
def predicates() -> dict[str, str]:
    """Return predicates after "be" that name a stage: "under way", "ready", "closed"."""
    return {r["phrase"]: r["stage"] for r in rows("predicates.csv")}


def stage_of(
    group: Group, cls: str, predicate: str = "", *, denied: bool = False, yet: bool = False, lasting: bool = False
) -> str:
    """Return the stage that a verb group gives its event.

    `cls` is the class of the event (that of the object noun for light verbs), `predicate` the words after "be",
    `denied` says that the subject or object is negated ("no contract has been signed"), `yet` that "yet" follows, `lasting` that the clause says since when or for how long.
    """
    negated = group.negated != denied if group.negated and denied else group.negated or denied
    if group.no_longer:
        return "stopped"
    if negated:
        return _negated(group, cls, yet=yet)
    for effect in group.effects:
        if effect in ("done", "ongoing") and group.modal is None:
            continue
        if effect in ("done", "ongoing"):
            break
        return _past_control(group, effect)
    if group.lemma in ("be", "remain", "stay", "stand", "keep") and predicate and group.modal in (None, "will"):
        for phrase, stage in predicates().items():
            if (predicate == phrase or predicate.startswith(phrase + " ")) and (
                group.modal is None or stage == "stopped"
            ):
                return stage
    if group.modal:
        return _modal(group, cls)
    if "ongoing" in group.effects:
        return "ongoing"
    if group.passive and not group.past and not group.perfect and predicate.split(" ")[0] in predicates():
        return predicates()[predicate.split(" ")[0]]
    return _plain(group, cls, lasting)


def _negated(group: Group, cls: str, *, yet: bool) -> str:
    if group.effects and group.effects[0] in ("pledged", "planned"):
        return "not_achieved"
    if group.passive and cls == "think":
        return "not_achieved"
    if cls in ("state", "say", "think") and not group.past and not group.perfect and group.modal is None and not yet:
        return "stated"
    if cls == "stop" and group.modal in ("will", "shall"):
        return "ongoing"
    return "not_achieved"


def _past_control(group: Group, effect: str) -> str:
    return _EFFECTS.get(effect, effect)


def _modal(group: Group, cls: str) -> str:
    modal = group.modal or ""
    if modal in ("can", "can't"):
        return "ongoing" if cls in _LASTING or "ongoing" in group.effects else "potential"
    if modal in ("could",) and group.perfect:
        return "not_achieved"
    if cls == "stop" and modal in ("will", "shall"):
        return "planned"
    if cls == "need":
        return "need"
    return _MODALS.get(modal, "planned")


def _plain(group: Group, cls: str, lasting: bool) -> str:
    known = classes().get(cls) or classes()["other"]
    if group.progressive:
        return known.running
    if group.form == "participle" and not group.finite:
        return known.done
    if group.perfect and lasting and cls in _LASTING | {"meet", "train", "try"}:
        return "ongoing"
    if group.passive and not group.past and not group.perfect:
        return _passive_present(cls)
    if group.past or group.perfect or group.form == "past" or (group.passive and group.past):
        return known.done
    if group.lemma in ("complete", "conclude", "finish"):
        return known.done
    return known.present


def _passive_present(cls: str) -> str:
    """Say what "is closed", "is planned", "are covered" tell: the state that the event left."""
    known = classes().get(cls) or classes()["other"]
    if cls in ("stop", "fail", "need", "want", "decide", "pledge", "allocate", "contract", "consider"):
        return known.done
    return "ongoing" if cls in ("state", "work", "export", "deliver", "train", "pay") else known.present
