"""The ledger in memory: claims come in one after another, and only the records they touch are folded again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from korpu.ledger.claim import Claim
from korpu.ledger.fold import fold_one, relations
from korpu.ledger.identity import heads
from korpu.ledger.ports import Identity
from korpu.ledger.record import Record


class Ledger:
    """Records folded from claims and identities, kept up to date as more come in."""

    def __init__(self, claims: Iterable[Claim] = (), ties: Iterable[Identity] = ()) -> None:
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._ties: list[Identity] = list(ties)
        self._folded: dict[str, Record] = {}
        self._head: dict[str, str] | None = None
        self.add(claims)

    def add(self, claims: Iterable[Claim]) -> None:
        """Take in claims that are later in the journal than all before."""
        for claim in claims:
            if claim.record not in self._claims:
                self._head = None if self._ties else self._head
                if self._head is not None:
                    self._head[claim.record] = claim.record
            self._claims[claim.record].append(claim)
            self._folded.pop(self.head(claim.record), None)

    def bind(self, tie: Identity) -> None:
        """Take in an identity; records may become one by it."""
        self._ties.append(tie)
        self._head = None
        self._folded.clear()

    def head(self, name: str) -> str:
        """Return the id of the record that this one is shown as."""
        if self._head is None:
            self._head = heads(list(self._claims), self._ties)
        return self._head.get(name, name)

    def record(self, name: str) -> Record | None:
        """Return one record by its id or by the id of a record that was merged into it."""
        own = self.head(name)
        if own not in self._folded:
            members = [n for n in self._claims if self.head(n) == own] if self._ties else [own]
            claims = [c for n in members for c in self._claims.get(n, ())]
            if not claims:
                return None
            tied = relations(self._head or {own: own}, self._ties) if self._ties else {}
            self._folded[own] = fold_one(own, claims, tied.get(own, ()))
        return self._folded[own]

    def __iter__(self) -> Iterator[Record]:
        """Yield every record shown, in the order in which they were first named."""
        for name in dict.fromkeys(self.head(n) for n in self._claims):
            found = self.record(name)
            if found is not None:
                yield found

    def __len__(self) -> int:
        return len({self.head(n) for n in self._claims})
