"""Towns that no table knows are places all the same; months and institutions are not."""

from __future__ import annotations

import pytest

from korpu.reference.names import load_names
from korpu.statements.events.unknown_places import unknown_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The clinic in Kisumu was finished.", ["Kisumu"]),
        ("A bridge near Darkhan-Uul, built in 2023.", ["Darkhan-Uul"]),
        ("The port of Lüderitz reopened.", ["Lüderitz"]),
        ("Delivered in March, debated in Parliament.", []),
        ("Signed in Kyiv.", []),
        ("It lies in Parliament House Square.", []),
        ("Written in English in Annex II.", []),
    ],
)
def test_places_that_no_table_knows(text: str, places: list[str]) -> None:
    assert [m.text for m in unknown_places(text, load_names().find(text))] == places
