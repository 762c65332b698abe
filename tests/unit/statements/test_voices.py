"""For whom "we" speaks: the side that the head of a statement names, or the office beside a quotation."""

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read

HEADS = [
    ("Interview with the Ambassador of Japan to the Republic of Moldova", "Japan"),
    ("Anna Berg,\n\nAmbassador Extraordinary and Plenipotentiary of the Kingdom of Norway to Ukraine", "Norway"),
    ("Remarks by the Danish Special Envoy, Mykolaiv, 24 February 2025", "Denmark"),
    ("MINISTRY OF ENERGY OF THE REPUBLIC OF LITHUANIA", "Lithuania"),
]


@pytest.mark.parametrize(("head", "side"), HEADS)
def test_we_of_an_answer_is_the_side_of_the_head(head, side):
    text = f"{head}\n\n- What was done last year?\n- In March 2024 we delivered twelve buses to Sumy.\n"
    told = read(Document(text, published="2025-03")).candidates
    assert [c.actor for c in told if "buses" in c.quote] == [side]


def test_you_of_a_question_is_the_respondent():
    asked = "- In 2023 you delivered scanners to nine hospitals. What next?\n- We are training doctors."
    text = f"Talk with the Ambassador of Japan to Moldova\n\n{asked}"
    told = read(Document(text, published="2025-03")).candidates
    assert next(c.actor for c in told if "scanners" in c.quote) == "Japan"


TURNS = [
    ("Розмова з радником Посольства Туреччини в Україні", "Що далі?", "Торік ми передали шість автобусів.", "Türkiye"),
    ("Slovakiyanın Bakıdakı səfiri ilə söhbət", "Nə edilib?", "Buçada uşaq bağçası tikdik.", "Slovakia"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "question", "answer", "side"), TURNS)
def test_we_in_other_languages(head, question, answer, side):
    told = read(Document(f"{head}\n\n- {question}\n- {answer}", published="2025-03")).candidates
    assert [c.actor for c in told if answer.startswith(c.quote[:10])] == [side]


def test_two_offices_beside_a_quotation_leave_the_actor_open():
    text = "“We delivered twelve buses,” the Danish ambassador told the Norwegian minister."
    assert all(c.actor not in ("Denmark", "Norway") for c in read(Document(text)).candidates if "buses" in c.quote)


def test_a_named_actor_stays():
    answer = "- Norway paid for the pumps that we installed."
    text = f"Interview with the Ambassador of Japan to Moldova\n\n- Who paid?\n{answer}"
    told = read(Document(text, published="2025-03")).candidates
    assert next(c.actor for c in told if c.quote.startswith("Norway")) == "Norway"
