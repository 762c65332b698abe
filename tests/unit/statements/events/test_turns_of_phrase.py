"""The stage of events told in turns of phrase that no single verb tells."""

from __future__ import annotations

import pytest

ROWS = [
    ("Work at the site came to a standstill in autumn.", "stopped"),
    ("The ministry turned the request down.", "not_achieved"),
    ("The Netherlands have put the delivery on hold.", "stopped"),
    ("Seventeen wagons are stuck at the border.", "stopped"),
    ("The mayor has given the go-ahead for the tunnel.", "decided"),
    ("The order went to a Polish firm from Lodz.", "contracted"),
    ("The Swiss have taken back their offer of a field hospital.", "stopped"),
    ("Three lorries were turned back at Medyka.", "stopped"),
    ("The city has found a plot and drawn up a design.", "completed"),
    ("A twin for Chernihiv was found in Aschaffenburg; it found a partner there.", "completed"),
    ("In exchange Kyiv released the barges.", "completed"),
    ("A court awarded the firm 12 million dollars.", "allocated"),
    ("Timber is shipped from Brisbane once a fortnight.", "ongoing"),
    ("A fee of 12 euros a tonne has applied since 1 January.", "ongoing"),
    ("The farmers of Kherson have begun to leave.", "ongoing"),
    ("They asked Riga for blankets.", "need"),
    ("Not one rouble has been paid back to Riga.", "not_achieved"),
    ("The Ministry of Transport also put 8 million euros into the pier.", "paid"),
    ("Swedish engineers evaluated 40 schools.", "completed"),
    ("The city recruited 14 teachers.", "completed"),
    ("The Prime Minister spoke to President Duda this afternoon.", "completed"),
    ("To allocate 3 million lei to the town of Soroca for the repair of two bridges.", "decided"),
    ("Hungary, which had blocked the tranche for months, gave way on 1 February.", "stopped"),
    ("When the fuel ran out in January, the hospital lived on two generators lent by a bakery.", "completed"),
    ("Ambassador Lee hands over the keys of a fire engine in Bishkek, 6 May 2025.", "handed_over"),
    ("The actual cost would be 226,050 dollars, Neeley said.", "potential"),
]


@pytest.mark.parametrize(("sentence", "stage"), ROWS)
def test_a_turn_of_phrase_has_its_stage(told, sentence: str, stage: str) -> None:
    assert stage in [c.stage for c in told(sentence)]


def test_an_amount_at_the_head_of_a_clause_keeps_its_currency(told) -> None:
    found = told("€122 million are reserved for crises, and €108.2 million will go to training in Riga.")
    assert sorted(c.amount or "" for c in found) == ["108200000", "122000000"]


def test_of_which_tells_a_part_and_leaves_the_whole(told) -> None:
    found = told("- Budget: CHF 28 million, of which CHF 17 million spent by May 2025")
    assert {c.amount for c in found} == {"28000000", "17000000"}


def test_a_joined_verb_has_no_count_of_another_object(told) -> None:
    found = {c.stage: c.count for c in told("The Emir gave the camp 3,000 tents and promised a hospital.")}
    assert found == {"delivered": "3000", "pledged": None}


def test_a_joined_verb_shares_the_count_of_its_subject(told) -> None:
    found = told("Twelve lorries left Riga on 2 May and reached Odesa on 5 May.")
    assert [c.count for c in found] == ["12", "12"]


def test_the_total_is_not_what_it_is_compared_to(told) -> None:
    assert [c.amount for c in told("The cost totalled $33 billion, as compared to the forecast of $45 billion.")] == [
        "33000000000"
    ]


def test_lines_of_a_fact_sheet_keep_their_own_dates(told) -> None:
    found = {c.count: c.when for c in told("Summary\n\nPartners: 11\nStaff: 46\nNext report: October 2025")}
    assert found["11"] is None
