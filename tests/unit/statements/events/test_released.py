"""Sentences in the manner of press releases, fact sheets and resolutions: stage, amount, count and date of each."""

from __future__ import annotations

import pytest

STAGES = [
    ("The ministry commissioned a feasibility study of the bridge in January 2025.", "contracted"),
    ("The new pumping station at Azraq was commissioned in March 2025.", "opened"),
    ("The treatment plant was put into operation in October 2024.", "opened"),
    ("The border terminal has been put into service.", "opened"),
    ("Japan expressed readiness to finance the second phase of the port.", "pledged"),
    ("The youth orchestra is set to visit Graz in July 2025.", "planned"),
    ("The maternity ward remains under construction.", "under_way"),
    ("The joint commission was postponed until September 2025.", "stopped"),
    ("The sale of the shipyard fell through in 2023.", "not_achieved"),
    ("The agreement on air services is being finalised.", "ongoing"),
    ("The double taxation treaty came into force on 1 January 2025.", "decided"),
    ("The contract was awarded to a Turkish company in May 2024.", "contracted"),
    ("Ground was broken on the new school in April 2025.", "under_way"),
    ("Graz has been twinned with Pula since 1972.", "ongoing"),
    ("Fees for 60 students were waived.", "decided"),
    ("The plan for a second tunnel was shelved in 2022.", "stopped"),
    ("Construction of the terminal is on schedule.", "ongoing"),
    ("The dog unit has been put on hold.", "stopped"),
    ("The summer school had to be called off.", "stopped"),
    ("The motion was referred back to committee.", "stopped"),
    ("The loan is to be approved in May 2026 and to be paid out in June 2026.", "planned"),
    ("(a) to lease two low-floor buses to the city of Pula;", "decided"),
    ("Delivery: not before July 2025.", "planned"),
    ("Status: under construction.", "under_way"),
    ("Solar pumping station put into operation in October 2024.", "opened"),
    ("The embassy is funding 40 clinics in the north.", "ongoing"),
    ("Both hospitals have since reopened.", "opened"),
    ("They destroyed 218 anti-tank mines.", "completed"),
    ("The centre, for which Austria paid 600,000 euros, opened on 9 May 2025.", "opened"),
    ("The ambassador did not rule out a further tranche of 10 million euros.", "potential"),
    ("The two ministries signed a letter of intent, under which Finland would train 60 foresters.", "planned"),
]


@pytest.mark.parametrize(("sentence", "stage"), STAGES)
def test_an_event_of_the_sentence_has_the_stage(told, sentence: str, stage: str) -> None:
    assert stage in [c.stage for c in told(sentence)]


AMOUNTS = [
    ("The Fund has disbursed 12 million dollars to date.", [("paid", "12000000")]),
    (
        "Of the 65 million euros pledged in 2023, 40 million has been disbursed.",
        [("paid", "40000000"), ("pledged", "65000000")],
    ),
    (
        "The road cost 68.5 million euros, of which the European Union covered 40 million.",
        [("completed", "40000000"), ("paid", "68500000")],
    ),
    ("Norway granted 20 million euros, which was paid out in May 2024.", [("allocated", "20000000")]),
    ("Trade stood at 214 million euros in 2024, having risen by nine per cent.", [("stated", "214000000")]),
    ("The museum received a EUR 5 million grant from the Ministry of Culture.", [("delivered", "5000000")]),
    ("A loan worth 30 million euros was signed in Tirana in June 2024.", [("completed", "30000000")]),
    ("Budget: EUR 3 million.", [("stated", "3000000")]),
    (
        "The project is financed by the European Union with 8 million euros and by the city with 2 million euros.",
        [("ongoing", "2000000"), ("ongoing", "8000000")],
    ),
]


@pytest.mark.parametrize(("sentence", "amounts"), AMOUNTS)
def test_each_amount_is_told_once_where_it_belongs(told, sentence: str, amounts: list[tuple[str, str]]) -> None:
    assert sorted((c.stage, c.amount) for c in told(sentence) if c.amount) == amounts


COUNTS = [
    ("22 boreholes repaired, 6 under repair.", [("completed", "22"), ("under_way", "6")]),
    ("Three planned schools were cancelled for lack of land.", [("stopped", "3")]),
    ("The two sides agreed to buy and deliver 20 ambulances.", [("decided", "20")]),
    ("Beneficiaries: 4,200 families.", [("stated", "4200")]),
]


@pytest.mark.parametrize(("sentence", "counts"), COUNTS)
def test_each_number_of_things_has_its_stage(told, sentence: str, counts: list[tuple[str, str]]) -> None:
    assert sorted((c.stage, c.count) for c in told(sentence) if c.count) == counts


def test_what_is_delayed_is_not_told_as_opened(told) -> None:
    assert [c.stage for c in told("The opening of the plant has been delayed until 2026.")] == ["not_achieved"]


def test_a_number_is_dated_by_its_year_and_not_by_the_year_compared(told) -> None:
    found = told("In 2022 the hospital treated 21,640 patients, up a third on 2021.")
    assert [c.when for c in found] == ["2022"]


def test_the_items_of_a_fact_sheet_are_read_apart(told) -> None:
    found = told("Water\n– 22 boreholes repaired\n– Irbid pumping station put into operation in October 2024\n")
    assert [(c.stage, c.when) for c in found] == [("completed", None), ("opened", "2024-10")]
