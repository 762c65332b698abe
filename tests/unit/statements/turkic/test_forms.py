"""The endings of Azerbaijani verbs and nouns."""

from __future__ import annotations

import pytest

from korpu.statements.figures.endings import inflected, is_form_of
from korpu.statements.turkic.forms import ending
from korpu.statements.turkic.predicates import find
from korpu.statements.turkic.tokens import lower, tokenize


@pytest.mark.parametrize(
    ("text", "passive", "negated", "name"),
    [
        ("ib", False, False, "perfect"),
        ("ilməyib", True, True, "perfect"),
        ("ildi", True, False, "past"),
        ("ir", False, False, "present"),
        ("mir", False, True, "present"),
        ("iləcək", True, False, "future"),
        ("məlidir", False, False, "must"),
        ("məkdədir", False, False, "aspect"),
        ("ilsin", True, False, "order"),
        ("ən", False, False, "doer"),
        ("diyini", False, False, "done"),
        ("əcəyini", False, False, "coming"),
        ("ilməsi", True, False, "noun"),
        ("məyə", False, False, "infinitive"),
        ("ərək", False, False, "converb"),
        ("məz", False, True, "never"),
    ],
)
def test_endings(text, passive, negated, name):
    assert ending(text) == (passive, negated, name)


@pytest.mark.parametrize("text", ["", "xana", "z", "çı", "lıq"])
def test_what_is_no_ending_of_a_verb(text):
    assert ending(text) is None


def test_a_compound_verb_is_found_with_its_noun():
    tokens = tokenize("Məktəb istifadəyə verilib, yol isə təmir olunmayıb.")
    found = find(tokens)
    assert [(tokens[p.first].low, p.cls, p.negated) for p in found] == [
        ("istifadəyə", "open", False),
        ("təmir", "build", True),
    ]


def test_what_can_be_done_is_one_predicate():
    (found,) = find(tokenize("Liman bu yükləri qəbul edə bilər."))
    assert (found.able, found.tense) == (True, "aorist")


def test_dotted_and_dotless_i():
    assert lower("İRPENDƏ QIŞ") == "irpendə qış"


def test_nouns_take_endings_in_harmony():
    assert {"manatdan", "manatı", "manatlıq"} <= set(inflected("manat"))
    assert {"avronun", "avrodur", "avrosunu"} <= set(inflected("avro"))
    assert is_form_of("fevralın", "fevral")
    assert not is_form_of("mayor", "may")
