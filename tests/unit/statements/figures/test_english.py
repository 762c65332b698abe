"""Surfaces in English with what they must become: (sentence, span, kind, value, unit)."""

import pytest

MONEY = [
    ("It cost 42 million US dollars in all.", "42 million US dollars", "42000000", "USD"),
    ("Aid of US$ 3.5m came.", "US$ 3.5m", "3500000", "USD"),
    ("Aid of $3.5 million came.", "$3.5 million", "3500000", "USD"),
    ("They gave EUR 12 million.", "EUR 12 million", "12000000", "EUR"),
    ("They gave €12m.", "€12m", "12000000", "EUR"),
    ("They gave 1.5 EUR million.", "1.5 EUR million", "1500000", "EUR"),
    ("They gave EUR500,000 to it.", "EUR500,000", "500000", "EUR"),
    ("They gave 457.000 EUR.", "457.000 EUR", "457000", "EUR"),
    ("They gave CZK 865 775 000 for it.", "CZK 865 775 000", "865775000", "CZK"),
    ("It was $9.025 billion.", "$9.025 billion", "9025000000", "USD"),
    ("The 100-million-dollar fund opened.", "100-million-dollar", "100000000", "USD"),
    ("A 4.1-million-lari contract was signed.", "4.1-million-lari", "4100000", "GEL"),
    ("He paid two hundred and fifty thousand euros.", "two hundred and fifty thousand euros", "250000", "EUR"),
    ("He paid one and a half million dollars.", "one and a half million dollars", "1500000", "USD"),
    ("He paid half a million dollars.", "half a million dollars", "500000", "USD"),
    ("Exports of over 830 million hryvnias went out.", "830 million hryvnias", "830000000", "UAH"),
    ("They spent 1.6 billion Danish kroner.", "1.6 billion Danish kroner", "1600000000", "DKK"),
    ("They spent 25 million Sri Lankan rupees.", "25 million Sri Lankan rupees", "25000000", "LKR"),
    ("They spent 280 mil. NOK on it.", "280 mil. NOK", "280000000", "NOK"),
    ("They spent CA$50 million.", "CA$50 million", "50000000", "CAD"),
    ("They sent 31 thousand dollars.", "31 thousand dollars", "31000", "USD"),
    ("Tunis received TND 96 million.", "TND 96 million", "96000000", "TND"),
    ("They raised NIS 40 million.", "NIS 40 million", "40000000", "ILS"),
    ("Malawi paid 900 million kwacha.", "900 million kwacha", "900000000", "MWK"),
    ("Zambia paid 900 million kwacha.", "900 million kwacha", "900000000", "ZMW"),
    ("Romania allotted 18 million lei.", "18 million lei", "18000000", "RON"),
    ("Moldova allotted 18 million lei.", "18 million lei", "18000000", "MDL"),
    ("Denmark gave 12 million kr.", "12 million kr", "12000000", "DKK"),
    ("Uzbekistan gave 12 billion som.", "12 billion som", "12000000000", "UZS"),
    ("Pakistan spent Rs450 crore.", "Rs450 crore", "4500000000", "PKR"),
    ("Pakistan spent Rs. 3.5 billion on it.", "Rs. 3.5 billion", "3500000000", "PKR"),
    ("India sanctioned Rs 2 crore.", "Rs 2 crore", "20000000", "INR"),
    ("Norway gave kr 12 million.", "kr 12 million", "12000000", "NOK"),
    ("Total cost: 14.5 million (EUR)", "14.5 million", "14500000", "EUR"),
    ("The bank in Jordan lent 3 million dollars.", "3 million dollars", "3000000", "USD"),
]

NUMBERS = [
    ("We hosted 270 Ukrainian children.", "270", "count", "270", "children"),
    ("Ahead are four even bigger infrastructure projects.", "four", "count", "4", "projects"),
    ("It has almost 60 gas stations.", "60", "count", "60", "stations"),
    ("About 17,000 Azerbaijanis live there.", "17,000", "count", "17000", "azerbaijanis"),
    ("A dozen schools opened.", "A dozen", "count", "12", "schools"),
    ("It held for 10 years.", "10", "count", "10", "years"),
    ("The 30-year-long conflict ended.", "30", "count", "30", "years"),
    ("A nine-storey house stands there.", "nine", "count", "9", "storeys"),
    ("Forty-six radiologists went.", "Forty-six", "count", "46", "radiologists"),
    ("We sent two 25 MVA transformers.", "two", "count", "2", "transformers"),
    ("It is repaid in 40 half-yearly instalments.", "40", "count", "40", "instalments"),
    ("It holds a 25-per-cent stake.", "25-per-cent", "percent", "25", "percent"),
    ("They exported 1.9 million head of cattle worth a lot.", "1.9 million", "count", "1900000", "head"),
    ("The 3,000th visitor came.", "3,000th", "ordinal", "3000", None),
    ("Output was 3.4 m tonnes.", "3.4 m tonnes", "measure", "3400000", "t"),
    ("Schools rebuilt: 14", "14", "count", "14", "schools"),
    ("Local partner organisations: 9", "9", "count", "9", "organisations"),
    ("It weighs 96 tonnes.", "96 tonnes", "measure", "96", "t"),
    ("The 400-kilovolt link is late.", "400-kilovolt", "measure", "400", "kV"),
    ("It laid 12.5 km of pipe.", "12.5 km", "measure", "12.5", "km"),
    ("It needs 4,000 m² of glass.", "4,000 m²", "measure", "4000", "m2"),
    ("It sold 50 million cubic metres.", "50 million cubic metres", "measure", "50000000", "m3"),
    ("We need a 110/10 kV transformer.", "110/10 kV", "measure", "110", "kV"),
    ("Prices fell by 12 per cent.", "12 per cent", "percent", "12", "percent"),
    ("In our poll 61% agreed.", "61%", "percent", "61", "percent"),
    ("It is three times higher than before.", "three times", "ratio", "3", "ratio"),
    ("It grew threefold.", "threefold", "ratio", "3", "ratio"),
    ("We want to double the figures.", "double", "ratio", "2", "ratio"),
    ("It cost nearly twice what was reckoned.", "twice", "ratio", "2", "ratio"),
    ("It was only half of what they hoped.", "half", "ratio", "0.5", "ratio"),
    ("The second project is a school.", "second", "ordinal", "2", None),
    ("They hosted the 29th Conference of the Parties.", "29th", "ordinal", "29", None),
]

DATES = [
    ("In FY2024/25 it lent more.", "FY2024/25", "2024/2025"),
    ("In FY 2023 it lent more.", "FY 2023", "2023"),
    ("It opened in the spring of 2025.", "spring of 2025", "2025-21"),
    ("It opened at the end of April 2025.", "end of April 2025", "2025-04"),
    ("It opened on March 15, 2025.", "March 15, 2025", "2025-03-15"),
    ("It ran on 15-17 March 2025.", "15-17 March 2025", "2025-03-15/2025-03-17"),
    ("The plan for 2025-2027 is ready.", "2025-2027", "2025/2027"),
    ("It fell during the 2023/24 season.", "2023/24 season", "2023/2024"),
    ("Twenty houses stood before the winter of 2023-24.", "winter of 2023-24", "2023-24"),
    ("It grew in the first half of 2025.", "first half of 2025", "2025-01/2025-06"),
    ("It grew in Q3 2024.", "Q3 2024", "2024-07/2024-09"),
    ("It grew in the first nine months of 2024.", "first nine months of 2024", "2024-01/2024-09"),
    ("It stopped in mid-2024.", "mid-2024", "2024"),
    ("It stood in the 1990s.", "1990s", "199X"),
    ("It came on 2025-03-15.", "2025-03-15", "2025-03-15"),
    ("It came on 11.05.2024.", "11.05.2024", "2024-05-11"),
    ("The 3rd of May 2024 was hot.", "3rd of May 2024", "2024-05-03"),
]

NOTHING = [
    "It is one of the largest.",
    "Article 6 of the Paris Agreement and Resolution No 812 apply.",
    "From day one it was our number one priority.",
    "COP29, the G7, F-16 jets, T-72 tanks and Covid-19 were discussed.",
    "First, we listen. Second, we act.",
    "First and foremost, we thank you.",
    "The First Lady spoke for the first time.",
    "Both countries agreed on a two-way road.",
    "The bus leaves at 10:30 and runs 24/7.",
    "See page 12 and https://example.org/2025/03/14.html for more.",
    "He met them twice a week, and half an hour was enough.",
    "May I say that we march on?",
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), MONEY)
def test_money(read, text, span, value, unit):
    found = [f for f in read(text) if f.kind == "money"]
    assert [(f.text, f.value, f.unit) for f in found] == [(span, value, unit)]


@pytest.mark.parametrize(("text", "expected"), [(text, tuple(rest)) for text, *rest in NUMBERS])
def test_numbers(read, text, expected):
    assert expected in [(f.text, f.kind, f.value, f.unit) for f in read(text)]


@pytest.mark.parametrize(("text", "span", "value"), DATES)
def test_dates(read, text, span, value):
    assert [(f.text, f.value) for f in read(text) if f.kind == "date"] == [(span, value)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_figure(read, text):
    assert [f.text for f in read(text)] == []


def test_a_range_is_two_figures_that_share_unit_and_scale(read):
    assert [(f.text, f.value, f.unit) for f in read("The number of groups rose from two to three.")] == [
        ("two", "2", "groups"),
        ("three", "3", "groups"),
    ]
    assert [(f.value, f.unit) for f in read("It costs between 10 and 15 million euros.")] == [
        ("10000000", "EUR"),
        ("15000000", "EUR"),
    ]
    assert [(f.text, f.value, f.unit) for f in read("The wait rose from 11 to 38 hours.")] == [
        ("11", "11", "hours"),
        ("38", "38", "hours"),
    ]


def test_counts_without_a_noun_take_the_one_before(read):
    found = read("Gas goes to twelve countries, ten of which are European, and eight are members of the Union.")
    assert [(f.text, f.unit) for f in found] == [("twelve", "countries"), ("ten", "countries"), ("eight", "countries")]


def test_a_currency_is_taken_from_the_sentence_before_and_said_to_be_inferred(read):
    found = read(
        "Trade was over one billion American dollars. It was to grow from one billion to at least two billion."
    )
    assert [(f.text, f.unit, f.inferred, f.qualifier) for f in found] == [
        ("one billion American dollars", "USD", None, "over"),
        ("one billion", "USD", "currency", None),
        ("two billion", "USD", "currency", "at_least"),
    ]


@pytest.mark.parametrize(
    ("words", "qualifier", "low", "high"),
    [
        ("about 200 trucks", "about", "190", "210"),
        ("reaching around 200 trucks", "about", "190", "210"),
        ("almost 200 trucks", "almost", "180", "200"),
        ("over 200 trucks", "over", "200", "250"),
        ("at least 200 trucks", "at_least", "200", None),
        ("no more than 200 trucks", "at_most", None, "200"),
        ("fewer than 200 trucks", "under", None, "200"),
        ("200 or more trucks", "at_least", "200", None),
        ("200 trucks", None, "200", "200"),
    ],
)
def test_qualifiers_set_the_bounds(read, words, qualifier, low, high):
    (figure,) = read(f"They need {words} there.")
    assert (figure.qualifier, figure.low, figure.high) == (qualifier, low, high)


def test_over_after_hand_is_no_qualifier(read):
    assert read("The Embassy handed over 200 school kits.")[0].qualifier is None


def test_a_comparison_is_no_qualifier(read):
    found = read("It is three times higher than the 100-million-dollar goal and ten times more than 5 million euros.")
    assert [f.qualifier for f in found] == [None] * 4


def test_a_bare_million_goes_on_with_the_last_amount_in_millions(read):
    found = read("The fund has 5 million euros. It promised 3 million tonnes. Of these, 1.2 million came.")
    assert [(f.kind, f.unit) for f in found] == [("money", "EUR"), ("measure", "t"), ("measure", "t")]


def test_a_code_that_opens_a_name_is_no_amount(read):
    assert [f for f in read("The NIS 2 directive applies.") if f.kind == "money"] == []


def test_the_ends_of_a_range_share_their_factor(read):
    found = read("It costs between EUR 1.1 and 1.3 billion.")
    assert [(f.value, f.unit) for f in found] == [("1100000000", "EUR"), ("1300000000", "EUR")]
