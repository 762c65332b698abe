from hypothesis import given
from hypothesis import strategies as st

from korpu.statements.document import Document
from korpu.statements.passages import passages
from korpu.statements.sentences import sentences


def cut(text):
    document = Document(text)
    return sentences(document, passages(document))


def texts(text):
    return [s.text for s in cut(text)]


def test_abbreviations_initials_and_decimals_do_not_end_a_sentence():
    assert texts("Mr. Doe of the U.S. Embassy paid 7.6 million. J. K. Roe, No. 5, saw it. Fine.") == [
        "Mr. Doe of the U.S. Embassy paid 7.6 million.",
        "J. K. Roe, No. 5, saw it.",
        "Fine.",
    ]


def test_quotes_close_with_their_sentence():
    assert texts('"We stay." He left? "Yes!" Good.') == ['"We stay."', "He left?", '"Yes!"', "Good."]


def test_a_numbered_item_keeps_its_number():
    assert texts("1. The sum is paid. 2. The rest waits.")[0] == "1. The sum is paid."


def test_a_page_break_inside_a_sentence_is_joined():
    text = "We opened the big art\n\ncentre in May. It is full."
    first, second = cut(text)
    assert first.text == "We opened the big art centre in May."
    assert first.ranges == ((0, 21), (23, 37))
    assert [text[a:b] for a, b in first.to_canonical(18, 28)] == ["art", "centre"]
    assert text[first.at(22)] == "c"
    assert second.text == "It is full."


def test_a_sentence_goes_on_past_a_caption():
    text = (
        "We met the mayor of the old\n\n\n\nЗустріч з мером міста. 5 травня 2024 року\n\ntown and left. Then we slept."
    )
    found = cut(text)
    assert found[0].text == "We met the mayor of the old town and left."
    assert len(found[0].ranges) == 2
    assert [s.language for s in found] == ["en", "uk", "uk", "en"]


def test_a_heading_without_a_full_stop_is_a_sentence_of_its_own():
    assert texts("REPORT ON WATER\n\nThe pump works.") == ["REPORT ON WATER", "The pump works."]


def test_ukrainian_shortenings():
    assert texts("Виділено 5 млн. грн. для м. Києва у 2025 р. Це добре.")[0].startswith(
        "Виділено 5 млн. грн. для м. Києва"
    )


@given(st.text(alphabet="abcА І. ,?\n-1«»\"'", max_size=120))
def test_every_sentence_maps_back_to_the_very_words(text):
    for sentence in cut(text):
        for a, b in sentence.ranges:
            assert text[a:b]
        for position, letter in enumerate(sentence.text):
            original = text[sentence.at(position) : sentence.at(position) + 1]
            assert original == letter or (letter == " " and original.isspace()) or letter.isspace()
        whole = " ".join(text[a:b] for a, b in sentence.to_canonical(0, len(sentence.text)))
        assert whole.split() == sentence.text.split()


def test_lines_of_one_paragraph_are_read_each_in_its_language():
    found = cut(
        "Литва передала 10 автобусів Чернігову\nThe agreement was signed on 30 April 2024.\nLitva 10 avtobus göndərib."
    )
    assert [s.language for s in found] == ["uk", "en", "az"]


def test_a_stroke_parts_what_is_told_in_two_scripts():
    assert [
        (s.text, s.language) for s in cut("Передано 5 нових генераторів / Five new generators were handed over")
    ] == [
        ("Передано 5 нових генераторів /", "uk"),
        ("Five new generators were handed over", "en"),
    ]


def test_names_in_another_script_do_not_part_a_sentence():
    assert len(cut("The ministry (Міністерство закордонних справ України)\ngave 5 buses.")) == 1
    assert [s.language for s in cut("Компанія Nova Energy Group\nпередала 5 автобусів.")] == ["uk"]


def test_ukrainian_and_russian_in_one_paragraph_are_told_apart():
    uk = "У лютому 2025 року Литва передала школі в Бучі 2 автобуси."
    ru = "В мае 2024 года Польша поставила в Харьков 15 генераторов."
    assert [s.language for s in cut(f"{uk}\n{ru}\n{uk}")] == ["uk", "ru", "uk"]
    long = "Посольство сообщило, что работы были начаты ещё в мае. " * 4
    assert [s.language for s in cut(f"{long}{uk}")][-1] == "uk"
    assert cut(f"{long}Он приехал в Київ и в Чернігів на открытие школы.")[-1].language == "ru"
