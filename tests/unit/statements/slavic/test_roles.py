"""Who, where and what: by case endings and prepositions."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Японія передала Україні 12 кранів.", "Japan"),
        ("Уряд Грузії направив генератори до Сум.", "Georgia"),
        ("Обладнання передано урядом Швеції.", "Sweden"),
        ("Перевозку 5 тонн муки оплатила Франция.", "France"),
        ("Автобусы переданы Азербайджаном.", "Azerbaijan"),
    ],
)
def test_the_actor_stands_in_the_nominative_or_does_it_in_the_instrumental(told, text, actor):
    assert told(text)[0].actor == actor


def test_the_dative_receives(told):
    found = told("Японія передала Україні 12 кранів.")[0]
    assert found.counterpart == "Ukraine"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("У Бородянці відкрито новий дитячий садок.", "Borodianka"),
        ("Школу в Чернігові відремонтовано.", "Chernihiv"),
        ("В Баку построена новая больница.", "Baku"),
    ],
)
def test_a_place_in_an_oblique_case(told, text, place):
    assert told(text)[0].place == place


def test_the_source_is_no_place(told):
    assert "Georgia" not in told("Україні доставлено дев'ять генераторів із Грузії.")[0].places


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Громаді передано 17 трансформаторів.", "transformer"), ("Отремонтирована районная больница.", "hospital")],
)
def test_the_thing_acted_on(told, text, kind):
    assert told(text)[0].object == kind


def test_a_count_in_the_dative_is_to_whom(told):
    assert told("Десятьом громадам передали 34 генератори.")[0].count == "34"


def test_a_change_takes_the_value_arrived_at(told):
    assert told("Вартість робіт зросла з 5 до 7 млн гривень.")[0].amount == "7000000"
