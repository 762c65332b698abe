"""Dates in digits: 15.03.2025, 15/03/2025, 2025-03-15, 01.02.25, 1-Feb-2025, "in 02/2025"."""

from __future__ import annotations

import re

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.stated_years import year_at
from korpu.statements.figures.tokens import at
from korpu.statements.figures.when import When, written_day

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SHORT = re.compile(r"(\d{2})\.(\d{2})\.(\d{2})")
_MONTH = re.compile(r"(0[1-9]|1[0-2])\.(20\d{2})")
_NEXT_CENTURY = 2100
_RUN = 5


def numeric(scene: Scene, i: int) -> When | None:
    """Read a date whose day and month, or month and year, are digits."""
    return _dotted(scene, i) or _parted(scene, i) or _named_month(scene, i) or _month_and_year(scene, i)


def _dotted(scene: Scene, i: int) -> When | None:
    tokens = scene.tokens
    found = _DOTTED.fullmatch(tokens[i].text) or _SHORT.fullmatch(tokens[i].text)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    if not written_day(month, day):
        return None
    if len(found[3]) == len("25"):
        year += 2000
    stated = year_at(tokens, i, scene.lexicon)
    end = stated[1] if stated else i + 1
    if at(tokens, end).low in scene.lexicon.calendar["yearword"]:
        end += 2 if len(at(tokens, end).low) == 1 and at(tokens, end + 1).text == "." else 1
    return When(i, end, year, month=month, day=day)


def _parted(scene: Scene, i: int) -> When | None:
    """Read 15/03/2025 and 2025-03-15."""
    tokens = scene.tokens
    mark = at(tokens, i + 1).text
    run = tokens[i : i + _RUN]
    if mark not in ("-", "/") or len(run) < _RUN or run[3].text != mark or not all(t.glued for t in run[1:]):
        return None
    if not all(t.text.isdigit() for t in run[::2]):
        return None
    first, month, last = (int(t.text) for t in run[::2])
    day, year = (last, first) if len(run[0].text) == 4 else (first, last)
    if len(run[0].text) != 4 and len(run[4].text) != 4:
        return None
    if month > 12 >= day:
        day, month = month, day
    return When(i, i + _RUN, year, month=month, day=day) if written_day(month, day) else None


def _named_month(scene: Scene, i: int) -> When | None:
    """Read 1-Feb-2025 and 01-Feb-25."""
    run = scene.tokens[i : i + _RUN]
    marked = len(run) == _RUN and run[1].text == run[3].text and run[1].text in ("-", "/")
    if not marked or not all(t.glued for t in run[1:]) or not (run[0].text.isdigit() and run[4].text.isdigit()):
        return None
    month, day, year = scene.lexicon.calendar["month"].get(run[2].low), int(run[0].text), int(run[4].text)
    if not isinstance(month, int) or not written_day(month, day) or len(run[4].text) not in (2, 4):
        return None
    return When(i, i + _RUN, year + 2000 if len(run[4].text) == 2 else year, month=month, day=day)


def _month_and_year(scene: Scene, i: int) -> When | None:
    """Read "in 02/2025" and "в 02.2025"; without a preposition before it, it may be the number of a paper."""
    tokens = scene.tokens
    if at(tokens, i - 1).low not in scene.lexicon.calendar["preposition"] and at(tokens, i - 1).text != "(":
        return None
    run = tokens[i : i + 3]
    text = run[0].text + "." + run[2].text if len(run) == 3 and run[1].text == "/" else run[0].text
    found = _MONTH.fullmatch(text)
    slashed = text != run[0].text
    if found is None or int(found[2]) >= _NEXT_CENTURY or (slashed and not (run[1].glued and run[2].glued)):
        return None
    return When(i, i + 3 if slashed else i + 1, int(found[2]), month=int(found[1]))
