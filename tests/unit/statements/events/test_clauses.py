"""How a sentence falls into clauses."""

from __future__ import annotations

import pytest

ROWS = [
    ("The hospital, which opened in May, treats children.", [("relative", "open"), ("main", "treat")]),
    ("The road was cut and the builder withdrew.", [("main", "cut"), ("coord", "withdraw")]),
    ("One has arrived; the other will follow.", [("main", "arrive"), ("main", "follow")]),
    ("She said that work had begun.", [("main", "say"), ("complement", "begin")]),
    ("If the bank agrees, work could begin.", [("sub", "agree"), ("main", "begin")]),
    ("Trade, I regret to say, has not kept pace.", [("main", "keep")]),
    ("Dredging at the pier cannot begin.", [("main", "begin")]),
    ("Passenger trains on the wide gauge could run again.", [("main", "run")]),
    ("A cable laid in 2019 links the islands.", [("participle", "lay"), ("main", "link")]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_clauses_are_cut_and_named(cut, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.kind, c.group.verb.lemma) for _, c in cut(sentence)] == expected


def test_a_semicolon_parts_what_stands_on_either_side(cut) -> None:
    words = [text for text, _ in cut("The first pier is ready; the second stands in water.")]
    assert words == ["The first pier is ready", "the second stands in water."]


def test_a_stretch_without_a_verb_stays_with_the_clause_before(cut) -> None:
    assert [text for text, _ in cut("We want one pier; from 2030 two piers.")] == [
        "We want one pier; from 2030 two piers."
    ]
