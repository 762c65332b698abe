"""Times in running text, and the time that a question asks about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.briefs.question import language_for
from korpu.briefs.times import az_year, when_phrase
from korpu.briefs.voice import plural
from korpu.briefs.window import window_of


@pytest.mark.parametrize(
    ("edtf", "en", "uk", "az"),
    [
        ("2025", "in 2025", "у 2025 році", "2025-ci ildə"),
        ("2025-04", "in April 2025", "у квітні 2025 року", "2025-ci ilin aprelində"),
        ("2025-04-16", "on 16 April 2025", "16 квітня 2025 року", "16 aprel 2025-ci il tarixində"),
        ("2025-21", "in spring 2025", "навесні 2025 року", "2025-ci ilin yazında"),
        ("2025-04-2X", "at the end of April 2025", "наприкінці квітня 2025 року", "2025-ci ilin aprel ayının sonunda"),
        ("2023/..", "from 2023", "з 2023 року", "2023-cü ildən"),
        ("../2022-02", "until February 2022", "до лютого 2022", "2022-ci ilin fevral ayınadək"),
        ("2022/2024", "from 2022 to 2024", "у 2022–2024 роках", "2022–2024-cü illərdə"),
        ("~2025", "around 2025", "приблизно у 2025 році", "təxminən 2025-ci ildə"),
        (None, "", "", ""),
        ("no time", "", "", ""),
    ],
)
def test_times_fit_into_a_sentence(edtf: str | None, en: str, uk: str, az: str) -> None:
    assert [when_phrase(edtf, language) for language in ("en", "uk", "az")] == [en, uk, az]


@given(st.integers(1000, 9999))
def test_an_azerbaijani_year_ends_by_vowel_harmony(year: int) -> None:
    assert az_year(str(year))[5:] in {"ci", "cı", "cu", "cü"}


@given(st.integers(0, 10**6))
def test_ukrainian_plural_agrees_with_the_rule_of_cldr(number: int) -> None:
    from babel import Locale

    form = Locale.parse("uk").plural_form(number)
    assert plural(number, "uk") == form


@pytest.mark.parametrize(
    ("question", "language", "window"),
    [
        ("What has been delivered since 2025?", "en", "2025-01-01/.."),
        ("What changed between 2024 and 2025?", "en", "2024-01-01/2025-12-31"),
        ("What was paid before 2024?", "en", "../2023-12-31"),
        ("What was done after 2024?", "en", "2025-01-01/.."),
        ("What was done last year?", "en", "2025-01-01/2025-12-31"),
        ("What was done in April 2025?", "en", "2025-04-01/2025-04-30"),
        ("Що доставлено з 2025 року?", "uk", "2025-01-01/.."),
        ("Що зроблено торік?", "uk", "2025-01-01/2025-12-31"),
        ("2025-ci ildən nə çatdırılıb?", "az", "2025-01-01/.."),
        ("2025-ci ilə qədər nə edilib?", "az", "../2025-12-31"),
        ("What was decided at COP29?", "en", None),
    ],
)
def test_the_time_asked_about(question: str, language: str, window: str | None) -> None:
    found = window_of(question, language, date(2026, 6, 1))
    assert (found and found.as_edtf()) == window


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is there a port in Kisumu?", "en"), ("What is planned in Miami?", "en"), ("Mombasada port varmı?", "az"),
        ("Bu layihə bitibmi?", "az"), ("Що зроблено в Кісуму?", "uk"),
    ],
)  # fmt: skip
def test_a_question_is_answered_in_its_own_language(question: str, language: str) -> None:
    assert language_for(question) == language
