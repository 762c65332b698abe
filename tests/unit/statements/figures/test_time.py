"""Times that need the publication date or an earlier sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("This year we finished.", "2025-05", "2025"),
        ("Last year we began.", "2025-05", "2024"),
        ("Next year we shall see.", "2024-10-21", "2025"),
        ("It opened last month.", "2025-01", "2024-12"),
        ("In February of this year it opened.", "2025-05", "2025-02"),
        ("It left in April.", "2025-05", "2025-04"),
        ("Six trucks came in November.", "2025-04-04", "2024-11"),
        ("It will be shipped in April.", "2025-02-24", "2025-04"),
        ("The course begins on June 2.", "2025-04-04", "2025-06-02"),
        ("The mayors met on 19 February.", "2025-02-24", "2025-02-19"),
        ("It will take until autumn.", "2025-06", "2025-23"),
        ("It could be raised next summer.", "2024-09-27", "2025-22"),
        ("The group flew home on Monday.", "2025-08-20", "2025-08-18"),
        ("It is expected to cross on Monday.", "2025-03-15", "2025-03-17"),
        ("The keys were handed out yesterday.", "2023-05-19", "2023-05-18"),
        ("He has told us that he can finish by December.", "2024-07-02", "2024-12"),
        ("We will finish by the end of the year.", "2024-07-02", "2024"),
    ],
)
def test_relative_times_count_from_the_publication(read, text, published, value):
    (figure,) = [f for f in read(text, published) if f.kind == "date"]
    assert figure.value == value
    assert figure.inferred in ("year", "month", "day")


@pytest.mark.parametrize(
    "text", ["This year we finished.", "It opened last month.", "It left in April.", "He left on Monday."]
)
def test_without_a_publication_date_the_value_is_unknown_and_marked(read, text):
    (figure,) = read(text)
    assert figure.value is None
    assert figure.inferred


def test_a_bare_month_follows_the_dated_sentence_before_it(read):
    found = read("In February 2021 a decree was signed. In March everything was delivered.", "2025-05")
    assert [f.value for f in found] == ["2021-02", "2021-03"]
    found = read("In November 2021 a decree was signed. In March everything was delivered.")
    assert [f.value for f in found] == ["2021-11", "2022-03"]


def test_this_year_stays_unknown_beside_a_dated_sentence(read):
    found = read("In February 2021 a decree was signed. In May of this year the school opened.")
    assert [(f.text, f.value) for f in found] == [("February 2021", "2021-02"), ("May of this year", None)]


def test_early_mid_and_late_narrow_the_bounds(read):
    (figure,) = read("It opened at the end of April 2025.")
    assert (figure.low, figure.high) == ("2025-04-21", "2025-04-30")


def test_two_months_share_the_year_behind_the_second(read):
    assert [f.value for f in read("It ran between March and May 2021.")] == ["2021-03", "2021-05"]


def test_since_and_by_are_kept_as_qualifiers(read):
    assert [(f.value, f.qualifier) for f in read("Since 2021 it grows; by 2035 it doubles.") if f.kind == "date"] == [
        ("2021", "since"),
        ("2035", "by"),
    ]
