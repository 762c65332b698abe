"""Check *mixed_script*: a Latin letter in a Cyrillic word, or a word in the wrong script, hides from search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from korpu.kernel.finding import Finding, Proposal
from korpu.kernel.tables import rows
from korpu.statements.checks.scene import Line, Scene

_LATIN = "ABCEHIKMOPTXYaceiopxyïË"
_CYRILLIC = "АВСЕНІКМОРТХУасеіорхуїЁ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def check(scene: Scene) -> Iterator[Finding]:
    """Report words whose letters are not all of the script of the text around them."""
    for line in scene.lines:
        if not any("\u0400" <= c <= "\u04ff" for c in line.text):
            continue
        words = list(_WORD.finditer(line.text))
        scripts = [_script(w.group()) for w in words]
        for i, word in enumerate(words):
            around = {s for s in (*scripts[max(0, i - 2) : i], *scripts[i + 1 : i + 3]) if s in ("l", "c")}
            finding = _judge(line, word, scripts[i], around)
            if finding:
                yield finding


def _script(word: str) -> str:
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in word)
    latin = sum(c.isalpha() and c < "\u0250" for c in word)
    return "m" if cyrillic and latin else "c" if cyrillic else "l" if latin else "o"


def _judge(line: Line, word: re.Match[str], script: str, around: set[str]) -> Finding | None:
    text = word.group()
    if script == "m":
        return _mixed(line, word)
    if script == "l" and around == {"c"}:
        folded = text.translate(_TO_CYRILLIC)
        if all(c in _LATIN for c in text):
            # "e-mail", "a)" and "3 x 4" are Latin on purpose.
            single = len(text) == 1 and text in "iaoce" and line.text[word.end() : word.end() + 1] in (" ", ",", "")
            # A capital Latin abbreviation may be meant ("BP"); one that reads as a known Cyrillic one is not.
            glued = line.text[word.end() : word.end() + 1].isdigit()
            known = len(text) > 1 and not glued and (folded in _abbreviations() or (text.islower() and len(text) > 1))
            return (
                _finding(line, word, folded, "Latin", "warning" if single or known else "info")
                if (single or known or (text.isupper() and len(text) > 2))
                else None
            )
    if script == "c" and around == {"l"} and all(c in _CYRILLIC for c in text):
        return _finding(line, word, text.translate(_TO_LATIN), "Cyrillic", "warning")
    return None


def _mixed(line: Line, word: re.Match[str]) -> Finding:
    """Fold a word of both scripts to the one that its unmistakable letters, or most of its letters, belong to."""
    text = word.group()
    only_cyrillic = any("\u0400" <= c <= "\u04ff" and c not in _CYRILLIC for c in text)
    only_latin = any(c.isalpha() and c < "\u0250" and c not in _LATIN for c in text)
    if only_cyrillic and only_latin:
        return _finding(line, word, None, "both", "info")
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in text) * 2 >= len(text)
    to_cyrillic = only_cyrillic or (not only_latin and cyrillic)
    return _finding(line, word, text.translate(_TO_CYRILLIC if to_cyrillic else _TO_LATIN), "both", "warning")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in rows("korpu.statements.checks", "data/cyrillic_abbreviations.csv"))


def _finding(
    line: Line, word: re.Match[str], folded: str | None, letters: str, severity: Literal["warning", "info"]
) -> Finding:
    text = word.group()
    foreign = ", ".join(f"{c} U+{ord(c):04X}" for c in text if folded is None or c not in folded)
    what = "mixes Latin and Cyrillic letters" if letters == "both" else f"is spelt in {letters} letters"
    return Finding(
        "mixed_script",
        severity,
        f"“{text}” {what}; a search for the right spelling misses it.",
        line.ranges(*word.span()),
        foreign or None,
        Proposal(folded) if folded else None,
    )
