"""What stretches between marks tell without a verb: a state ("вже на рахунку"), a number, a verb left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from korpu.statements.slavic.lexicon import states, word_list
from korpu.statements.slavic.predicate import Predicate
from korpu.statements.slavic.tokens import Token

_PARTITIVE = frozenset(["них", "яких", "которых", "нее", "неї", "него", "нього"])
_REST = frozenset(["решта", "решту", "остальное", "остальные", "остальную", "остаток", "залишок"])
_THERE = frozenset(["ньому", "ній", "них", "нем", "ней", "нём"])
_FEW = 8
_PARTING = frozenset([",", ";", ":", "(", ")", "."])


def verbless(tokens: Sequence[Token], found: Sequence[Predicate], language: str) -> Iterator[Predicate]:
    """Yield what stretches between marks tell without a verb: "перші 15 млн вже на рахунку", "Швеція – 5 млн"."""
    start, depth = 0, 0
    for k in range(len(tokens) + 1):
        if k < len(tokens) and tokens[k].low not in _PARTING:
            continue
        inside = [p for p in found if start <= p.at < k or start <= p.first < k]
        if inside:
            dash = _dash(tokens, inside[-1].last + 1, k)
            told = state(tokens, dash, k, language) if dash is not None else None
            if told is not None:
                yield told  # "отримали 5 млн – гроші вже на рахунках"
        else:
            told = state(tokens, start, k, language)
            if told is None and found and not depth:
                before = next((p for p in reversed(found) if p.at < start), None)
                told = _gapped(tokens, start, k, before, language) or _nominal(tokens, start, k)
                told = told or (_having(tokens, start, k) if before is not None else None)
            if told is not None:
                yield told
        start = k + 1
        depth += {"(": 1, ")": -1}.get(tokens[k].low, 0) if k < len(tokens) else 0


def _dash(tokens: Sequence[Token], a: int, b: int) -> int | None:
    """Return the first dash between spaces."""
    return next((k for k in range(a, b) if tokens[k].low in ("–", "—") and tokens[k].start > tokens[k - 1].end), None)


def state(tokens: Sequence[Token], a: int, b: int, language: str) -> Predicate | None:
    """Return the state that the words of a stretch tell, as "на рахунку" does, None where they tell none."""
    for k in range(a, b - 1):
        for size in (2, 3):
            stage = states(language).get(tuple(t.low for t in tokens[k : k + size]))
            if stage is None or k + size > b:
                continue
            opens = k + size < b and (tokens[k + size].low in ("–", "—") or tokens[k + size].kind == "num")
            if k > a or opens:  # "у планах – навчання фахівців"
                return Predicate(k, k + size - 1, k, tokens[k].low, "be", "said", "now", stage=stage)
    return None


def _gapped(tokens: Sequence[Token], a: int, b: int, before: Predicate | None, language: str) -> Predicate | None:
    """Return the verb that a dash stands for: "Німеччина надала 5 млн, а Франція – 3 млн"."""
    if before is None or before.kind not in ("finite", "short") or tokens[a - 1].low not in (",", ";"):
        return None
    if any(t.low in _PARTITIVE for t in tokens[before.last : b]):
        return None  # "76 тис. га, з яких на Київщині 68, на Сумщині – 8": a breakdown, no further events
    for k in range(a + 1, b - 1):
        dash, after = tokens[k], tokens[k + 1]
        if dash.low in ("–", "—") and dash.start > tokens[k - 1].end and after.start > dash.end:
            amount = any(t.kind == "num" for t in tokens[max(a, k - 3) : k])
            if amount or after.kind == "num" or after.low in word_list(language, "preposition"):
                return replace(before, first=k, last=k, at=k)
            return None
    return None


def _having(tokens: Sequence[Token], a: int, b: int) -> Predicate | None:
    """Return the number of what something has, behind a semicolon: "залу відкрили; у ній 14 ліжок"."""
    inside = b - a > 1 and tokens[a].low in ("у", "в") and tokens[a + 1].low in _THERE
    behind = tokens[a - 1].low == ";" and tokens[a].low in ("у", "в", "на", "із", "з", "из")
    if b - a > _FEW or not (behind or (inside and tokens[a - 1].low == ",")):
        return None
    at = next((k for k in range(a, b) if tokens[k].kind == "num"), None)
    return None if at is None else Predicate(at, at, at, "be", "be", "nominal", "now", stage="stated")


def _nominal(tokens: Sequence[Token], a: int, b: int) -> Predicate | None:
    """Return the dash that says a number of a thing: "загальний бюджет – 8,6 млн євро", "96 – торік"."""
    for k in range(a + 1, b - 1):
        if tokens[k].low in ("–", "—") and tokens[k].start > tokens[k - 1].end:
            reach = b if tokens[k - 1].low in _REST else min(b, k + 4)
            numbers = [t for t in (tokens[k - 1], *tokens[k + 1 : reach]) if t.kind == "num"]
            if numbers and tokens[k + 1].start > tokens[k].end:
                return Predicate(k, k, k, "be", "be", "nominal", "now", stage="stated")
    return None
