"""Words by their stems: "schools" is found by "school", "шкіл" and "школою" by "школ*", "məktəbin" by "məktəb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][а-яіїєґё]+)*", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0\t]?[-–'’ʼ]?[ \u00a0\t]?\n?[ \u00a0\t]?")
_END = ""
_CYRILLIC, _AZERBAIJANI = "*", "~"
_MARKS = {"en": "", "az": _AZERBAIJANI}
# After a short stem only what looks like a case ending counts: "порт" is in "портами" but not in "портрет".
_ENDING = re.compile(r"[а-яіїєґё]{0,2}[аеєиіїоуюяыэёйвмхь]|")
# Plural, possessive, then case: məktəb-lər-i-ndə.
_AZ_ENDING = re.compile(
    r"(?:lar|lər)?(?:s?[ıiuü]|[ıiuü]?m[ıiuü]z)?"
    r"(?:n?[ıiuü]n|[yn]?[ıiuü]|[yn]?[aə]|n?[dt][aə]n?|n?[dt][aə]k[ıi]|y?l[aə]|d[ıiuü]r|l[ıiuü])?"
)
_APOSTROPHE = re.compile("[’ʼ]")


class StemIndex:
    """A trie of words. English words match whole, with a plural; words of other languages match by their beginning."""

    def __init__(self) -> None:
        """Start with no words."""
        self._root: dict[str, Any] = {}

    def add(self, words: str, target: str, language: str) -> None:
        """Put in one word or a compound; where the words are taken already, the first holds."""
        node = self._root
        parts = _WORD.findall(words.lower())
        for part in parts:
            node = node.setdefault(part + _MARKS.get(language, _CYRILLIC), {})
        node.setdefault(_END, target)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, target) of the longest matches, from left to right, none within another."""
        words = [(_APOSTROPHE.sub("'", m.group().lower()), m.start(), m.end()) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            hit = self._longest(text, words, at, self._root)
            if hit is None:
                at += 1
            else:
                yield words[at][1], words[hit[0] - 1][2], hit[1]
                at = hit[0]

    def _longest(
        self, text: str, words: list[tuple[str, int, int]], here: int, node: dict[str, Any]
    ) -> tuple[int, str] | None:
        """Return (index of the word after, target) of the longest compound that goes on at a word."""
        best: tuple[int, str] | None = None
        for step in _steps(node, words[here][0]):
            further = None
            if here + 1 < len(words) and _GAP.fullmatch(text, words[here][2], words[here + 1][1]):
                further = self._longest(text, words, here + 1, step)
            if further is None and _END in step:
                further = (here + 1, step[_END])
            if further is not None and (best is None or further[0] > best[0]):
                best = further
        return best


def _steps(node: dict[str, Any], word: str) -> Iterator[dict[str, Any]]:
    """Yield the nodes a word leads to: itself, its English singular, then its beginnings, the longest first."""
    whole = node.get(word)
    if whole is not None:
        yield whole
    elif word.isascii():
        for singular in _singulars(word):
            if singular and singular in node:
                yield node[singular]
    for cut in range(min(9, len(word) - 2)):
        stem, ending = word[: len(word) - cut], word[len(word) - cut :]
        if stem + _CYRILLIC in node and ((len(stem) > 4 and cut < 6) or _ENDING.fullmatch(ending)):
            yield node[stem + _CYRILLIC]
        if stem + _AZERBAIJANI in node and _AZ_ENDING.fullmatch(ending):
            yield node[stem + _AZERBAIJANI]


def _singulars(word: str) -> Iterator[str]:
    """Yield what an English plural may be the plural of."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
