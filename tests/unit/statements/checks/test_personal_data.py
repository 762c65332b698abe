"""Lists of people with their ages are warned of when a statement comes in."""

from __future__ import annotations

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read


def found(text: str) -> list[str]:
    return [f.message for f in read(Document(text, published="2025-05")).findings if f.check == "personal_data"]


@pytest.mark.parametrize(
    "text",
    [
        "The group:\n1. Anna Koval, aged 9\n2. Petro Bondar, 11 years old\n3. Ivan Lys, 8 years\n",
        "Список групи:\n1. Коваль Анна Іванівна, 2014 р. н.\n2. Бондар Петро Ілліч, 2012 р.н.\n3. Лис Іван – 9 років\n",
        "Список:\nКоваль Анна Ивановна, 05.03.2014\nБондарь Пётр Ильич, 11.10.2012\nЛис Иван Петрович, 01.02.2015\n",
        "Uşaqlar: Əliyev Rauf Samir oğlu, 12 yaş; Quliyeva Leyla Anar qızı, 9 yaş; Həsənov Emin, 10 yaşında.",
        "Name\tAge\nAnna Koval\t9\nPetro Bondar\t11\nIvan Lys\t8\n",
    ],
)
def test_three_people_with_their_ages_are_a_list(text: str) -> None:
    assert found(text) == ["3 people stand here by name with their age or birth; count them and leave the names out."]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Koval, aged 9, thanked the ambassador. Minister Petro Bondar spoke for 11 minutes.",
        "Deliveries:\nBila Tserkva – 12\nNova Kakhovka – 9\nKryvyi Rih – 30\n",
        "Kharkiv Region, 12 transformers; Sumy Region, 5 generators; Odesa Region, 3 years of repair works.",
        "По 12 років діють угоди: Київ Баку, 2014 року; Одеса Баку, 2015 року; Львів Баку, 2016 року.",
    ],
)
def test_what_is_no_list_of_people_is_left_alone(text: str) -> None:
    assert found(text) == []
