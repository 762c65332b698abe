from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.kernel.errors import InputError
from korpu.kernel.values import QUALIFIERS, Money, Quantity, Ratio, Share, decimal, interval, plain

amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10**13), places=2)


@pytest.mark.parametrize(
    ("qualifier", "inside", "outside"),
    [
        (None, ["100"], ["99", "101"]),
        ("about", ["95", "105"], ["94", "106"]),
        ("reaching", ["95", "105"], ["94", "106"]),
        ("almost", ["90", "99.99"], ["89", "100"]),
        ("over", ["100.01", "125"], ["100", "126"]),
        ("at_least", ["100", "100000"], ["99"]),
        ("at_most", ["100", "-5"], ["101"]),
        ("under", ["99.99", "0"], ["100"]),
    ],
)
def test_a_qualifier_becomes_an_interval(qualifier, inside, outside):
    found = interval(Decimal(100), qualifier)
    assert all(Decimal(v) in found for v in inside)
    assert not any(Decimal(v) in found for v in outside)


def test_an_unknown_qualifier_is_refused_with_its_code():
    with pytest.raises(InputError, match="KORPU-VALUE-001"):
        interval(Decimal(1), "kind of")


def test_over_and_almost_the_same_amount_cannot_both_hold():
    assert not interval(Decimal(10), "over").overlaps(interval(Decimal(10), "almost"))
    assert interval(Decimal(10), "about").overlaps(interval(Decimal(10), "over"))
    assert interval(Decimal(10), "at_least").overlaps(interval(Decimal(50)))


@given(amounts, st.sampled_from([None, *QUALIFIERS]))
def test_every_interval_overlaps_itself_and_is_in_order(value, qualifier):
    found = interval(value, qualifier)
    assert found.overlaps(found)
    assert found.low is None or found.high is None or found.low <= found.high


@given(amounts)
def test_plain_is_read_back_without_loss_or_exponent(value):
    text = plain(value)
    assert decimal(text) == value
    assert "E" not in text


@pytest.mark.parametrize("text", ["", "NaN", "Infinity", "1,000", "ten"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(InputError, match="KORPU-VALUE-002"):
        decimal(text)


def test_values_carry_their_interval():
    assert Money(Decimal(42), "USD", "at_least").interval.high is None
    assert Quantity(Decimal(60), "stations", "almost").interval.low == 54
    assert Share(Decimal(12)).interval.low == 12
    assert Ratio(Decimal(3), "over").interval.high == Decimal("3.75")
