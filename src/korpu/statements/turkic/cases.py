"""The case of an Azerbaijani noun by its ending: who gives, to whom, where and whose."""

from __future__ import annotations

import re
from functools import cache

from korpu.statements.turkic.lexicon import word_list
from korpu.statements.turkic.tokens import lower

_ENDINGS = (
    ("locative", re.compile(r"(?:n?d[aə]|n?d[aə]k[ıi](?:l[aə]r)?)$")),
    ("ablative", re.compile(r"n?d[aə]n$")),
    ("genitive", re.compile(r"n?[ıiuü]n$")),
    ("with", re.compile(r"(?:yl[aə]|l[aə])$")),
    ("dative", re.compile(r"(?:[yn][aə]|[^aəeoöuüıiyn][aə])$")),
)


@cache
def _vowel_nouns() -> re.Pattern[str]:
    """Return what matches nouns that end in a vowel in their nominative, "layihə", and verbal nouns, "qazma"."""
    return re.compile(rf"(?:{'|'.join(sorted(word_list('vowel noun')))}|iya|m[aə])$")


def case_of(word: str, form: str | None = None) -> str:
    """Return the case of a word: nominative, dative, locative, ablative, genitive or with.

    `form` is its nominative where that is known: "Bakıda" of "Bakı" is locative, "Odessa" of "Odessa" nominative.

    >>> case_of("Bakıda"), case_of("Odessa", "Odessa"), case_of("layihə")
    ('locative', 'nominative', 'nominative')
    """
    low = lower(word)
    if form is not None:
        low = low.removeprefix(lower(form))
        if not low:
            return "nominative"
    elif _vowel_nouns().search(low):
        return "nominative"
    for name, pattern in _ENDINGS:
        if pattern.search(low) or (form is not None and name == "dative" and low in ("a", "ə", "ya", "yə", "na", "nə")):
            return name
    return "nominative"
