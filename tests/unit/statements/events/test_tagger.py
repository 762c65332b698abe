"""Which words of a sentence are verbs."""

from __future__ import annotations

import pytest

from korpu.statements.events.tagger import tag

ROWS = [
    ("The plant supplies three villages.", ["supplies"]),
    ("Supplies of fuel arrived.", ["arrived"]),
    ("Two operating theatres were rebuilt.", ["rebuilt"]),
    ("The town had reserves for ten days.", []),
    ("They plan to visit the plant.", ["plan", "visit"]),
    ("A visit is planned.", ["planned"]),
    ("Clerks cleared 40 mines and shells since May.", ["cleared"]),
    ("Four go to Narva.", ["go"]),
    ("3,700 houses are ready.", []),
    ("The bridge, built in 1962, carries two tracks.", ["built", "carries"]),
    ("Then came 33 buses.", ["came"]),
    ("No budget exists.", ["exists"]),
    ("It cannot begin before May.", ["begin"]),
    ("The tender was annulled.", ["annulled"]),
    ("Existing lines were kept.", ["kept"]),
    ("It could in return raise the level.", ["raise"]),
    ("Last year its roof was added.", ["added"]),
]


@pytest.mark.parametrize(("sentence", "verbs"), ROWS)
def test_verbs_are_told_from_nouns(sentence: str, verbs: list[str]) -> None:
    assert [t.text for t in tag(sentence) if t.tag == "verb"] == verbs


def test_tokens_stand_where_the_text_has_them() -> None:
    text = "It doesn't work; they’ll cannot say."
    assert all(text[t.start : t.end].replace("’", "'") == t.text for t in tag(text))


def test_an_unknown_participle_is_a_verb() -> None:
    assert [t.low for t in tag("The shafts were regrouted.") if t.tag == "verb"] == ["regrouted"]
