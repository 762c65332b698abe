"""How agencies and press offices write: sources at the end, participles within, decrees in passing, lists of goods."""

from __future__ import annotations

import pytest


def told_of(told, text):
    return [(c.stage, c.amount, c.count, c.when) for c in told(text)]


@pytest.mark.parametrize(
    ("text", "stage", "count"),
    [
        ("Since May the region has received 640 tonnes of cable from nine countries.", "delivered", "640"),
        ("The ministry handed over 12 km of pipe, 40 pumps, flow regulators, and valves.", "handed_over", "12"),
        ("The agency has handed over three remotely operated dredging machines to the port.", "handed_over", "3"),
        ("Eleven lifts, intended for two clinics, will be sent from the plant in Brno.", "planned", "11"),
        ("The equipment delivered includes boilers, pumps and 30 tents for Armenian villages.", "ongoing", "30"),
        ("The first ferry carrying 40 lorries under the new programme arrived in Poti.", "delivered", None),
    ],
)
def test_what_an_event_is_about(told, text, stage, count):
    assert any(c.stage == stage and c.count in ({count} if count else {None, "40"}) for c in told(text))


def test_the_finite_verb_after_a_participle_within_a_report(told):
    text = "It was noted that the total amount of aid provided by Norway to Moldova has exceeded 40 million euros."
    assert ("40000000", "EUR") in [(c.amount, c.currency) for c in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "In accordance with the Decree of the President of 17 July 2024, the second part of the aid was sent.",
        "Under an agreement signed by the two ministers on 3 March 2024, forty lamps have been delivered.",
    ],
)
def test_the_date_of_a_decree_is_not_that_of_the_shipment(told, text):
    assert all(c.when is None for c in told(text) if c.stage in ("shipped", "delivered"))


def test_the_date_of_another_part_of_the_sentence_stays_there(told):
    found = told("Riga has transferred part of the grain, and the rest will be shipped in January 2026.")
    assert ("planned", "2026-01") in [(c.stage, c.when) for c in found]
    assert all(c.when is None for c in found if c.stage in ("paid", "completed", "delivered"))


def test_an_announcement_has_the_day_it_was_made(told):
    (first, *_) = told("On 2 September 2025, the bank announced 8 million euros to heat schools this winter.")
    assert (first.amount, first.when) == ("8000000", "2025-09-02")


@pytest.mark.parametrize(
    "text",
    [
        "The relevant statement was made by the ambassador in an interview with the agency.",
        "Dear Mr Governor, dear friends,",
        "We have learned to be patient.",
    ],
)
def test_what_is_only_said_is_no_event(told, text):
    assert told_of(told, text) == []


def test_a_source_at_the_end_dates_nothing(told):
    found = told("Tartu handed over 14 buses to Lutsk, the mayor said on 3 September 2025.")
    assert [(c.stage, c.count, c.when) for c in found] == [("handed_over", "14", None)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Deputy Mayor Anna Kalna handed over six buses to the hospital.", "Deputy Mayor Anna Kalna"),
        ("The city council has allocated 2 million euros for the bridge.", "city council"),
        ("Four wards were equipped by the Lindgren Foundation.", "Lindgren Foundation"),
    ],
)
def test_who_acts(told, text, actor):
    assert actor in [c.actor for c in told(text)]


def test_an_office_does_not_place_an_event(told):
    (first, *_) = told("The Foreign Minister of Germany opened a school in Lutsk on 4 May 2025.")
    assert first.place == "Lutsk"


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("The bank will build a clinic, provide equipment and train its staff.", {"planned"}),
        ("The vehicles will be handed over by the port and sent to Lviv.", {"planned"}),
        ("The first voyage is set for 9 July 2026.", {"planned"}),
        ("The council voted to allocate another 3 million euros for shelters.", {"decided", "allocated"}),
    ],
)
def test_what_is_meant_to_come(told, text, stages):
    found = told(text)
    assert found
    assert {c.stage for c in found} <= stages
