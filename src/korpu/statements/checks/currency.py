"""Check *missing_currency*: "at least two billion" of what?

Where the sentence or the one before names a currency it is filled in and said; where several currencies are in use,
or none is named, the reader must be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.kernel.finding import Finding, Proposal
from korpu.statements.checks.numbers import amount
from korpu.statements.checks.scene import Line, Placed, Scene

_SCALE = re.compile(
    r"\b(?:million|billion|trillion|bn|mln|mlrd|млн|млрд|мільйон\w*|мільярд\w*|миллион\w*|миллиард\w*|milyon|milyard)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:allocat\w+|invest\w+|cost\w*|worth|spen[dt]\w*|fund(?:s|ed|ing)?|grants?|loans?|budget\w*|turnover|trade|exports?|"
    r"imports?|pa(?:y|id|ys|yment\w*)|financ\w+|pledge\w*|donat\w+|price\w*|revenue\w*|credit\w*|debt\w*|earmark\w*|salar\w+|wages|subsid\w+|disburs\w+|fee|fees|tax\w*|compensat\w+|bill|funding|"
    r"contribut\w+|sum|amount\w*|виділ\w+|кошт\w+|бюджет\w*|інвест\w+|товарооб\w+|выдел\w+|ayrı\w+|ayır\w+|vəsait\w*)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\s*(?:[-–]\s*)?(?:people|persons?|tons?|tonnes?|hectares?|cubic|square|litres?|barrels?|kilowatt|megawatt|mines?|"
    r"doses?|users?|refugees?|children|trees|units|times|metres?|passengers?|inhabitants?|homes|households|words|visitors)\b",
    re.IGNORECASE,
)


_GIVEN = re.compile(
    r"\b(?:allocat\w+|earmark\w*|invest(?:ed|s|ing)|cost|costs|spen[dt]\w*|paid|pays?|granted|"
    r"budget\w*|loan\w*|set aside)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\b(?:population|people|inhabitants|refugees|users|voters|visitors|passengers)\b", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Report amounts whose currency the words leave out."""
    used = {f.unit for f in scene.reading.figures if f.kind == "money" and f.unit and f.inferred != "currency"}
    for index, line in enumerate(scene.lines):
        for placed in line.figures:
            if placed.figure.kind == "money" and placed.figure.inferred == "currency" and placed.figure.unit:
                yield from _inferred(line, placed, used)
            elif _bare(scene, index, placed):
                beside = any(p.figure.kind == "money" and p.figure.unit for p in line.figures)
                yield Finding(
                    "missing_currency",
                    "info" if beside else "warning",
                    f"“{placed.figure.text}” is an amount of money without a currency.",
                    line.ranges(placed.start, placed.end),
                )


def _bare(scene: Scene, index: int, placed: Placed) -> bool:
    line, figure = scene.lines[index], placed.figure
    if figure.kind == "money":
        return figure.unit is None
    if figure.kind != "count" or (figure.unit and figure.unit.isalpha()) or not _SCALE.search(figure.text):
        return False
    after = line.text[placed.end : placed.end + 40]
    # A noun right after the number says what is counted; a verb, a preposition or a mark leaves it open.
    open_end = re.match(
        r"\s*(?:$|[.,;:)–—]|\b(?:in|to|for|from|by|on|at|of|and|or|was|were|is|has|have|had|will|over|per|a year|"
        r"ayrıl\w*|ayır\w*|xərclən\w*|ödənil\w*|köçürül\w*)\b)",
        after,
    )
    return bool(open_end) and not _THING.match(after) and _about_money(scene, index)


def _about_money(scene: Scene, index: int) -> bool:
    """Whether the sentence speaks of money, or the one before does and this one counts no things."""
    line = scene.lines[index]
    if _THINGS.search(line.text):
        return _GIVEN.search(line.text) is not None
    if _MONEY.search(line.text):
        return True
    return any(_MONEY.search(other.text) for other in scene.before(index, 2))


def _inferred(line: Line, placed: Placed, used: set[str]) -> Iterator[Finding]:
    figure = placed.figure
    here = any(
        p.figure.kind == "money" and p.figure.unit == figure.unit and p.figure.inferred != "currency"
        for p in line.figures
    )
    if here and len(used) == 1:
        return  # "44 million dollars, 18 million of it": there is only one reading
    doubtful = len(used) > 1 and not here
    others = ", ".join(sorted(u for u in used if u and u != figure.unit))
    yield Finding(
        "missing_currency",
        "warning" if doubtful else "info",
        f"“{figure.text}” has no currency; {figure.unit} is taken from the words before."
        + (f" The statement also counts in {others}." if doubtful else ""),
        line.ranges(placed.start, placed.end),
        None,
        Proposal(amount(figure), figure.value, figure.unit),
    )
