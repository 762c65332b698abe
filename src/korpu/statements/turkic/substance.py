"""Which clauses, participles and pieces of an Azerbaijani sentence tell something a desk officer would record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from korpu.reference.names import Match
from korpu.statements.events.scene import Placed, Scene
from korpu.statements.turkic.clauses import Clause
from korpu.statements.turkic.fill import LASTING
from korpu.statements.turkic.lexicon import word_list
from korpu.statements.turkic.predicates import CONV, NOM, NOUN, PTC, Predicate
from korpu.statements.turkic.tokens import Token

Span = tuple[int, int]

_WEAK = frozenset(["report", "reaffirm"])
_NUMERIC = ("money", "count", "measure", "percent")
_TELLING = frozenset(
    ["deliver", "ship", "hand_over", "open", "build", "allocate", "pay", "decide", "contract", "pledge", "harm"]
)
"""Classes of participles that may tell an event of their own."""
_HEADED = re.compile(r"\s*(?:(?:cəmi|ümumi|ümumilikdə|təxminən|təqribən|əlavə|daha|ən azı|həmin|bu)\s+){0,2}")
_OPINIONS = frozenset(["vacibdir", "zəruridir", "labüddür", "gərəkdir"])
"""What somebody holds to be needed; it is a need on record only with a figure."""
_RESTATED = re.compile(r"(?:yəni|bu da|bu isə|bu,|bu rəqəm|məlumat)\b", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(r"(?:[ğy][ıiuü]|[qk]l[aə]r[ıi]|m[ıiuü]z|[qk])$")
_AMOUNTS = ("money", "count", "measure", "ratio")
_ALIKE = {"ratio": "count"}
_STILL = re.compile(r"\b(?:hələ|artıq|hazırda)\b", re.IGNORECASE)
_WHEREAS = re.compile(r"\bisə\b")
_DURATION = re.compile(r"\bmüddət(?:i|in|imiz)?\b", re.IGNORECASE)
_BEDS = re.compile(r"\s+[^\W\d_]+l[ıiuü][kq]\b")
"""What makes a number a mark of size: "90 çarpayılıq xəstəxana"."""
_CLOSE = 3
_SIGNED = ("decide", "contract", "open", "hand_over")


class Told(NamedTuple):
    """What a participle or converb tells: its words, the figures that are its alone, whether all its words are."""

    span: Span
    figures: frozenset[int]
    whole: bool


def substantial(scene: Scene, names: Sequence[Match], tokens: Sequence[Token], clause: Clause, span: Span) -> bool:
    """Say whether a clause tells something a desk officer would record."""
    main = clause.main
    figures = _inside(scene, span)
    numbered = any(p.figure.kind in _NUMERIC for p in figures)
    dated = any(p.figure.kind == "date" for p in figures)
    things = [m for m in scene.objects if span[0] <= m.start and m.end <= span[1]]
    placed = any(span[0] <= m.start and m.end <= span[1] for m in names)
    if _RESTATED.match(scene.sentence.text, span[0]) and main.cls in ("be", "measure", "build"):
        figures = [p for p in figures if p.figure.unit not in LASTING]
        alone = span[0] <= _CLOSE and any(p.figure.kind == "percent" for p in figures)
        return alone or any(p.figure.kind in ("money", "count", "measure") for p in figures)
    if clause.opens and tokens[main.last].low in ("olar", "olur"):
        return False  # "görmək olar ki"
    if clause.opens and main.cls in ("plan", "decide", "be", "pledge", "need") and not numbered:
        return main.stage is not None and dated
    if main.cls in _WEAK and (main.tense == "order" or (main.tense in ("must", "future") and dated)):
        return True
    if main.cls in _WEAK:
        return numbered and not clause.reported and main.cls != "report"
    if main.stage == "need" and tokens[main.last].low in _OPINIONS:
        return numbered
    if main.stage is not None:
        return bool(things) or numbered or placed or dated or main.last - clause.start > 1
    if main.cls == "be":
        lasting = all(p.figure.unit in LASTING for p in figures if p.figure.kind in _NUMERIC)
        lasting = lasting and not _DURATION.search(scene.sentence.text, *span)
        stands = (
            bool(things)
            and tokens[main.last].low.endswith(("dadır", "dədir"))
            and _STILL.search(scene.sentence.text, *span)
        )
        shared = any(p.figure.kind == "ratio" for p in figures)
        return (numbered and not lasting) or shared or bool(stands) or (main.negated and (bool(things) or placed))
    if main.cls == "measure":
        return numbered or dated or any(p.figure.kind == "ratio" for p in figures)
    if main.cls in word_list("strong") or (main.negated and main.cls in ("act", "hold_on")):
        return bool(things) or numbered or dated or placed or main.negated or main.first - clause.start > 1
    doing = any(p.kind == NOUN and main.first - p.last <= _CLOSE for p in clause.inner)
    parted = any(p.figure.kind in ("ratio", "ordinal") for p in figures)
    intended = main.tense == "future" and main.known and main.first - clause.start >= _CLOSE
    return numbered or parted or dated or placed or bool(things) or main.negated or doing or intended


def telling(scene: Scene, span: Span) -> bool:
    """Say whether a stretch has a figure that is no length of time, or a thing of its own."""
    figured = any(p.figure.kind != "ordinal" and p.figure.unit not in LASTING for p in _inside(scene, span))
    return figured or any(span[0] <= m.start and m.end <= span[1] for m in scene.objects)


def attribute(scene: Scene, tokens: Sequence[Token], clause: Clause, one: Predicate) -> Told | None:
    """Return what a participle or converb tells of its own, None where it only describes."""
    telling = one.cls in _TELLING or (one.cls == "act" and tokens[one.last].low.startswith("imzala"))
    if not telling or one.kind not in (PTC, NOM, CONV) or one.negated or one.tense in ("when", "if"):
        return None
    if one.kind == NOM and not _ATTRIBUTIVE.search(tokens[one.last].low):
        return None
    before = [p for p in clause.inner if p.last < one.first]
    first = before[-1].last + 1 if before else clause.start
    first = next((k + 1 for k in range(one.first - 1, first, -1) if tokens[k].text == ","), first)
    if first > one.last:
        return None
    start, end = tokens[first].start, tokens[one.last].end
    own = _inside(scene, (start, end))
    numbered = any(
        p.figure.kind in ("money", "count") and p.figure.unit not in LASTING and not _sized(scene, p) for p in own
    )
    if one.kind == CONV:
        signing = one.cls in _SIGNED or tokens[one.last].low.startswith("imzala")
        signed = signing and one.tense == "converb" and any(start <= m.start < end for m in scene.objects)
        return Told((start, end), frozenset(p.index for p in own), True) if numbered or signed else None
    text = scene.sentence.text
    sums = (p for p in scene.figures if p.figure.kind == "money" and p.start >= end)
    head = [p for p in sums if _HEADED.fullmatch(text, end, p.start)]
    dated = any(p.figure.kind == "date" for p in own)
    if not (numbered or (head and (dated or one.cls in ("allocate", "pay")))):
        return None
    return Told((start, head[0].end if head else end), frozenset(p.index for p in [*own, *head]), True)


def pieces(scene: Scene, tokens: Sequence[Token], names: Sequence[Match], clause: Clause) -> list[Span]:
    """Return the pieces of a clause that share its verb: "Yaponiya 1 milyon dollar, Norveç 4 milyon kron ayırıb".

    Each has an amount or a number and a name or a date of its own; otherwise the clause is one piece.
    """
    joints = [k + 1 for k in range(clause.start + 1, clause.main.first) if tokens[k].low in (",", "və", ";")]
    cuts = [clause.start, *joints]
    if len(cuts) == 1:
        return []
    ends = [*cuts[1:], clause.end + 1]
    found: list[tuple[Span, str | None]] = []
    for a, b in zip(cuts, ends, strict=True):
        span = tokens[a].start, tokens[max(b - 2, a)].end
        kind = _kind(scene, names, span, tokens[clause.main.first].start)
        if kind is None and found:
            found[-1] = (found[-1][0][0], span[1]), found[-1][1]
        elif found and found[-1][1] is None:
            found[-1] = (found[-1][0][0], span[1]), kind
        else:
            found.append((span, kind))
    kinds = [kind for _, kind in found]
    return [span for span, _ in found] if len(found) > 1 and kinds[0] is not None and len(set(kinds)) == 1 else []


def _kind(scene: Scene, names: Sequence[Match], span: Span, verb: int) -> str | None:
    """Return what a piece is told apart by, money or count with name or date, None where it has not both."""
    figures = [p for p in _inside(scene, span) if p.end <= verb]
    figures = [p for p in figures if not _sized(scene, p)]
    amounts = [_ALIKE.get(p.figure.kind, p.figure.kind) for p in figures if p.figure.kind in _AMOUNTS]
    if len(amounts) != 1:
        return None
    told = any(span[0] <= m.start and m.end <= span[1] for m in names)
    dated = any(p.figure.kind == "date" for p in figures)
    return amounts[0] if told or dated or _WHEREAS.search(scene.sentence.text, *span) else None


def apart(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return a span without the stretches that others have taken."""
    found, start = [], span[0]
    for a, b in sorted(taken):
        if span[0] <= a and b <= span[1]:
            if start < a:
                found.append((start, a))
            start = b
    return [*found, (start, span[1])]


def _inside(scene: Scene, span: Span) -> list[Placed]:
    return [p for p in scene.figures if span[0] <= p.start and p.end <= span[1]]


def _sized(scene: Scene, placed: Placed) -> bool:
    return placed.figure.kind == "count" and _BEDS.match(scene.sentence.text, placed.end) is not None
