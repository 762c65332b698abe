"""Days and months in Azerbaijani: "fevralın 5-də", "16 yanvar 2026-cı il", "mart ayında", "yanvar-avqust aylarında"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.turkic_day import day_at, joined_suffix
from korpu.statements.figures.turkic_words import bent, month_of, part_of, past_month, related_year, year_at
from korpu.statements.figures.when import When, is_day, written_day

_BETWEEN_DAYS = frozenset(["və", ",", "-", "–", "—", "ilə"])
_REACH = 10
_CASED = re.compile(r"(?:d[aə]n|d[aə]k|nd[aə]|[^aəıiouöü]d[aə])$")
"""Endings of since, until and in, which close a time."""


def from_day(scene: Scene, i: int) -> When | None:
    """Read "16 yanvar 2026-cı il", "5-6 fevral", "16 yanvarda"."""
    tokens = scene.tokens
    found = day_at(tokens, i)
    if found is None:
        return None
    day, last, j = found
    month = month_of(at(tokens, j).low)
    if month is None:
        return _before_another(scene, i, day, j) or _after_another(scene, i)
    if not written_day(month, last or day):
        return None
    j = past_month(scene, j + 1)
    year = year_at(scene, j)
    if year and year[1] is None and (year[2] > j + 1 or _standing(scene, j)):
        return When(i, year[2], year[0], month=month, day=day, last_day=last)
    behind = year_at(scene, j + 1) if at(tokens, j).text == "," else None
    if behind and behind[1] is None and (behind[2] > j + 2 or _standing(scene, j + 1)):
        return When(i, behind[2], behind[0], month=month, day=day, last_day=last)  # "20 fevral, 2026"
    when = When(i, j, month=month, day=day, last_day=last, inferred="year")
    related = related_year(scene, j)
    if related:
        when.year, when.end, when.relative = related[0], related[1], True
    return when


def _standing(scene: Scene, j: int) -> bool:
    return not at(scene.tokens, j + 1).text[:1].islower() or at(scene.tokens, j + 1).low in ("tarixli", "tarixində")


def _before_another(scene: Scene, i: int, day: int, j: int) -> When | None:
    """Read the first day of "12 və 14 may"."""
    tokens = scene.tokens
    if at(tokens, j).low not in ("və", "ilə") or not at(tokens, j + 1).digit:
        return None
    other = from_day(scene, j + 1)
    if other is None or other.month is None or other.day is None or not day < other.day:
        return None
    return When(i, j, other.year, month=other.month, day=day, inferred="month")


def _after_another(scene: Scene, i: int) -> When | None:
    """Read the second day of "mayın 12-dən 14-dək" and "mayın 3-ü və 5-də", which shares the month said before."""
    tokens = scene.tokens
    found = day_at(tokens, i)
    joined = at(tokens, i - 1).low in ("və", ",", "ilə") or at(tokens, i - 1).low.endswith(("dan", "dən"))
    if found is None or not joined or joined_suffix(tokens, i + 1) is None:
        return None
    if at(tokens, found[2]).low in ("çox", "artıq", "yaxın", "az"):
        return None
    k = i - 1
    while k >= 0 and i - k < _REACH and (tokens[k].digit or tokens[k].low in _BETWEEN_DAYS or _ends_day(tokens, k)):
        k -= 1
    k -= k > 0 and tokens[k].low != "ay" and bent(tokens[k].low, "ay")
    month = month_of(tokens[k].low) if 0 <= k < i - 1 else None
    if month is None or not is_day(None, month, found[0]):
        return None
    years = [y for a in range(max(0, k - 4), k) if (y := year_at(scene, a)) and y[2] == k]
    return When(i, found[2], years[0][0] if years else None, month=month, day=found[0], inferred="month")


def _ends_day(tokens: Sequence[Token], k: int) -> bool:
    """Say whether a token is the ending joined to a day: "dən" of "12-dən"."""
    return k > 0 and tokens[k - 1].text in DASHES and tokens[k].glued and len(tokens[k].low) <= len("ində")


def from_month(scene: Scene, i: int, *, dated: bool = False) -> When | None:
    """Read "fevralın 5-də", "mart ayında", "yanvar-avqust aylarında", "fevral 2025-ci il", "aprelin sonunda"."""
    tokens = scene.tokens
    month = month_of(tokens[i].low)
    if month is None:
        return None
    j = past_month(scene, i + 1)
    if at(tokens, j).text in DASHES and j == i + 1:
        last = month_of(at(tokens, j + 1).low)
        if last and last > month:
            when = When(i, past_month(scene, j + 2), month=month, last_month=last, inferred="year")
            return _with_year_behind(scene, when)
    owned = tokens[j - 1].low.endswith(("ın", "in", "un", "ün"))
    found = day_at(tokens, j) if owned or j == i + 1 else None
    if found and is_day(None, month, found[1] or found[0]) and (owned or _closed(scene, found[2])):
        end = joined_suffix(tokens, found[2]) or found[2]
        return _with_year_behind(scene, When(i, end, month=month, day=found[0], last_day=found[1], inferred="year"))
    if owned:
        part = part_of(at(tokens, j).low)
        nth = int(scene.lexicon.ordinals.get(at(tokens, j).low, 0))
        half = "late" if at(tokens, j).low == "son" else {1: "early", 2: "mid", 3: "late"}.get(nth)
        if half and any(
            bent(at(tokens, j + 1).low, word) for word in ("yarı", "ongünlüy", "ongünlük", "həftə", "dekada", "gün")
        ):
            return When(i, j + 2, month=month, part=half, inferred="year")
        if part:
            return When(i, j + 1, month=month, part=part, inferred="year")
    when = _with_year_behind(scene, When(i, j, month=month, inferred="year"))
    return when if when.year or dated or _dates(scene, i, j) else None


def _closed(scene: Scene, j: int) -> bool:
    """Say whether a number behind a plain month is a day: "mart 5", not "mart 20 nəfər"."""
    return joined_suffix(scene.tokens, j) is not None or not at(scene.tokens, j).text[:1].islower()


def _with_year_behind(scene: Scene, when: When) -> When:
    if _CASED.search(scene.tokens[when.end - 1].low):
        return when  # "iyul ayından 2024-cü ilin mayınadək": the year belongs to what follows
    j = when.end + 1 if at(scene.tokens, when.end).text == "," else when.end
    year = year_at(scene, j)
    if year and year[1] is None and (year[2] > j + 1 or j > when.end or _standing(scene, j)):
        when.year, when.end, when.inferred = year[0], year[2], None
    return when


def _dates(scene: Scene, i: int, j: int) -> bool:
    """Say whether a bare month dates something here: "martda", "mart ayında", "maydan", "iyuladək"."""
    last = scene.tokens[j - 1].low
    paired = at(scene.tokens, j).low == "və" and month_of(at(scene.tokens, j + 1).low) is not None
    if j > i + 1 or paired:
        return True
    return last.endswith(("da", "də", "dan", "dən", "dək", "dak")) or at(scene.tokens, j).low in ("qədər", "kimi")
