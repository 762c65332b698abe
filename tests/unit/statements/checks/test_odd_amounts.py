"""Amounts that cannot be meant as they are written are said, and never booked as they stand."""

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read

GIVEN = [
    "Norway allocated -5 million euros to Kharkiv in 2024.",
    "Норвегія виділила мінус 5 млн євро на лікарню в Харкові.",
    "Norveç Xarkova mənfi 5 milyon avro ayırıb.",
]
HELD = [
    "Norway allocated 5 million euros to Kharkiv in 2024.",
    "The balance of trade was minus 5 million euros in 2024.",
    "Norway allocated 3-5 million euros to Kharkiv in 2024.",
    "The account is 12345678901234567890.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_nothing_below_zero_is_promised_or_paid(text):
    reading = read(Document(text))
    assert [f.severity for f in reading.findings if f.check == "odd_amount"] == ["warning"]
    assert [f.value for f in reading.figures if f.kind == "money"] == ["-5000000"]
    assert all(c.amount is None for c in reading.candidates)


@pytest.mark.parametrize("text", HELD)
def test_amounts_that_may_be_so_are_no_findings(text):
    assert not [f for f in read(Document(text)).findings if f.check == "odd_amount"]


def test_a_number_of_too_many_digits_is_said_and_not_read():
    text = "Norway gave 123456789012345678901234567890123456789 euros to Kyiv."
    reading = read(Document(text))
    (finding,) = [f for f in reading.findings if f.check == "odd_amount"]
    assert finding.severity == "warning"
    assert "39 digits" in finding.message
    assert text[slice(*finding.ranges[0])].isdigit()
    assert not reading.figures


def test_a_dash_that_may_be_a_minus_is_worth_knowing():
    (finding,) = [f for f in read(Document("In 2024 Norway -5 million euros.")).findings if f.check == "odd_amount"]
    assert finding.severity == "info"
