"""Kinds of things found by their words, and tracks by theirs."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import korpu.ledger
from korpu.reference.objects import load_objects
from korpu.reference.tables import rows
from korpu.reference.tracks import load_tracks, signalled

LEDGER = Path(korpu.ledger.__file__).parent


def found(text: str) -> list[str]:
    return [match.object_id for match in load_objects().find(text)]


@pytest.mark.parametrize(
    ("text", "object_id"),
    [
        ("two Schools", "school"),
        ("a swimming pool", "sports_complex"),
        ("libraries", "library"),
        ("export credit insurance", "export_credit"),
        ("memoranda of understanding", "memorandum"),
        ("шкіл", "school"),
        ("лікарень", "hospital"),
        ("підстанцію", "substation"),
        ("məktəblərin", "school"),
        ("xəstəxanada", "hospital"),
        ("больницами", "hospital"),
        ("трансформаторов", "transformer"),
        ("пам’ятника", "monument"),
    ],
)
def test_words_lead_to_things(text, object_id):
    assert found(text) == [object_id]


@pytest.mark.parametrize("text", ["портрет", "the male voice", "of course, well", "in order to"])
def test_words_that_only_look_alike(text):
    assert found(text) == []


def test_the_longest_compound_wins():
    assert found("a mine clearance machine") == ["demining_machine"]
    assert found("a machine") == []


def test_kinds_and_tracks_are_those_of_the_ledger():
    kinds = _column("kinds", "kind")
    tracks = _column("tracks", "track")
    table = rows("objects")
    assert len(table) > 200
    assert {row["kind"] for row in table} <= kinds
    assert {row["track"] for row in table if row["track"]} <= tracks
    assert set(load_tracks()) == tracks


def test_a_thing_knows_its_label_and_whether_one_can_point_at_it():
    things = load_objects()
    assert things["school"].concrete
    assert not things["memorandum"].concrete
    assert things["school"].label == "school"
    assert things.get(None) is None


def test_words_signal_tracks():
    assert signalled("medicine and a ferry") == ["humanitarian", "transport"]


@given(st.text(max_size=200))
def test_ranges_are_ordered(text):
    matches = load_objects().find(text)
    assert all(0 <= match.start < match.end <= len(text) for match in matches)
    assert all(one.end <= two.start for one, two in pairwise(matches))


def _column(table: str, column: str) -> set[str]:
    with (LEDGER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}
