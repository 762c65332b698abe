"""What identifies a thing, drawn from a candidate or from a record, so that the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from korpu.ledger.linking.determined import KNOWN, anew, spoken_of
from korpu.ledger.linking.shape import aggregate, several
from korpu.ledger.linking.words import stems
from korpu.ledger.record import Record
from korpu.ledger.writing import parties
from korpu.statements.reading import Candidate


@dataclass(frozen=True)
class Stated:
    """One step as stated: stage, time, money and count."""

    stage: str | None
    when: str | None
    amount: dict[str, Any] | None
    count: dict[str, Any] | None
    source: str | None


@dataclass(frozen=True, order=True)
class Spot:
    """Where something is told: source, first and last character, in which language and at which stage."""

    source: str
    start: int
    end: int
    language: str
    stage: str


@dataclass(frozen=True)
class Profile:
    """The features by which things are told apart. `groups` holds (source, enumeration, ordinal).

    `known` says that the words take the thing for known ("the school"), `anew` that they bring up a new one.
    """

    kind: str
    track: str | None
    object: str | None
    names: tuple[frozenset[str], ...]
    titles: tuple[frozenset[str], ...]
    place: str | None
    places: tuple[str, ...]
    parties: tuple[str, ...]
    groups: tuple[tuple[str, str | None, int | None], ...]
    stated: tuple[Stated, ...]
    spots: tuple[Spot, ...] = ()
    speaker: str | None = None
    whole: bool = False
    known: bool = False
    anew: bool = False


def of_candidate(candidate: Candidate, source: str, kind: str) -> Profile:
    """Return the profile of a candidate read in a source, as a record of `kind`."""
    amount = {"amount": candidate.amount, "currency": candidate.currency} if candidate.amount else None
    count = {"count": candidate.count, "unit": candidate.count_unit} if candidate.count else None
    grouped = candidate.group is not None or candidate.ordinal is not None
    title = candidate.title or candidate.quote
    return Profile(
        kind=kind,
        track=candidate.track,
        object=candidate.object,
        names=(stems(candidate.name),) if candidate.name else (),
        titles=(stems(title),),
        place=candidate.place,
        places=tuple(dict.fromkeys((*([candidate.place] if candidate.place else []), *candidate.places))),
        parties=tuple(name for name, _ in parties(candidate)),
        groups=((source, candidate.group, candidate.ordinal),) if grouped else (),
        stated=(Stated(candidate.stage, candidate.when, amount, count, source),),
        spots=tuple(Spot(source, a, b, candidate.language, candidate.stage or "") for a, b in candidate.ranges),
        speaker=candidate.speaker,
        whole=aggregate(candidate),
        known=spoken_of(candidate) == KNOWN,
        anew=anew(candidate),
    )


def of_record(record: Record) -> Profile:
    """Return the profile of a record."""
    own = [c for c in record.claims if c.property in ("title", "name", "group")]
    texts = [t for c in own if c.property == "title" for t in _texts(c.value)]
    groups = [
        (c.evidence.source, c.value.get("group"), c.value.get("ordinal"))
        for c in own
        if c.property == "group" and isinstance(c.value, dict)
    ]
    spots = {
        Spot(c.evidence.source, start, end, c.evidence.language, str(c.value))
        for c in record.claims
        if c.property == "stage"
        for start, end in c.evidence.ranges
    }
    return Profile(
        kind=record.kind,
        track=record.track,
        object=record.object,
        names=tuple(dict.fromkeys(stems(str(c.value)) for c in own if c.property == "name")),
        titles=tuple(dict.fromkeys(stems(t) for t in texts)),
        place=record.place,
        places=record.places,
        parties=tuple(dict.fromkeys(name for name, _ in record.parties)),
        groups=tuple(dict.fromkeys(groups)),
        stated=tuple(
            Stated(
                step.stage,
                step.when.value if step.when else None,
                step.amount.value if step.amount else None,
                step.count.value if step.count else None,
                step.claims[0].evidence.source if step.claims else None,
            )
            for step in record.steps
        ),
        spots=tuple(sorted(spots)),
        whole=any(_whole(step.count.value, record.object) for step in record.steps if step.count),
    )


def _whole(count: Any, thing: str | None) -> bool:
    return isinstance(count, dict) and several(count.get("count"), count.get("unit"), thing)


def _texts(value: Any) -> list[str]:
    return [str(v) for v in value.values()] if isinstance(value, dict) else [str(value)]
