"""What is told without a verb of its own, or from the other side: asides, headings, refusals, goods sent."""

import pytest

STAGES = [
    ("До Сум направлено партію генераторів на суму 2 млн євро.", "shipped"),
    ("На школи направлено кошти в сумі 2 млн євро.", "allocated"),
    ("В Полтаву направлена партия трансформаторов на сумму 3 млн евро.", "shipped"),
    ("Як відомо, до кінця року планують облаштувати ще 13 кімнат.", "planned"),
    ("Додатково доставлені 46 генераторів з Литви.", "delivered"),
    ("Паром Батуми – Констанца вряд ли вернётся на линию в 2026 году.", "not_achieved"),
    ("Спорудження двох шкіл поставили на паузу.", "stopped"),
    ("На верфи спустили на воду третий паром.", "opened"),
    ("На станції йде ремонт трьох мостів.", "under_way"),
    ("Із Любліна рушила колона з дев'яти вантажівок.", "shipped"),
    ("Мети програми, 40 відсотків, не досягнуто.", "not_achieved"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_objects_and_small_words_say_the_stage(told, text, stage):
    assert [c.stage for c in told(text)] == [stage]


def test_a_promise_that_is_refused_tells_nothing_of_what_was_asked(told):
    found = told("Міністерство Молдови ще не підтвердило, що платитиме зарплати вчителям.")
    assert [c.stage for c in found] == ["not_achieved"]


def test_who_reported_on_which_day_is_no_event(told):
    assert told("Об этом 6 октября сообщило министерство иностранных дел Азербайджана.") == []


def test_an_infinitive_may_stand_before_what_governs_it(told):
    found = told("Тбилиси подписал контракт за 4 млн лари, сдать стену предстоит до июня 2026 года.")
    assert [(c.stage, c.when) for c in found][1:] == [("planned", "2026-06")]


def test_a_verb_is_left_out_behind_an_amount(told):
    found = told("122 млн долларов дают кредиторы, 52 млн – акционеры.")
    assert [c.amount for c in found] == ["122000000", "52000000"]


def test_a_breakdown_is_no_further_event(told):
    found = told("Очищено 76 тис. га, з яких у Херсонській області 68 тис. га, Київській - 947 га.")
    assert len(found) == 1


def test_a_past_day_dates_no_plan(told):
    first, second = told("Два вікна повернулися на місце 3 вересня, третє вікно музею встановлять згодом у Львові.")
    assert (first.when, second.when) == ("2025-09-03", None)


def test_a_heading_with_a_year_lends_its_stage(told):
    text = "Проєкт триває в Ізюмі.\n\nНа 2026 рік заплановано\n• ще 45 будинків\n• курси для 60 екскаваторників"
    assert [c.stage for c in told(text)][1:] == ["planned", "planned"]


def test_the_count_of_a_whole_yields_to_that_of_what_is_done(told):
    (found,) = told("Торік лікарні п'яти областей прийняли 21 640 пацієнтів.")
    assert found.count == "21640"


def test_a_month_that_bounds_what_is_to_come_lies_ahead(told):
    (found,) = told("Поставка – не раніше липня.")
    assert found.when == "2026-07"


def test_a_long_foreign_name_leaves_prose_prose(told):
    text = "Місто чекає на трубу.\n\nГрант на 3 млн євро надасть фонд Impact Fund Denmark. Решту виділить рада."
    assert [c.stage for c in told(text)][-2] == "planned"
