"""What is answered, what is refused, and that every figure can be traced."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from korpu.briefs.answer import Answer

Ask = Callable[..., Answer]

QUESTIONS = [
    "What has been done in Kyiv?",
    "What is planned in Kyiv?",
    "How much energy aid has been allocated?",
    "What is late?",
    "How much aid has been given?",
    "How many children came for rehabilitation?",
    "Which promises have no date?",
    "Is the oil route open?",
    "What has been delivered since 2025?",
    "Who funded the school?",
    "Where is the library?",
    "What changed since 2025?",
    "When was the school opened?",
    "What do we know about Odesa?",
    "Where do sources differ?",
    "Що зроблено в Києві?",
    "Скільки допомоги надано?",
    "Що прострочено?",
    "Kiyevdə nə edilib?",
    "Nə gecikir?",
]


def told(answer: Answer) -> str:
    return "\n".join(sentence.text for sentence in answer.sentences)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("language", ["en", "uk", "az"])
def test_every_figure_stands_where_it_says_and_names_a_claim(
    ask: Ask, question: str, language: str, claim_ids: set[str]
) -> None:
    answer = ask(question, language)
    assert not answer.refused
    assert answer.language == language
    for sentence in (*answer.sentences, *answer.contradictions, *answer.unknowns):
        assert set(sentence.citations) <= claim_ids
        for figure in sentence.figures:
            assert figure.claim in sentence.citations
            assert sentence.text[figure.start : figure.end].strip()
        shown = [range(f.start, f.end) for f in sentence.figures]
        bare = "".join(c for i, c in enumerate(sentence.text) if not any(i in one for one in shown))
        assert sentence.computed or not re.search(r"\d", bare.replace("Generators of 2024", ""))


def test_done_tells_finished_works_and_names_what_is_planned(ask: Ask) -> None:
    answer = ask("What has been done in Kyiv?")
    assert "School in Kyiv: opened on 23 April 2025 (funding: Norsk Fund)." in told(answer)
    assert "Also planned: Library in Kyiv; Kindergarten in Kyiv." in told(answer)
    assert "Generators" not in told(answer)


def test_undated_plans_are_said_to_be_undated(ask: Ask) -> None:
    answer = ask("What is planned in Kyiv?")
    assert "Library in Kyiv: planned in 2025." in told(answer)
    assert answer.unknowns[0].text == "No date given: Kindergarten in Kyiv."


def test_a_total_is_never_added_to_its_parts(ask: Ask) -> None:
    answer = ask("How much aid has been given?")
    assert "over 40 million EUR" in told(answer)
    assert "The parts known add up to 8,000,000 EUR" in told(answer)
    assert "40,000,000 − (3,000,000 + 5,000,000) = 32,000,000 EUR" in told(answer)
    assert "48" not in told(answer)


def test_numbers_of_a_total_and_of_a_part_stay_apart(ask: Ask) -> None:
    answer = ask("How many children came for rehabilitation?")
    assert "Stated total – Children received: 270 children" in told(answer)
    assert "not added to the total: Spring group: 30 children in spring 2025" in told(answer)


def test_late_needs_a_date(ask: Ask) -> None:
    answer = ask("What is late?")
    assert "Library in Kyiv: due 2025, 152 days late." in told(answer)
    assert "Kindergarten" not in told(answer)
    assert "Kindergarten in Kyiv" in answer.unknowns[0].text


def test_a_closed_route_and_a_running_ferry(ask: Ask) -> None:
    assert told(ask("Is the oil route open?")) == "No: Oil route: stopped."
    assert told(ask("Is the ferry running?")).startswith("Yes: Ferry from Odesa: in use")
    assert told(ask("Has the library been opened?")).startswith("Not on record as finished. The books say: Library")


def test_a_window_leaves_out_other_times(ask: Ask) -> None:
    text = told(ask("What has been delivered since April 2025?"))
    assert "School" in text
    assert "Generators" not in text


def test_where_sources_differ_both_are_cited(ask: Ask) -> None:
    answer = ask("What has been done in Odesa?")
    (sentence,) = answer.contradictions
    assert {"in 2023", "in 2024"} == {sentence.text[f.start : f.end] for f in sentence.figures}


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What did Peru pledge?", "Peru"),
        ("What has been done in Zhytomyr?", "Zhytomyr"),
        ("How much wheat has been sent?", "wheat"),
        ("How much has been spent on demining?", "demining"),
        ("Will the library be finished?", "predict"),
        ("Why was the route closed?", "reason"),
        ("Hello", "hello"),
        ("What is planned for 2031?", "2031"),
        ("Що пообіцяла Перу?", "Перу"),
        ("Peru nə vəd edib?", "Peru"),
    ],
)
def test_what_the_books_do_not_hold_is_refused_by_name(ask: Ask, question: str, missing: str) -> None:
    answer = ask(question)
    assert answer.refused
    assert not answer.sentences
    assert missing in answer.missing[0]


def test_plural_and_case_in_ukrainian_and_azerbaijani(ask: Ask) -> None:
    assert "270 дітей" in told(ask("Скільки дітей пройшли реабілітацію?"))
    assert "Школа в Києві: відкрито 23 квітня 2025 року" in told(ask("Що зроблено в Києві?"))
    assert "2025-ci ilin martında" in told(ask("2025-ci ildən nə çatdırılıb?"))


def test_the_language_asked_for_wins_over_that_of_the_question(ask: Ask) -> None:
    assert ask("What has been done in Kyiv?", "uk").language == "uk"
    assert ask("Kiyevdə nə edilib?").language == "az"
    assert ask("Neft marşrutu açıqdırmı?").language == "az"


def test_what_will_be_is_what_is_planned(ask: Ask) -> None:
    assert told(ask("When will the library be built?")) == "Library in Kyiv: planned in 2025."


def test_numbers_of_another_stage_are_told_apart(ask: Ask) -> None:
    answer = ask("How many generators were sent?")
    assert "20 generators in March 2025" in told(answer)


def test_a_receiver_is_no_giver(ask: Ask) -> None:
    assert "over 40 million EUR" in told(ask("How much aid has Ukraine received?"))
    assert ask("What did Ukraine pledge?").refused


def test_a_thing_on_record_at_another_stage_is_told_as_that(ask: Ask) -> None:
    text = told(ask("What has been paid for the library?"))
    assert text == "Not on record as paid or contracted. The books say:\nLibrary in Kyiv: planned in 2025."


@pytest.mark.parametrize(
    "question",
    ["What has been done about demining?", "What is known about demining?", "Що зроблено щодо розмінування?",
     "Що відомо про розмінування?", "Minatəmizləmə sahəsində nə edilib?", "Minatəmizləmə barədə nə məlumdur?"],
)  # fmt: skip
def test_where_nothing_was_done_the_words_that_say_so_are_cited(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert not answer.refused
    (figure,) = answer.sentences[-1].figures
    assert figure.claim.startswith("mines-")
    assert not answer.unknowns


def test_a_figure_nobody_stated_is_refused_with_the_words_beside_it(ask: Ask) -> None:
    answer = ask("How much has been spent on demining?")
    assert answer.refused
    assert answer.unknowns[0].citations == ("mines-0.4",)


@pytest.mark.parametrize(
    "question", ["Which cities are partners?", "Які міста є партнерами?", "Hansı şəhərlər tərəfdaşdır?"]
)
def test_partner_cities_are_listed(ask: Ask, question: str) -> None:
    assert ask(question).records == ("pair",)


@pytest.mark.parametrize("question", ["How much gas was supplied to Odesa?", "Скільки газу поставлено в Одесу?",
                                      "Odessaya nə qədər qaz verilib?"])  # fmt: skip
def test_how_much_of_a_thing_is_a_quantity_and_a_plan_is_called_one(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.records == ("gas",)
    assert "8" in answer.sentences[0].text
    assert "12" in answer.sentences[1].text
    assert "(" in answer.sentences[1].text


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("Kiyev şəhərində nə edilib?", ("school",)),
        ("Що зроблено у місті Київ?", ("school",)),
        ("What has been done in the city of Kyiv?", ("school",)),
        ("What has been done in Malynivka village?", ("well",)),
        ("Malynivka kəndində nə edilib?", ("well",)),
    ],
)
def test_the_noun_beside_a_place_belongs_to_it(ask: Ask, question: str, records: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.sentences[0].records == records
    assert answer.understood["not_understood"] == []


@pytest.mark.parametrize("question", ["Xankəndi rayonunda nə edilib?", "Що зроблено в селі Мирне?"])
def test_an_unknown_place_is_refused_by_its_name(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.refused
    assert any(name in answer.missing[0] for name in ("Xankəndi", "Мирне"))


@pytest.mark.parametrize("question", ["Who funded the school?", "What has been done in Kyiv?", "Where is the bridge?"])
def test_missing_amounts_are_told_only_where_money_is_asked_about(ask: Ask, question: str) -> None:
    assert "amount" not in " ".join(sentence.text for sentence in ask(question).unknowns)


def test_what_a_thing_cost_is_not_what_a_delivery_with_it_cost(ask: Ask) -> None:
    answer = ask("How much did the bridge cost?")
    assert answer.refused
    assert "amount of money" in answer.missing[0]


def test_how_much_in_azerbaijani_is_no_end_of_a_time(ask: Ask) -> None:
    assert ask("2025-ci ildə nə qədər vəsait ayrılıb?").understood["time"] == "2025-01-01/2025-12-31"


def test_numbers_of_another_stage_are_called_that(ask: Ask) -> None:
    answer = ask("How many generators are planned?")
    assert told(answer) == (
        "Stated for another stage and not added: Generators of 2024: 20 generators delivered in March 2025."
    )


def test_a_name_in_the_dative_is_not_who_acts(ask: Ask) -> None:
    assert ask("Odessaya nə verilib?").understood["names"] == ["Odessaya"]
    assert not ask("Ukraynaya nə verilib?").refused


def test_a_place_named_in_passing_is_told_by_its_words(ask: Ask) -> None:
    answer = ask("What has been done in Vinnytsia?")
    (sentence,) = answer.sentences
    assert sentence.text.startswith("Political talks: “")
    assert sentence.citations == ("talks-late0.1",)
