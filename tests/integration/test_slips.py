"""A hundred slips in consistent statements of four languages: most are found, and clean statements are left alone."""

from __future__ import annotations

from collections import Counter

from benchmarks._slips.cases import KINDS, cases
from benchmarks.slips import score

HUNDRED = 100


def test_nine_in_ten_checkable_slips_are_found_and_clean_statements_are_left_alone() -> None:
    found = score(HUNDRED, seed=7)
    assert found.checkable.total() >= 60
    assert found.recall >= 0.9
    assert found.false <= 0.02


def test_cases_are_told_anew_from_their_seed_in_every_language_and_kind() -> None:
    made = list(cases(400))
    assert made == list(cases(400))
    assert {case.language for case in made} == {"en", "uk", "az", "ru"}
    assert Counter(case.kind for case in made) == dict.fromkeys(KINDS, 100)
    assert all(case.text != case.slipped for case in made)
    assert len({case.text for case in made}) > 390


def test_the_generator_knows_nothing_of_the_checks() -> None:
    from pathlib import Path

    import benchmarks._slips

    sources = Path(benchmarks._slips.__file__).parent.glob("*.py")
    assert all("korpu" not in line for path in sources for line in path.read_text().splitlines() if "import" in line)
