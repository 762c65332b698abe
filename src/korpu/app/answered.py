"""What was answered before: the words that the books rest an answer on, and answers once given to the same question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from korpu.app.books import Books
from korpu.app.claims import GAP
from korpu.app.held import held
from korpu.app.intake import reading
from korpu.app.records import at
from korpu.app.world import world
from korpu.briefs.answer import Answer
from korpu.briefs.question import Question, parse
from korpu.kernel.finding import Range
from korpu.ledger.checks.match import akin, sides_of
from korpu.ledger.checks.spoken import country_ids
from korpu.ledger.claim import Claim
from korpu.ledger.cleared import KIND as LINE
from korpu.ledger.linking.things import generic
from korpu.ledger.origins import Origins
from korpu.ledger.values import time_of
from korpu.reference.names import PLACES, load_names
from korpu.reference.objects import load_objects
from korpu.statements.reading import Reading
from korpu.store.rows import SourceRow

QUOTES = 3
"""How many quotes of one source are shown as its answer."""

_HOW_MANY = re.compile(r"\b(?:сколько|каков\w*|какая сумма|на какую сумму|объ[её]м\w*)\b", re.IGNORECASE)

_RUSSIAN = re.compile(
    r"[ыэъё]|\b(?:сколько|что|каков\w*|как(?:ой|ая|ие|ую)|когда|кто|где|почему|были|была|был|сделано)\b", re.IGNORECASE
)
"""Letters and words that only Russian has."""

_ENOUGH = 0.5
"""How much of what two questions name must be the same for them to be one question."""

_WEIGHTS = {"topic": 2.0, "place": 2.0, "name": 1.0, "intent": 0.5}


@dataclass(frozen=True)
class Given:
    """An answer that was given before: the words of one source, who said them, when (EDTF) and to which question."""

    source: str
    title: str
    kind: str
    said: str | None
    speaker: str | None
    quote: str
    ranges: tuple[Range, ...]
    question: str | None = None
    url: str | None = None


def russian(question: str) -> bool:
    """Tell whether a question is in Russian, which the answers do not read; it is then met by the things it names."""
    return _RUSSIAN.search(question) is not None


def parsed(books: Books, text: str, today: date | None) -> Question:
    """Return what a question asks, the names of the ledger known."""
    known = {name for r in held(books) for name in (*r.places, *(party for party, _ in r.parties)) if name}
    return parse(text, names=load_names(), today=today or books.clock().date(), known=known)


def cited(books: Books, answer: Answer) -> list[Claim]:
    """Return the claims that the ledger's answer rests on, in its order; of a number asked for, not of its parts."""
    asked = answer.understood.get("intents") or ()
    first = answer.sentences[:2] if {"how_much", "how_many"} & set(asked) else answer.sentences
    named = {name: i for i, name in enumerate(name for sentence in first for name in sentence.citations)}
    found = [c for record in held(books) if record.kind != LINE for c in record.claims if c.id in named]
    return sorted(found, key=lambda claim: named[claim.id])


def named_claims(books: Books, text: str) -> list[Claim]:
    """Return the claims on the very things and places that a question names, where its grammar is not understood."""
    names = load_names()
    things = {m.object_id for m in load_objects().find(text)}
    places = [m.text for m in names.find(text) if m.type in PLACES - {"country"}]
    sides = country_ids(text, names)
    number = _HOW_MANY.search(text) is not None
    found = []
    for record in held(books):
        if record.kind == LINE or (places and not any(at(record, place, world(books)) for place in places)):
            continue
        if not sides <= sides_of(record, names):
            continue
        told = [c for c in record.claims if c.property in (("amount", "count") if number else ("stage", "amount"))]
        about = any(akin(thing, record.object or "") for thing in things)
        found += [(record, c) for c in told if about or things & _things_in(c.evidence.quote)]
    series = [c for record, c in found if record.kind == "measure"]
    return series if number and series else [c for _, c in found]


@lru_cache(maxsize=1024)
def _things_in(quote: str) -> frozenset[str]:
    return frozenset(m.object_id for m in load_objects().find(quote) if not generic(m.object_id))


def told_by_sources(claims: Sequence[Claim], sources: dict[str, SourceRow], origins: Origins) -> list[Given]:
    """Return what each source says in the words of these claims; a reprint says nothing beside its origin."""
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.evidence.source, []).append(claim)
    again = {name for name in by_source if origins.origin(name) != name and origins.origin(name) in by_source}
    return [_given(sources[name], own) for name, own in by_source.items() if name in sources and name not in again]


def _given(source: SourceRow, claims: Sequence[Claim]) -> Given:
    quotes: dict[str, Claim] = {}
    for claim in claims:
        if not any(claim.evidence.quote in other for other in quotes):
            quotes = {q: c for q, c in quotes.items() if q not in claim.evidence.quote}
            quotes[claim.evidence.quote] = claim
    shown = list(quotes.values())[:QUOTES]
    ranges = tuple(sorted({r for c in shown for r in c.evidence.ranges}))
    speaker = next((c.evidence.speaker for c in shown if c.evidence.speaker), None)
    quote = GAP.join(c.evidence.quote for c in shown)
    title = source.title or source.id
    return Given(source.id, title, source.kind, source.published, speaker, quote, ranges, None, source.url)


def latest_first(given: Iterable[Given]) -> list[Given]:
    """Return one answer of each source, the latest first and those without a date last."""
    kept: dict[str, Given] = {}
    for one in given:
        if one.source not in kept or one.question:
            kept[one.source] = one
    return sorted(kept.values(), key=_moment, reverse=True)


def last_by(given: Sequence[Given], since: str | None) -> Given | None:
    """Return the last answer, given to the very question where there is one.

    With `since` (EDTF) it is the last one by then, or, where nothing had been said by then, the last of all.
    """
    time = time_of(since)
    day = (time.high or time.low) if time else None
    then = [one for one in given if day is None or date.min < _moment(one)[0] <= day] or list(given)
    return next((one for one in then if one.question), next(iter(then), None))


def _moment(one: Given) -> tuple[date, bool]:
    time = time_of(one.said)
    return (time and (time.high or time.low)) or date.min, one.question is not None


def asked_before(books: Books, sources: Iterable[SourceRow], today: date | None) -> Iterable[tuple[Question, Given]]:
    """Yield the questions of the sources in the books with the answers that followed them."""
    for row in sources:
        if row.kind == "note" or "?" not in books.document(row.id).text:
            continue
        read = reading(books, row.id)
        for question, answer in _turns(read):
            text = read.document.text[slice(*question)].strip(" -–—\n")
            words = read.document.text[slice(*answer[0])].strip(" -–—\n")
            given = Given(
                row.id, row.title or row.id, row.kind, row.published, answer[1], words, (answer[0],), text, row.url
            )
            yield parsed(books, text, today), given


def _turns(read: Reading) -> Iterable[tuple[Range, tuple[Range, str | None]]]:
    """Yield each question passage of a reading with the answer after it."""
    asked: Range | None = None
    for passage in read.passages:
        if passage.role == "question":
            asked = (passage.start, passage.end)
        elif passage.role == "answer" and asked is not None:
            yield asked, ((passage.start, passage.end), passage.speaker)
            asked = None


def same_question(question: Question, before: Sequence[tuple[Question, Given]]) -> list[Given]:
    """Return the answers once given to the same question, in whatever language it was put."""
    return [given for other, given in before if _alike(question, other) >= _ENOUGH]


def _alike(one: Question, two: Question) -> float:
    """Return how much of what two questions name is the same, in whatever language; none where no thing is."""
    mine, other = _named(one), _named(two)
    shared = mine & other
    if not any(sort in ("topic", "place") for sort, _ in shared):
        return 0.0
    weigh = {item: _WEIGHTS[item[0]] for item in mine | other}
    return sum(weigh[item] for item in shared) / sum(weigh.values())


def _named(question: Question) -> set[tuple[str, str]]:
    places = {("place" if n.place and n.inside else "name", n.id or n.text.casefold()) for n in question.names}
    return (
        places
        | {("topic", f"{slot}:{value}") for slot, value in question.topics}
        | {("intent", intent) for intent in question.intents}
    )
