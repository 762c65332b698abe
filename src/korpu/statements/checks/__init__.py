"""Reads a statement against itself and says where it cannot be right, before somebody publishes or books it.

In: a Reading (figures, passages, candidates if there are any) and its sentences. Out: findings, each with the words
concerned, the arithmetic that anyone can redo and, where there is one, a proposal. One module per check; the names
of the checks are stable (design section 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from korpu.statements.checks import (
    arithmetic,
    bounds,
    calendar_days,
    changes,
    conversions,
    currency,
    dates,
    durations,
    enumeration,
    odd_amounts,
    parts,
    personal_data,
    promises,
    questions,
    ratio,
    relations,
    relative_time,
    repeated,
    restated,
    scripts,
    shares,
    tenses,
    told_dates,
    translation,
    weekdays,
)
from korpu.statements.checks.scene import Scene, scene_of

if TYPE_CHECKING:
    from korpu.kernel.finding import Finding, Range
    from korpu.statements.reading import Reading
    from korpu.statements.sentences import Sentence

__all__ = ["check_reading"]

CHECKS: tuple[Callable[[Scene], Iterable[Finding]], ...] = (
    ratio.check,
    shares.check,
    restated.check,
    parts.check,
    enumeration.check,
    bounds.check,
    dates.check,
    calendar_days.check,
    promises.check,
    relative_time.check,
    currency.check,
    translation.check,
    scripts.check,
    questions.check,
    personal_data.check,
    conversions.check,
    changes.check,
    durations.check,
    odd_amounts.check,
)

WIDER: tuple[Callable[[Scene], Iterable[Finding]], ...] = (
    relations.check,
    repeated.check,
    told_dates.check,
    tenses.check,
    weekdays.check,
    arithmetic.check,
)
"""Checks that hold for any language by the figures alone; what a check above says of the same figures goes before."""

_ORDER = {"error": 0, "warning": 1, "info": 2}


def check_reading(reading: Reading, sentences: Sequence[Sentence]) -> tuple[Finding, ...]:
    """Return what the checks of a single statement find, in the order of the text, the graver first at one place."""
    scene = scene_of(reading, sentences)
    found = {finding for check in CHECKS for finding in check(scene)}
    taken = [span for finding in found if finding.severity != "info" for span in finding.ranges]
    for check in WIDER:
        wider = [f for f in check(scene) if not any(_touch(a, b) for a in f.ranges for b in taken)]
        found |= set(wider)
        taken += [span for finding in wider for span in finding.ranges]
    return tuple(sorted(found, key=lambda f: (f.ranges[0] if f.ranges else (0, 0), _ORDER[f.severity], f.check)))


def _touch(one: Range, two: Range) -> bool:
    return one[0] < two[1] and two[0] < one[1]
