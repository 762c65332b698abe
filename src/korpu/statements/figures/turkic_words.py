"""The words of Azerbaijani times: months, seasons, parts of a period, years, "last" and "next"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from korpu.statements.figures.endings import is_form_of
from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.turkic_day import joined_suffix

_MONTHS = (
    "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr",
)  # fmt: skip
_SEASONS = {"yaz": 21, "bahar": 21, "yay": 22, "payız": 23, "qış": 24}
_PARTS = {
    "əvvəl": "early", "başlanğıc": "early", "orta": "mid", "son": "late", "axır": "late",
}  # fmt: skip
SHIFTS = {
    "ötən": -1, "keçən": -1, "keçmiş": -1, "əvvəlki": -1, "bu": 0, "cari": 0, "carı": 0, "builki": 0, "hazırkı": 0,
    "gələn": 1, "növbəti": 1, "qarşıdakı": 1,
}  # fmt: skip
_KINDS_OF_YEAR = frozenset(["tədris", "dərs", "maliyyə", "büdcə", "təqvim"])
MARKS = frozenset(["ci", "cı", "cu", "cü"])


@cache
def month_of(word: str) -> int | None:
    """Return the month that a word names, with any endings.

    >>> month_of("fevralın"), month_of("mayın"), month_of("mayor")
    (2, 5, None)
    """
    return next((k for k, stem in enumerate(_MONTHS, 1) if is_form_of(word, stem)), None)


@cache
def season_of(word: str) -> int | None:
    """Return the season that a word names, with any endings."""
    if word in ("yazı", "yazın", "yaza", "yazdır", "yayı", "yayın", "yaya", "yayla", "yazıdır", "yazılar", "yayda"):
        return {"yazın": 21, "yaza": 21, "yayın": 22, "yayda": 22}.get(word)
    return next((v for stem, v in _SEASONS.items() if is_form_of(word, stem)), None)


@cache
def bent(word: str, stem: str) -> bool:
    """Say whether a word is a stem with endings."""
    return is_form_of(word, stem)


def year_word(token: Token) -> bool:
    """Say whether a token is the word for year, with any ending but that of "with"."""
    return token.low.startswith("il") and token.low != "ilə" and (bent(token.low, "il") or token.low == "ilədək")


def year_at(scene: Scene, i: int) -> tuple[int, int | None, int] | None:
    """Read "2025-ci ildə", "2025", "2023-2025-ci illərdə": first year, last if any, index past the words."""
    tokens = scene.tokens
    first = _four(at(tokens, i)) or _marked(tokens, i)
    if first is None:
        return None
    j, last = i + 1, None
    joiner, second = at(tokens, j), _four(at(tokens, j + 1))
    short = at(tokens, j + 1)
    if second is None and short.digit and short.glued and short.text == f"{(first + 1) % 100:02}":
        second = first + 1
    if (joiner.text in DASHES or joiner.text == "/") and second is not None and first < second <= first + 60:
        last, j = second, j + 2
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).low in MARKS:
        j += 2
    j += j > i + 1 and at(tokens, j).low in _KINDS_OF_YEAR
    if year_word(at(tokens, j)) or (j > i + 1 and at(tokens, j).low == "ilə"):
        return first, last, j + 1
    suffix = joined_suffix(tokens, j)
    return first, last, suffix if j == i + 1 and suffix else j


def _marked(tokens: Sequence[Token], i: int) -> int | None:
    """Return a year before 1900, told from a number by its ending and the word for year: "1776-cı ildə"."""
    token = at(tokens, i)
    old = token.digit and len(token.text) == len("1776") and token.text.isdigit() and token.text[0] == "1"
    marked = at(tokens, i + 1).text in DASHES and at(tokens, i + 2).low in MARKS and year_word(at(tokens, i + 3))
    return int(token.text) if old and marked else None


def _four(token: Token) -> int | None:
    year = int(token.text) if token.digit and len(token.text) == 4 and token.text.isdigit() else 0
    return year if 1900 <= year < 2100 else None


def past_month(scene: Scene, j: int) -> int:
    """Step over "ayı", "ayının" behind the name of a month."""
    return j + 1 if at(scene.tokens, j).low != "ay" and bent(at(scene.tokens, j).low, "ay") else j


@cache
def part_of(low: str) -> str | None:
    """Return early, mid or late for a word such as "əvvəlində" or "sonunadək"."""
    if low in ("sonra", "sonrakı", "əvvəl", "əvvəlki", "son", "orta"):
        return None
    return next((v for stem, v in _PARTS.items() if is_form_of(low, stem)), None)


def related_year(scene: Scene, i: int) -> tuple[int | None, int] | None:
    """Read "ötən il", "bu ilin", "builki": the year, and the index past it."""
    tokens, published = scene.tokens, scene.context.published
    low, after = at(tokens, i).low, at(tokens, i + 1)
    shift = SHIFTS.get(low)
    if low == "builki" or (low.startswith("buil") and low in ("builki", "buildən")):
        return (published[0] if published else None), i + 1
    if shift is None or not year_word(after) or after.low.startswith(("illər", "illik", "illiyi")):
        return None
    return (published[0] + shift if published else None), i + 2
