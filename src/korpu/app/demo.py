"""Loading the demonstration: its digests are taken in and its recorded reviews are entered, as a person would."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from korpu.app.accepting import Pending, new_id, queue
from korpu.app.books import Books
from korpu.app.claims import prefill, shared
from korpu.app.edits import edited
from korpu.app.intake import add, reading
from korpu.demo import DemoRecord, DemoSource, RecordedReview, records, reviews, sources
from korpu.kernel.errors import InputError
from korpu.kernel.finding import Range
from korpu.kernel.values import interval, plain
from korpu.ledger.writing import claims_of, evidence_of, payload
from korpu.statements.reading import Candidate

BY = "desk"
REASON = "Said by another candidate of the same words, or states nothing to keep."


@dataclass(frozen=True)
class DemoLoaded:
    """How much the demonstration put into the books."""

    sources: int
    entries: int
    records: int


def is_loaded(books: Books) -> bool:
    """Whether the books hold the demonstration already; a load that was cut short does not count."""
    return any(row.accepted for row in books.sources())


def load(books: Books) -> DemoLoaded:
    """Take the digests in and enter the recorded reviews, all or none of them.

    Raises InputError KORPU-DEMO-002 when a review quotes words that its source does not have.
    """
    named = {one.file: _add(books, one) for one in sources()}
    decided: dict[str, list[RecordedReview]] = defaultdict(list)
    for review in reviews():
        decided[review.source].append(review)
    opened: set[str] = set()
    written = 0
    with books.unit() as unit:
        for one in sources():
            waiting = queue(books, source=named[one.file], state=None)
            taken = _taken(books, named[one.file], decided[one.file], waiting)
            for review, found in zip(decided[one.file], taken, strict=True):
                unit.append(_entry(books, named[one.file], review, found, review.record in opened), author=BY)
                opened.add(review.record)
            rest = [found for found in waiting if one.reviewed and found not in taken]
            for found in rest:
                set_aside = {"type": "review", "target": found.key, "decision": "reject", "reason": REASON}
                unit.append(set_aside, author=BY)
            written += len(taken) + len(rest)
        unit.commit()
    return DemoLoaded(len(named), written, len(opened))


def _add(books: Books, one: DemoSource) -> str:
    more = {name: value for name, value in (("speaker", one.speaker), ("place", one.place)) if value}
    return add(
        books, one.text.encode(), published=one.published, title=one.title, url=one.url, language="en", kind=one.kind,
        by=BY, extra=more,
    ).source  # fmt: skip


def _taken(
    books: Books, source: str, decided: Sequence[RecordedReview], waiting: Sequence[Pending]
) -> list[Pending | None]:
    """Return which candidate each review is about, None where it was made by hand; none serves twice.

    Candidates that say what the review says are given out first, then those that share its words and its kind.
    """
    taken: list[Pending | None] = [None] * len(decided)
    for least in (_SAME, 1):
        for i, review in enumerate(decided):
            words = _words(books, source, review)
            free = [p for p in waiting if p not in taken]
            best = max(free, key=lambda p: _fit(p.candidate, review, words), default=None)
            if taken[i] is None and best is not None and _fit(best.candidate, review, words) >= least:
                taken[i] = best
    return taken


def _words(books: Books, source: str, review: RecordedReview) -> tuple[Range, ...]:
    start = reading(books, source).document.text.find(review.quote)
    if start < 0:
        raise InputError("KORPU-DEMO-002", f"{review.source} does not say {review.quote!r}.")
    return ((start, start + len(review.quote)),)


def _entry(books: Books, source: str, review: RecordedReview, found: Pending | None, known: bool) -> dict[str, Any]:
    """Return what one review writes: a candidate accepted with corrections, or a claim by hand where none fits."""
    about = records()[review.record]
    base = found.candidate if found else prefill(books, source, _words(books, source, review))
    whole = records()[about.part_of].title["en"] if about.part_of and review.ordinal else None
    plainly = replace(base, actor=None, counterpart=None, name=None, negated=False, ordinal=review.ordinal, group=whole)
    said = edited(plainly, _edits(review, about, known))
    claims = claims_of(said, reading(books, source).figures, title=about.title["en"])
    return payload(
        _id(about.slug), about.kind, _about([_bounded(item, review) for item in claims], about, known),
        evidence_of(said, source), candidate=found.key if found else None,
        rule=(found.candidate.rule if found else None) or "selected", reviewed=True,
    )  # fmt: skip


_SAME = 200_000


def _fit(candidate: Candidate, review: RecordedReview, words: Sequence[Range]) -> int:
    """How well a candidate states what a review says: it shares the words, and the amount, the count or the stage."""
    both = shared(candidate.ranges, words)
    same = 4 * (review.amount is not None and review.amount == candidate.amount)
    same += 3 * (review.count is not None and review.count == candidate.count)
    same += 2 * (review.stage == candidate.stage)
    same += records()[review.record].kind == candidate.kind
    told = ((candidate.amount, review.amount), (candidate.count, review.count))
    differs = any(a and b and a != b for a, b in told)
    return same * _SAME // 2 + both if both and same and not differs else 0


def _edits(review: RecordedReview, about: DemoRecord, known: bool) -> dict[str, Any]:
    """Return every field of the claim: what stands on the record already is not stated anew."""
    parties = (*(() if known else about.parties), *review.parties)
    return {
        "kind": about.kind, "track": about.track, "object": about.object, "place": about.place, "places": (),
        "parties": [{"party": party, "role": role} for party, role in parties],
        "stage": review.stage, "when": review.when, "amount": review.amount, "currency": review.currency,
        "count": review.count, "count_unit": review.count_unit,
    }  # fmt: skip


def _about(claims: list[dict[str, Any]], about: DemoRecord, known: bool) -> list[dict[str, Any]]:
    """Give the record its title in three languages and its place in a whole, once."""
    rest = [item for item in claims if item["property"] != "title"]
    if known:
        return rest
    whole = {"property": "part_of", "value": {"record": _id(about.part_of)}} if about.part_of else None
    return [{"property": "title", "value": about.title}, *rest, *([whole] if whole else [])]


def _bounded(item: dict[str, Any], review: RecordedReview) -> dict[str, Any]:
    """Set the bounds that the reviewer's qualifier gives; without one those of the figure read stay."""
    if review.qualifier is None or item["property"] not in ("amount", "count"):
        return item
    value = dict(item["value"])
    bounds = interval(Decimal(str(value.get("amount", value.get("count")))), review.qualifier)
    value |= {
        "low": plain(bounds.low) if bounds.low is not None else None,
        "high": plain(bounds.high) if bounds.high is not None else None,
        "qualifier": review.qualifier,
    }
    return {**item, "value": value}


def _id(slug: str) -> str:
    return new_id(f"demonstration {slug}")
