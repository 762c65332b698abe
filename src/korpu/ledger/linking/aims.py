"""Targets: an amount told as a goal, target or figure belongs to the decision that set the goal, however often told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from korpu.ledger.linking.pointers import words_of
from korpu.ledger.linking.shape import aggregate
from korpu.statements.reading import Candidate

PASSAGE = 1500
"""Characters over which a goal that was named is still the one spoken of."""

_SAID = frozenset({"decided", "stated", "planned", "pledged", "need", "potential", "not_achieved"})


@cache
def _target() -> re.Pattern[str]:
    words = sorted(words_of("target"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _this_decision() -> re.Pattern[str]:
    this = "|".join(words_of("this"))
    decision = "|".join(sorted((*words_of("decision"), *words_of("target")), key=len, reverse=True))
    return re.compile(rf"^\W*(?:{this})\s+(?:{decision})\b", re.IGNORECASE)


def aimed(found: Sequence[Candidate]) -> list[Candidate]:
    """Return amounts that are told as a target with what they point back to: the goal that was named before them."""
    made = list(found)
    for i, one in enumerate(found):
        if not _is_target(one):
            continue
        home = one.refers_to if one.refers_to is not None else _home(made, i)
        back = home is not None and made[home].kind == "decision"
        made[i] = replace(one, kind="decision" if back else "goal", object=None, name=None, refers_to=home)
    return made


def _is_target(one: Candidate) -> bool:
    told = one.stage in _SAID and one.kind in ("decision", "goal", "initiative", "programme", "event")
    told = told and one.amount is not None and not aggregate(one)
    return told and bool(_target().search(one.quote) or _this_decision().search(one.quote))


def _home(found: Sequence[Candidate], i: int) -> int | None:
    """The goal named before: the last with the same amount, else the last decision on a goal without an amount."""
    start = found[i].ranges[0][0]
    before = [j for j in range(i - 1, -1, -1) if 0 <= start - found[j].ranges[0][0] < PASSAGE and found[j].stage]
    before = [j for j in before if found[j].ranges[-1][1] <= start]
    alike = (found[i].amount, found[i].currency)
    same = (
        j for j in before if found[j].kind in ("goal", "decision") and (found[j].amount, found[j].currency) == alike
    )
    named = (j for j in before if _names_goal(found[j]))
    return next(same, next(named, None))


def _names_goal(one: Candidate) -> bool:
    settled = one.stage == "decided" and one.amount is None and one.ordinal is None and not aggregate(one)
    return settled and bool(_target().search(one.title or one.quote))
