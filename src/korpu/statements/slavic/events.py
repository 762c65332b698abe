"""Puts the events of a Ukrainian or Russian sentence together: its clauses, and what it says without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from korpu.statements.events.context import Context
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate
from korpu.statements.slavic.clauses import COORD, MAIN, PARTICIPLE, RELATIVE, SUB, Clause, clauses
from korpu.statements.slavic.fill import Event, fill
from korpu.statements.slavic.meaning import stage_of
from korpu.statements.slavic.notes import notes
from korpu.statements.slavic.predicates import Predicate, predicates
from korpu.statements.slavic.roles import roles
from korpu.statements.slavic.tokens import Token, tokenize

_ITEM = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[-–—•·*🔹])\s+")
_EMPTY = frozenset(["report", "reaffirm"])


@dataclass
class Told:
    """A sentence while its clauses are read: its tokens, whether it orders, the money told so far."""

    scene: Scene
    context: Context
    tokens: list[Token]
    decree: bool
    taken: set[int] = field(default_factory=set)


def events(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield the candidates of one sentence."""
    text, language = scene.sentence.text, scene.sentence.language
    tokens = tokenize(text, language)
    found = clauses(tokens, predicates(tokens, language), language)
    told = Told(scene, context, tokens, _ITEM.match(text) is not None)
    for clause in reversed(found):
        if clause.predicate is not None:
            own = [_chars(tokens, a, b) for a, b in clause.stretches]
            if _substantial(scene, clause, clause.predicate, own):
                yield _event(told, clause, clause.predicate, own)
    if not found:
        yield from notes(scene, context)


def _event(told: Told, clause: Clause, one: Predicate, own: list[tuple[int, int]]) -> Candidate:
    span, verb = (own[0][0], own[-1][1]), told.tokens[one.at].start
    who = roles(told.scene, span, own, verb, passive=one.passive, known=told.context.known)
    event = Event(span, own, stage_of(one, decree=told.decree), one.cls, clause.kind, verb)
    return fill(told.scene, told.context, event, who, told.taken)


def _chars(tokens: Sequence[Token], a: int, b: int) -> tuple[int, int]:
    """Return the characters of tokens [a, b) without marks at either end."""
    while a < b - 1 and tokens[a].kind == "mark" and tokens[a].low not in ("«", "(", "№"):
        a += 1
    while b > a + 1 and tokens[b - 1].kind == "mark" and tokens[b - 1].low not in ("»", ")", "%"):
        b -= 1
    return tokens[a].start, tokens[b - 1].end


def _substantial(scene: Scene, clause: Clause, one: Predicate, own: list[tuple[int, int]]) -> bool:
    """Say whether a clause tells something that a desk officer would record."""
    inside = [
        p for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own) and p.figure.kind != "ordinal"
    ]
    named = any(any(a <= m.start and m.end <= b for a, b in own) for m in scene.named)
    thing = any(any(a <= m.start and m.end <= b for a, b in own) for m in scene.objects)
    words = sum(b - a for a, b in own)
    if one.cls in _EMPTY and one.mood is None:
        return bool(inside) and clause.kind in (MAIN, COORD)
    if inside:
        return True
    if clause.kind in (RELATIVE, PARTICIPLE):
        return False
    if clause.kind == SUB:
        return named or thing
    if one.verb == "be":
        return named or thing
    return named or thing or words > 20
