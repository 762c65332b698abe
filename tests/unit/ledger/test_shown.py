"""The figure that a list shows of a record, and its date."""

from __future__ import annotations

from tests.unit.ledger.telling import claim

from korpu.ledger.claim import Claim
from korpu.ledger.fold import fold
from korpu.ledger.record import Record
from korpu.ledger.shown import reached, shown


def total(entry: str, amount: str, said: str, when: str | None = None) -> list[Claim]:
    stated = {"stage": "delivered", "amount": {"amount": amount, "currency": "EUR"}, "when": when}
    told = [(name, value) for name, value in stated.items() if value]
    return [claim(name, value, entry=entry, kind="measure", said=said, source=said) for name, value in told]


def only(*claims: Claim) -> Record:
    (record,) = fold(claims).values()
    return record


def test_the_date_is_that_of_the_amount() -> None:
    found = shown(only(*total("e2", "45", "2026-01"), *total("e1", "42", "2025-09", when="2025-08-15")))
    assert found.amount
    assert (found.amount.value["amount"], found.as_of) == ("45", "2026-01")
    assert found.when is None


def test_without_a_figure_the_date_is_that_of_the_stage() -> None:
    found = shown(only(claim("stage", "planned", entry="e1"), claim("stage", "opened"), claim("when", "2025-04")))
    assert (found.amount, found.count, found.as_of) == (None, None, "2025-04")


def test_counts_of_other_units_are_not_contested() -> None:
    count = [
        claim("count", {"count": n, "unit": unit}, entry="e1") for n, unit in (("45", "transformers"), ("50", "pumps"))
    ]
    record = only(claim("stage", "delivered", entry="e1"), *count)
    assert record.contested == ()
    assert len([c for s in record.steps for c in s.claims]) == 3
    two = only(*[claim("count", c.value, entry=f"e{i}", source=f"s{i}") for i, c in enumerate(count)])
    assert {s.count.value["unit"] for s in two.steps if s.count} == {"transformers", "pumps"}
    assert two.contested == ()


def test_the_number_delivered_goes_before_the_money_allocated() -> None:
    money = [claim("stage", "allocated", entry="e1"), claim("when", "2025-01", entry="e1")]
    money.append(claim("amount", {"amount": "4500000", "currency": "EUR"}, entry="e1"))
    sent = [claim("stage", "delivered", entry="e2"), claim("when", "2025-02", entry="e2")]
    sent.append(claim("count", {"count": "6", "unit": "transformers"}, entry="e2"))
    found = shown(only(*money, *sent))
    assert found.amount is None
    assert found.count
    assert (found.count.value["count"], found.as_of) == ("6", "2025-02")


def test_the_stage_keeps_its_own_date_beside_a_figure_of_an_earlier_step() -> None:
    given = [claim("stage", "allocated", entry="e1"), claim("amount", {"amount": "5", "currency": "EUR"}, entry="e1")]
    done = [claim("stage", "completed", entry="e2"), claim("when", "2025-02", entry="e2")]
    record = only(*given, *done)
    found, step = shown(record), reached(record)
    assert found.step
    assert found.step.stage == "allocated"
    assert step
    assert step.when
    assert (step.stage, step.when.value) == ("completed", "2025-02")
