"""The claims that stand, now and as they were known then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korpu.app import custody, intake
from korpu.app.books import Books

Accept = Callable[..., str]


def filled(books: Books, count: int = 3, **kwargs: str) -> list[str]:
    text = "".join(f"Thing number {n} was delivered.\n" for n in range(count))
    intake.add(books, text.encode(), **kwargs)  # type: ignore[arg-type]
    return [row.key for row in books.pending()]


def review(books: Books, target: str, decision: str, by: str = "head") -> str:
    return books.write({"type": "review", "target": target, "decision": decision}, by=by)


def test_a_claim_carries_what_the_ledger_needs(books: Books, accept: Accept) -> None:
    key = filled(books, 1, published="2025-05", kind="press")[0]
    entry = accept(key)
    review(books, entry, "approve")
    stage, title = books.claims.claims()
    assert (stage.id, stage.entry, stage.record, stage.kind) == (f"{entry}.0", entry, "r-1", "initiative")
    assert (stage.property, stage.value, stage.step) == ("stage", "delivered", "s1")
    assert (stage.said, stage.source_kind, stage.reviewed, stage.reviewer) == ("2025-05", "press", True, "head")
    assert stage.evidence.quote == "Thing number 0 was delivered."
    assert title.value == {"en": key}
    assert books.claims.claims(record="r-2") == []


def test_states_of_candidates_follow_decisions(books: Books, accept: Accept) -> None:
    a, b, c = filled(books)
    entry, rejected, _ = accept(a), review(books, b, "reject"), review(books, c, "ask")
    assert [books.candidate(k).state for k in (a, b, c)] == ["accepted", "rejected", "asked"]
    review(books, entry, "withdraw")
    undone = review(books, rejected, "withdraw")
    assert [books.candidate(k).state for k in (a, b, c)] == ["open", "open", "asked"]
    review(books, undone, "withdraw")
    assert books.candidate(b).state == "rejected"


def test_two_clocks(books: Books, accept: Accept) -> None:
    days = iter(range(100))
    books.clock = lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=next(days))
    a, b, _ = filled(books, published="2025-05")  # recorded on 1 January
    first = accept(a)  # 2 January
    second = accept(b, supersedes=first)  # 3 January
    review(books, second, "withdraw")  # 4 January

    def known(when: str) -> set[str]:
        return {claim.entry for claim in books.claims.claims(known=when)}

    assert known("2026-01-01") == set()
    assert known("2026-01-02") == {first}
    assert known("2026-01-03") == {second}
    assert known("2026-01-04") == known("2026-01") == {c.entry for c in books.claims.claims()} == {first}
    assert books.claims.claims(said="2025-04") == []
    assert books.claims.claims(said="2025-05-10") != []
    assert books.claims.claims(said="2025", known="2026-01-01T23:59:59Z") == []


def test_a_source_without_a_date_counts_by_the_day_it_came(books: Books, accept: Accept) -> None:
    books.clock = lambda: datetime(2026, 2, 3, tzinfo=UTC)
    accept(filled(books, 1)[0])
    assert books.claims.claims(said="2026-02-02") == []
    assert books.claims.claims(said="2026-02-03") != []


def test_another_site_may_withdraw(books: Books, accept: Accept) -> None:
    entry = accept(filled(books, 1)[0])
    withdrawal = Books(books.alias, site="capital").write(
        {"type": "review", "target": entry, "decision": "withdraw"}, by="head"
    )
    assert books.claims.claims() == books.claims.claims(known="2999") == []
    review(books, withdrawal, "withdraw")
    assert books.claims.claims() == books.claims.claims(known="2999") != []
    assert custody.verify(books).ok


def test_identities_stand_until_withdrawn(books: Books) -> None:
    payload = {"type": "identity", "relation": "part_of", "from": "r-1", "to": "r-2", "reason": "same place"}
    entry = books.write(payload, by="desk")
    (found,) = books.claims.identities()
    assert (found.relation, found.subject, found.object, found.reason, found.author) == (
        "part_of", "r-1", "r-2", "same place", "desk",
    )  # fmt: skip
    assert books.claims.claims() == []
    review(books, entry, "withdraw")
    assert books.claims.identities() == []


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["accept", "supersede", "approve", "withdraw", "reject", "erase"]), st.integers(0, 30)),
    max_size=12,
)


@given(OPERATIONS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_projections_say_what_the_journal_says_whatever_happens(
    books: Books, accept: Accept, operations: list[tuple[str, int]]
) -> None:
    if not books.pending(state=None):
        filled(books, 8)
    for what, number in operations:
        act(books, accept, what, number)
    assert custody.verify(books).ok, custody.verify(books)
    assert books.claims.claims() == books.claims.claims(known="2999")
    before: Any = (books.claims.claims(), books.pending(state=None), intake.sources(books))
    custody.rebuild(books)
    assert (books.claims.claims(), books.pending(state=None), intake.sources(books)) == before


def act(books: Books, accept: Accept, what: str, number: int) -> None:
    keys = [row.key for row in books.pending(state=None)]
    written = [entry.id for entry, payload in books.journal.entries("claims", "review") if payload]
    if what == "accept" and keys:
        accept(keys[number % len(keys)])
    elif what == "reject" and keys:
        review(books, keys[number % len(keys)], "reject")
    elif written and what == "supersede" and keys:
        accept(keys[number % len(keys)], supersedes=written[number % len(written)])
    elif written and what == "erase" and number % 6 == 0:
        custody.erase(books, written[number % len(written)], why="asked", approved_by="head")
    elif written and what in ("approve", "withdraw"):
        review(books, written[number % len(written)], what)


def test_parties_named_by_hand_become_names(books: Books, accept: Accept) -> None:
    key = filled(books, 1)[0]
    accept(key, claims=[{"property": "party", "value": {"party": "Merely Read Fund", "role": "donor"}}])
    row = books.candidate(key)
    evidence = {"source": row.source, "ranges": [[0, 5]], "quote": "Thing"}
    said = [
        {"property": "party", "value": {"party": "Harbour Aid Fund", "role": "donor"}},
        {"property": "place", "value": "Little Harbour"},
    ]
    payload = {"type": "claims", "record": "r-9", "kind": "initiative", "claims": said, "evidence": evidence}
    entry = books.write(payload, by="desk")
    found = books.names.find("The Harbour Aid Fund built a pier in Little Harbour, the Merely Read Fund did not.")
    assert [match.text for match in found] == ["Harbour Aid Fund", "Little Harbour"]
    review(books, entry, "withdraw")
    assert books.names.find("The Harbour Aid Fund") == []
