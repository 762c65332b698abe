"""What earlier sentences lend: the time of a named event, the list that is being gone through, the place spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.lists import word_list

_ACRONYM = re.compile(r"\b[A-Z]{2,}-?\d+\b")
_EVENT = re.compile(r"(?:[A-Z][\w-]+(?: (?:of|on|for|the|and))* )*[A-Z][\w-]+")
_LENT = frozenset({"completed", "opened", "decided", "delivered", "allocated", "handed_over", "contracted", "pledged"})
_REACH = 4
_CLOSE = 2


@dataclass
class Memory:
    """Times of named events by name, the one last spoken of and when, and the list in hand."""

    events: dict[str, str] = field(default_factory=dict)
    current: str | None = None
    current_at: int = -99
    list_stage: str | None = None
    list_name: str | None = None
    list_at: int = -99
    passage: int = -1
    place: str | None = None
    place_at: int = -99
    told: str | None = None
    told_at: int = -99
    decided_at: int = -99
    decided_next: int = -99

    def enter(self, scene: Scene) -> None:
        """Note the named event that a sentence speaks of."""
        keys = event_names(scene.sentence.text)
        known = [k for k in keys if k in self.events]
        if known:
            self.current, self.current_at = self.events[known[0]], scene.index
        elif self.current and self.current_at >= scene.index - _REACH and _anaphor(scene):
            self.current_at = scene.index

    def learn(self, scene: Scene, frames: list[Frame]) -> None:
        """Remember when a named event took place, from a frame that dates it."""
        keys = event_names(scene.sentence.text)
        self.decided_at = self.decided_next
        if any(f.cls == "decide" for f in frames):
            self.decided_next = scene.index
        for frame in frames:
            when = _when(scene, frame)
            if when is None:
                continue
            if frame.cls in ("meet", "visit", "open") and keys and frame.stage not in ("planned", "potential"):
                for key in keys:
                    old = self.events.get(key)
                    if old is None or when.startswith(old):
                        self.events[key] = when
                self.current, self.current_at = self.events[keys[0]], scene.index
            if frame.cls in ("meet", "visit", "sign", "decide") and frame.stage not in ("planned", "potential"):
                self.told, self.told_at = when, scene.index
        for key in keys:
            best = max((self.events[k] for k in keys if k in self.events), key=len, default=None)
            if best:
                self.events[key] = best

    def lend(self, scene: Scene, frame: Frame) -> None:
        """Give a frame without a time of its own that of the event in whose course it happened."""
        first = scene.words[0].low if scene.words else ""
        own = _when(scene, frame)
        if own is not None and not (
            frame.rule == "noun_event" and frame.cls in ("decide", "open") and _for(scene, frame)
        ):
            return
        if frame.stage not in _LENT:
            return
        if (
            frame.rule == "noun_event"
            and frame.cls in ("open", "build", "achieve")
            and first in word_list("more")
            and (scene.index - self.decided_at <= 1)
        ):
            frame.cls, frame.kind, frame.stage = "decide", "decision", "decided"
        mentioned = self.current is not None and self.current_at == scene.index
        going_on = self.current is not None and scene.index - self.current_at <= _CLOSE and first in word_list("more")
        if (mentioned or going_on) and frame.cls not in ("state", "other", "think"):
            frame.when, frame.time = self.current, None
        elif (
            self.told
            and scene.index - self.told_at == 1
            and first in ("so", "then", "thus", "there", "therefore")
            and own is None
        ):
            frame.when = self.told


def event_names(text: str) -> list[str]:
    """Return the names of events in a text: "COP29", "conference of the parties"."""
    found = [m.group() for m in _ACRONYM.finditer(text)]
    for match in _EVENT.finditer(text):
        words = match.group().split()
        if len(words) > 1 and any(w.lower() in word_list("event") for w in words):
            at = next(i for i, w in enumerate(words) if w.lower() in word_list("event"))
            found.append(" ".join(words[at:]).lower() if at < len(words) - 1 else " ".join(words).lower())
    return list(dict.fromkeys(found))


def _anaphor(scene: Scene) -> bool:
    words = scene.words
    return any(
        w.low in ("this", "the", "that") and words[i + 1].low in word_list("event") for i, w in enumerate(words[:-1])
    )


def _for(scene: Scene, frame: Frame) -> bool:
    return frame.time is not None and frame.time > 0 and scene.words[frame.time - 1].low == "for"


def _when(scene: Scene, frame: Frame) -> str | None:
    if frame.when:
        return frame.when
    if frame.time is None:
        return None
    index = scene.words[frame.time].figure
    return scene.figures[index].value if index is not None else None
