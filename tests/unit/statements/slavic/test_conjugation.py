"""Forms of verbs, against forms written out from grammars of both languages."""

import pytest

from korpu.statements.slavic.conjugation import forms
from korpu.statements.slavic.tokens import readings


def tags(verb, aspect, language):
    found = {}
    for form, meant in forms(verb, "act", aspect, language):
        found.setdefault(meant.tag, set()).add(form)
    return found


@pytest.mark.parametrize(
    ("verb", "aspect", "language", "expected"),
    [
        ("передати", "p", "uk", {"past": "передали", "pres": "передадуть", "short": "передано", "part": "переданих"}),
        ("виплатити", "p", "uk", {"short": "виплачено", "pres": "виплатять"}),
        ("доставити", "p", "uk", {"short": "доставлено", "past": "доставило"}),
        ("розмістити", "p", "uk", {"short": "розміщено", "part": "розміщену"}),
        ("надіслати", "p", "uk", {"pres": "надішлють", "short": "надіслано"}),
        ("звести", "p", "uk", {"past": "звели", "short": "зведено", "pres": "зведуть"}),
        ("відкрити", "p", "uk", {"pres": "відкриє", "short": "відкрито"}),
        ("прийняти", "p", "uk", {"pres": "приймуть", "short": "прийнято"}),
        ("будувати", "i", "uk", {"pres": "будують", "future": "будуватимуть", "short": "будовано"}),
        ("прийти", "p", "uk", {"past": "прийшла", "pres": "прийде"}),
        ("отправить", "p", "ru", {"short": "отправлены", "pres": "отправят", "part": "отправленных"}),
        ("утвердить", "p", "ru", {"short": "утверждена", "pres": "утвердит"}),
        ("сократить", "p", "ru", {"short": "сокращено"}),
        ("собрать", "p", "ru", {"pres": "соберут", "short": "собрано"}),
        ("открыть", "p", "ru", {"pres": "откроют", "short": "открыт", "part": "открытого"}),
        ("прийти", "p", "ru", {"past": "пришло", "pres": "придет"}),
        ("найти", "p", "ru", {"past": "нашла", "pres": "найдут", "short": "найден"}),
        ("строить", "i", "ru", {"pres": "строят", "active": "строящий"}),
        ("завершить", "p", "ru", {"active": "завершивший", "past": "завершила"}),
    ],
)
def test_forms_are_made_from_the_infinitive(verb, aspect, language, expected):
    found = tags(verb, aspect, language)
    assert {tag: form for tag, form in expected.items() if form not in found.get(tag, ())} == {}


@pytest.mark.parametrize(
    ("word", "language", "verb", "tag"),
    [
        ("будується", "uk", "будуватися", "pres"),
        ("завершилося", "uk", "завершитися", "past"),
        ("планировалось", "ru", "планироваться", "past"),
        ("состоится", "ru", "состояться", "pres"),
    ],
)
def test_a_reflexive_form_is_known_by_its_particle(word, language, verb, tag):
    known, reflexive = readings(word, language)
    assert reflexive
    assert any(f.tag == tag and verb.startswith(f.verb[:5]) for f in known)


@pytest.mark.parametrize(
    ("word", "language", "tag"),
    [("перегрупувалися", "uk", "past"), ("пелетизується", "uk", "pres"), ("глазировано", "ru", "short")],
)
def test_an_unknown_verb_is_told_by_its_ending(word, language, tag):
    assert readings(word, language)[0][0].tag == tag


@pytest.mark.parametrize(("word", "language"), [("матеріали", "uk"), ("кредити", "uk"), ("сила", "uk"), ("дом", "ru")])
def test_a_noun_is_no_verb(word, language):
    assert readings(word, language)[0] == ()
