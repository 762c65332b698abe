"""The same grammar over the tables of Ukrainian, Russian and Azerbaijani."""

import pytest

SURFACES = [
    ("uk", "Виділено 7,6 млн доларів США.", "7,6 млн доларів США", "money", "7600000", "USD"),
    ("uk", "Це понад 830 мільйонів гривень.", "830 мільйонів гривень", "money", "830000000", "UAH"),
    ("uk", "Приїхали двісті п'ятдесят дітей.", "двісті п'ятдесят", "count", "250", "дітей"),
    ("uk", "Передано 200 шкільних наборів.", "200", "count", "200", "наборів"),
    ("uk", "Товарообіг зріс утричі.", "утричі", "ratio", "3", "ratio"),
    ("uk", "Зустріч відбулася 21 січня 2025 року.", "21 січня 2025 року", "date", "2025-01-21", None),
    ("uk", "Це було у лютому 2025 року.", "лютому 2025 року", "date", "2025-02", None),
    ("uk", "Це план на 2022–2024 роки.", "2022–2024 роки", "date", "2022/2024", None),
    ("uk", "Навесні 2025 року відкрили школу.", "Навесні 2025 року", "date", "2025-21", None),
    ("uk", "Перша група приїхала.", "Перша", "ordinal", "1", None),
    ("ru", "Это свыше 830 млн долларов США.", "830 млн долларов США", "money", "830000000", "USD"),
    ("ru", "Потрачено полтора миллиона евро.", "полтора миллиона евро", "money", "1500000", "EUR"),
    ("ru", "Встреча прошла 21 января 2025 г. в городе.", "21 января 2025 г.", "date", "2025-01-21", None),
    ("ru", "Это было в первом полугодии 2025 года.", "первом полугодии 2025 года", "date", "2025-01/2025-06", None),
    ("az", "Yardım 42 milyon ABŞ dollarına çatıb.", "42 milyon ABŞ dollarına", "money", "42000000", "USD"),
    ("az", "Bunun üçün 5 mln. manat ayrılıb.", "5 mln. manat", "money", "5000000", "AZN"),
    ("az", "Sərəncam 16 yanvar 2026-cı il tarixində imzalanıb.", "16 yanvar 2026-cı il", "date", "2026-01-16", None),
    ("az", "Bu, 2026-cı il 16 yanvar tarixində olub.", "2026-cı il 16 yanvar", "date", "2026-01-16", None),
    ("az", "Bu, 2025-ci ilin fevralında olub.", "2025-ci ilin fevralında", "date", "2025-02", None),
    ("az", "Orada 17 min nəfər yaşayır.", "17 min", "count", "17000", "nəfər"),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), [(lang, text, tuple(rest)) for lang, text, *rest in SURFACES]
)
def test_surfaces(read, language, text, expected):
    found = [(f.text, f.kind, f.value, f.unit) for f in read(text, language=language)]
    assert expected in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Це один із проєктів за статтею 6, вони допомагають один одному."),
        ("ru", "Это один из проектов, они помогают друг другу."),
        ("az", "Bu, bir sıra layihələrdən biridir, bir çox ölkə iştirak edir."),
    ],
)
def test_what_is_no_figure(read, language, text):
    assert [f.text for f in read(text, language=language)] == []


def test_both_languages_of_a_caption_give_the_same_values(read):
    text = (
        "We met many friends there. " * 12
        + "\n\n\n\nГрупа з 24 дітей прибула. 4 серпня 2025 року A group of 24 children arrived. 4 August 2025"
    )
    found = [(f.language, f.kind, f.value) for f in read(text)]
    assert found == [
        ("uk", "count", "24"),
        ("uk", "date", "2025-08-04"),
        ("en", "count", "24"),
        ("en", "date", "2025-08-04"),
    ]
