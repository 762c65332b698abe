"""Answers to "how much" of a thing that is measured or counted, not paid: cubic metres of gas, transformers sent."""

from __future__ import annotations

import re

from korpu.briefs.answer import Line
from korpu.briefs.draft import TOTALS, Draft
from korpu.briefs.groups import STAGES
from korpu.briefs.listing import MOST
from korpu.briefs.question import Question
from korpu.briefs.series import AHEAD, EARLIER, in_time, say_values, value_line, valued
from korpu.briefs.voice import numbers_of
from korpu.ledger.record import Record, Step

BULK = frozenset({"m3", "m³", "t", "tonne", "tonnes", "ton", "tons", "kg", "litres", "barrels", "mw", "gw", "kw", "mwh",
                  "gwh", "kwh", "twh", "mva", "kva", "hectares", "ha", "sq_m", "m2", "m", "km"})  # fmt: skip
"""Units of what is measured rather than counted."""

_NOT_THINGS = ("child", "group", "countr", "region", "people", "person", "year", "project", "decision", "element",
               "state", "station", "school", "nation", "cit", "famil", "citizen", "month", "day", "times")  # fmt: skip
_MONEY = {
    "en": r"money|dollar|usd|euros?\b|manat|[mb]illion|\bcosts?\b|worth|value|price|budget|spen[dt]|\bpaid\b|\bpays?\b",
    "uk": r"грош|кошт|долар|євро|манат|мільйон|мільярд|гривен|варт|цін|витрач|сплач|сум[аиу]\b",
    "az": r"pul|dollar|avro|manat|milyon|milyard|dəyər|qiymət|xərcl|ödən|məbləğ|vəsait",
}


MASS = frozenset({"oil", "gas", "cement", "food", "water", "medicine|medical", "equipment", "cable"})
"""Topics that are measured: how many of them asks for a quantity, never for a number of records."""


def of_mass(asked: Question) -> bool:
    """Whether a question asks for a quantity of something that is measured."""
    return not asked.about("unit") and any(text in MASS for text in asked.about("text"))


def about_things(draft: Draft) -> bool:
    """Whether "how much" asks for a quantity of some thing and says no word of money."""
    asked = draft.asked
    return bool(asked.about("text")) and re.search(_MONEY[asked.language], asked.text.casefold()) is None


def quantities(draft: Draft) -> None:
    """Tell what was measured of the thing asked about, else how many of it were counted; totals before single ones."""
    stated = [(r, s) for r in draft.chosen if (s := _stated(draft, r))]
    measured = [(r, own) for r, s in stated if (own := [one for one in s if _bulk(one)])]
    told = sorted(measured or stated, key=lambda one: one[0].kind not in TOTALS)
    for record, steps in told[:MOST]:
        total = record.kind in TOTALS and steps[0].stage not in AHEAD and steps[0].when is None
        key = "total.count" if total else "quantity"
        before, after = draft.voice.phrase(key, title=draft.voice.title(record), amount="\0").split("\0")
        line = Line().about(record.id).say(before).join(value_line(draft, steps[0], only="count")).say(after)
        draft.lines.append(line.say("."))
        draft.use(record)
        if len(steps) > 1:
            say_values(draft, "other.totals", steps[1 : EARLIER + 1], record, only="count")


def _stated(draft: Draft, record: Record) -> list[Step]:
    """Return the steps that state a number of things, those of a stage asked about before the others."""
    own = [s for s in valued(record) if in_time(draft, s) and any(_thing(value) for value, _ in numbers_of(s))]
    groups = [g for g in draft.asked.stages if g in STAGES]
    if not groups:
        return own
    return sorted(own, key=lambda s: (not any(s.stage in STAGES[g] for g in groups), s.stage in AHEAD))


def _thing(value: dict[str, object]) -> bool:
    words = str(value.get("unit") or "").casefold().replace("_", " ").split()
    return bool(words) and not any(word.startswith(_NOT_THINGS) for word in words)


def _bulk(step: Step) -> bool:
    return any(str(value.get("unit") or "").casefold() in BULK for value, _ in numbers_of(step))
