"""The year of a bare month or day where a timetable, a postponement or an insertion tells it."""

from __future__ import annotations

import pytest

ROWS = [
    ("The deadline was moved to 1 October.", ["2025-10-01"]),
    ("The meeting has been postponed until September.", ["2025-09"]),
    ("The school, closed in March, reopens in September.", ["2025-03", "2025-09"]),
    ("The council votes on 9 December.", ["2025-12-09"]),
    ("No later than 1 September the roof must be on.", ["2025-09-01"]),
    ("The pumps, due in April, came in May.", ["2025-04", "2025-05"]),
    ("Both sides signed on 20 May; the text enters into force on 1 August.", ["2025-05-20", "2025-08-01"]),
    ("Half of the sum was paid in January, half is payable in July.", ["2025-01", "2025-07"]),
    ("The bridge has been closed since 2 June.", ["2025-06-02"]),
    ("The money arrived on 12 November.", ["2024-11-12"]),
    ("The last payment was made in July.", ["2024-07"]),
]


@pytest.mark.parametrize(("sentence", "dates"), ROWS)
def test_the_year_is_that_of_the_timetable(read, sentence: str, dates: list[str]) -> None:
    assert [f.value for f in read(sentence, published="2025-06-15") if f.kind == "date"] == dates
