"""Claims and identities folded into records: what the books know of each thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from korpu.ledger.claim import Claim
from korpu.ledger.funders import funders
from korpu.ledger.identity import heads
from korpu.ledger.kinds import kinds, properties
from korpu.ledger.pick import pick
from korpu.ledger.ports import Identity
from korpu.ledger.progress import furthest
from korpu.ledger.record import Record, Relation, Value
from korpu.ledger.steps import of_step, steps


def fold(claims: Iterable[Claim], ties: Iterable[Identity] = ()) -> dict[str, Record]:
    """Return every record by its id, from claims and identities in the order of the journal.

    Records said to be the same become one, under the id of the one named first.
    """
    said = list(claims)
    ties = list(ties)
    head = heads(list(dict.fromkeys(c.record for c in said)), ties)
    mine: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        mine[head[claim.record]].append(claim)
    tied = relations(head, ties)
    return {name: fold_one(name, own, tied.get(name, ())) for name, own in mine.items()}


def relations(head: dict[str, str], ties: Sequence[Identity]) -> dict[str, tuple[Relation, ...]]:
    """Return the relations that each shown record has to others, from the ties that name it."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for tie in ties:
        if tie.subject not in head:
            continue
        other = tie.object if tie.relation == "same_as" else head.get(tie.object, tie.object)
        own = head[tie.subject]
        if tie.relation == "same_as" and own == tie.object:
            other = tie.subject
        found[own].append(Relation(tie.relation, other, tie.entry, tie.reason))
    return {name: tuple(own) for name, own in found.items()}


def fold_one(name: str, claims: Sequence[Claim], ties: Sequence[Relation] = ()) -> Record:
    """Return one record from its claims in the order of their entries."""
    kind = _kind(claims)
    own = [c for c in claims if not of_step(c)]
    about = kinds().get(kind)
    values = _values(own, attributed=bool(about and about.speech))
    made = steps(claims, series=bool(about and about.series), speech=bool(about and about.speech))
    part_of = [
        Relation("part_of", str(c.value["record"]), c.entry, c.value.get("reason"))
        for c in own
        if c.property == "part_of" and isinstance(c.value, dict)
    ]
    paid = funders(own)
    if paid is not None and not (about and about.speech):
        values["party"] = paid
    place = _text(values, "place")
    return Record(
        id=name,
        kind=kind,
        title=_title(own),
        track=_text(values, "track"),
        stage=furthest(made),
        object=_text(values, "object"),
        place=place,
        places=_places(own, place),
        parties=_parties(own),
        steps=made,
        values=values,
        relations=(*ties, *part_of),
        claims=tuple(claims),
    )


def _kind(claims: Sequence[Claim]) -> str:
    """The kind most claims give, a reviewed one counting for many; the first in a draw."""
    weight: Counter[str] = Counter()
    for claim in claims:
        weight[claim.kind] += 100 if claim.reviewed else 1
    return weight.most_common(1)[0][0]


def _values(own: Sequence[Claim], *, attributed: bool = False) -> dict[str, Value]:
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in own:
        about = properties().get(claim.property)
        if about is None or not about.many:
            by_name[claim.property].append(claim)
    picked = {name: pick(group) for name, group in by_name.items() if name != "title"}
    kept = {name: value for name, value in picked.items() if value is not None}
    if "place" in kept:
        kept["place"] = _together(kept["place"], own)
    return {name: replace(value, others=()) for name, value in kept.items()} if attributed else kept


def _together(place: Value, own: Sequence[Claim]) -> Value:
    """Return a place without rivals that one sentence names beside it: a line from Odesa to Varna is at both."""
    entries = {c.entry for c in place.claims}
    beside = {str(c.value) for c in own if c.property == "places" and c.entry in entries}
    rivals = {c.entry for _, claims in place.others for c in claims}
    named = {c.entry for c in own if c.property == "places" and c.entry in rivals and str(c.value) == str(place.value)}
    others = [
        (other, claims)
        for other, claims in place.others
        if str(other) not in beside and not any(c.entry in named for c in claims)
    ]
    return replace(place, others=tuple(others))


def _text(values: dict[str, Value], name: str) -> str | None:
    return str(values[name].value) if name in values else None


def _title(own: Sequence[Claim]) -> dict[str, str]:
    """One title per language: a reviewer's words before those read, else the first."""
    title: dict[str, tuple[bool, str]] = {}
    for claim in own:
        if claim.property != "title":
            continue
        texts = claim.value if isinstance(claim.value, dict) else {claim.evidence.language: str(claim.value)}
        for language, text in texts.items():
            if language not in title or (claim.reviewed and not title[language][0]):
                title[language] = (claim.reviewed, text)
    return {language: text for language, (_, text) in title.items()}


def _places(own: Sequence[Claim], place: str | None) -> tuple[str, ...]:
    named = [str(c.value) for c in own if c.property in ("place", "places")]
    return tuple(dict.fromkeys(([place] if place else []) + named))


def _parties(own: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    named = [(str(c.value["party"]), str(c.value.get("role") or "partner")) for c in own if c.property == "party"]
    return tuple(dict.fromkeys(named))
