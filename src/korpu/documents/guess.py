"""Guesses between the two old one-byte encodings of the region, and only when the letters leave no doubt."""

from __future__ import annotations

import re

# The commonest letters of Ukrainian and Russian running text; together over half of it.
_COMMON = frozenset("оаеинтсрві")
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]+(?:['’ʼ-][А-Яа-яЁёІіЇїЄєҐґ]+)*")
_MIXED = re.compile(r"[A-Za-z][А-Яа-яЁёІіЇїЄєҐґ]|[А-Яа-яЁёІіЇїЄєҐґ][A-Za-z]|[а-яёіїєґ][А-ЯЁІЇЄҐ]")
_MARKS = frozenset("‘’“”„«»–—…•№°§©®€\u00a0‚‹›")
_TURKIC = frozenset("ÇçĞğİıÖöŞşÜüÂâÎîÛû")


def guess(raw: bytes) -> str | None:
    """Return cp1251 or cp1254 where the text can hardly be anything else, else None."""
    for encoding, fits in (("cp1251", _is_cyrillic), ("cp1254", _is_turkic)):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if fits(text):
            return encoding
    return None


def _is_cyrillic(text: str) -> bool:
    """Whether nearly every foreign character is a Cyrillic letter in a word that is written as words are."""
    foreign = [c for c in text if ord(c) > 127]
    words = _CYRILLIC_WORD.findall(text)
    letters = "".join(words).lower()
    if len(letters) < 12 or not any(len(word) > 3 for word in words):
        return False
    known = sum(1 for c in foreign if c in _MARKS) + sum(1 for c in "".join(words) if ord(c) > 127)
    common = sum(1 for c in letters if c in _COMMON)
    return (
        known >= 0.98 * len(foreign) and common >= 0.4 * len(letters) and len(_MIXED.findall(text)) * 50 <= len(words)
    )


def _is_turkic(text: str) -> bool:
    """Whether the text is Latin with a sprinkling of Turkish letters and nothing else foreign but punctuation."""
    foreign = [c for c in text if ord(c) > 127]
    latin = sum(1 for c in text if c.isascii() and c.isalpha())
    known = all(c in _TURKIC or c in _MARKS for c in foreign)
    return known and latin >= 20 and len(foreign) * 3 <= latin and any(c in _TURKIC for c in foreign)
