"""Time as stated: the examples of the published EDTF specification (Library of Congress), and what korpu adds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.kernel.edtf import format_time, is_edtf, narrower, parse
from korpu.kernel.errors import InputError

# Level 0 and 1 of https://www.loc.gov/standards/datetime/ and those of level 2 that the subset covers.
SPECIFICATION = [
    ("1985-04-12", date(1985, 4, 12), date(1985, 4, 12), "day"),
    ("1985-04", date(1985, 4, 1), date(1985, 4, 30), "month"),
    ("1985", date(1985, 1, 1), date(1985, 12, 31), "year"),
    ("1985-04-12T23:20:30", date(1985, 4, 12), date(1985, 4, 12), "day"),
    ("1985-04-12T23:20:30Z", date(1985, 4, 12), date(1985, 4, 12), "day"),
    ("1985-04-12T23:20:30-04", date(1985, 4, 12), date(1985, 4, 12), "day"),
    ("1985-04-12T23:20:30+04:30", date(1985, 4, 12), date(1985, 4, 12), "day"),
    ("1964/2008", date(1964, 1, 1), date(2008, 12, 31), "interval"),
    ("2004-06/2006-08", date(2004, 6, 1), date(2006, 8, 31), "interval"),
    ("2004-02-01/2005-02-08", date(2004, 2, 1), date(2005, 2, 8), "interval"),
    ("2004-02-01/2005-02", date(2004, 2, 1), date(2005, 2, 28), "interval"),
    ("2004-02-01/2005", date(2004, 2, 1), date(2005, 12, 31), "interval"),
    ("2005/2006-02", date(2005, 1, 1), date(2006, 2, 28), "interval"),
    ("2001-21", date(2001, 3, 1), date(2001, 5, 31), "season"),
    ("1984?", date(1984, 1, 1), date(1984, 12, 31), "year"),
    ("2004-06~", date(2004, 6, 1), date(2004, 6, 30), "month"),
    ("2004-06-11%", date(2004, 6, 11), date(2004, 6, 11), "day"),
    ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31), "century"),
    ("2004-XX", date(2004, 1, 1), date(2004, 12, 31), "year"),
    ("1985-04-XX", date(1985, 4, 1), date(1985, 4, 30), "month"),
    ("1985-XX-XX", date(1985, 1, 1), date(1985, 12, 31), "year"),
    ("1985-04-12/..", date(1985, 4, 12), None, "interval"),
    ("1985-04/..", date(1985, 4, 1), None, "interval"),
    ("1985/..", date(1985, 1, 1), None, "interval"),
    ("../1985-04-12", None, date(1985, 4, 12), "interval"),
    ("../1985", None, date(1985, 12, 31), "interval"),
    ("1985-04-12/", date(1985, 4, 12), None, "interval"),
    ("/1985", None, date(1985, 12, 31), "interval"),
    ("2001-34", date(2001, 4, 1), date(2001, 6, 30), "quarter"),
    ("2004-06~-11", date(2004, 6, 11), date(2004, 6, 11), "day"),
    ("?2004-06-~11", date(2004, 6, 11), date(2004, 6, 11), "day"),
    ("1XXX", date(1000, 1, 1), date(1999, 12, 31), "unknown"),
    ("XXXX-12-XX", None, None, "month"),
    ("1XXX-12", date(1000, 12, 1), date(1999, 12, 31), "month"),
    ("1984-1X", date(1984, 10, 1), date(1984, 12, 31), "month"),
    ("2004-06-~01/2004-06-~20", date(2004, 6, 1), date(2004, 6, 20), "interval"),
    ("2004-06-XX/2004-07-03", date(2004, 6, 1), date(2004, 7, 3), "interval"),
]


@pytest.mark.parametrize(("text", "low", "high", "precision"), SPECIFICATION)
def test_reads_the_examples_of_the_specification(text, low, high, precision):
    time = parse(text)
    assert (time.low, time.high, time.precision) == (low, high, precision)


@pytest.mark.parametrize(
    "text",
    ["", "2025-13", "2025-02-30", "25", "April 2025", "2025/2024", "2025-4", "2025-00", "2025-04-00", "/", "../..",
     "2025-21-03", "2025-04-12T25:00", "2X25", "0000", "1/2/3", "2025-04-4X", "Y17E7", "[1667,1668]", " 2025"],
)  # fmt: skip
def test_refuses_what_is_not_in_the_subset(text):
    with pytest.raises(InputError, match="KORPU-TIME-001"):
        parse(text)
    assert not is_edtf(text)


def test_qualifiers():
    assert (parse("1984?").uncertain, parse("1984?").approximate) == (True, False)
    assert (parse("1984~").uncertain, parse("1984~").approximate) == (False, True)
    assert (parse("1984%").uncertain, parse("1984%").approximate) == (True, True)


def test_an_open_end_is_not_an_unknown_one():
    assert parse("2025/..").open_end
    assert not parse("2025/").open_end
    assert parse("../2025").open_start


def test_winter_runs_into_the_next_year_and_thirds_of_months_are_kept():
    assert parse("2024-24").high == date(2025, 2, 28)
    assert (parse("2025-02-2X").low, parse("2025-02-2X").high) == (date(2025, 2, 20), date(2025, 2, 28))
    assert parse("2025-04-2X").precision == "days"


def test_comparisons():
    assert parse("2025-02").ends_before(parse("2025-03"))
    assert not parse("2025").ends_before(parse("2025-03"))
    assert parse("2025").overlaps(parse("2025-03"))
    assert not parse("2025-02").overlaps(parse("2025-03"))
    assert parse("2025/..").overlaps(parse("2031"))
    assert parse("2025").contains(parse("2025-21"))
    assert not parse("2025-03").contains(parse("2025"))
    assert not parse("2025").contains(parse("2025/.."))
    assert parse("../2026").contains(parse("2025-04"))
    assert narrower("2025", "2025-04") == "2025-04"
    assert narrower("2025-04/..", "2025") == "2025"


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("2025", "en", "2025"),
        ("2025-04", "en", "April 2025"),
        ("2025-04-16", "en", "16 April 2025"),
        ("2025-21", "en", "spring 2025"),
        ("2025-04", "uk", "квітень 2025"),
        ("2025-04-16", "uk", "16 квітня 2025"),
        ("2025-04", "az", "aprel 2025"),
        ("2025-04-16", "az", "16 aprel 2025"),
        ("2025-21", "az", "yaz 2025"),
        ("2025-04-16", "ru", "16 апреля 2025"),
        ("2025-04-2X", "en", "late April 2025"),
        ("2025-04-21/2025-04-30", "en", "late April 2025"),
        ("2025-04-01/2025-04-10", "uk", "початок квітня 2025"),
        ("2025-04-2X", "az", "aprelin sonu 2025"),
        ("202X", "en", "2020s"),
        ("202X", "uk", "2020-ті"),
        ("199X", "az", "1990-cı illər"),
        ("20XX", "en", "2000–2099"),
        ("2025/2027", "en", "2025–2027"),
        ("2025-04/2026", "en", "April 2025 – 2026"),
        ("2025-04/..", "en", "from April 2025"),
        ("2025-04/..", "uk", "з квітня 2025"),
        ("../2026", "uk", "до 2026 року"),
        ("2025-04/..", "az", "aprel 2025 tarixindən"),
        ("2025-04/", "en", "April 2025 – ?"),
        ("2025-04~", "en", "about April 2025"),
        ("2025-04?", "en", "April 2025 (?)"),
        ("2025-04~", "uk", "близько квітня 2025"),
        ("2025-34", "uk", "II квартал 2025"),
        ("2025-41", "en", "H2 2025"),
        ("2025-04", "fr", "April 2025"),
    ],
)
def test_is_written_for_the_reader(text, language, shown):
    assert format_time(text, language) == shown


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)))
def test_a_day_lies_in_its_month_and_its_month_in_its_year(day):
    exact, month, year = (parse(day.isoformat()[:n]) for n in (10, 7, 4))
    assert exact.low == exact.high == day
    assert month.contains(exact)
    assert year.contains(month)
    assert exact.narrower_than(month)
    assert month.narrower_than(year)


@given(st.from_regex(r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?", fullmatch=True))
def test_bounds_are_in_order_and_can_be_written_in_every_language(text):
    if is_edtf(text):
        time = parse(text)
        assert time.low is None or time.high is None or time.low <= time.high
        assert all(format_time(text, language) for language in ("en", "uk", "az", "ru"))
