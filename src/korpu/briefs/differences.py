"""A change of the ledger in a few words: "over 42 million USD → over 45 million USD", "new: delivered"."""

from __future__ import annotations

from typing import Any

from korpu.briefs.voice import Voice
from korpu.ledger.changes import Change

_WORDS = {
    "en": {"new": "new", "step": "further step", "gone": "no longer stated"},
    "uk": {"new": "нове", "step": "ще крок", "gone": "більше не заявлено"},
    "az": {"new": "yeni", "step": "növbəti addım", "gone": "artıq bildirilmir"},
}


def difference(change: Change, language: str) -> str:
    """Return what changed, without the name of the record."""
    voice, words = Voice(language), _WORDS[language]
    if change.what == "gone":
        return words["gone"]
    if change.what == "value":
        name = (change.property or "").rpartition(".")[2]
        before, after = (_value(voice, name, value) for value in (change.before, change.after))
        return f"{before} → {after}" if before else after
    before, after = (voice.stage(value) if value else "" for value in (change.before, change.after))
    if change.what == "stage":
        return f"{before} → {after}" if before else after
    when = voice.when(change.step.when.value) if change.step and change.step.when else ""
    said = f"{words[change.what]}: {after}" if after else words[change.what]
    return f"{said} ({when})" if when else said


def _value(voice: Voice, name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "when":
        return voice.when(value)
    return voice.money(value) if name == "amount" else voice.number(value)
