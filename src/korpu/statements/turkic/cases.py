"""The case of an Azerbaijani noun by its ending: who gives, to whom, where and whose."""

from __future__ import annotations

import re

from korpu.statements.turkic.tokens import lower

_ENDINGS = (
    ("locative", re.compile(r"(?:n?d[aə]|n?d[aə]k[ıi](?:l[aə]r)?)$")),
    ("ablative", re.compile(r"n?d[aə]n$")),
    ("genitive", re.compile(r"n?[ıiuü]n$")),
    ("with", re.compile(r"(?:yl[aə]|l[aə])$")),
    ("dative", re.compile(r"(?:[yn][aə]|[^aəeoöuüıiyn][aə])$")),
)
_VOWEL_NOUNS = re.compile(
    r"(?:xana|layihə|bağça|bərə|vasitə|ölkə|idarə|palata|nümayəndə|dəfə|həftə|kilsə|təpə|ailə|rəhbərə|poliklinika|"
    r"texnika|məhəllə|mərhələ|hissə|dəstə|meydança|sərgi|bəndə|sahə|tərəfə|təhlükə|komanda|kampaniya|stansiya|avadanlıqda|"
    r"yarımstansiya|mina|qəsəbə|şöbə|nahiyə|küçə|müəssisə|vəzifə|müddə|cərimə|ianə|hədiyyə|töhfə|ikinə|lövhə|maddə|"
    r"kitabxana|parta|lampa|pəncərə|şüşə|kiçə|ambulatoriya|laboratoriya|batareya|turba|boru|mina|m[aə]|çanta|lopata|avtobus)$"
)


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
    elif _VOWEL_NOUNS.search(low):
        return "nominative"
    for name, pattern in _ENDINGS:
        if pattern.search(low) or (form is not None and name == "dative" and low in ("a", "ə", "ya", "yə", "na", "nə")):
            return name
    return "nominative"
