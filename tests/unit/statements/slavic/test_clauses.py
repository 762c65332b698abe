"""Several things in one sentence: each with its own words and figures."""


def brief(found):
    return [(c.stage, c.amount, c.count) for c in found]


def test_two_verbs_tell_two_events(told):
    text = "Японія передала 5 кранів, а Швеція оплатила перевезення на 300 тис. євро."
    assert brief(told(text)) == [("delivered", None, "5"), ("paid", "300000", None)]


def test_a_relative_clause_with_an_amount_is_an_event(told):
    text = "Перевезення оплатила Німеччина, яка виділила на це 15 млн євро."
    assert brief(told(text)) == [("paid", None, None), ("allocated", "15000000", None)]


def test_a_part_in_a_relative_clause_stays_with_its_whole(told):
    text = "Лікарні передали 30 ліжок, із яких 22 отримало хірургічне відділення."
    assert brief(told(text)) == [("delivered", None, "30")]


def test_a_head_that_a_phrase_interrupts_is_one_clause(told):
    first, second = told("Три апарати, передані Канадою у грудні 2024 року, введено в експлуатацію в Шепетівці.")
    assert (first.stage, first.count) == ("opened", "3")
    assert first.quote.startswith("Три апарати") and first.quote.endswith("Шепетівці")
    assert (second.stage, second.when) == ("delivered", "2024-12")


def test_what_is_said_is_told_and_not_the_saying(told):
    found = told("Міністр повідомив, що в Ізюмі відремонтовано 12 шкіл.")
    assert brief(found) == [("completed", None, "12")]
    assert found[0].quote.startswith("що в Ізюмі")


def test_two_infinitives_share_the_promise(told):
    text = "Міністерство готове взяти на себе витрати (близько 380 тис. грн) та навчити дванадцятьох лаборантів."
    assert brief(told(text)) == [("pledged", "380000", None), ("pledged", None, "12")]


def test_a_cost_goes_with_what_it_bought(told):
    text = "Работы финансировались фондом и обошлись в 1,9 миллиона евро."
    assert [c.amount for c in told(text)] == ["1900000"]


def test_a_purpose_is_no_event(told):
    text = "Цього обсягу вистачить, щоб годувати мільйон людей."
    assert len(told(text)) == 1


def test_a_total_and_its_part_are_two(told):
    text = "Швеция – 5,1 млн евро, из них 3,9 млн уже перечислено."
    assert brief(told(text)) == [("stated", "5100000", None), ("paid", "3900000", None)]


def test_a_caption_carries_the_date_behind_its_full_stop(told):
    text = (
        "1. Посол вручає ключі від двох автобусів директорці центру. 30 січня 2025 року\n"
        "2. Діти на березі. 2 лютого 2025 року"
    )
    first = told(text)[0]
    assert (first.count, first.when) == ("2", "2025-01-30")
