"""The endings that Azerbaijani nouns and numbers take: plural, owner, case, "which is", "as far as"."""

from __future__ import annotations

import re
from functools import lru_cache

_V = "[ıiuü]"
_A = "[aə]"
NOUN_ENDING = re.compile(
    rf"(?:l{_A}r)?(?:{_V}m{_V}z|s?{_V})?"
    rf"(?:n?{_V}n|[yn]?{_V}|[yn]?{_A}(?:d{_A}k)?|n?d{_A}n?|n?d{_A}k[ıi](?:l{_A}r)?(?:n[ıi]n|n?d{_A}n?|n[ıi]|n{_A})?|y?l{_A}|l{_V}[kqğy](?:{_V}n?d?{_A}?n?)?)?"
    rf"(?:d{_A}k)?(?:d{_V}r(?:l{_A}r)?)?"
)
"""What may stand behind a noun; it accepts more than is written, as a form that nobody writes does no harm."""

_HIGH = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ə": "i", "i": "i", "e": "i", "ö": "ü", "ü": "ü"}
_AFTER_CONSONANT = (
    "V A dA dAn Vn VnV VnA VndA VndAn VnVn lAr lArV lArVn lArA lArdA lArdAn lVk dVr VdVr lArVnV lArVnA lArVndAn "
    "lArVndA Adək VnAdək V lA VylA lVKV lVKdA lArlA VdV"
)
_AFTER_VOWEL = (
    "nV yV yA dA dAn nVn sV sVnV sVnA sVndA sVndAn sVnVn lAr lArV lArVn lArA lArdA lArdAn lVk dVr sVdVr lArVnV lArVnA "
    "lArVndAn lArVndA yAdək nA ndA ndAn sVnAdək ylA sVylA lVKV lVKdA dV yVdV nVnkV nAdək"
)


@lru_cache(maxsize=4096)
def inflected(word: str) -> tuple[str, ...]:
    """Return the forms of a word of lower case with the usual endings in vowel harmony; the word itself is the first.

    >>> "dollarından" in inflected("dolları"), "avrodur" in inflected("avro"), "məktəbə" in inflected("məktəb")
    (True, True, True)
    """
    vowels = [letter for letter in word if letter in _HIGH]
    if not vowels:
        return (word,)
    high = _HIGH[vowels[-1]]
    low = "a" if vowels[-1] in "aıou" else "ə"
    hard = {"V": high, "A": low, "K": "ğ" if low == "a" else "y"}
    soft = "q" if low == "a" else "k"
    endings = _AFTER_VOWEL if word[-1] in _HIGH else _AFTER_CONSONANT
    forms = [word]
    for ending in endings.split(" "):
        front, plural, back = ending.partition("lAr")
        after = {**hard, "V": "ı" if low == "a" else "i"} if plural else hard
        spelled = "".join(hard.get(letter, letter) for letter in front + plural)
        spelled += "".join(after.get(letter, letter) for letter in back)
        if ending == "lVk":
            spelled = spelled[:-1] + soft
        forms.append(word + spelled)
    return tuple(dict.fromkeys(forms))


def is_form_of(word: str, stem: str) -> bool:
    """Say whether a word is a stem with endings of a noun behind it."""
    return word.startswith(stem) and NOUN_ENDING.fullmatch(word, len(stem)) is not None
