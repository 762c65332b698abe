"""A trie of words: every form of every name, searched once over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from korpu.reference.cases import adjective_forms, case_forms, modifier_forms

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][А-Яа-яІіЇїЄєҐґЁё]+)*")
_APOSTROPHE = re.compile("[’ʼ]")
# What may stand between two words of one name: a space, a line's end, a hyphen, an apostrophe, "St. ".
_GAP = re.compile(r"[ \u00a0\t]?[-–—&'’ʼ.«“„\"]?[ \u00a0\t]?\n?[ \u00a0\t]?")
_AZ_ENDINGS = frozenset(
    re.findall(
        r"\w+",
        "n ın in un ün nın nin nun nün a ə ya yə na nə ı i u ü nı ni nu nü yı yi yu yü da də ta tə nda ndə dan dən tan "
        "tən ndan ndən la lə yla ylə dakı dəki takı təki ndakı ndəki dır dir dur dür lar lər ların lərin",
    )
)
_AZ_VOWELS = frozenset("aəıioöuüeAƏIİOÖUÜE")
# A country beside one of these is part of a currency's name, as in "US dollars" or "доларів США".
_MONEY = re.compile(
    r"(?:dollar|франк|franc|манат|manat|л[іи]р|lira|lei\b|leu\b|пес[оа]|peso|rupee|pound|yuan|долл?ар)", re.I
)
_END = ""
# In a long name only the first words are declined: Європейського банку реконструкції та розвитку.
_BENT = 2


class Index:
    """Where each form leads: nested dicts by word; the entry under the empty word is (id, adjective, azerbaijani)."""

    def __init__(self) -> None:
        """Start with no names."""
        self._root: dict[str, Any] = {}

    def add(self, form: str, name_id: str, language: str, *, adjective: bool) -> None:
        """Put in a form with its cases; where a form is taken already, the first holds."""
        nodes = [self._root]
        words = _WORD.findall(_APOSTROPHE.sub("'", form))
        for place, word in enumerate(words, start=1):
            if place > _BENT:
                forms: tuple[str, ...] = (word,)
            elif adjective:
                forms = adjective_forms(word, language)
            else:
                forms = (case_forms if place == len(words) else modifier_forms)(word, language)
            nodes = [node.setdefault(bent, {}) for node in nodes for bent in forms]
        for node in nodes:
            if node is not self._root:
                held = node.setdefault(_END, (name_id, adjective, language == "az"))
                if language == "az" and held[:2] == (name_id, adjective):
                    # Spelt as in English, it still takes Azerbaijani endings: Poltavada.
                    node[_END] = (name_id, adjective, True)

    def find(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        """Yield (start, end, id, adjective) of the longest names, from left to right, none within another."""
        words = [(_APOSTROPHE.sub("'", m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            hit = self._longest(text, words, at)
            if hit is None:
                at += 1
                continue
            after, end, (name_id, adjective, _) = hit
            if not self._money(words, at, after):
                yield words[at][1], end, name_id, adjective
            at = after

    def _longest(self, text: str, words: list[tuple[str, int, int]], at: int) -> tuple[int, int, Any] | None:
        """Return (index of the word after, end of the range, entry) of the longest name that starts at a word."""
        node, best, here = self._root, None, at
        while here < len(words):
            word, start, end = words[here]
            if here > at and not _GAP.fullmatch(text, words[here - 1][2], start):
                break
            ended = self._azerbaijani(node, word)
            if ended is not None:
                best = (here + 1, end, ended)
            step = node.get(word)
            if step is None and here == at and word[0].isupper():
                step = node.get(word[0].lower() + word[1:])
            if step is None:
                break
            node = step
            here += 1
            if _END in node:
                best = (here, end, node[_END])
        return best

    @staticmethod
    def _azerbaijani(node: dict[str, Any], word: str) -> Any:
        """Return the entry of an Azerbaijani form that the word is a case of, as Bakıda is of Bakı."""
        for cut in range(1, min(5, len(word) - 2)):
            stem, ending = word[:-cut], word[-cut:]
            if ending in _AZ_ENDINGS and stem in node:
                entry = node[stem].get(_END)
                if entry is not None and entry[2] and (ending != "n" or stem[-1] in _AZ_VOWELS):
                    return entry
        return None

    @staticmethod
    def _money(words: list[tuple[str, int, int]], at: int, after: int) -> bool:
        """Whether the name is part of a currency's name."""
        following = after < len(words) and words[after][1] - words[after - 1][2] == 1
        preceding = at > 0 and words[at][1] - words[at - 1][2] == 1 and words[at][0] in ("США", "Канади", "Канады")
        return bool((following and _MONEY.match(words[after][0])) or (preceding and _MONEY.match(words[at - 1][0])))
