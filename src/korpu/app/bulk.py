"""Accepting everything that is open by its first proposal: a first draft of the books, marked as not reviewed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from korpu.app.accepting import Pending, accepted, by_person, entry_for, new_id, queue
from korpu.app.agreement import Agreement, agreements, chance
from korpu.app.books import Books
from korpu.app.held import context, fresh
from korpu.app.world import world
from korpu.journal.entry import Entry
from korpu.journal.payloads import Payload
from korpu.kernel.errors import NotFoundError
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.linking import Context, propose
from korpu.ledger.linking.discourse import bound
from korpu.ledger.linking.groups import whole_of
from korpu.statements.document import Document
from korpu.statements.reading import Candidate


@dataclass(frozen=True)
class AcceptedAll:
    """How many entries were written, how many records they opened or added to, and the batch to undo them by."""

    entries: int
    records: int
    opened: int = 0
    batch: str | None = None


@dataclass(frozen=True)
class Chosen:
    """Which candidates to accept together: those of one rule or its beginning, in one language, likely enough.

    `rule` "main" takes "main.deliver" and "main.pay" too; `at_least` is compared with the calibrated chance.
    """

    rule: str | None = None
    language: str | None = None
    at_least: float = 0.0

    def among(self, books: Books, waiting: list[Pending]) -> list[Pending]:
        """Return those of the waiting candidates that are chosen."""
        known = agreements(books) if self.at_least else []
        return [found for found in waiting if self._takes(found.candidate, known)]

    def _takes(self, candidate: Candidate, known: list[Agreement]) -> bool:
        rule = self.rule is None or candidate.rule == self.rule or candidate.rule.startswith(f"{self.rule}.")
        spoken = self.language is None or candidate.language == self.language
        return rule and spoken and (not self.at_least or chance(candidate, known)[0] >= self.at_least)


def accept_all(books: Books, *, source: str | None = None, only: Chosen = Chosen(), by: str) -> AcceptedAll:
    """Accept every open candidate, or those chosen, by its first proposal, in the order of the documents.

    All or nothing. The claims are not marked as reviewed, because nobody looked at each of them; their entries carry
    the name of the batch, so that it can be taken back at once. What a model proposed or another register says is left
    for a person.
    """
    contexts: dict[str, Context] = {}
    documents: dict[str, Document] = {}
    touched: set[str] = set()
    with books.unit() as unit:  # from the start, so that nobody accepts the same ones meanwhile
        ledger = fresh(books)
        before = {record.id for record in ledger}
        waiting = [found for found in _linked(books, queue(books, source=source)) if not by_person(found.candidate)]
        waiting = only.among(books, waiting)
        batch = f"batch-{unit.head(books.site).seq + 1}"
        for found in waiting:
            if found.source not in contexts:
                contexts[found.source] = context(books, found.source, accepted(books, found.source))
                documents[found.source] = books.document(found.source)
            here = contexts[found.source]
            best = propose(found.candidate, ledger, here)[0]
            record = best.record or new_id(found.key)
            said = entry_for(
                books, found, record, best.kind, reviewed=False, whole=whole_of(found.candidate, ledger, here)
            )
            entry = unit.append(said | {"batch": batch}, author=by)
            ledger.add(claims_from(entry, said, documents[found.source]))
            here.accepted = {**here.accepted, found.position: record}
            touched.add(record)
        unit.commit()
    return AcceptedAll(len(waiting), len(touched), len(touched - before), batch if waiting else None)


def undo_batch(books: Books, batch: str, *, by: str) -> int:
    """Take back every acceptance of a batch that still stands, all or nothing, and return how many there were.

    Raises NotFoundError KORPU-REVIEW-007 where nothing of such a batch stands.
    """
    with books.unit() as unit:
        entries = [
            entry.id
            for entry, said in books.journal.entries("claims")
            if said is not None and said.get("batch") == batch and not unit.withdrawn(entry.id)
        ]
        if not entries:
            raise NotFoundError("KORPU-REVIEW-007", f"Nothing stands that was accepted as {batch}.")
        for entry in entries:
            unit.append({"type": "review", "target": entry, "decision": "withdraw"}, author=by)
        unit.commit()
    return len(entries)


def _linked(books: Books, waiting: list[Pending]) -> list[Pending]:
    """Return open candidates with what their documents as a whole say of them."""
    together: dict[str, Candidate] = {}
    for name in dict.fromkeys(found.source for found in waiting):
        everything = queue(books, source=name, state=None)
        bound_ones = bound([found.candidate for found in everything], world(books))
        together |= {found.key: own for found, own in zip(everything, bound_ones, strict=True)}
    return [replace(found, candidate=together[found.key]) for found in waiting]


def claims_from(entry: Entry, said: Payload, document: Document) -> list[Claim]:
    """Return the claims of an entry just written, as the books will give them back."""
    words = said["evidence"]
    evidence = Evidence(
        source=words["source"],
        ranges=tuple((start, end) for start, end in words["ranges"]),
        quote=words["quote"],
        speaker=words.get("speaker"),
        language=words.get("language") or "en",
        reported=bool(words.get("reported")),
        oral=bool(words.get("oral")),
    )
    return [
        Claim(
            id=f"{entry.id}.{i}",
            entry=entry.id,
            record=said["record"],
            kind=said["kind"],
            property=item["property"],
            value=item["value"],
            evidence=evidence,
            step=said.get("step"),
            said=document.published,
            recorded=entry.recorded,
            rule=said.get("rule"),
            source_kind=document.kind,
        )
        for i, item in enumerate(said["claims"])
    ]
