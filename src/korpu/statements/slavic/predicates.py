"""Finds what is said in a Ukrainian or Russian sentence: verbs with their helpers, and words said of a thing.

In: the tokens of a sentence. Out: predicates in order, each with the tokens of its verb group ("буде передано",
"планується завершити", "мають підписати"), its class, time, mood and denial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from korpu.statements.slavic.atoms import atom
from korpu.statements.slavic.groups import chained, with_helper
from korpu.statements.slavic.lexicon import phrases, word_list
from korpu.statements.slavic.predicate import Predicate
from korpu.statements.slavic.tokens import Token
from korpu.statements.slavic.verbless import state, verbless

_STANDING = frozenset(
    ["be", "перебувати", "знаходитися", "залишатися", "лишатися", "находиться", "оставаться", "пребывать"]
)

_HARDLY = frozenset([("вряд", "ли"), ("едва", "ли"), ("навряд", "чи")])


def predicates(tokens: Sequence[Token], language: str) -> list[Predicate]:
    """Return the predicates of a sentence in order."""
    atoms = [p for k, t in enumerate(tokens) if (p := atom(tokens, k, t, language)) is not None]
    found = chained(tokens, with_helper(tokens, atoms), language)
    found = sorted([*found, *verbless(tokens, found, language)], key=lambda p: p.at)
    return [_denied(tokens, _phrased(tokens, p, language), language) for p in found]


def _phrased(tokens: Sequence[Token], one: Predicate, language: str) -> Predicate:
    """Let the object tell the class: "підписати договір" contracts, "перебуває на розгляді" is considered."""
    if one.verb in _STANDING and one.time == "now" and not one.negated:
        stands = state(tokens, one.last, min(len(tokens), one.last + 7), language)
        if stands is not None:
            return replace(one, stage=stands.stage)
    form = next((f.verb for f in tokens[one.at].forms if f.tag != "part" or one.kind != "inf"), one.verb)
    for phrase in phrases(language).get(form, ()):
        near = " ".join(t.low for t in tokens[max(0, one.first - 7) : one.last + 9])
        if phrase.words.search(near):
            return replace(one, cls=phrase.cls)
    return one


def _conditional(tokens: Sequence[Token], one: Predicate) -> bool:
    """Say whether a past form only says what would be: "прискорила б відбудову", "хотели бы"."""
    around = (*tokens[max(0, one.first - 1) : one.first], *tokens[one.first : one.last + 2])
    return one.kind == "finite" and one.time == "done" and any(t.low in ("б", "би", "бы") for t in around)


def _denied(tokens: Sequence[Token], one: Predicate, language: str) -> Predicate:
    """Mark a predicate that is denied: "не надійшов", "ще не обстежено", "рішення прийнято не було"."""
    negation = word_list(language, "negation")
    before = tokens[one.first - 1].low if one.first else ""
    if _conditional(tokens, one):
        one = replace(one, mood=one.mood or "potential")
    inside = any(t.low in negation for t in tokens[one.first : one.last + 1]) and one.mood != "pass_negated"
    if tuple(t.low for t in tokens[max(0, one.first - 2) : one.first]) in _HARDLY:
        return replace(one, negated=True)
    return replace(one, negated=one.negated != (before in negation or inside))
