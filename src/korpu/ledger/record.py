"""A Record is one thing in the world as the books know it: an initiative, an agreement, a cohort or a link."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from korpu.ledger.claim import Claim
from korpu.reference.objects import load_objects


@dataclass(frozen=True)
class Value:
    """The picked value of a property, the claims that state it, and the values set aside with their claims."""

    value: Any
    claims: tuple[Claim, ...]
    others: tuple[tuple[Any, tuple[Claim, ...]], ...] = ()

    @property
    def contested(self) -> bool:
        """Whether another source gives a different value."""
        return bool(self.others)


@dataclass(frozen=True)
class Step:
    """One stage a record reached (or is to reach), with its time, money and count, each a picked Value or None.

    `when` holds EDTF; `amount` {"amount","currency","low","high","qualifier"}; `count` {"count","unit", …} likewise.
    """

    id: str
    stage: str | None
    when: Value | None = None
    amount: Value | None = None
    count: Value | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Relation:
    """A claim that two records belong together: same_as, part_of, depends_on."""

    relation: str
    other: str
    entry: str
    reason: str | None = None


DECLINING = ("uk", "az", "ru")
"""Languages in which the words of a sentence are seldom in the form that a title has."""


@dataclass(frozen=True)
class Record:
    """Everything the books hold about one thing, folded from its claims.

    `stage` is the furthest stage evidenced (a stop or failure wins when it is later); `title` holds text per language;
    `contested` names the properties on which sources differ.
    """

    id: str
    kind: str
    title: dict[str, str]
    track: str | None = None
    stage: str | None = None
    object: str | None = None
    place: str | None = None
    places: tuple[str, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    steps: tuple[Step, ...] = ()
    values: dict[str, Value] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def contested(self) -> tuple[str, ...]:
        """Names of the properties (or "step.property") for which other values stand beside the picked one."""
        own = [name for name, value in self.values.items() if value.contested]
        for step in self.steps:
            for name in ("when", "amount", "count"):
                value = getattr(step, name)
                if value is not None and value.contested:
                    own.append(f"{step.stage}.{name}")
        return tuple(own)

    def name(self, language: str = "en") -> str:
        """The title in the reader's language, else what such a thing is called in it, else a title in any language.

        Words cut out of a sentence are declined ("гуманітарної допомоги"): then the name of the thing is shown.
        """
        own = self.title.get(language)
        thing = load_objects().get(self.object) if "name" not in self.values else None
        if thing is not None and (own is None or (language in DECLINING and own[:1].islower())):
            return thing.name(language)
        return own or self.title.get("en") or next(iter(self.title.values()), self.id)
