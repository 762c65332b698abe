"""One candidate for each Azerbaijani clause, reported clause or participle that tells an event of substance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from korpu.reference.names import Match
from korpu.statements.events.context import Context
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate
from korpu.statements.turkic.captions import caption, header
from korpu.statements.turkic.clauses import Clause, attributes, clauses, parts
from korpu.statements.turkic.fill import Event, fill
from korpu.statements.turkic.meaning import stage_of
from korpu.statements.turkic.notes import notes
from korpu.statements.turkic.objects import classed
from korpu.statements.turkic.predicates import find
from korpu.statements.turkic.roles import Words, named, roles
from korpu.statements.turkic.substance import Told, apart, attribute, pieces, substantial, telling
from korpu.statements.turkic.tokens import Token, tokenize

Span = tuple[int, int]

_DECREE = re.compile(r"qərara al|SƏRƏNCAM|FƏRMAN|QƏRAR|QANUN")
_ORDERED = re.compile(r"^\d{1,2}\.|\b(?:[Ss]ərəncam|[Ff]ərman)")
_WHOLE = 100
_WORKS = re.compile(
    r"\b(?:iş|tikinti|layihə|təmir|bərpa|inşaat|quraşdırma)\w*n[ıiuü]n\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_LENDING = ("start", "finish", "hold_on", "be")
_LENDING_BE = ("be", "measure", "deliver")
_AIM = re.compile(
    r"\b(?:proqnoz|hədəf|məqsəd|plan)(?:[ıi]m[ıi]z|[ıi]m|[ıi])?\s*[,–—]?\s(?![^,]*(?:üçün|ilə)\b)", re.IGNORECASE
)
"""What is aimed at, named as what the sentence speaks of: "hədəfimiz 15 milyarddır", "proqnoz 8 milyon tondur"."""
_IS = ("dır", "dir", "dur", "dür")
_RUNNING = ("ongoing", "under_way", "opened", "completed")


def turkic_events(scene: Scene, context: Context, text: str) -> Iterator[Candidate]:
    """Yield the candidates of an Azerbaijani sentence; `text` is that of the whole document."""
    if scene.passage.role == "header":
        yield from header(scene)
        return
    if scene.passage.role == "caption":
        yield from caption(scene, text)
        return
    tokens = tokenize(scene.sentence.text)
    if tokens and not scene.sentence.text.rstrip().endswith("?"):
        told = list(_Reading(scene, context, tokens, named(scene), text).events())
        yield from told or notes(scene, context, text)


@dataclass
class _Reading:
    """One sentence while its events are read; money is taken once."""

    scene: Scene
    context: Context
    tokens: Sequence[Token]
    names: Sequence[Match]
    text: str
    taken: set[int] = field(default_factory=set)

    def events(self) -> Iterator[Candidate]:
        for clause in clauses(self.tokens, classed(self.scene, self.tokens, find(self.tokens))):
            used: list[Told] = []
            for one in attributes(clause):
                told = attribute(self.scene, self.tokens, clause, one)
                if told is not None:
                    used.append(told)
                    yield self._frame(Clause(0, 0, one, one.kind, lead=clause.main), told.span, [told.span])
            for part in self._parts(clause):
                yield from self._part(part, used)

    def _parts(self, clause: Clause) -> list[Clause]:
        """Return the clauses that a clause reports or lists; a list is one clause where a member tells nothing."""
        found = list(parts(self.tokens, clause))
        spans = [(self.tokens[p.start].start, self.tokens[p.end - 1].end) for p in found if p.rule == "listed"]
        return found if found and all(telling(self.scene, span) for span in spans) else [clause]

    def _part(self, part: Clause, used: Sequence[Told]) -> Iterator[Candidate]:
        span = self.tokens[part.start].start, self.tokens[part.end - 1].end
        if not substantial(self.scene, self.names, self.tokens, part, span):
            return
        barred = frozenset(i for told in used for i in told.figures)
        cut = pieces(self.scene, self.tokens, self.names, part)
        for piece in cut or [span]:
            own = apart(piece, [told.span for told in used if told.whole])
            yield self._frame(part, piece, own, barred)

    def _frame(self, clause: Clause, span: Span, own: list[Span], barred: frozenset[int] = frozenset()) -> Candidate:
        main, about = clause.main, clause.about
        decree = main.tense == "order" and (
            _DECREE.search(self.text) is not None or _ORDERED.search(self.scene.sentence.text) is not None
        )
        stage = stage_of(main, about, clause.lead, decree=decree)
        if clause.under is not None and clause.under.tense == "order" and clause.under.cls == "decide":
            stage = "decided"
        if stage == "completed" and _partly(self.scene, own):
            stage = "under_way"
        if main.cls in _LENDING_BE and stage in ("ongoing", "stated", "completed") and _aimed(self.scene, own):
            stage = "planned"
        cls = about.cls if about is not None and main.cls in _LENDING else main.cls
        verb = self.tokens[main.first].start
        running = stage in _RUNNING and main.tense in ("present", "aorist")
        until = any(p.figure.qualifier == "until" for p in self.scene.within(own, "date"))
        if running and not until and self.context.ahead(self.scene, own):
            stage = "planned"
        event = Event(span, own, stage, cls, clause.rule, verb, main.negated, clause.reported, barred)
        here = [m for m in self.names if span[0] <= m.start and m.end <= span[1]]
        who = Words(here, own, verb, main.passive)
        return fill(self.scene, self.context, event, roles(self.scene, who, self.context.known), self.taken)


def _partly(scene: Scene, own: Sequence[Span]) -> bool:
    """Say whether only so many per cent of some works are done: "tikintinin 40 faizi hazırdır"."""
    shares = [p for p in scene.within(own, "percent") if p.figure.number is not None and p.figure.number < _WHOLE]
    return any(_WORKS.search(scene.sentence.text[: p.start]) for p in shares)


def _aimed(scene: Scene, own: Sequence[Span]) -> bool:
    """Say whether a clause that ends in "is" names a target or a forecast."""
    text = scene.sentence.text
    return any(text[a:b].rstrip(" .").endswith(_IS) and _AIM.search(text[a:b]) for a, b in own)
