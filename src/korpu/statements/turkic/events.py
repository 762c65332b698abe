"""One candidate for each Azerbaijani clause, reported clause or participle that tells an event of substance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from korpu.reference.names import Match
from korpu.statements.events.context import Context
from korpu.statements.events.roles import VAGUE
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate
from korpu.statements.turkic.clauses import Clause, attributes, clauses, parts
from korpu.statements.turkic.fill import Event, fill
from korpu.statements.turkic.lexicon import word_list
from korpu.statements.turkic.meaning import stage_of
from korpu.statements.turkic.objects import classed
from korpu.statements.turkic.predicates import NOM, PTC, Predicate, find
from korpu.statements.turkic.roles import Words, named, roles
from korpu.statements.turkic.tokens import Token, tokenize

Span = tuple[int, int]

_WEAK = frozenset(["report", "reaffirm"])
_NUMERIC = ("money", "count", "measure", "percent", "ratio")
_SAYING = ("report", "reaffirm", "be", "plan")
_HEAD, _REACH = 5, 40


def turkic_events(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield the candidates of an Azerbaijani sentence."""
    tokens = tokenize(scene.sentence.text)
    if tokens and not scene.sentence.text.rstrip().endswith("?"):
        yield from _Reading(scene, context, tokens, named(scene)).events()


@dataclass
class _Reading:
    """One sentence while its events are read; money is taken once."""

    scene: Scene
    context: Context
    tokens: Sequence[Token]
    names: Sequence[Match]
    taken: set[int] = field(default_factory=set)

    def events(self) -> Iterator[Candidate]:
        for clause in clauses(self.tokens, classed(self.scene, self.tokens, find(self.tokens))):
            barred: set[int] = set()
            for one in attributes(clause):
                told = self._attribute(clause, one)
                if told is not None:
                    barred |= told[1]
                    yield self._frame(Clause(0, 0, one, one.kind, lead=clause.main), told[0])
            said = list(parts(self.tokens, clause)) if clause.main.cls in _SAYING else []
            for part in said or [clause]:
                span = self.tokens[part.start].start, self.tokens[part.end - 1].end
                if self._substantial(part, span):
                    yield self._frame(part, span, frozenset(barred))

    def _attribute(self, clause: Clause, one: Predicate) -> tuple[Span, frozenset[int]] | None:
        """Return the words of a participle that tells an event of its own, and the figures that are its alone."""
        if one.cls not in word_list("strong") or one.kind not in (PTC, NOM) or one.negated:
            return None
        tokens = self.tokens
        before = [p for p in clause.inner if p.last < one.first]
        first = before[-1].last + 1 if before else clause.start
        first = next((k + 1 for k in range(one.first - 1, first, -1) if tokens[k].text == ","), first)
        if first > one.last:
            return None
        start, end = tokens[first].start, tokens[one.last].end
        own = [p for p in self.scene.figures if start <= p.start and p.end <= end]
        reach = min(tokens[min(one.last + _HEAD, len(tokens) - 1)].end, end + _REACH)
        head = [p for p in self.scene.figures if p.figure.kind == "money" and end <= p.start <= reach]
        dated = any(p.figure.kind == "date" for p in own)
        numbered = any(p.figure.kind in ("money", "count") for p in own)
        if not (numbered or (head and (dated or one.cls in ("allocate", "pay")))):
            return None
        return (start, head[0].end if head else end), frozenset(p.index for p in [*own, *head])

    def _substantial(self, clause: Clause, span: Span) -> bool:
        """Say whether a clause tells something a desk officer would record."""
        main, scene = clause.main, self.scene
        figures = [p for p in scene.figures if span[0] <= p.start and p.end <= span[1]]
        numbered = any(p.figure.kind in _NUMERIC for p in figures)
        dated = any(p.figure.kind == "date" for p in figures)
        things = [scene.things.get(m.object_id) for m in scene.objects if span[0] <= m.start and m.end <= span[1]]
        concrete = any(t is not None and t.concrete and t.id not in VAGUE for t in things)
        placed = any(span[0] <= m.start and m.end <= span[1] for m in self.names)
        if main.cls in _WEAK:
            return numbered and not clause.reported and main.cls != "report"
        if main.stage is not None:
            return bool(things) or numbered or placed
        if main.cls in ("be", "measure"):
            return numbered
        if main.cls in word_list("strong"):
            return bool(things) or numbered or dated or placed
        return numbered or dated or (concrete and placed)

    def _frame(self, clause: Clause, span: Span, barred: frozenset[int] = frozenset()) -> Candidate:
        main, about = clause.main, clause.about
        stage = stage_of(main, about, clause.lead)
        cls = about.cls if about is not None and main.cls in ("start", "finish", "hold_on", "be") else main.cls
        verb = self.tokens[main.first].start
        running = stage in ("ongoing", "under_way", "opened", "completed") and main.tense in ("present", "aorist")
        if running and self.context.ahead(self.scene, [span]):
            stage = "planned"
        event = Event(span, [span], stage, cls, clause.rule, verb, main.negated, clause.reported, barred)
        here = [m for m in self.names if span[0] <= m.start and m.end <= span[1]]
        who = Words(here, [span], verb, main.passive)
        return fill(self.scene, self.context, event, roles(self.scene, who, self.context.known), self.taken)
