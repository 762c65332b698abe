"""Who gives, to whom and where, told by the endings of names."""

from __future__ import annotations

from korpu.statements.turkic.cases import case_of


def test_cases():
    assert case_of("Bakıda", "Bakı") == "locative"
    assert case_of("Ukraynaya", "Ukrayna") == "dative"
    assert case_of("Xarkovdan") == "ablative"
    assert case_of("Azərbaycanın", "Azərbaycan") == "genitive"
    assert case_of("Odessa", "Odessa") == "nominative"
    assert case_of("layihə") == "nominative"


def test_the_subject_gives_and_the_dative_receives(told):
    (found,) = told("Azərbaycan Ukraynaya 5 transformator göndərib.")
    assert (found.actor, found.counterpart, found.place) == ("Azerbaijan", "Ukraine", "Ukraine")


def test_a_passive_names_its_agent(told):
    (found,) = told("Məktəb Latviya tərəfindən Çerniqovda tikilib.")
    assert (found.actor, found.place, found.object) == ("Latvia", "Chernihiv", "school")


def test_who_pays_for_a_passive(told):
    (found,) = told("Xəstəxana Yaponiyanın dəstəyi ilə təmir olunub.")
    assert found.actor == "Japan"


def test_an_unknown_place_is_told_by_the_word_behind_it(told):
    (found,) = told("Zoryanka kəndində 12 ev bərpa edilib.")
    assert (found.place, found.count) == ("Zoryanka", "12")


def test_a_plain_noun_with_a_capital_is_no_town(told):
    (found,) = told("Limanın illik gücü 15 min tondur.")
    assert found.places == ()


def test_the_thing_given_and_not_the_place_it_goes_to(told):
    (found,) = told("Xəstəxanaya 3 generator verilib.")
    assert (found.object, found.count) == ("generator", "3")
