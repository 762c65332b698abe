"""False claims: writing them down, refuting them with the words that the books rest on, closing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from korpu.app.accepting import new_id
from korpu.app.books import Books
from korpu.app.held import held
from korpu.app.noted import evidence_in
from korpu.kernel.edtf import parse
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.ledger.claim import Claim
from korpu.ledger.incidents.case import CLOSED, OPEN, REFUTED, STATUSES, Case, known
from korpu.ledger.incidents.fold import by_name, case_of, is_case
from korpu.ledger.incidents.fold import outlets as register_of
from korpu.ledger.incidents.techniques import techniques as known_techniques
from korpu.ledger.record import Record
from korpu.ledger.shown import reached
from korpu.ledger.writing import payload
from korpu.statements.text import language_of

RULE = "by hand"
_TELLING = {"amount": 0, "count": 1, "stage": 2}


def incidents(books: Books, *, status: str | None = None, topic: str | None = None) -> list[Case]:
    """Return the cases in the books in the order in which they were opened.

    Raises InputError KORPU-INCIDENT-001 for a status that there is not.
    """
    if status is not None and status not in STATUSES:
        raise InputError("KORPU-INCIDENT-001", f"An incident is {', '.join(STATUSES)}, not {status!r}.")
    ledger = held(books)
    register, sources = by_name(register_of(ledger)), _sources(books)
    found = [case_of(r, register, sources, author=books.site) for r in ledger if is_case(r)]
    return [
        case
        for case in found
        if (status is None or case.status == status)
        and (topic is None or topic.casefold() in f"{case.topic or ''} {case.narrative or ''}".casefold())
    ]


def incident(books: Books, name: str) -> Case:
    """Return one case by the id of its record, or raise NotFoundError KORPU-INCIDENT-002."""
    ledger = held(books)
    return case_of(_record(books, name), by_name(register_of(ledger)), _sources(books), author=books.site)


def add_incident(
    books: Books,
    words: str,
    *,
    title: str | None = None,
    language: str | None = None,
    source: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    seen: str | None = None,
    narrative: str | None = None,
    topic: str | None = None,
    techniques: Iterable[str] = (),
    by: str,
) -> str:
    """Open a case for a false claim and return the id of its record.

    `source` is the clipping in the books in which the words stand; without one, what is told here is kept as a note
    for file, and the claims are marked oral. `seen` is EDTF. Raises InputError KORPU-EVIDENCE-001 when the words do
    not stand in the clipping, -004 for a technique that DISARM does not have, -005 when neither an outlet, an address
    nor a date says where it was seen; ConflictError -006 when the case is open already.
    """
    words = words.strip()
    chosen = sorted({t.strip().upper() for t in techniques if t.strip()})
    unknown = [t for t in chosen if t not in known_techniques()]
    if unknown:
        raise InputError("KORPU-INCIDENT-004", f"DISARM has no technique {', '.join(unknown)}.")
    place = known({"outlet": outlet, "url": url or (_address(books, source) if source else None), "date": seen})
    if not words or not place:
        raise InputError(
            "KORPU-INCIDENT-005", "Give the words of the claim and where it was seen: outlet, address or date."
        )
    if seen is not None:
        parse(seen)
    claims: list[dict[str, Any]] = [
        *([{"property": "title", "value": {language_of(title): title}}] if title else []),
        {"property": "track", "value": "information"},
        {"property": "false_claim", "value": {"words": words, "language": language or language_of(words)}},
        {"property": "seen", "value": place},
        *_texts({"narrative": narrative, "topic": topic}),
        *({"property": "technique", "value": name} for name in chosen),
        {"property": "status", "value": {"status": OPEN}},
    ]
    told = [words, *(f"{name}: {value}" for name, value in place.items()), *([narrative] if narrative else [])]
    evidence = evidence_in(books, source, words, told, by=by)
    record = new_id(f"incident {evidence['source']} {words}")
    if held(books).record(record) is not None:
        raise ConflictError("KORPU-INCIDENT-006", f"This claim from this source is in the books already, as {record}.")
    books.write(payload(record, "incident", claims, evidence, rule=RULE, reviewed=True), by=by)
    return record


def see_again(books: Books, name: str, *, outlet: str | None, url: str | None, seen: str | None, by: str) -> str:
    """Note that a claim was seen elsewhere too and return the entry's id; raises like `add_incident`."""
    found = _record(books, name)
    place = known({"outlet": outlet, "url": url, "date": seen})
    if not place:
        raise InputError(
            "KORPU-INCIDENT-005", "Give the words of the claim and where it was seen: outlet, address or date."
        )
    if seen is not None:
        parse(seen)
    told = [f"Incident {found.id}: seen again", *(f"{key}: {value}" for key, value in place.items())]
    return _say(books, found, [{"property": "seen", "value": place}], told, by)


def refute(
    books: Books, name: str, *, record: str, claim: str | None = None, reason: str | None = None, by: str
) -> str:
    """Refute a case with the words that a record of the books rests on, and return the entry's id.

    `claim` chooses among the record's claims; without it those words are taken that tell how far the record has come.
    Raises NotFoundError KORPU-LEDGER-002 for an unknown record, InputError KORPU-INCIDENT-007 when it has no such
    claim or would refute itself.
    """
    found = _record(books, name)
    other = held(books).record(record)
    if other is None:
        raise NotFoundError("KORPU-LEDGER-002", f"There is no record {record}.")
    last = reached(other)
    own = last.claims if last else ()
    ranked = [*sorted(own, key=lambda c: (not c.reviewed, _TELLING.get(c.property, 9))), *other.claims]
    words = next((c for c in ranked if c.evidence.quote and claim in (None, c.id)), None)
    if words is None or other.id == found.id:
        raise InputError("KORPU-INCIDENT-007", f"Record {record} has no such claim to refute this one with.")
    said = [
        {"property": "refuted_by", "value": known({"record": other.id, "claim": words.id, "reason": reason})},
        {"property": "status", "value": {"status": REFUTED}},
    ]
    return books.write(payload(found.id, found.kind, said, _as_said(words), rule=RULE, reviewed=True), by=by)


def close(books: Books, name: str, *, reason: str, by: str) -> str:
    """Close a case with a reason, which becomes a note for file, and return the entry's id.

    Raises InputError KORPU-INCIDENT-008 without a reason, ConflictError -009 for a case that is closed.
    """
    found = _record(books, name)
    if not reason.strip():
        raise InputError("KORPU-INCIDENT-008", "Say why the incident is closed.")
    if incident(books, name).status == CLOSED:
        raise ConflictError("KORPU-INCIDENT-009", f"Incident {name} is closed already.")
    told = [f"Incident {found.id}: closed", reason.strip()]
    return _say(books, found, [{"property": "status", "value": {"status": CLOSED, "reason": reason.strip()}}], told, by)


def _record(books: Books, name: str) -> Record:
    found = held(books).record(name)
    if found is None or not is_case(found):
        raise NotFoundError("KORPU-INCIDENT-002", f"There is no incident {name}.")
    return found


def _sources(books: Books) -> dict[str, Mapping[str, Any]]:
    return {row.id: {"title": row.title, "url": row.url, "published": row.published} for row in books.sources()}


def _address(books: Books, source: str) -> str | None:
    return books.document(source).url


def _texts(pairs: Mapping[str, str | None]) -> list[dict[str, Any]]:
    return [{"property": name, "value": text} for name, text in known({**pairs}).items()]


def _say(books: Books, found: Record, said: list[dict[str, Any]], told: Sequence[str], by: str) -> str:
    """Write claims on a case that rest on a note for file and return the entry's id."""
    evidence = evidence_in(books, None, told[0], told, by=by)
    return books.write(payload(found.id, found.kind, said, evidence, rule=RULE, reviewed=True), by=by)


def _as_said(claim: Claim) -> dict[str, Any]:
    words = claim.evidence
    return {
        "source": words.source, "ranges": [list(r) for r in words.ranges], "quote": words.quote,
        "speaker": words.speaker, "language": words.language, "reported": words.reported, "oral": words.oral,
    }  # fmt: skip
