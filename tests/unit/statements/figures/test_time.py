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
        ("Riga, 20 May – The government will send boats.", "2025-05-23", "2025-05-20"),
        ("LISBON, May 20 (Wire) - The country will send boats.", "2025-05-23", "2025-05-20"),
        ("This week's talks went well.", "2025-05-23", "2025-05-19/2025-05-25"),
        ("They delivered buses (May) as promised.", "2025-07-01", "2025-05"),
        ("He said on Wednesday that boats would be given.", "2024-11-14", "2024-11-13"),
        ("It was agreed to raise the quota as from 1 January.", "2024-11-14", "2025-01-01"),
        ("An auction held last week drew bids.", "2025-09-30", "2025-09-22/2025-09-28"),
        ("Next week they will meet.", "2024-12-27", "2024-12-30/2025-01-05"),
        ("They met last weekend.", "2025-05-23", "2025-05-17/2025-05-18"),
        ("A quartet spent the past week with us.", "2024-03-21", "2024-03-14/2024-03-20"),
        ("They joined us last Tuesday.", "2024-11-04", "2024-10-29"),
        ("It should arrive by the middle of the month.", "2024-11-04", "2024-11"),
        ("It is to be finished by end June.", "2025-05-23", "2025-06"),
        ("A youth orchestra is set to visit the town in July.", "2025-05-23", "2025-07"),
        ("The first holder should be named in May.", "2024-03-21", "2024-05"),
        ("It should have been named in May.", "2024-03-21", "2023-05"),
        ("Money is still needed to keep clinics open beyond September.", "2025-02", "2025-09"),
        ("It left the town on 28 October and should be with us soon.", "2024-11-04", "2024-10-28"),
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


def test_a_day_of_recent_news_does_not_follow_an_older_year(read):
    found = read("They started in May 2023. The machine left the port on 28 October.", "2024-11-04")
    assert [f.value for f in found] == ["2023-05", "2024-10-28"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2022 they treated more, up 31 per cent on the year before.", ["2022", "2021"]),
        ("It began in 2021. The following year it doubled.", ["2021", "2022"]),
        ("It rose on the year before.", []),
    ],
)
def test_the_year_before_counts_from_the_year_just_stated(read, text, values):
    assert [f.value for f in read(text, "2025-05") if f.kind == "date"] == values


def test_both_weekdays_of_a_stretch_are_read(read):
    found = read("They will be there from Monday to Wednesday.", "2024-11-14")
    assert [f.value for f in found] == ["2024-11-18", "2024-11-20"]


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
