"""Names found in text, shown, and placed inside one another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.reference.names import Name, Names, load_names
from korpu.reference.tables import rows


def found(text: str) -> list[tuple[str, str]]:
    return [(match.text, match.id) for match in load_names().find(text)]


def test_a_possessive_is_not_part_of_the_name():
    assert found("Poland's help and Moldova’s thanks") == [("Poland", "poland"), ("Moldova", "moldova")]


def test_the_longest_name_wins():
    assert found("South Korea and the Kharkiv region") == [
        ("South Korea", "south-korea"),
        ("Kharkiv region", "kharkiv-region"),
    ]
    assert found("the Ministry of Health of Ukraine") == [
        ("Ministry of Health of Ukraine", "ministry-of-health-ukraine")
    ]


def test_demonyms_are_adjectives():
    (match,) = load_names().find("a Lithuanian delegation")
    assert (match.id, match.adjective) == ("lithuania", True)


@pytest.mark.parametrize(
    ("text", "name_id"),
    [
        ("в Ірпені", "irpin"),
        ("до Ірпеня", "irpin"),
        ("у Харкові", "kharkiv"),
        ("з Києва", "kyiv"),
        ("Чернігівщину", "chernihiv-region"),
        ("у Черкаській області", "cherkasy-region"),
        ("Великої Британії", "united-kingdom"),
        ("на Чорному морі", "black-sea"),
        ("Кам’янцю-Подільському", "kamianets-podilskyi"),
        ("українських", "ukraine"),
        ("Bakıda", "baku"),
        ("Ukraynanın", "ukraine"),
        ("Polşaya", "poland"),
        ("в Польше", "poland"),
        ("с Азербайджаном", "azerbaijan"),
        ("в Чёрном море", "black-sea"),
    ],
)
def test_oblique_cases(text, name_id):
    assert next((match.id for match in load_names().find(text)), None) == name_id


def test_capitals_tell_a_name_from_a_word():
    assert found("the turkey and the polish of the china") == []


@pytest.mark.parametrize(
    "text", ["5 million US dollars", "млн доларів США", "40 Canadian dollars", "Azerbaijani manats"]
)
def test_a_currency_is_not_a_country(text):
    assert found(text) == []


def test_a_comma_or_a_paragraph_ends_a_name():
    assert found("to the Black\n\nSea") == []
    assert found("New, York") == []
    assert found("in New\nYork") == [("New\nYork", "new-york")]


def test_inside_goes_from_near_to_far():
    inside = load_names().inside("irpin")
    assert inside[:2] == ("kyiv-region", "ukraine")
    assert "europe" in inside


def test_shown_in_a_language():
    names = load_names()
    assert [names.name("odesa", lang) for lang in ("en", "uk", "az", "ru")] == ["Odesa", "Одеса", "Odessa", "Одесса"]
    assert names.name("nowhere") == "nowhere"


def test_id_of_a_whole_name_only():
    names = load_names()
    assert names.id_of("the European Union") == "european-union"
    assert names.id_of("U.S.") == "united-states"
    assert names.id_of("school in Odesa") is None
    assert names.id_of("Ukrainian") is None


def test_a_world_for_linking():
    names = load_names()
    assert names.same("Bakı", "Баку")
    assert names.same("Somebody", "somebody")
    assert names.within("Bucha", "Ukraine")
    assert not names.within("Ukraine", "Bucha")
    assert [names.wide(place) for place in ("Ukraine", "Black Sea", "Kyiv region", "Lviv")] == [
        True,
        True,
        False,
        False,
    ]


def test_names_of_a_ledger_come_first():
    own = Names([]).merged([Name("acme", "company", {"en": ("Acme Baku",)})])
    assert [match.id for match in own.find("Acme Baku")] == ["acme"]
    assert [match.id for match in load_names().merged(list(own)).find("Acme Baku in Baku")] == ["acme", "baku"]


def test_tables_hold_together():
    tables = [rows(table) for table in ("countries", "places", "organisations", "offices")]
    every = [row for table in tables for row in table]
    ids = [row["id"] for row in every]
    assert len(ids) == len(set(ids))
    assert all(row["source"] and row["en"] for row in every)
    assert {parent for row in every for parent in row["parents"].split(";") if parent} <= set(ids)


@pytest.mark.parametrize("language", ["en", "uk", "az", "ru"])
def test_every_first_form_is_found_whole(language):
    names = load_names()
    first = [name.forms[language][0] for name in names if language in name.forms]
    missed = [form for form in first if "," not in form and all(m.text != form for m in names.find(form))]
    assert missed == []


@given(st.text(max_size=200))
def test_ranges_are_ordered_and_say_their_text(text):
    matches = load_names().find(text)
    assert all(text[match.start : match.end] == match.text for match in matches)
    assert all(one.end <= two.start for one, two in pairwise(matches))
