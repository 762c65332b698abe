"""Check *translation_pair*: a caption in two languages must give the same numbers, dates, names and deeds.

"Друга група з 24 дітей" beside "a second group of 42 children" cannot both be right; "організував" (organised) beside
"covered by" says two different things about who did what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from korpu.kernel.finding import Finding, Proposal, Range
from korpu.kernel.tables import rows as table
from korpu.statements.checks.names import as_places, unmatched
from korpu.statements.checks.scene import Scene
from korpu.statements.reading import Figure, Passage

# Endings of Ukrainian verbs that tell what somebody did, and of English ones with the irregular ones of the lexicon.
_UK_VERB = re.compile(r"(?:в|ла|ло|ли|вся|ся|лась|лись|но|то|ть|ють|є)$")
_EN_VERB = re.compile(
    r"(?:ed|s)$|^(?:met|held|gave|given|ran|run|began|begun|built|rebuilt|sent|brought|bought|taught|won|lost|shut|paid|"
    r"rose|grew|fell|cut|sold|spoke|came|met with)$",
    re.IGNORECASE,
)
_CLOSE = (
    {"organise", "open"}, {"organise", "meet"}, {"visit", "meet"}, {"restore", "build"}, {"treat", "restore"},
    {"transfer", "buy"}, {"organise", "celebrate"}, {"organise", "train"}, {"award", "transfer"},
    {"award", "celebrate"},
    {"promise", "transfer"}, {"evacuate", "export"}, {"visit", "transfer"}, {"organise", "treat"},
    {"promise", "sign"},
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """The two halves of a bilingual caption: passages with their words and figures."""

    first: Passage
    second: Passage
    words: tuple[str, str]
    figures: tuple[tuple[Figure, ...], tuple[Figure, ...]]

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Where both halves stand."""
        return (self.first.start, self.first.end), (self.second.start, self.second.end)


def check(scene: Scene) -> Iterator[Finding]:
    """Compare the halves of every bilingual caption."""
    for pair in _pairs(scene):
        yield from _figures(pair)
        yield from _verbs(pair)
        yield from _names(pair)


def _pairs(scene: Scene) -> Iterator[Pair]:
    reading = scene.reading
    captions = [p for p in reading.passages if p.role == "caption"]
    taken = -1
    for i, (a, b) in enumerate(pairwise(captions)):
        between = reading.document.text[a.end : b.start]
        scripts = {p.language in ("uk", "ru") for p in (a, b)}
        if i == taken or between.strip() or between.count("\n") > 2 or len(scripts) < 2:
            continue
        taken = i + 1
        words = reading.document.text[a.start : a.end], reading.document.text[b.start : b.end]
        inside = tuple(tuple(f for f in reading.figures if p.start <= f.start < p.end) for p in (a, b))
        yield Pair(a, b, words, (inside[0], inside[1]))


def _figures(pair: Pair) -> Iterator[Finding]:
    """Report numbers and dates that one half gives and the other does not."""
    for kinds, what in ((("money", "count", "percent", "measure"), "number"), (("date",), "date")):
        sides = [[f for f in own if f.kind in kinds and f.value is not None] for own in pair.figures]
        left = [f for f in sides[0] if not _matched(f, sides[1])]
        right = [f for f in sides[1] if not _matched(f, sides[0])]
        # "one group" may well be "a group" in the other language; only a number that stands against another counts.
        for a, b in zip(left, right, strict=False):
            yield Finding(
                "translation_pair",
                "error",
                f"The two languages give different {what}s: “{a.text}” and “{b.text}”.",
                ((a.start, a.end), (b.start, b.end)),
                f"{a.value} is not {b.value}",
                Proposal(a.text, a.value, a.unit),
            )
        extra = [f for f in (*left[len(right) :], *right[len(left) :]) if not _small(f)]
        for figure in extra:
            yield Finding(
                "translation_pair",
                "info",
                f"Only one of the two languages gives “{figure.text}”.",
                ((figure.start, figure.end),),
            )


def _matched(figure: Figure, others: list[Figure]) -> bool:
    if figure.kind == "date":
        return any(o.value == figure.value or (o.value or "").startswith(figure.value or "-") for o in others) or any(
            (figure.value or "").startswith(o.value or "-") for o in others
        )
    same = [o for o in others if o.value == figure.value]
    if figure.kind == "money":
        return any(o.unit == figure.unit or None in (o.unit, figure.unit) for o in same)
    return bool(same)


def _small(figure: Figure) -> bool:
    return figure.kind != "date" and figure.number in (1, 2)


@cache
def _concepts() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = table("korpu.statements.checks", "data/verbs_uk_en.csv")
    return tuple(
        (r["concept"], re.compile(rf"\b(?:{r['uk']})[\w'’]*", re.I), re.compile(rf"\b(?:{r['en']})\w*", re.I))
        for r in rows
    )


def _verbs(pair: Pair) -> Iterator[Finding]:
    """Report captions that both tell a deed known here, where neither half knows the deed of the other."""
    cyrillic = 0 if pair.first.language in ("uk", "ru") else 1
    uk, en = pair.words[cyrillic], pair.words[1 - cyrillic]
    left = {c: m for c, first, _ in _concepts() for m in first.finditer(uk)}
    right = {c: m for c, _, second in _concepts() for m in second.finditer(en)}
    told = [
        {c: m.group() for c, m in left.items() if _UK_VERB.search(m.group())},
        {c: m.group() for c, m in right.items() if _EN_VERB.search(m.group())},
    ]
    if not all(told) or told[0].keys() & right.keys() or told[1].keys() & left.keys():
        return
    if any({a, b} in _CLOSE for a in told[0] for b in told[1]):
        return
    (one, first), (other, second) = next(iter(told[0].items())), next(iter(told[1].items()))
    yield Finding(
        "translation_pair",
        "warning",
        f"“{first}” ({one}) and “{second}” ({other}) do not say the same.",
        pair.ranges,
        f"first language: {', '.join(sorted(told[0]))}; second: {', '.join(sorted(told[1]))}",
    )


def _names(pair: Pair) -> Iterator[Finding]:
    cyrillic = 0 if pair.first.language in ("uk", "ru") else 1
    found = unmatched(pair.words[cyrillic], pair.words[1 - cyrillic])
    if found:
        places = as_places(found, pair.words[cyrillic], pair.words[1 - cyrillic])
        yield Finding(
            "translation_pair",
            "warning" if places else "info",
            f"The names “{found[0]}” and “{found[1]}” have no counterpart in the other language.",
            pair.ranges,
        )
