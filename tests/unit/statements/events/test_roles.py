"""Who did what to what, and where."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Germany delivered 34 generators to Kherson.", "Germany"),
        ("The school in Irpin was rebuilt by Poland.", "Poland"),
        ("Norway has paid for the new pumps.", "Norway"),
    ],
)
def test_the_actor_is_who_acts(told, sentence: str, actor: str) -> None:
    assert told(sentence)[0].actor == actor


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The polyclinic in Irpin was reopened.", "Irpin"),
        ("A school was built in the city of Kharkiv.", "Kharkiv"),
    ],
)
def test_the_place_is_where_it_happens(told, sentence: str, place: str) -> None:
    assert told(sentence)[0].place == place


def test_the_setting_is_not_the_place(told) -> None:
    assert told("During the conference in Berlin, Poland donated a school bus.")[0].place != "Berlin"


def test_the_thing_is_what_is_acted_on(told) -> None:
    assert told("Poland rebuilt the polyclinic.")[0].object == "polyclinic"
