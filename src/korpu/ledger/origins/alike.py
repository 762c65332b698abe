"""Tells whether two texts are one, reprinted with another headline, cut short or mended here and there.

Texts are compared by runs of five words. Two that share half of the runs of the shorter one are one text, unless their
figures differ: a report that is written anew each month in the same words is a new report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from korpu.kernel.edtf_time import EdtfTime
from korpu.ledger.values import time_of

RUN = 5
"""Words of a run."""

FEWEST = 25
"""Runs of the shorter text under which nothing can be told."""

SHARED = 0.5
"""Share of the runs of the shorter text from which the two are one."""

LONGER = 3.0
"""How many times longer a text is at most that reprints another; a longer one quotes it, or collects several."""

OTHER_FIGURES = 1 / 3
"""Share of the shorter text's figures that the longer one lacks, from which they are two reports in the same words."""

SLIPS = 1 / 2
"""The same for texts published within days of each other, where a figure that differs is rather a slip."""

_DAYS = timedelta(days=3)
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SEPARATORS = re.compile(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Sketch:
    """What of a text is compared: its runs of words, its figures, and when it was published."""

    source: str
    runs: frozenset[int]
    figures: Counter[str]
    published: EdtfTime | None = None


@dataclass(frozen=True)
class Alike:
    """Two sources of one text: `share` of the runs of the shorter, and whether they are about as long (`whole`)."""

    one: str
    two: str
    share: float
    whole: bool


def sketch(source: str, text: str, published: str | None = None) -> Sketch:
    """Return what of a text is compared.

    >>> len(sketch("a", "One two three four five six.").runs)
    2
    """
    words = [_plain(match[0]) for match in _WORD.finditer(text.casefold())]
    runs = frozenset(hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1))
    return Sketch(source, runs, Counter(word for word in words if word[0].isdigit()), time_of(published))


def alike(new: Sequence[Sketch], known: Iterable[Sketch]) -> Iterator[Alike]:
    """Yield the pairs of one text among new sketches, and between them and those known."""
    where: dict[int, list[int]] = {}
    for at, one in enumerate(new):
        for run in one.runs:
            where.setdefault(run, []).append(at)
    for place, other in enumerate((*new, *known)):
        shared = Counter(at for run in other.runs for at in where.get(run, ()))
        for at, runs in shared.items():
            found = compare(new[at], other, runs) if at < place else None
            if found is not None:
                yield found


def compare(one: Sketch, two: Sketch, shared: int) -> Alike | None:
    """Return how alike two texts are that share so many runs, None where they are two texts."""
    short, long = sorted((one, two), key=lambda s: len(s.runs))
    if len(short.runs) < FEWEST or shared < SHARED * len(short.runs):
        return None
    if _differing(short, long) > (SLIPS if _together(short, long) else OTHER_FIGURES):
        return None
    whole = len(long.runs) <= LONGER * len(short.runs)
    return Alike(one.source, two.source, round(shared / len(short.runs), 2), whole)


def _differing(short: Sketch, long: Sketch) -> float:
    """Return the share of the figures of one text that the other does not have."""
    total = short.figures.total()
    return (short.figures - long.figures).total() / total if total else 0.0


def _together(one: Sketch, two: Sketch) -> bool:
    """Tell whether both were published within a few days."""
    if one.published is None or two.published is None:
        return False
    days = [time.low for time in (one.published, two.published) if time.low and time.low == time.high]
    return len(days) == 2 and abs(days[0] - days[1]) <= _DAYS


def _plain(word: str) -> str:
    return _SEPARATORS.sub("", word) if word[0].isdigit() else word
