"""Events told by nouns, pairs of places, officials present."""

from __future__ import annotations


def test_an_opening_is_an_event(told) -> None:
    found = told("The ministers met during the opening of the school in May 2024.")
    assert any(c.rule.startswith("noun") and c.stage == "opened" for c in found)


def test_a_decision_is_named_by_what_was_decided(told) -> None:
    found = told("The year was marked by the adoption of the Tartu Water Plan.")
    assert [c.name for c in found if c.kind == "decision"] == ["Tartu Water Plan"]


def test_pairs_of_cities_are_partners(told) -> None:
    found = [c for c in told("The partners are Riga and Kyiv, Warsaw and Odesa.") if c.rule == "pair"]
    assert [sorted(p.name for p in c.parties) for c in found] == [["Kyiv", "Riga"], ["Odesa", "Warsaw"]]
