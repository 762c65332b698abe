"""Questions found in what people send: numbered, bulleted, wrapped, with drafts or without, in four languages."""

from __future__ import annotations

import pytest

from korpu.app.questions import MOST, questions_in, written
from korpu.kernel.errors import InputError

SENT = """Dear colleagues, please prepare for Friday.

1. How much aid has Norway given
   to Ukraine?
Draft: Over 40 million euros.
It is still growing.

2) Що зроблено в Бучі?

Answer: ________

- Nə qədər uşaq gəlib?
Сколько детей приехало?
Q5: And what next? We will go on.
"""


def read(text):
    return [(one.text, text[slice(*one.draft)] if one.draft else None) for one in questions_in(text)]


def test_questions_and_the_drafts_below_them_are_found():
    assert read(SENT) == [
        ("How much aid has Norway given to Ukraine?", "Over 40 million euros.\nIt is still growing."),
        ("Що зроблено в Бучі?", None),
        ("Nə qədər uşaq gəlib?", None),
        ("Сколько детей приехало?", None),
        ("And what next?", "We will go on."),
    ]
    assert all(SENT[one.start : one.end].split() == one.text.split() for one in questions_in(SENT))


def test_a_preamble_belongs_to_its_question():
    text = "Norway has helped a lot. What comes next? And who pays?\n\nSweden?"
    assert [q for q, _ in read(text)] == ["Norway has helped a lot. What comes next? And who pays?", "Sweden?"]


def test_without_question_marks_the_items_of_a_list_are_questions_else_the_lines():
    assert read("Topics\n\n1. Aid so far\n2. The school in Bucha\n") == [
        ("Aid so far", None),
        ("The school in Bucha", None),
    ]
    assert read("Aid so far\n\nThe school in Bucha") == [("Aid so far", None), ("The school in Bucha", None)]


def test_what_holds_no_question_or_too_many_is_refused():
    with pytest.raises(InputError, match="no question"):
        questions_in(" \n ")
    with pytest.raises(InputError, match="up to"):
        questions_in("Why?\n" * (MOST + 1))
    with pytest.raises(InputError, match="letters"):
        questions_in("Why " * 200 + "?")


def test_drafts_written_on_a_page_stay_as_they_are():
    text, asked = written([("Why?", "Who knows? We\n\ndo."), ("What?", "  ")])
    assert [text[one.start : one.end] for one in asked] == ["Why?", "What?"]
    assert [text[slice(*one.draft)] if one.draft else None for one in asked] == ["Who knows? We\n\ndo.", None]
