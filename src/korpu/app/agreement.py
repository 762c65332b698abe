"""How often people agreed with what a rule read: the record behind every confidence, by rule and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from korpu.app.accepting import pending_from
from korpu.app.books import Books
from korpu.statements.reading import Candidate

PRIOR = 8
"""So many decisions weigh as much as the reader's own confidence, which is a guess made before anybody looked."""

_Z = 1.96


@dataclass(frozen=True)
class Agreement:
    """What people decided on the candidates of one rule in one language; acceptances that nobody looked at not counted.

    `accepted` were taken as they were read, `corrected` after a change, `rejected` not at all, `asked` wait for a fact.
    """

    rule: str
    language: str
    accepted: int = 0
    corrected: int = 0
    rejected: int = 0
    asked: int = 0

    @property
    def decided(self) -> int:
        """How many were decided one way or the other."""
        return self.accepted + self.corrected + self.rejected

    @property
    def share(self) -> float | None:
        """The share taken as read; None where nothing was decided."""
        return self.accepted / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the share after Wilson (JASA, 1927), which holds for few decisions too."""
        n, share = self.decided, self.share
        if share is None:
            return None
        centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, centre - half), min(1.0, centre + half)

    def calibrated(self, confidence: float) -> float:
        """Return the chance that a candidate is right: the reader's confidence, moved by what people decided so far."""
        return round((self.accepted + PRIOR * confidence) / (self.decided + PRIOR), 2)


def agreements(books: Books, *, source: str | None = None) -> list[Agreement]:
    """Return the agreement of every rule and language that has been decided on, the most decided first."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in books.pending(source=source, state=None):
        decided = _decision(books, row.state, row.entry)
        if decided is not None:
            candidate = pending_from(row).candidate
            counts.setdefault((candidate.rule, candidate.language), Counter())[decided] += 1
    found = [Agreement(rule, language, **count) for (rule, language), count in counts.items()]
    return sorted(found, key=lambda a: (-a.decided, a.rule, a.language))


def chance(candidate: Candidate, known: Iterable[Agreement]) -> tuple[float, Agreement | None]:
    """Return how likely a candidate is right, and the agreement that tells so, None where its rule is undecided."""
    own = next((a for a in known if (a.rule, a.language) == (candidate.rule, candidate.language) and a.decided), None)
    return (own.calibrated(candidate.confidence), own) if own else (candidate.confidence, None)


def _decision(books: Books, state: str, entry: str | None) -> str | None:
    if state in ("rejected", "asked"):
        return state
    said = books.journal.payload(entry) if state == "accepted" and entry else None
    if said is None or not said.get("reviewed"):
        return None
    return "corrected" if said.get("corrected") else "accepted"
