"""Figures that could go together: what holds is left alone, one slip is found, whatever words and order tell them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.statements.checks.arithmetic.addition import adds_up
from korpu.statements.checks.arithmetic.verdict import significant
from korpu.statements.document import Document
from korpu.statements.read import read

PUBLISHED = "2025-03-01"

BROKEN = [
    ("scale_slip", "en", "Bridges: 35 million euros.\nCulverts: 42 billion euros.\nTotal: 77 million euros."),
    ("currency_mismatch", "en", "Grants: 35 million euros. Loans: 42 million dollars. Both: 77 million euros."),
    ("part_exceeds_whole", "uk", "Перший транш – 35 млн євро. Другий – 24 млн євро. Разом це 77 млн євро."),
    ("ratio", "en", "Tents for 24 families, 17 beds each: that is 480 beds."),
    ("ratio", "az", "Hər birində 24 yer olan 17 avtobus, cəmi 480 yer verilib."),
    ("ratio", "ru", "Паром проходит 462 км за 14 часов со средней скоростью 53 км/ч."),
    ("part_exceeds_whole", "en", "Spending: energy 35%, housing 14%, other 24%."),
    ("scale_slip", "en", "The sum of 42 million dollars was changed at a rate of 1.7 into 71.4 billion manats."),
    ("currency_mismatch", "en", "The sum of 42 million euros was changed at a rate of 1.7 into 71.4 million zlotys."),
    ("date_order", "en", "The mission lasted 54 days, from 3 March 2024 to 17 April 2024."),
    ("date_order", "uk", "Створена у 1995 році палата у 2018 році відзначила 24-річчя."),
    ("date_order", "ru", "Корабль прибыл в порт 4 февраля 2025 года, в пятницу."),
    ("part_exceeds_whole", "uk",
     "Дали 44 млн євро. З цієї суми 25 млн євро на воду, 12 млн євро на світло, 9 млн євро на дах."),
    ("ratio", "uk", "Видатки на дороги: 234 млн злотих (56% від 360 млн злотих)."),
    ("part_exceeds_whole", "en", "3 million euros for a school and 2 million for a clinic, 6 million in total."),
    ("part_exceeds_whole", "uk", "Ми дамо 3 млн євро на школу і 2 млн євро на лікарню, разом 6 млн євро."),
    ("part_exceeds_whole", "ru", "Мы дадим 3 млн евро на школу и 2 млн евро на больницу, всего 6 млн евро."),
    ("part_exceeds_whole", "az", "Məktəbə 3 milyon avro və klinikaya 2 milyon avro, cəmi 6 milyon avro verilir."),
]  # fmt: skip

SOUND = [
    ("en", "We give 3 million euros for a school and 2 million for a clinic, 5 million in total."),
    (
        "en",
        "1 million euros for roads. 3 million euros for a school and 2 million for a clinic, 6 million in total.",
    ),
    ("uk", "Ми дамо 3 млн євро на школу і 2 млн євро на лікарню, усього 5 млн євро."),
    ("ru", "Мы дадим 3 млн евро на школу и 2 млн евро на больницу, всего 5 млн евро."),
    ("az", "Məktəbə 3 milyon avro və klinikaya 2 milyon avro, cəmi 5 milyon avro verilir."),
    ("en", "Bridges: 35 million euros.\nCulverts: 42 million euros.\nTotal: 77 million euros."),
    ("en", "We began with 41 million euros. A further 9 million brought it to 50 million euros, the last 8 to 58."),
    ("en", "Tents for 24 families, 17 beds each: that is 408 beds."),
    ("en", "Exports rose by 12 per cent to 46 million dollars, while imports stood at 73 million dollars."),
    ("en", "Norway gave 42 million euros for roads. Another 17 million euros went to schools."),
    ("en", "The town has 5-year plans of 3 May 2020 and 4 June 2024."),
    ("uk", "За два роки, 2023 і 2024, збудовано 48 шкіл."),
    ("en", "The credit bears 0.5 per cent; the bank lent 96 million euros and the state 41 million euros."),
    ("en", "The rate rose to 125 in May. The grant of 14 million euros and the loan of 46 million dollars remain."),
    ("az", "Smeta\n1. Əmək haqqı – 7 800 000 manat.\n2. Avadanlıq – 8 700 000 manat.\nCəmi – 16 500 000 manat."),
]


def grave(text: str, language: str) -> list[tuple[str, str]]:
    found = read(Document(text, language=language, published=PUBLISHED)).findings
    return [(f.check, f.message) for f in found if f.severity != "info"]


@pytest.mark.parametrize(("check", "language", "text"), BROKEN, ids=[f"{c} {la} {t[:24]}" for c, la, t in BROKEN])
def test_a_slip_is_found(check: str, language: str, text: str) -> None:
    assert check in {name for name, _ in grave(text, language)}


@pytest.mark.parametrize(("language", "text"), SOUND, ids=[f"{la} {t[:30]}" for la, t in SOUND])
def test_what_holds_is_left_alone(language: str, text: str) -> None:
    assert grave(text, language) == []


@given(st.lists(st.integers(10, 10**6), min_size=2, max_size=6))
def test_a_sum_holds_in_any_order_and_not_with_a_scale_lost(parts: list[int]) -> None:
    values = [Decimal(n) for n in (*parts, sum(parts))]
    assert adds_up(values, Decimal(0))
    assert adds_up(values[::-1], Decimal(0))
    assert not adds_up([values[0] * 1000, *values[1:]], Decimal(0))


@given(st.integers(1, 10**9), st.integers(0, 6))
def test_zeros_at_the_end_carry_nothing(number: int, power: int) -> None:
    assert significant(Decimal(number) * 10**power) == len(str(number).rstrip("0"))


@settings(max_examples=25, deadline=None)
@given(st.integers(110, 970), st.integers(110, 970))
def test_two_amounts_and_their_sum_are_never_doubted(one: int, two: int) -> None:
    text = f"Grants: {one} million euros. Loans: {two} million euros. Together: {one + two} million euros."
    assert grave(text, "en") == []
