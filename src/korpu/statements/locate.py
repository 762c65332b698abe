"""Finds a quote again in a text: exactly, or up to white space or typography; a quote that was altered is refused.

Nothing is ever matched by likeness. A quote must also begin and end where words and figures do: "2 million" is not
found in "1.2 million", nor "was delivered" where "never was delivered" stands, nor "42" where "million" follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from korpu.kernel.finding import Range

Tier = Literal["exact", "white space", "typography"]

_SAME = str.maketrans(
    dict.fromkeys("‘’‛ʼ′`´ʹ", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None) | {"…": "..."}
)  # fmt: skip
_HYPHENS = frozenset("-‐‑")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|without|cannot|не|ні|ані|ніколи|без|ни|никогда|heç|nə)|n['’]t)\s+\Z",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"[\s\u00a0-]*(?:%|percent\b|per cent\b|hundred|thousand|million|billion|trillion|mln\b|bn\b|тис|тыс|млн|млрд|трлн|"
    r"мільйон|мільярд|миллион|миллиард|трильйон|триллион|сот|min\b|milyon|milyard|trilyon|faiz)",
    re.IGNORECASE,
)


_FIGURE = re.compile(r"\d[.,]\d|(?<!\d)\d{1,3}[ \u00a0\u202f]\d{3}(?!\d)")


@dataclass(frozen=True)
class Located:
    """Where a quote stands: its range in the canonical text, how it was found, and how often it stands there."""

    start: int
    end: int
    tier: Tier
    times: int

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The range as evidence holds it."""
        return ((self.start, self.end),)


def locate(text: str, quote: str, near: int | None = None) -> Located | None:
    r"""Return where a quote stands in a text, or None if the text does not say it in these words.

    Of several places the one nearest to the offset `near` is taken, else the first; `times` says how many there are.

    >>> locate("In 2024 it paid\\n5 million.", "paid 5 million")
    Located(start=11, end=25, tier='white space', times=1)
    >>> locate("In 2024 it paid 5 million.", "paid 5")
    """
    wanted = quote.strip()
    if not wanted:
        return None
    for tier in ("exact", "white space", "typography"):
        found = [(a, b) for a, b in _places(text, wanted, tier) if _whole(text, a, b)]
        if found:
            start, end = min(found, key=lambda place: abs(place[0] - near)) if near is not None else found[0]
            return Located(start, end, tier, len(found))
    return None


def _places(text: str, quote: str, tier: Tier) -> Iterator[Range]:
    """Yield every place of a quote in the text as one tier sees both."""
    if tier == "exact":
        yield from _all(text, quote)
        return
    view, places = _view(text, typography=tier == "typography")
    seen, _ = _view(quote, typography=tier == "typography")
    if seen.strip():
        for start, end in _all(view, seen.strip()):
            yield places[start], places[end - 1] + 1


def _all(text: str, quote: str) -> Iterator[Range]:
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


def _view(text: str, *, typography: bool) -> tuple[str, list[int]]:
    """Return the text with one blank for any white space, and for each of its characters the offset in the text."""
    seen: list[str] = []
    places: list[int] = []
    for i, char in enumerate(text):
        if typography and char in _HYPHENS and _in_word(text, i):
            continue  # a compound cut at the end of a line has lost its hyphen
        if char.isspace():
            if seen and seen[-1] != " ":
                seen.append(" ")
                places.append(i)
            continue
        plain = _plain(char) if typography else char
        seen += plain
        places += [i] * len(plain)
    return "".join(seen), places


def _in_word(text: str, i: int) -> bool:
    return 0 < i < len(text) - 1 and text[i - 1].isalpha() and text[i + 1].isalpha()


def _plain(char: str) -> str:
    """Return a character without what only typesetting gives it; figures raised or circled stay what they are."""
    if char.isascii():
        return char
    if char in _INVISIBLE:
        return ""
    if "\ufb00" <= char <= "\ufb06":  # ligatures
        return unicodedata.normalize("NFKC", char)
    return char.translate(_SAME)


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a place begins and ends with whole words and figures, cut off from no negation and no scale word."""
    first, last = text[start], text[end - 1]
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if first.isalnum() and (re.search(r"\w['’ʼ]?\Z", before) or (first.isdigit() and _cut_figure(text, start))):
        return False
    if last.isalnum() and re.match(r"['’ʼ]?\w", after):
        return False
    if last.isdigit() and (_cut_figure(text, end) or _SCALE.match(after)):
        return False
    return not (first.isalpha() and _NEGATION.search(before))


def _cut_figure(text: str, at: int) -> bool:
    """Say whether an offset, or the mark beside it, parts the digits of one figure: 1.2, 1,200 or 1 200."""
    around = text[max(0, at - 5) : at + 5]
    middle = at - max(0, at - 5)
    return any(match.start() < middle < match.end() for match in _FIGURE.finditer(around))
