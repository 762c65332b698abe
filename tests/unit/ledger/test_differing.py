"""What counts as a contradiction between sources, and what only looks like one."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.unit.ledger.telling import claim

from korpu.ledger.checks import check_ledger
from korpu.ledger.claim import Claim
from korpu.ledger.fold import fold
from korpu.ledger.totals import totals
from korpu.ledger.values import agree


def count(number: str, unit: str, entry: str, **fields: Any) -> list[Claim]:
    value = {"count": number, "unit": unit}
    return [claim("stage", "shipped", entry=entry, **fields), claim("count", value, entry=entry, **fields)]


def paid(party: str, entry: str, source: str) -> Claim:
    return claim("party", {"party": party, "role": "funder"}, entry=entry, source=source)


def test_different_things_counted_are_different_steps() -> None:
    made = fold([*count("45", "transformers", "e1"), *count("50", "generators", "e2")])["r"]
    assert [(s.count.value["count"], s.count.value["unit"]) for s in made.steps if s.count] == [
        ("45", "transformers"),
        ("50", "generators"),
    ]
    assert made.contested == ()


def test_sources_that_share_no_funder_differ() -> None:
    made = fold([paid("Oil Company", "e1", "a"), paid("Republic", "e2", "b")])["r"]
    assert made.contested == ("party",)
    found = check_ledger([made], date(2026, 1, 1))
    assert [one.finding.check for one in found] == ["double_funder"]
    assert "Oil Company" in found[0].finding.message and "Republic" in found[0].finding.message


def test_funders_named_in_part_do_not_differ() -> None:
    both = [paid("Oil Company", "e1", "a"), paid("Republic", "e1", "a")]
    assert fold([*both, paid("Republic", "e2", "b")])["r"].contested == ()
    assert fold([paid("Oil Company", "e1", "a"), paid("Oil Company Charity", "e2", "b")])["r"].contested == ()


def test_almost_is_not_over() -> None:
    almost = {"amount": "10", "currency": "USD", "low": "9", "high": "10", "qualifier": "almost"}
    over = {"amount": "10", "currency": "USD", "low": "10", "high": "12.5", "qualifier": "over"}
    exact = {"amount": "10", "currency": "USD"}
    assert not agree("amount", almost, over) and not agree("amount", over, almost)
    assert agree("amount", exact, over) and agree("amount", almost, exact)


def test_what_came_after_a_total_is_no_part_of_it() -> None:
    def money(amount: str, when: str, **fields: Any) -> list[Claim]:
        said = {"amount": amount, "currency": "USD"}
        own = {"when": when, "track": "energy", "amount": said, "stage": "delivered"}
        return [claim(name, value, **fields) for name, value in own.items()]

    whole = money("9", "2024-06", record="w", kind="measure", entry="e1", said="2024-06")
    early, late = money("7", "2023", record="p", entry="e2"), money("2", "2025", record="q", entry="e3")
    (found,) = totals(fold([*whole, *early, *late]).values())
    assert [record.id for record, _ in found.parts] == ["p"]
    assert found.verdict == "rest"
