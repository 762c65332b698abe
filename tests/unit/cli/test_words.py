"""Words and tables of the command line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from korpu.cli import output, words
from korpu.cli.review import edits_of
from korpu.kernel.errors import UsageError
from korpu.ledger.money import Sum
from korpu.statements.reading import Figure


def test_counts_take_the_right_form() -> None:
    assert words.counted(1, "entry", "entries") == "1 entry"
    assert words.counted(1200, "entry", "entries") == "1,200 entries"
    assert words.counted(0, "record") == "no records"


def test_numbers_are_grouped_but_never_rounded() -> None:
    assert words.grouped("12345678.10") == "12,345,678.10"
    assert words.grouped("unknown") == "unknown"


def test_a_bounded_figure_keeps_its_word() -> None:
    figure = Figure(0, 9, "over 40 m", "money", "40000000", "40000000", None, "USD", "over")
    assert words.figure_value(figure) == "over 40,000,000 USD"


def test_an_open_sum_says_which_side_is_open() -> None:
    assert words.sum_words(Sum("USD", Decimal(5), Decimal(5), Decimal(5))) == "5"
    assert words.sum_words(Sum("USD", Decimal(5), Decimal(5), None)) == "at least 5"
    assert words.sum_words(Sum("USD", Decimal(5), Decimal(4), Decimal(6))) == "5 (4 to 6)"


def test_tables_align_words_left_and_numbers_right(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(("name", "days"), [("Ірпінь", 5), ("x", 120)], right=(1,))
    assert capsys.readouterr().out == "NAME    DAYS\nІрпінь     5\nx        120\n"


def test_long_text_is_cut_at_a_word() -> None:
    assert output.shorten("one two three four", 12) == "one two…"
    assert output.shorten("one\ntwo", 12) == "one two"


def test_progress_is_silent_away_from_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(output.progress([1, 2, 3], "reading")) == [1, 2, 3]
    assert capsys.readouterr().err == ""


def test_corrections_are_pairs() -> None:
    assert edits_of(["stage=delivered", "places=Kyiv; Irpin", "when="]) == {
        "stage": "delivered",
        "places": ["Kyiv", "Irpin"],
        "when": "",
    }
    with pytest.raises(UsageError, match="KORPU-USAGE-003"):
        edits_of(["stage"])
