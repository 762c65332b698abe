"""Tells whether the names of a Cyrillic text and of its English version can be the same, by sound."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from korpu.kernel.tables import rows

_LETTERS = "абвгґдежзиійклмнопрстуфхцчшщыэ"
_SOUNDS = "a b v h g d e zh z y i i k l m n o p r s t u f kh ts ch sh shch y e"
_ROMAN = dict(zip(_LETTERS, _SOUNDS.split(), strict=True))
_ROMAN |= {"є": "ie", "ї": "i", "ю": "iu", "я": "ia", "ё": "io", "ь": "", "ъ": ""}
_CYRILLIC_NAME = re.compile(r"(?<![.!?…:]\s)(?<!^)\b[А-ЯІЇЄҐ][а-яіїєґ'’]{3,}")
_LATIN_NAME = re.compile(r"(?<![.!?…:]\s)(?<!^)\b[A-Z][a-z'’]{3,}")
_MONTHS = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_ALIKE = 0.6
# Capitals of office and institution are translated, not sounded.
_TITLE = re.compile(
    r"(?:Ambassador|President|Minist|Head|Chair|Embassy|Parliament|Council|Government|Cent|Park|Library|Deputy|Prime|"
    r"Mayor|Governor|Republic|Region|Oblast|State|National|Service|Emergency|Military|Administration|Agency|University|"
    r"School|Day|Speaker|House|Посо?л|Президент|Міністр|Міністерств|Голов|Очільник|Прем|Парламент|Рад|Уряд|Центр|Парк|"
    r"Бібліотек|Мер|Губернатор|Республік|Облас|Держав|Націонал|Служб|Агентств|Університет|Школ|День|Дня|Верховн)"
)


@cache
def _exonyms() -> tuple[str, ...]:
    return tuple(row["stem"] for row in rows("korpu.statements.checks", "data/exonyms_uk.csv"))


def romanised(word: str) -> str:
    """Write a Cyrillic word in Latin letters, the Ukrainian way.

    >>> romanised("Охтирка")
    'okhtyrka'
    """
    return "".join(_ROMAN.get(c, c) for c in word.lower())


def _sound(word: str) -> str:
    """What is left of a name when spellings are levelled: g and h, y and i, double letters, vowels but the first."""
    bare = re.sub(r"[^a-z]", "", word.lower()).replace("kh", "h").replace("g", "h").replace("j", "zh").replace("w", "v")
    bare = bare.replace("q", "k").replace("x", "h").replace("c", "k").replace("kh", "ch").replace("y", "i")
    return bare[:1] + re.sub(r"[aeiou]|(.)(?=\1)", "", bare[1:])


def unmatched(cyrillic: str, latin: str) -> tuple[str, str] | None:
    """Return a name of each text that sounds like no word of the other, None if either text has none."""
    all_latin = [_sound(w) for w in re.findall(r"[A-Za-z'’]{3,}", latin)]
    all_cyrillic = [_sound(romanised(w)) for w in re.findall(r"[А-ЯІЇЄҐа-яіїєґ'’]{3,}", cyrillic)]
    lost = [
        w
        for w in _CYRILLIC_NAME.findall(cyrillic)
        if not _TITLE.match(w) and not _heard(_sound(romanised(w)), all_latin)
    ]
    alien = [
        w
        for w in _LATIN_NAME.findall(latin)
        if not (_MONTHS.match(w) or _TITLE.match(w)) and not _heard(_sound(w), all_cyrillic)
    ]
    if len(lost) != 1 or len(alien) != 1 or lost[0].startswith(_exonyms()):
        return None
    return lost[0], alien[0]


def as_places(names: tuple[str, str], cyrillic: str, latin: str) -> bool:
    """Whether both names stand where a place stands: "у Полтаві", "in Odesa"."""
    there = re.search(rf"\b(?:у|в|до|з|із|зі|на|біля|під)\s+{re.escape(names[0])}", cyrillic, re.IGNORECASE)
    here = re.search(rf"\b(?:in|to|from|at|near|of)\s+{re.escape(names[1])}", latin, re.IGNORECASE)
    return there is not None and here is not None


def _heard(sound: str, others: list[str]) -> bool:
    """Endings differ by case, so only as much as the shorter name has is compared."""
    for other in others:
        size = max(3, min(len(sound), len(other)))
        if SequenceMatcher(None, sound[:size], other[:size], autojunk=False).ratio() >= _ALIKE:
            return True
    return False
