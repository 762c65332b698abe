"""Days that no calendar has: found in every language, read as their month, and never written as a day."""

import pytest

LACKING = [
    ("Norway opened a hospital on 31 April 2024.", "2024-04"),
    ("Norway opened a hospital on 31.02.2025.", "2025-02"),
    ("Norway opened a hospital on 29 February 2025.", "2025-02"),
    ("30 лютого 2025 року Литва передала місту 10 автобусів.", "2025-02"),
    ("31 июня 2024 года Литва передала городу 10 автобусов, что было в ноябре.", "2024-06"),
    ("30 fevral 2025-ci il tarixində Azərbaycan Ukraynaya 5 generator göndərib.", "2025-02"),
]
HELD = ["29 February 2024", "28.02.2025", "31 May 2024", "20–29 February 2024", "28 лютого 2025 року", "April '31"]


@pytest.mark.parametrize(("text", "value"), LACKING)
def test_a_day_that_no_calendar_has_is_found(reading_of, text, value):
    reading, found = reading_of(text)
    assert next(f.value for f in reading.figures if f.kind == "date") == value
    assert [f.message for f in found if f.message.startswith("The calendar has no")]
    assert not [f for f in reading.figures if f.kind == "count" and f.value in (30, 31)]


@pytest.mark.parametrize("date", HELD)
def test_days_of_the_calendar_are_no_findings(findings, date):
    assert not [f for f in findings(f"The school was opened on {date}.") if "calendar" in f.message]
