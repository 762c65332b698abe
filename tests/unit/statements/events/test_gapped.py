"""Stretches that share the verb before them."""

from __future__ import annotations


def test_each_giver_has_an_amount(told) -> None:
    found = told("Sweden gave 3 million euros, Iceland 200,000 euros.")
    assert [c.amount for c in found] == ["3000000", "200000"]


def test_each_part_has_its_date(told) -> None:
    found = told("Two halls were finished, the first in May 2023 and the second in June 2024.")
    assert {c.when for c in found} >= {"2023-05", "2024-06"}


def test_part_of_a_count_is_counted_for_itself(told) -> None:
    found = told("In all, 31 wells have been dug, 24 of them with Dutch money.")
    assert [c.count for c in found] == ["31", "24"]


def test_a_sum_told_twice_is_one_amount(told) -> None:
    found = told("Finland paid 3 million euros (about 3.3 million dollars).")
    assert [c.amount for c in found] == ["3000000"]
