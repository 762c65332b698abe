from __future__ import annotations

import pytest

from korpu.drawing import wording


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "1,234,567.5"), ("uk", "1 234 567,5"), ("az", "1.234.567,5")]
)
def test_numbers_follow_the_language(language, expected):
    assert plain(wording.number("1234567.5", language)) == expected


def test_exact_money_shows_every_digit():
    assert plain(wording.money({"amount": "1000000", "currency": "USD"})) == "1,000,000 USD"


@pytest.mark.parametrize(
    ("language", "qualifier", "expected"),
    [
        ("en", "over", "over 40 million USD"),
        ("uk", "over", "понад 40 мільйонів USD"),
        ("uk", "about", "приблизно 40 мільйонів USD"),
        ("az", "over", "40 milyondan çox USD"),
        ("az", "about", "təxminən 40 milyon USD"),
        ("uk", "at_least", "щонайменше 40 мільйонів USD"),
    ],
)
def test_a_bound_is_a_word(language, qualifier, expected):
    value = {"amount": "40000000", "currency": "USD", "qualifier": qualifier}
    assert plain(wording.money(value, language)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("270", "270-dən çox"), ("60", "60-dan çox"), ("3", "3-dən çox"), ("9", "9-dan çox"), ("1000", "1.000-dən çox"),
     ("40", "40-dan çox"), ("25", "25-dən çox"), ("1000000000", "1 milyarddan çox")],
)  # fmt: skip
def test_azerbaijani_endings_follow_the_spoken_number(number, expected):
    assert wording.bounded(number, "over", "az") == expected


def test_a_number_that_rounding_would_change_keeps_its_digits():
    assert wording.short("41234567") == "41,234,567"
    assert wording.short("7600000") == "7.6 million"


def test_a_range_without_a_value_shows_both_ends():
    assert plain(wording.count({"count": None, "low": "2", "high": "3", "unit": "groups"})) == "2–3 groups"
