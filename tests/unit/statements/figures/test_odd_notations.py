"""Numbers, amounts and times as people write them off the beaten track; refused is better than wrong."""

from __future__ import annotations

import pytest

AMOUNTS = [
    # separators and scales
    ("en", "The price is 457.000 EUR.", ["457.000 EUR = 457000 EUR"]),
    ("en", "The price is EUR 1.234.567,89 now.", ["EUR 1.234.567,89 = 1234567.89 EUR"]),
    ("en", "The price is CHF 1’250’000.50.", ["CHF 1’250’000.50 = 1250000.5 CHF"]),
    ("en", "The price is 1\u202f000\u202f000 euros.", ["1\u202f000\u202f000 euros = 1000000 EUR"]),
    ("en", "The price is 1\u2009000\u2009000 euros.", ["1\u2009000\u2009000 euros = 1000000 EUR"]),
    ("en", "The price is 12,34,567 rupees.", ["12,34,567 rupees = 1234567 INR"]),
    ("en", "The price is Rs 5 crore.", ["Rs 5 crore = 50000000 INR"]),
    ("en", "They gave 5 000 000,- EUR.", ["5 000 000,- EUR = 5000000 EUR"]),
    ("en", "They gave 2 Mrd. EUR.", ["2 Mrd. EUR = 2000000000 EUR"]),
    ("en", "They gave USD 2 mn and €5m.", ["USD 2 mn = 2000000 USD", "€5m = 5000000 EUR"]),
    ("en", "They gave .5 million euros.", [".5 million euros = 500000 EUR"]),
    ("en", "They gave 5 million 200,000 euros.", ["5 million 200,000 euros = 5200000 EUR"]),
    ("az", "5 mln. 500 min avro ayrılıb.", ["5 mln. 500 min avro = 5500000 EUR"]),
    ("az", "2 mlrd. 300 mln. manat ayrılıb.", ["2 mlrd. 300 mln. manat = 2300000000 AZN"]),
    # ranges
    ("en", "It pledged €3 to €4 million.", ["€3 = 3000000 EUR", "€4 million = 4000000 EUR"]),
    ("en", "It pledged EUR 3-4 million.", ["EUR 3 = 3000000 EUR", "4 million = 4000000 EUR"]),
    ("en", "It pledged $300 to $4 million.", ["$300 = 300 USD", "$4 million = 4000000 USD"]),
    ("az", "3 milyondan 4 milyona qədər avro verilib.",
     ["3 milyondan = 3000000 EUR", "4 milyona qədər avro = 4000000 EUR about"]),
    ("en", "It gave $10-15m.", ["$10 = 10000000 USD", "15m = 15000000 USD"]),
    ("en", "It gave EUR 1.2-1.5 M.", ["EUR 1.2 = 1200000 EUR", "1.5 M = 1500000 EUR"]),
    ("en", "A pipe of 10-15m was laid.", ["10 = 10 m", "15m = 15 m"]),
    # short and joined forms
    ("en", "It gave 5 million US$ to Kyiv.", ["5 million US$ = 5000000 USD"]),
    ("uk", "Виділено 5 млн дол. на школу.", ["5 млн дол. = 5000000 USD"]),
    ("ru", "Выделено 5 млн долл. (4,6 млн евро).", ["5 млн долл. = 5000000 USD", "4,6 млн евро = 4600000 EUR"]),
    ("az", "50 mln ABŞ doll. ayrılıb.", ["50 mln ABŞ doll = 50000000 USD"]),
    ("uk", "Виділено 100-мільйонний кредит.", ["100-мільйонний = 100000000"]),
    ("ru", "В 500-тысячном городе открыли школу.", ["500-тысячном = 500000"]),
    # said again
    ("en", "They gave five (5) million euros.", ["five (5) million euros = 5000000 EUR"]),
    ("en", "They gave USD 3 (three) million.", ["USD 3 (three) million = 3000000 USD"]),
    ("en", "They gave 5,000,000 (five million) euros.", ["5,000,000 (five million) euros = 5000000 EUR"]),
    # bounds in signs
    ("en", "They gave 5+ million euros.", ["5+ million euros = 5000000 EUR at_least"]),
    ("uk", "Виділено ~5 млн євро.", ["5 млн євро = 5000000 EUR about"]),
    ("en", "They gave >€5m.", ["€5m = 5000000 EUR over"]),
    ("en", "They sent 300+ buses.", ["300 = 300 buses at_least"]),
    ("ru", "Плюс-минус 5 млн евро.", ["5 млн евро = 5000000 EUR about"]),
    # words
    ("uk", "Виділено пів мільйона гривень.", ["пів мільйона гривень = 500000 UAH"]),
    ("uk", "Виділено півтора мільярда гривень.", ["півтора мільярда гривень = 1500000000 UAH"]),
    ("uk", "Виділено тисяча двісті гривень.", ["тисяча двісті гривень = 1200 UAH"]),
    ("ru", "Выделено пол-миллиона евро.", ["пол-миллиона евро = 500000 EUR"]),
    ("ru", "Выделено двадцать пять тысяч евро.", ["двадцать пять тысяч евро = 25000 EUR"]),
    ("az", "Yarım milyon manat ayrılıb.", ["Yarım milyon manat = 500000 AZN"]),
    ("az", "İki yüz min manat ayrılıb.", ["İki yüz min manat = 200000 AZN"]),
    # a qualifier between number and unit
    ("az", "5 milyondan çox manat ayrılıb.", ["5 milyondan çox manat = 5000000 AZN over"]),
    ("az", "3 min 200-dən artıq ton yük gəlib.", ["3 min 200-dən artıq ton = 3200 t over"]),
    # how many of how much
    ("en", "They sent 3 x 250 kVA generators.", ["3 = 3 generators", "250 kVA = 250 kVA"]),
    ("uk", "Передано 3 х 250 кВА генератори.", ["3 = 3 генератори", "250 кВА = 250 kVA"]),
    ("az", "110/35/10 kV yarımstansiya tikilib.", ["110/35/10 kV = 110 kV"]),
    # below zero, and what only looks so
    ("en", "The bank lost -5 million euros.", ["-5 million euros = -5000000 EUR"]),
    ("en", "It has €-5 million left.", ["€-5 million = -5000000 EUR"]),
    ("uk", "Сальдо становить мінус 5 млн євро.", ["мінус 5 млн євро = -5000000 EUR"]),
    ("az", "Saldo mənfi 458 milyon dollar olub.", ["mənfi 458 milyon dollar = -458000000 USD"]),
    ("en", "Growth was −5.2%.", ["−5.2% = -5.2 percent"]),
    ("en", "Aid - 5 million euros - was paid.", ["5 million euros = 5000000 EUR"]),
    ("en", "Norway -5 million euros, Sweden -3 million euros.",
     ["5 million euros = 5000000 EUR", "3 million euros = 3000000 EUR"]),
    ("en", "They paid 2 -5 million euros.", ["2 = 2000000 EUR", "5 million euros = 5000000 EUR"]),
    # numbers of things that look like years
    ("en", "They sent 2024 generators.", ["2024 = 2024 generators"]),
    ("uk", "Передано 2000 генераторів.", ["2000 = 2000 генераторів"]),
    ("ru", "Помощь получили свыше 2000 человек.", ["2000 = 2000 человек over"]),
    ("az", "2000-dən çox ailəyə kömək edilib.", ["2000 = 2000 ailəyə over"]),
]  # fmt: skip

REFUSED = [
    ("en", "They gave ¥ 4億."),
    ("en", "They gave 5*10^6 euros."),
    ("en", "They gave 10⁶ euros."),
    ("en", "They gave 1e6 euros."),
    ("en", "In the year 9999 buses will come."),
    ("uk", "Побудовано у 19 столітті."),
    ("az", "Saat 10.30-da bağlanıb."),
    ("en", "Contract No 02/2025 was signed."),
    ("en", "He gave 123456789012345678901234567890123456789 euros."),
]

TIMES = [
    ("en", "Signed on 1st of Feb '25.", "1st of Feb '25", "2025-02-01"),
    ("en", "Signed on 30 June 25.", "30 June 25", "2025-06-30"),
    ("en", "Signed on 01-Feb-25.", "01-Feb-25", "2025-02-01"),
    ("en", "Signed on 01.02.25.", "01.02.25", "2025-02-01"),
    ("en", "Signed in 02/2025.", "02/2025", "2025-02"),
    ("en", "Signed in Q3/2025.", "Q3/2025", "2025-07/2025-09"),
    ("en", "Signed in 3Q25.", "3Q25", "2025-07/2025-09"),
    ("en", "Signed in 2025-H1.", "2025-H1", "2025-01/2025-06"),
    ("en", "Signed in 1H 2025.", "1H 2025", "2025-01/2025-06"),
    ("en", "The first of May 2024 was fine.", "first of May 2024", "2024-05-01"),
    ("en", "Spent in FY2024/25.", "FY2024/25", "2024/2025"),
    ("uk", "Підписано першого лютого.", "першого лютого", "2025-02-01"),
    ("uk", "Підписано 1-го лютого 2024 року.", "1-го лютого 2024 року", "2024-02-01"),
    ("uk", "Підписано у 3 кварталі 2024 року.", "3 кварталі 2024 року", "2024-07/2024-09"),
    ("uk", "Підписано в першому півріччі.", "першому півріччі", "2025-01/2025-06"),
    ("uk", "Побудовано у 90-х роках.", "90-х роках", "199X"),
    ("ru", "Построено в 1990-е годы.", "1990-е годы", "199X"),
    ("ru", "За первые девять месяцев 2024 года дано много.", "первые девять месяцев 2024 года", "2024-01/2024-09"),
    ("ru", "Подписано двадцать первого мая 2024 года.", "двадцать первого мая 2024 года", "2024-05-21"),
    ("ru", "Подписано в 17 часов 5 марта.", "5 марта", "2025-03-05"),
    ("az", "Bakı, 20 fevral, 2026", "20 fevral, 2026", "2026-02-20"),
    ("az", "Akt 01.02.25 tarixində təsdiqlənib.", "01.02.25", "2025-02-01"),
    ("az", "Carı ilin yanvar ayında göndərilib.", "Carı ilin yanvar ayında", "2025-01"),
    ("az", "Mayın 10-da saat 15:00-da imzalanıb.", "Mayın 10-da", "2024-05-10"),
]


@pytest.mark.parametrize(("language", "text", "expected"), AMOUNTS)
def test_odd_amounts(read, language, text, expected):
    found = [f for f in read(text, "2025-03-20", language) if f.kind != "date"]
    assert [" ".join(filter(None, (f.text, "=", f.value, f.unit, f.qualifier))) for f in found] == expected


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_what_is_not_understood_has_no_value(read, language, text):
    assert read(text, "2025-03-20", language) == ()


@pytest.mark.parametrize(("language", "text", "words", "value"), TIMES)
def test_odd_times(read, language, text, words, value):
    assert [(f.text, f.value) for f in read(text, "2025-03-20", language)] == [(words, value)]


@pytest.mark.parametrize("line", ["-5 million euros", "-5 million euros."])
def test_a_bullet_is_a_minus_only_where_it_stands_alone(read, line):
    assert [f.value for f in read(line)] == ["-5000000"]
    assert [f.value for f in read(f"{line}\n-3 million euros\n")] == ["5000000", "3000000"]
