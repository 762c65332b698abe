"""Says which words of a sentence belong to which predicate.

A sentence is cut between two predicates at the mark or joining word that most likely parts them; a relative clause or
a participle phrase in the middle leaves what stands around it together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from korpu.statements.slavic.lexicon import word_list
from korpu.statements.slavic.predicates import Predicate
from korpu.statements.slavic.tokens import Token

MAIN, COORD, RELATIVE, SUB, PARTICIPLE = "main", "coord", "relative", "sub", "participle"
_STRONG = {";": 6, ":": 5, "(": 3, ")": 3, "–": 3, "—": 3, "»": 0, ",": 2}


@dataclass
class Clause:
    """A predicate with its words: stretches of tokens [a, b), how it is joined to what stands before."""

    predicate: Predicate | None
    kind: str
    stretches: list[tuple[int, int]]
    opener: int | None = None

    @property
    def first(self) -> int:
        """The first token."""
        return self.stretches[0][0]

    @property
    def last(self) -> int:
        """The token after the last one."""
        return self.stretches[-1][1]


def clauses(tokens: Sequence[Token], found: Sequence[Predicate], language: str) -> list[Clause]:
    """Return the clauses of a sentence in order of their beginnings."""
    if not found:
        return []
    cuts = _cuts(tokens, found, language)
    pieces: list[Clause] = []
    edges = [0, *cuts, len(tokens)]
    for a, b in pairwise(edges):
        inside = [p for p in found if a <= p.at < b]
        kind, opener = _kind(tokens, a, b, inside[0] if inside else None, language)
        pieces.append(Clause(inside[0] if inside else None, kind, [(a, b)], opener))
    return _joined(tokens, pieces, language)


def _cuts(tokens: Sequence[Token], found: Sequence[Predicate], language: str) -> list[int]:
    cuts: list[int] = []
    head = _opening_cut(tokens, found[0], language)
    if head:
        cuts.append(head)
    for one, two in pairwise(found):
        best = _best(tokens, one, two, language)
        if best is not None:
            cuts.append(best)
    return sorted(set(cuts))


def _opening_cut(tokens: Sequence[Token], first: Predicate, language: str) -> int | None:
    """Return where a relative clause or participle phrase begins before which nothing has been said yet."""
    for k in range(first.first, 0, -1):
        if tokens[k - 1].low in (",", ":", ";") and (
            opens(tokens, k, language) or _phrase_at(tokens, k, first, language)
        ):
            return k
    return None


def _phrase_at(tokens: Sequence[Token], k: int, one: Predicate, language: str) -> bool:
    if one.kind not in ("part", "active"):
        return False
    small = word_list(language, "adverb") | word_list(language, "negation")
    return all(t.low in small for t in tokens[k : one.first])


def opens(tokens: Sequence[Token], k: int, language: str) -> str | None:
    """Return how the token after a mark opens a clause: relative (also after a preposition), sub, coord, or None."""
    word = tokens[k].low
    if word in word_list(language, "subordinate"):
        return SUB
    if word in word_list(language, "relative"):
        return RELATIVE
    if word in word_list(language, "coordinator"):
        return COORD
    for ahead in (1, 2):
        if k + ahead < len(tokens) and tokens[k + ahead].low in word_list(language, "relative"):
            if word in word_list(language, "preposition") or word in ("після", "до", "решта", "частина", "часть"):
                return RELATIVE
            break
    return None


def _best(tokens: Sequence[Token], one: Predicate, two: Predicate, language: str) -> int | None:
    """Return where the words of the second predicate begin."""
    scores: list[tuple[float, int]] = []
    contrast = word_list(language, "contrast")
    for k in range(one.last + 1, two.first + 1):
        mark = tokens[k - 1].low
        near = two.first - k
        if mark in _STRONG and k - 1 > one.last:
            opener = opens(tokens, k, language) if k < len(tokens) else None
            weight = float(_STRONG[mark])
            if opener is not None or _phrase_at(tokens, k, two, language):
                weight += 2.5 if opener != COORD or tokens[k].low in contrast else 1.5
            if weight:
                scores.append((weight, k))
        elif tokens[k].low in word_list(language, "coordinator") and mark not in _STRONG and k > one.last:
            scores.append((1.0 if near <= 4 else 0.5 - near / 100, k))
    if not scores:
        return None
    return max(scores)[1]


def _kind(tokens: Sequence[Token], a: int, b: int, one: Predicate | None, language: str) -> tuple[str, int | None]:
    if a == 0:
        k = next((i for i in range(b) if tokens[i].kind != "mark"), 0)
        how = opens(tokens, k, language)
        return (SUB, k) if how == SUB and tokens[k].low not in ("чи", "как", "як") else (MAIN, None)
    if one is not None and _phrase_at(tokens, a, one, language) and tokens[a - 1].low == ",":
        return PARTICIPLE, a
    how = opens(tokens, a, language)
    if how is None:
        return COORD, None
    return how, a


def _joined(tokens: Sequence[Token], pieces: list[Clause], language: str) -> list[Clause]:
    """Put a head that was interrupted by a relative clause together again, and purposes to what they serve."""
    found: list[Clause] = []
    waiting: Clause | None = None
    for piece in pieces:
        if piece.predicate is None and piece.kind in (MAIN, COORD) and waiting is None and not found:
            waiting = piece
            continue
        if (
            waiting is not None
            and piece.kind in (MAIN, COORD)
            and tokens[piece.first].low not in word_list(language, "contrast")
        ):
            piece.stretches = [*waiting.stretches, *piece.stretches]
            piece.kind = MAIN
            waiting = None
        purpose = piece.opener is not None and tokens[piece.opener].low in word_list(language, "purpose")
        if found and (piece.predicate is None or (purpose and piece.kind == SUB)):
            host = found[-1]
            host.stretches = [*host.stretches[:-1], (host.stretches[-1][0], piece.last)]
            continue
        found.append(piece)
    if waiting is not None and found:
        found[0].stretches[0] = (waiting.first, found[0].stretches[0][1])
    elif waiting is not None:
        found.append(waiting)
    return found
