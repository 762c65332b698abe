"""Quotes are found again as they were said, and never where they were altered."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.statements.locate import locate

TEXT = "The city’s hospital got 1.2 million  dollars\nand 3 “green” buses; they were not insured. It paid 42 million."


@pytest.mark.parametrize(
    ("quote", "tier"),
    [
        ("got 1.2 million  dollars", "exact"),
        ("got 1.2 million dollars and 3", "white space"),
        ("The city's hospital", "typography"),
        ('3 "green" buses', "typography"),
    ],
)
def test_a_quote_is_found_up_to_white_space_and_typography(quote: str, tier: str) -> None:
    found = locate(TEXT, quote)
    assert found is not None
    assert found.tier == tier


@pytest.mark.parametrize(
    "quote",
    [
        "2 million dollars",  # of 1.2 million
        "It paid 42",  # million
        "insured. It paid",  # not insured
        "pital got",
        "1.2 million Dollars",
        "they were insured",
        "42 billion",
        "",
    ],
)
def test_what_was_not_said_is_not_found(quote: str) -> None:
    assert locate(TEXT, quote) is None


def test_of_several_places_the_nearest_is_taken() -> None:
    text = "Four buses came. Later four buses left. At last four buses returned."
    assert locate(text, "four buses", near=50) is not None
    found = locate(text, "four buses", near=60)
    assert found is not None
    assert (found.start, found.times) == (text.rindex("four"), 2)


@given(st.text(alphabet="ab1 .\n’'", max_size=60), st.data())
def test_a_span_is_always_what_the_quote_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = locate(text, quote)
    if found:
        squeezed = re.sub(r"\s+", " ", quote.strip()).replace("’", "'")
        assert re.sub(r"\s+", " ", text[found.start : found.end]).replace("’", "'") == squeezed


def other_digit(quote: str, pick: random.Random) -> str | None:
    digits = [i for i, char in enumerate(quote) if char.isdigit()]
    if not digits:
        return None
    i = pick.choice(digits)
    return quote[:i] + pick.choice([d for d in "123456789" if d != quote[i]]) + quote[i + 1 :]


def negated(quote: str, pick: random.Random) -> str | None:
    verbs = list(re.finditer(r"\b(?:is|are|was|were|has|have|will|been|be|had)\b", quote))
    if not verbs:
        return None
    at = pick.choice(verbs).end()
    return f"{quote[:at]} not{quote[at:]}"


def scaled(quote: str, pick: random.Random) -> str | None:
    words = {"million": "billion", "billion": "million", "thousand": "million", "hundred": "thousand"}
    if found := re.search("|".join(words), quote):
        return quote[: found.start()] + words[found[0]] + quote[found.end() :]
    found = re.search(r"\d+", quote)
    return quote[: found.end()] + pick.choice(["0", "00", "000"]) + quote[found.end() :] if found else None


def test_a_hundred_altered_quotes_are_refused(shared: Path, interview: str) -> None:
    pick = random.Random(7)
    quotes = [fact["quote"] for fact in json.loads((shared / "interview" / "facts.json").read_text("utf-8"))]
    altering: list[Callable[[str, random.Random], str | None]] = [other_digit, negated, scaled]
    altered = [new for quote in quotes for alter in altering if (new := alter(quote, pick)) is not None]
    assert len(altered) >= 100
    assert [quote for quote in altered if locate(interview, quote) is not None] == []
    pairs = [(quote, locate(interview, quote)) for quote in quotes]
    assert [quote for quote, found in pairs if found is None] == []
