"""Whatever the text: spans are exact; whatever the number: its words are read back."""

import itertools
from decimal import Decimal
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.statements.figures.lexicon import lexicon
from korpu.statements.figures.numerals import literal, read_number
from korpu.statements.figures.tokens import tokenize

# fmt: off
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PIECES = (
    "the", "of", "in", "to", "from", "over", "about", "almost", "million", "billion", "dollars", "euros", "EUR", "USD",
    "$", "€", "5", "12", "270", "7.6", "17,000", "457.000", "2023", "2025-2027", "March", "May", "15", "first",
    "second", "half", "twice", "three-fold", "one", "two", "hundred", "and", "a", "dozen", "children", "projects",
    "km", "MW", "%", "per", "cent", "times", ".", ",", ";", "-", "–", "(", ")", ":", "/", "year", "this", "last",
    "next", "млн", "грн", "січня", "року", "16", "yanvar", "2026-cı", "il", "milyon",
)
# fmt: on


def below_hundred(n):
    return SMALL[n] if n < 20 else TENS[n // 10 - 2] + (f"-{SMALL[n % 10]}" if n % 10 else "")


def below_thousand(n):
    hundreds, rest = divmod(n, 100)
    parts = [f"{SMALL[hundreds]} hundred"] if hundreds else []
    return " and ".join(parts + ([below_hundred(rest)] if rest or not parts else []))


def spelled(n):
    parts = []
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        count, n = divmod(n, size)
        if count:
            parts.append(f"{below_thousand(count)} {name}")
    if n or not parts:
        joiner = "and " if parts and n < 100 and parts[-1].endswith("thousand") else ""
        parts.append(joiner + below_thousand(n))
    return " ".join(parts)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_english_number_words_are_read_back(n):
    words = spelled(n)
    tokens = tokenize(words, "en")
    number = read_number(tokens, 0, lexicon("en"))
    assert number is not None
    assert (number.value, number.end) == (n, len(tokens))


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read_back_in_every_style(n):
    for mark in (",", " ", "\u00a0"):
        assert literal(f"{n:,}".replace(",", mark), "en") == n
    assert literal(f"{n:,}".replace(",", "."), "en") == n
    assert literal(f"{n:,}.25", "en") == n + Decimal("0.25")


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([None, "2025-05", "2025-05-10"]))
def test_every_span_is_exact_in_order_and_apart(read, pieces, published):
    text = " ".join(pieces)
    found = read(text, published)
    assert all(text[f.start : f.end] == f.text and f.text for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(f.number is None or f.number >= 0 for f in found)


@given(st.text(max_size=200))
def test_no_text_whatever_breaks_the_reading(read, text):
    assert all(text[f.start : f.end] == f.text for f in read(text, "2025-05"))


def test_a_table_without_full_stops_is_read_in_linear_time(read):
    rows = "12 pumps in 2024 or 5 to 7, " * 3000
    started = process_time()
    assert len(read(rows)) == 4 * 3000
    assert process_time() - started < 5


def test_a_run_of_digits_too_long_for_any_amount_is_no_figure(read):
    assert read("The key is " + "1" * 5000 + " and no more.") == ()
