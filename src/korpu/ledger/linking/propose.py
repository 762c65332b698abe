"""Ranked proposals: the records that a candidate may belong to, with the reasons, and a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from korpu.ledger.headings import heading
from korpu.ledger.linking.clues import clues, weights
from korpu.ledger.linking.profile import Profile, of_candidate, of_record
from korpu.ledger.linking.shape import shape
from korpu.ledger.linking.words import likeness, raw_stems
from korpu.ledger.linking.world import PlainWorld, World
from korpu.ledger.record import Record
from korpu.statements.reading import Candidate

ENOUGH = 3.5
"""Weight of clues from which an existing record is proposed before a new one."""

REPRINTED = 0.85
"""Likeness of two sentences of one text from which they are the same sentence."""

SHOWN = 8
"""Existing records proposed at most."""

FAMILIES = (
    frozenset({"initiative", "programme", "obligation", "event", "need"}),
    frozenset({"service", "link", "closure", "flow"}),
    frozenset({"decision", "goal"}),
    frozenset({"visit", "event"}),
    frozenset({"cohort", "programme"}),
)
"""Kinds that statements mix up: the opening of a school is told as an event, a closed link as a flow that ended."""


@dataclass(frozen=True)
class Proposal:
    """One record that a candidate may belong to (None: a new one), its kind and title, and why, strongest first."""

    record: str | None
    kind: str
    title: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass
class Context:
    """What is known beside candidate and ledger: the source read, and the records of its candidates accepted so far.

    `accepted` maps the index of a candidate in the same reading to the record it went to; `reprints` are other sources
    of the same text.
    """

    source: str
    accepted: Mapping[int, str] = field(default_factory=dict)
    world: World = field(default_factory=PlainWorld)
    profiles: dict[str, tuple[Record, Profile]] = field(default_factory=dict)
    reprints: frozenset[str] = frozenset()

    def profile(self, record: Record) -> Profile:
        """Return the profile of a record, made anew only when the record changed."""
        kept = self.profiles.get(record.id)
        if kept is None or kept[0] is not record:
            kept = (record, of_record(record))
            self.profiles[record.id] = kept
        return kept[1]


def propose(candidate: Candidate, records: Iterable[Record], context: Context) -> list[Proposal]:
    """Return proposals for a candidate, best first; the new record stands before all that do not fit well enough."""
    kind = shape(candidate, context.world)
    new = of_candidate(candidate, context.source, kind)
    back = context.accepted.get(candidate.refers_to) if candidate.refers_to is not None else None
    found = [
        made
        for record in records
        if record.id == back or mixed(kind, record.kind)
        if (made := _compare(candidate, new, record, context, back)) is not None
    ]
    found.sort(key=lambda p: -p.score)
    fresh = Proposal(None, kind, _title(candidate), ENOUGH, ("nothing in the ledger fits well enough",))
    better = [p for p in found[:SHOWN] if p.score >= ENOUGH]
    return [*better, fresh, *found[len(better) : SHOWN]]


def mixed(one: str, two: str) -> bool:
    """Tell whether a candidate of one kind may belong to a record of the other."""
    return one == two or any(one in family and two in family for family in FAMILIES)


def _compare(candidate: Candidate, new: Profile, record: Record, context: Context, back: str | None) -> Proposal | None:
    weigh = weights(record.kind)
    found = [
        (weigh.get(name, 0.0) * strength, words)
        for name, strength, words in clues(new, context.profile(record), context.world)
    ]
    if record.id == back:
        found.append((weigh["points_back"], "the words point back to it"))
    if context.reprints and _said_before(candidate, record, context.reprints):
        found.append((weigh["reprinted"], "the same sentence of a text that several sources print"))
    score = sum(weight for weight, _ in found)
    if score <= 0:
        return None
    reasons = [words for weight, words in sorted(found, key=lambda r: -abs(r[0])) if abs(weight) >= 0.3]
    return Proposal(record.id, record.kind, record.name(), round(score, 2), tuple(reasons))


def _said_before(candidate: Candidate, record: Record, reprints: frozenset[str]) -> bool:
    """Tell whether a record rests on the very words of a candidate, figures aside, in another print of its text."""
    own = _wording(candidate.quote)
    quotes = {c.evidence.quote for c in record.claims if c.evidence.source in reprints}
    return any(likeness(own, _wording(quote)) > REPRINTED for quote in quotes)


def _wording(quote: str) -> frozenset[str]:
    return frozenset(word for word in raw_stems(quote) if not word.isdigit())


def _title(candidate: Candidate) -> str:
    return candidate.title or candidate.name or heading(candidate.quote, candidate.language)
