"""Ukrainian and Russian figures: cases, currencies by country, times told from the day of publication."""

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read

CASES = [
    ("uk", "Витрачено 1 млн 200 тис. грн.", "1 млн 200 тис. грн", "1200000", "UAH"),
    ("uk", "Зібрано півтора мільйона євро.", "півтора мільйона євро", "1500000", "EUR"),
    ("uk", "Надано три з половиною мільйони гривень.", "три з половиною мільйони гривень", "3500000", "UAH"),
    ("uk", "Чверть мільйона гривень вже на рахунку.", "Чверть мільйона гривень", "250000", "UAH"),
    ("uk", "Обсяг – 91,3 млн дол. США.", "91,3 млн дол. США", "91300000", "USD"),
    ("uk", "Норвегія виділяє 450 млн крон.", "450 млн крон", "450000000", "NOK"),
    ("uk", "Швеція виділяє 450 млн крон.", "450 млн крон", "450000000", "SEK"),
    ("ru", "Выплачено 1,13 миллиарда молдавских леев.", "1,13 миллиарда молдавских леев", "1130000000", "MDL"),
    ("ru", "Выделить 3,4 (три целых четыре десятых) миллиона манатов.",
     "3,4 (три целых четыре десятых) миллиона манатов", "3400000", "AZN"),
    ("ru", "Полмиллиона евро уже на счету.", "Полмиллиона евро", "500000", "EUR"),
]  # fmt: skip
TIMES = [
    ("uk", "Рішення ухвалять не раніше літа.", "літа", "2026-22"),
    ("uk", "Минулої п'ятниці привезли 5 кранів.", "Минулої п'ятниці", "2025-10-03"),
    ("uk", "Позаминулого року відкрили школу.", "Позаминулого року", "2023"),
    ("uk", "Зустріч пройшла 8–9 травня ц. р.", "8–9 травня ц. р.", "2025-05-08/2025-05-09"),
    ("uk", "Поставку відкладено на січень.", "січень", "2026-01"),
    ("uk", "Роботи завершать до кінця року.", "кінця року", "2025"),
    ("uk", "Наступного тижня вирушать вісім учнів.", "Наступного тижня", "2025-10-13/2025-10-19"),
    ("ru", "Сдать линию должны были прошлой осенью.", "прошлой осенью", "2024-23"),
    ("ru", "В 2022/23 учебном году питались 300 детей.", "2022/23 учебном году", "2022/2023"),
    ("ru", "Техника прибыла 14 апреля и будет отправлена дальше.", "14 апреля", "2025-04-14"),
    ("ru", "Сдать объект планируют к концу лета.", "концу лета", "2026-22"),
    ("ru", "За ноябрь и декабрь 2024 года поступило 5 заявок.", "декабрь 2024 года", "2024-12"),
]


def figures(text, language):
    return read(Document(text, language=language, published="2025-10-08")).figures


@pytest.mark.parametrize(("language", "text", "words", "value", "unit"), CASES)
def test_money_in_every_case(language, text, words, value, unit):
    assert (words, value, unit) in [(f.text, f.value, f.unit) for f in figures(text, language)]


@pytest.mark.parametrize(("language", "text", "words", "value"), TIMES)
def test_a_time_counts_from_the_day_of_publication(language, text, words, value):
    assert (words, value) in [(f.text, f.value) for f in figures(text, language) if f.kind == "date"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Считать утратившим силу пункт 2 распоряжения."), ("uk", "Роботи виконано на дві третини.")],
)
def test_what_counts_nothing_is_no_count(language, text):
    assert [f for f in figures(text, language) if f.kind == "count"] == []


def test_a_number_with_its_verb_is_still_money():
    found = figures("Экспорт достиг 96 млн долларов. Из них 58 млн пришлось на зерно.", "ru")
    assert [(f.kind, f.unit) for f in found] == [("money", "USD"), ("money", "USD")]
