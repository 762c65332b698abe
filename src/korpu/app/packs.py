"""The interview pack: for each question what was last answered, what has changed since, and a draft that is checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from korpu.app.answered import (
    Given,
    asked_before,
    cited,
    last_by,
    latest_first,
    named_claims,
    parsed,
    russian,
    same_question,
    told_by_sources,
)
from korpu.app.answers import ask
from korpu.app.books import Books
from korpu.app.drafts import checked
from korpu.app.findings import FindingRow
from korpu.app.held import held
from korpu.app.origins import origins
from korpu.app.questions import Asked, questions_in
from korpu.app.records import at
from korpu.app.reports import changes
from korpu.app.world import world
from korpu.briefs.answer import Answer
from korpu.briefs.question import Question, language_for
from korpu.kernel.edtf import parse as parse_time
from korpu.kernel.finding import Range
from korpu.ledger.changes import Change
from korpu.ledger.checks.match import sides_of
from korpu.ledger.checks.spoken import country_ids
from korpu.ledger.claim import Claim
from korpu.ledger.cleared import KIND as LINE
from korpu.ledger.record import Record
from korpu.reference.names import load_names
from korpu.statements.document import Document
from korpu.store.rows import SourceRow

EARLIER = 3
"""How many answers before the last one are shown."""


@dataclass(frozen=True)
class PackRow:
    """One question of a pack.

    `answer` is what the ledger says today; `last` what was last said in public, None where the books know nothing;
    `since` is the date that `changes` count from; `draft` is the answer given in the file, with what is found in it.
    """

    question: Asked
    language: str
    answer: Answer
    last: Given | None
    before: tuple[Given, ...]
    since: str | None
    changes: tuple[Change, ...]
    draft: str | None
    findings: tuple[FindingRow, ...]


def pack(
    books: Books,
    document: Document,
    *,
    language: str | None = None,
    since: str | None = None,
    today: date | None = None,
    asked: Sequence[Asked] | None = None,
) -> list[PackRow]:
    """Draw up the pack for the questions of a document; nothing of it is kept.

    `language` (en, uk, az) is that of the answers, by default that of each question. `since` (EDTF) is the date of the
    last interview: the last answer is the last one by then, and changes count from then. Raises InputError
    KORPU-PACK-001 to -003 for a file without questions, with too many, or with one that is too long.
    """
    if since is not None:
        parse_time(since)
    asked = questions_in(document.text) if asked is None else asked
    rows: Sequence[FindingRow] = ()
    if any(one.draft for one in asked):
        rows = checked(books, books.read(document))
    sources = {row.id: row for row in books.sources()}
    with_answers = asked_before(books, sources.values(), today)
    known = _Known(books, document.text, today, since, tuple(rows), sources, tuple(with_answers))
    return [_row(known, one, language or language_for(one.text)) for one in asked]


@dataclass(frozen=True)
class _Known:
    """What every question of a pack is looked up in."""

    books: Books
    text: str
    today: date | None
    since: str | None
    rows: tuple[FindingRow, ...]
    sources: dict[str, SourceRow]
    asked_before: tuple[tuple[Question, Given], ...]


def _row(known: _Known, one: Asked, language: str) -> PackRow:
    answer = _answered(known.books, one.text, language, known.today)
    question = parsed(known.books, one.text, known.today)
    claims = cited(known.books, answer)
    if answer.refused:
        claims = named_claims(known.books, one.text) if russian(one.text) else _at_place(known.books, question)
    said = told_by_sources(claims, known.sources, origins(known.books))
    given = latest_first([*said, *same_question(question, known.asked_before)])
    last = last_by(given, known.since)
    since = known.since or (last.said if last else None)
    records = {*answer.records, *(claim.record for claim in claims), *_told_of(known.books, last)}
    changed = _changed(known.books, question, records, since) if since and last else []
    own = tuple(row for row in known.rows if one.draft and _within(row, one.draft))
    draft = known.text[slice(*one.draft)] if one.draft else None
    others = tuple(other for other in given if other is not last)[:EARLIER]
    return PackRow(one, language, answer, last, others, since, tuple(changed), draft, own)


def _answered(books: Books, text: str, language: str, today: date | None) -> Answer:
    """Ask the books; of a question with a preamble that they refuse, the sentences that ask are tried by themselves."""
    whole = ask(books, text, language=language, today=today)
    asking = [part.strip() for part in re.findall(r"[^.!?？]+[?？]", text) if len(part.split()) > 2]
    if not whole.refused or [text] == asking:
        return whole
    parts = (ask(books, part, language=language, today=today) for part in asking)
    return next((part for part in parts if not part.refused), whole)


def _told_of(books: Books, given: Given | None) -> set[str]:
    """Return the records that an answer to the very question tells of."""
    if given is None or given.question is None:
        return set()
    start, end = given.ranges[0]
    return {
        record.id
        for record in held(books)
        for claim in record.claims
        if claim.evidence.source == given.source and any(start <= a and b <= end for a, b in claim.evidence.ranges)
    }


def _changed(books: Books, question: Question, own: set[str], since: str) -> list[Change]:
    """Return what changed after a date on the records of the answer, and on others at its place or of its track."""
    order = {"stage": 0, "value": 1, "step": 2, "gone": 3, "new": 4}
    found = [c for c in changes(books, since) if c.record.kind != LINE]
    dated = [c for c in found if c.step is None or any(claim.said for claim in c.step.claims)]
    kept = [c for c in dated if c.record.id in own or _meets(books, question, c.record)]
    ordered = sorted(kept, key=lambda c: (c.record.id not in own, order.get(c.what, 5)))
    return _condensed(ordered)


def _condensed(found: Sequence[Change]) -> list[Change]:
    """Return the last of the changes of one value; a time that became known is told with the figure it is of."""
    last = {(c.record.id, c.what, (c.property or "").rpartition(".")[2], c.after if c.what == "step" else None): c
            for c in found}  # fmt: skip
    figures = {name for name, what, value, _ in last if what == "value" and value in ("amount", "count")}
    return [
        c for (name, what, value, _), c in last.items() if (what, value) != ("value", "when") or name not in figures
    ]


def _meets(books: Books, question: Question, record: Record) -> bool:
    """Tell whether a record is at the place that a question asks about, and of its track or kind of thing."""
    places = [n.text for n in question.names if n.place and n.inside]
    things = {value for slot, value in question.topics if slot in ("track", "kind")}
    if not places and not things:
        return False
    here = not places or any(at(record, place, world(books)) for place in places)
    return here and (not things or record.track in things or record.kind in things)


def _at_place(books: Books, question: Question) -> list[Claim]:
    """Return the claims on what a question names at a place, where only the stage asked for is not reached there."""
    names = load_names()
    places = [n for n in question.names if n.place and n.inside]
    others = [
        n for n in question.names if n not in places and (known := names.get(n.id or "")) and known.type != "country"
    ]
    unknown = question.rest or any(n.id is None for n in question.names)
    if not places or others or unknown or any(slot == "text" for slot, _ in question.topics):
        return []
    sides = country_ids(question.text, names)
    here = [r for r in held(books) if r.kind != LINE and sides <= sides_of(r, names) and _meets(books, question, r)]
    return [c for r in here for c in r.claims if c.property in ("stage", "amount")]


def _within(row: FindingRow, draft: Range) -> bool:
    return row.waiver is None and any(draft[0] <= start and end <= draft[1] for start, end in row.finding.ranges)
