"""Which amount belongs to which event."""

from __future__ import annotations

import pytest

ROWS = [
    ("The ministry will pay out the second instalment of EUR 12 million in June 2026.", "planned", "12000000"),
    ("Sweden has pledged SEK 300 million for the new waterworks.", "pledged", "300000000"),
    ("The Senate approved a grant of 4 million euros.", "decided", "4000000"),
    ("We are considering a loan of 50 million dollars.", "potential", "50000000"),
    ("The fund has so far spent 18 million euros.", "paid", "18000000"),
    ("The cathedral roof cost 2.3 million francs.", "paid", "2300000"),
    ("Trade between the two countries reached 1.4 billion dollars in 2024.", "stated", "1400000000"),
    ("Turnover grew to 380 million euros.", "stated", "380000000"),
    ("The council decided to allocate 600,000 euros to the orchestra.", "decided", "600000"),
    ("Japan provided 25 million dollars in humanitarian aid.", "delivered", "25000000"),
    ("The museum received a grant of 90,000 pounds.", "delivered", "90000"),
    ("The government has earmarked 7 million zlotys for the archive.", "allocated", "7000000"),
    ("The tunnel will cost 900 million lei.", "planned", "900000000"),
    ("France gave 3 million euros, Belgium 1 million.", "delivered", "3000000"),
    ("France gave 3 million euros, Belgium 1 million.", "delivered", "1000000"),
    ("The state will contribute 40 million and the city 10 million kronor.", "planned", "10000000"),
    (
        "The minister announced that his government would allocate 40 million euros for the port in 2026.",
        "planned",
        "40000000",
    ),
    (
        "Of the 36 million euros pledged at the Berlin conference, 21 million euros has been paid out.",
        "paid",
        "21000000",
    ),
    ("A loan of 75 million dollars, signed in February, is to pay for 30 electric buses.", "planned", "75000000"),
    ("The ministry put the damage at 3.4 billion dollars.", "stated", "3400000000"),
    ("Damage to the grid is estimated at 3.4 billion dollars.", "stated", "3400000000"),
    (
        "Two more trains are to be delivered by the end of 2026 under a contract worth 19 million francs.",
        "planned",
        "19000000",
    ),
    ("The programme, launched in 2018 with 20 million euros from the EU, ends in December 2025.", "opened", "20000000"),
    ("The city of Graz gave its twin town 40,000 euros and two fire engines.", "delivered", "40000"),
    ("The work was carried out by a Portuguese contractor and cost 1.1 million euros.", "paid", "1100000"),
    ("The envoy recalled that Oslo had provided 2 billion kroner in grants since 2022.", "delivered", "2000000000"),
    ("Norway is the largest donor, with 1.3 billion kroner since 2022.", "ongoing", "1300000000"),
    ("Canada's contribution amounts to 55 million dollars.", "stated", "55000000"),
    ("Canada's contribution of 55 million dollars was paid in full.", "paid", "55000000"),
    ("The rest of the money, some 4 million euros, lies in a blocked account.", "ongoing", "4000000"),
    ("The company had bid 61 million euros, 12 million more than its rival.", "pledged", "61000000"),
    ("The sum of 2.2 million crowns was raised by parishes in Moravia.", "completed", "2200000"),
    ("Germany is to lend Ghana 85 million euros.", "planned", "85000000"),
    ("The cost has risen from 7 to 11 million euros.", "stated", "11000000"),
    (
        "The first tranche of USD 50 million was disbursed in July 2024, and a second depends on reforms.",
        "paid",
        "50000000",
    ),
    ("The ministry has ordered 12 buses from a plant in Poland for 3.4 million euros.", "contracted", "3400000"),
    ("The Dutch government has made 15 million euros available for the programme.", "completed", "15000000"),
    (
        "The president signed decree No 44 on 3 February 2025, which allocates 9 million manats to the museum.",
        "allocated",
        "9000000",
    ),
    ("The insurers paid 12.5 million dollars for the damage.", "paid", "12500000"),
    ("Madrid lent Rabat 100 million euros for the plant.", "paid", "100000000"),
    ("What remains is the roof, for which 700,000 euros are missing.", "need", "700000"),
    ("The bank's loan of 90 million euros runs until 2038.", "ongoing", "90000000"),
    ("The generator cost us 40,000 dollars and a lot of nerves.", "paid", "40000"),
    ("The grant was raised from 2 to 3 million euros.", "completed", "3000000"),
    ("He handed over a cheque for 25,000 euros.", "handed_over", "25000"),
]


@pytest.mark.parametrize(("sentence", "stage", "amount"), ROWS)
def test_an_event_of_the_sentence_has_the_amount(told, sentence: str, stage: str, amount: str) -> None:
    assert (stage, amount) in [(c.stage, c.amount) for c in told(sentence)]
