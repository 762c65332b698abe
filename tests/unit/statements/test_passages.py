import itertools

from korpu.statements.document import Document
from korpu.statements.passages import passages

TALK = """Jane Roe,

Envoy of Freedonia to Sylvania

BRIDGES AND BOOKS

- What has been built? When will it open?
- A school. It took two years, and the pupils are in it already.

The library is next. We hope to open it in the



Відкриття школи. 5 травня 2024 року Opening of the school. 5 May 2024

coming spring.
- And the port?
- Not yet.
"""


def roles(text, **known):
    document = Document(text, **known)
    return [(p.role, p.language, text[p.start : p.end].split("\n")[0][:20]) for p in passages(document)]


def test_turns_alternate_and_an_answer_keeps_its_paragraphs_around_a_caption():
    assert roles(TALK) == [
        ("header", "en", "Jane Roe,"),
        ("header", "en", "Envoy of Freedonia t"),
        ("header", "en", "BRIDGES AND BOOKS"),
        ("question", "en", "What has been built?"),
        ("answer", "en", "A school. It took tw"),
        ("caption", "uk", "Відкриття школи. 5 т"),
        ("caption", "en", "Opening of the schoo"),
        ("answer", "en", "coming spring."),
        ("question", "en", "And the port?"),
        ("answer", "en", "Not yet."),
    ]


def test_the_person_named_at_the_top_answers():
    found = passages(Document(TALK))
    assert {p.speaker for p in found if p.role == "answer"} == {"Jane Roe"}
    assert {p.speaker for p in found if p.role == "question"} == {None}


def test_passages_cover_every_visible_character_but_the_dashes_once():
    found = passages(Document(TALK))
    covered = "".join(TALK[p.start : p.end] for p in found)
    assert "".join(covered.split()) == "".join(TALK.replace("\n- ", "\n").split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_text_without_turns_is_body_under_its_heading():
    assert roles("MINISTRY OF WATER\n\n5 May 2024\n\nA pump was sent. It works.\n\nIt is new.") == [
        ("header", "en", "MINISTRY OF WATER"),
        ("header", "en", "5 May 2024"),
        ("body", "en", "A pump was sent. It "),
    ]


def test_a_list_of_items_is_no_conversation():
    assert {r for r, _, _ in roles("The convoy carried:\n- ten pumps;\n- two boats;\n- one crane.")} == {"body"}


def test_a_heading_between_paragraphs_stands_apart():
    found = roles("We met. We talked.\n\nExplanatory note\n\nThe talk was long.")
    assert [r for r, _, _ in found] == ["body", "header", "body"]


def test_a_foreign_name_in_a_caption_does_not_cut_it():
    text = (
        "A long first paragraph. " * 12
        + "\n\n\n\nЗустріч з SOCAR у Києві. 5 травня 2024 року A meeting in Kyiv. 5 May 2024"
    )
    assert [(r, lang) for r, lang, _ in roles(text)] == [("body", "en"), ("caption", "uk"), ("caption", "en")]


def test_languages_by_script_and_letters():
    assert roles("Сьогодні відкрито школу. Вона нова.")[0][1] == "uk"
    assert roles("Сегодня открыта школа. Это новая школа.")[0][1] == "ru"
    assert roles("Bu gün məktəb açılıb. Yeni məktəbdə 300 şagird oxuyacaq.")[0][1] == "az"


def test_an_empty_text_has_no_passages():
    assert passages(Document("")) == ()
    assert passages(Document(" \n\n ")) == ()
