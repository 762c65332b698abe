"""Steps, the pick and the stage of a record."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.ledger.telling import claim

from korpu.ledger.book import Ledger
from korpu.ledger.claim import Claim
from korpu.ledger.fold import fold
from korpu.ledger.ports import Identity
from korpu.ledger.record import Record


def step(entry: str, stage: str, **fields: Any) -> list[Claim]:
    """Claims of one entry on one step: `when`, `amount` (a number of dollars) and the fields of a claim."""
    values = {name: fields.pop(name) for name in ("when", "amount", "count") if name in fields}
    if "amount" in values:
        low, high = fields.pop("low", values["amount"]), fields.pop("high", values["amount"])
        values["amount"] = {
            "amount": values["amount"],
            "currency": "USD",
            "low": low,
            "high": high,
            "qualifier": "about",
        }
    return [claim(name, value, entry=entry, **fields) for name, value in {"stage": stage, **values}.items()]


def only(*claims: list[Claim]) -> Record:
    (record,) = fold([c for group in claims for c in group]).values()
    return record


def test_two_sources_on_one_step_are_one_step_and_the_narrower_time_is_shown() -> None:
    record = only(step("e1", "opened", when="2025-04"), step("e2", "opened", when="2025-04-23", source="src-b"))
    assert [s.when.value for s in record.steps if s.when] == ["2025-04-23"]
    assert record.contested == ()


def test_one_opening_at_two_times_is_contested_and_the_later_published_is_shown() -> None:
    record = only(
        step("e1", "opened", when="2025-04", said="2025-05"),
        step("e2", "opened", when="2025-06", said="2025-07", source="src-b"),
    )
    (opened,) = record.steps
    assert opened.when
    assert (opened.when.value, [v for v, _ in opened.when.others]) == ("2025-06", ["2025-04"])
    assert record.contested == ("opened.when",)


def test_reviewed_goes_before_a_statement_and_a_statement_before_press() -> None:
    press = step("e1", "opened", when="2025-06", said="2025-09", source="src-b", source_kind="press")
    stated = step("e2", "opened", when="2025-04", said="2025-05")
    assert only(press, stated).steps[0].when.value == "2025-04"  # type: ignore[union-attr]
    reviewed = step("e1", "opened", when="2025-06", source="src-b", source_kind="press", reviewed=True)
    assert only(reviewed, stated).steps[0].when.value == "2025-06"  # type: ignore[union-attr]


def test_two_amounts_of_one_source_are_two_steps() -> None:
    record = only(
        step("e1", "allocated", when="2025-02", amount="1"), step("e2", "allocated", when="2025-02", amount="2")
    )
    assert len(record.steps) == 2


def test_qualifiers_are_no_contradiction() -> None:
    record = only(
        step("e1", "allocated", when="2024", amount="100", low="95", high="105"),
        step("e2", "allocated", when="2024", amount="103", source="src-b"),
    )
    assert len(record.steps) == 1
    assert record.contested == ()


def test_a_series_keeps_every_value_at_its_time() -> None:
    record = only(
        step("e1", "delivered", amount="42", kind="measure", said="2025-05"),
        step("e2", "delivered", amount="44", kind="measure", said="2025-08", source="src-b"),
    )
    assert len(record.steps) == 2
    assert record.contested == ()


def test_a_stop_ends_and_a_later_start_begins_again() -> None:
    assert only(step("e1", "ongoing"), step("e2", "stopped")).stage == "stopped"
    again = only(step("e1", "stopped", when="2022", said="2022"), step("e2", "in_use", when="2025-04", said="2025"))
    assert again.stage == "in_use"
    assert only(step("e1", "allocated"), step("e2", "planned")).stage == "allocated"


def test_same_as_merges_and_withdrawing_it_parts_again() -> None:
    claims = [*step("e1", "opened", record="a"), *step("e2", "completed", record="b")]
    same = Identity("e3", "same_as", "b", "a")
    assert set(fold(claims, [same])) == {"a"}
    assert set(fold(claims)) == {"a", "b"}
    ledger = Ledger(claims, [same])
    assert ledger.record("b") is ledger.record("a")


def test_opinions_are_attributed_and_never_resolved() -> None:
    record = only(
        step("e1", "stated", kind="position", when="2025-04"),
        step("e2", "stated", kind="position", when="2025-06", source="src-b"),
    )
    assert len(record.steps) == 2
    assert record.contested == ()


STORY = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["planned", "allocated", "opened", "stopped"]),
        st.sampled_from([None, "2024", "2025-04", "2025-04-23"]),
        st.sampled_from([None, "1", "2"]),
        st.sampled_from(["src-a", "src-b"]),
    ),
    min_size=1,
    max_size=12,
)


@given(STORY)
def test_folding_one_by_one_is_folding_at_once_and_loses_no_claim(story: list[tuple[Any, ...]]) -> None:
    claims: list[Claim] = []
    ledger = Ledger()
    for i, (record, stage, when, amount, source) in enumerate(story):
        given_values = {k: v for k, v in {"when": when, "amount": amount}.items() if v}
        new = step(f"e{i}", stage, record=record, source=source, **given_values)
        claims += new
        ledger.add(new)
        list(ledger)
    at_once = fold(claims)
    assert {r.id: r for r in ledger} == at_once
    assert sum(len(s.claims) for r in at_once.values() for s in r.steps) == len(claims)


def test_two_ends_of_a_line_do_not_contradict_each_other() -> None:
    both = [claim("place", "Odesa", entry="e1"), claim("places", "Varna", entry="e1")]
    assert only(both, [claim("place", "Varna", entry="e2", source="src-b")]).contested == ()
    assert only(both, [claim("place", "Kyiv", entry="e2", source="src-b")]).contested == ("place",)
