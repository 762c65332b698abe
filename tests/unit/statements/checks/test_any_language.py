"""Relations between figures and dates, held or broken, told in English, Ukrainian, Azerbaijani and Russian."""

from __future__ import annotations

import pytest

from korpu.kernel.finding import Finding
from korpu.statements.document import Document
from korpu.statements.read import read

PUBLISHED = "2025-03-01"

BROKEN = [
    ("part_exceeds_whole", "uk", "Разом два гранти, 42 млн євро та 31 млн євро, становлять 37 млн євро."),
    (
        "part_exceeds_whole",
        "az",
        "İki qrant, yəni 42 milyon avro və 31 milyon avro, birlikdə 37 milyon avro təşkil edir.",
    ),
    ("part_exceeds_whole", "ru", "Из 94 школ 67 – в городах и 72 – в сёлах."),
    ("scale_slip", "ru", "Вместе два гранта, 42 млн евро и 31 млрд евро, составляют 73 млн евро."),
    ("currency_mismatch", "uk", "Фонд збільшено на 42 млн євро – з 31 млн гривень до 73 млн євро."),
    ("ratio", "az", "Litva hər biri 24 min avro olmaqla 32 generator alıb, ümumi məbləğ 786 000 avro təşkil edir."),
    ("ratio", "uk", "Товарообіг зріс утричі – з 94 млн євро до 188 млн євро."),
    ("scale_slip", "az", "Yardım iki dəfə artaraq 94 min avrodan 188 milyon avroya yüksəlib."),
    ("ratio", "ru", "Экспорт вырос на 42 процента – с 320 млн евро до 397 млн евро."),
    ("ratio", "en", "So far 12.7 million euros has been disbursed, that is 45% of the 40 million euros pledged."),
    ("currency_mismatch", "ru", "Ремонт обошёлся в 42 млн манатов (71 млн долларов США)."),
    ("currency_mismatch", "en", "The school cost 42 million manats, or about 42 million US dollars."),
    ("scale_slip", "uk", "Литва виділила 42 млн євро. Ці 42 млрд євро підуть на мости."),
    ("bound_mismatch", "az", "Litva məktəbə 42 milyon avro ayırıb. Həmin 24 milyon avro hələ xərclənməyib."),
    ("currency_mismatch", "ru", "Литва выделила 42 млн евро. Эти 42 млн манатов потратит город."),
    ("date_order", "uk", "Будівництво розпочато 5 травня 2024 року й завершено 3 березня 2024 року."),
    ("date_order", "az", "Yük 5 may 2024-cü il tarixində yola salınıb və 3 mart 2024-cü il tarixində təhvil verilib."),
    ("date_order", "ru", "Ремонт длился с 5 мая 2024 года по 3 марта 2024 года."),
    ("date_order", "uk", "У понеділок, 4 лютого 2025 року, делегація відвідала Полтаву."),
    ("tense", "ru", "Поликлинику открыли 5 мая 2025 года."),
    ("tense", "az", "Yeni məktəb 5 may 2024-cü il tarixində açılacaq."),
    ("tense", "en", "The supply was 8 billion cubic metres in 2027 and will be 12 billion next year."),
    ("enumeration", "en", "We agreed on three steps. First, the port will be mended. Third, the tariff will fall."),
    ("missing_currency", "uk", "На ремонт школи в Полтаві виділено 12 млн."),
    ("missing_currency", "ru", "На ремонт школы в Полтаве выделено 12 млн."),
    ("missing_currency", "az", "Məktəbin təmirinə 12 milyon ayrılıb."),
    ("enumeration", "uk", "Пріоритети охоплюють чотири напрями: енергетику, освіту та медицину."),
    ("enumeration", "ru", "Программа включает четыре направления: энергетику, образование и медицину."),
    ("enumeration", "az", "Proqram dörd istiqaməti əhatə edir: energetika, təhsil və səhiyyə."),
    ("bound_mismatch", "uk", "Ми маємо понад 60 заправок. Майже 60 заправок працюють щодня."),
    ("bound_mismatch", "ru", "У нас более 60 заправок. Почти 60 заправок работают ежедневно."),
    ("subset_order", "uk", "Із 11 лікарень 12 мають сканер."),
    ("subset_order", "ru", "Из 11 больниц 12 имеют сканер."),
    ("subset_order", "az", "11 xəstəxanadan 12-sində skaner var."),
    (
        "promise_after_delivery",
        "uk",
        "У квітні 2025 року уряд пообіцяв 20 генераторів. Усі 20 генераторів прибули в лютому 2025 року.",
    ),
    (
        "promise_after_delivery",
        "ru",
        "В апреле 2025 года правительство обещало 20 генераторов. Все 20 генераторов прибыли в феврале 2025 года.",
    ),
    (
        "promise_after_delivery",
        "az",
        "2025-ci ilin aprelində hökumət 20 generator vəd edib. Bütün 20 generator 2025-ci ilin fevralında çatıb.",
    ),
    (
        "ratio",
        "az",
        "2023-cü ildə dövriyyə 28 milyon avro olub, 2024-cü ildə 57 milyon avroya çatıb. Üç dəfə artım deməkdir.",
    ),
    ("ratio", "uk", "Торік товарообіг становив 28 млн євро, цього року – 57 млн євро. Це зростання втричі."),
    ("enumeration", "uk", "Третій із двох етапів почнеться восени."),
    ("ratio", "uk", "Половина з 40 шкіл, тобто 15, вже відремонтована."),
    ("ratio", "ru", "Половина из 40 школ, то есть 15, уже отремонтирована."),
    ("ratio", "az", "40 məktəbin yarısı, yəni 15-i, təmir olunub."),
    ("ratio", "uk", "У 2024 році видали 30 грантів, утричі більше, ніж 20 у 2023 році."),
    ("ratio", "ru", "В 2024 году выдали 30 грантов, втрое больше, чем 20 в 2023 году."),
    ("ratio", "az", "2024-cü ildə 30 qrant verilib, bu da 2023-cü ilin 20 qrantından üç dəfə çoxdur."),
    ("ratio", "uk", "Обсяг поставок зріс удвічі – з 3 млрд кубометрів до 12 млрд кубометрів."),
    ("ratio", "ru", "Экспорт газа вырос на 10 процентов – с 3 млрд кубометров до 12 млрд кубометров."),
]

SOUND = [
    ("az", "60-dan çox məntəqəmiz var. Təxminən 60 məntəqə işləyir."),
    ("ru", "Между 50 и 30 семьями получат помощь."),
    ("uk", "Разом два гранти, 42 млн євро та 31 млн євро, становлять 73 млн євро."),
    ("uk", "Литва надала 42 млн євро, Данія – 31 млн євро, а Польща – 37 млн євро."),
    ("az", "Litva hər biri 24 min avro olmaqla 32 generator alıb, ümumi məbləğ 768 000 avro təşkil edir."),
    ("az", "İndiyədək yardım 42 milyon avroya çatıb, bunun 12 milyonu energetika üçündür."),
    ("ru", "Экспорт вырос на 24 процента – с 320 млн евро до 397 млн евро."),
    ("ru", "Из 94 школ 22 – в городах и 72 – в сёлах."),
    ("ru", "Ремонт обошёлся в 42 млн манатов (около 25 млн долларов США)."),
    ("en", "The fund holds 42 million euros and 31 million dollars."),
    ("en", "Grants of 42 million euros (31 million euros in 2022) were paid."),
    ("en", "The school cost 42 million manats in 2022 and the clinic 42 million dollars."),
    ("uk", "Литва виділила 42 млн євро. Ці 42 млн євро підуть на мости. Ще 24 млн євро дасть Данія."),
    ("uk", "Школу відкрили 3 березня 2024 року, а угоду про лікарню підписано 5 травня 2024 року."),
    ("az", "Proqram 5 may 2024-cü il tarixindən 3 mart 2025-ci il tarixinə qədər icra olunur."),
    ("ru", "Дорогу мы обязаны открыть не позже 2029 года."),
    ("uk", "У вівторок, 4 лютого 2025 року, делегація відвідала Полтаву."),
    ("en", "The target for 2030 was set in 2021."),
    ("en", "We agreed on three steps. First, the port will be mended. Another is the tariff. Third, the customs."),
]


def grave(text: str, language: str) -> list[Finding]:
    reading = read(Document(text, language=language, published=PUBLISHED))
    return [finding for finding in reading.findings if finding.severity != "info"]


@pytest.mark.parametrize(("check", "language", "text"), BROKEN, ids=[f"{c} {la} {t[:24]}" for c, la, t in BROKEN])
def test_what_does_not_hold_is_found(check: str, language: str, text: str) -> None:
    found = read(Document(text, language=language, published=PUBLISHED)).findings
    assert check in {finding.check for finding in found}
    assert all(0 <= a < b <= len(text) for finding in found for a, b in finding.ranges)


@pytest.mark.parametrize(("language", "text"), SOUND, ids=[f"{la} {t[:30]}" for la, t in SOUND])
def test_what_holds_is_left_alone(language: str, text: str) -> None:
    assert [(f.check, f.message, f.arithmetic) for f in grave(text, language)] == []


def test_a_slip_is_proposed_away() -> None:
    (found,) = grave("Вместе два гранта, 42 млн евро и 31 млрд евро, составляют 73 млн евро.", "ru")
    assert found.proposal is not None
    assert (found.proposal.text, found.proposal.value, found.proposal.unit) == ("31 млн евро", "31000000", "EUR")
    assert found.arithmetic is not None
    assert "73" in found.arithmetic
