"""Says which words of a sentence belong to which predicate.

A sentence is cut between two predicates at the mark or joining word that most likely parts them; a relative clause or
a participle phrase in the middle leaves what stands around it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from korpu.statements.slavic.lexicon import word_list
from korpu.statements.slavic.predicate import Predicate
from korpu.statements.slavic.tokens import Token

MAIN, COORD, RELATIVE, SUB, PARTICIPLE, COMPLEMENT = "main", "coord", "relative", "sub", "participle", "complement"
_STRONG = {";": 6.0, ":": 5.0, "(": 3.0, ")": 3.0, "–": 3.0, "—": 3.0, ",": 2.0}
_TELLING = frozenset(["report", "reaffirm", "plan", "pledge", "decide", "need", "consider"])
_MEANING = frozenset(["означати", "значити", "означать", "значить"])
_DEPENDENT = (RELATIVE, PARTICIPLE)
_OWN_SUBJECT = 4
_ASIDE = 5


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
    if len(found) == 1 and found[0].kind == "nominal":
        return []  # a line without a verb, which notes read
    edges = sorted({0, len(tokens), *_cuts(tokens, found, language)})
    pieces: list[Clause] = []
    for a, b in pairwise(edges):
        inside = next((p for p in found if a <= p.at < b), None)
        before = next((p.predicate for p in reversed(pieces) if p.predicate is not None), None)
        kind, opener = _kind(tokens, a, inside, before, language)
        pieces.append(Clause(inside, kind, [(a, b)], opener))
    return _joined(tokens, pieces, language)


def _cuts(tokens: Sequence[Token], found: Sequence[Predicate], language: str) -> Iterator[int]:
    """Yield where a clause begins: at what opens it, and at what best parts it from the clause before."""
    for k, two in enumerate(found):
        start = found[k - 1].last if k else -1
        opener = _opener(tokens, start, two, language)
        if opener is not None:
            yield opener
        if k:
            best = _best(tokens, start, two if opener is None else None, opener or two.first, language)
            if best is not None:
                yield best


def _opener(tokens: Sequence[Token], start: int, two: Predicate, language: str) -> int | None:
    """Return where the relative clause or participle phrase of a predicate begins."""
    for k in range(two.first, max(start + 1, 0), -1):
        if tokens[k - 1].low not in (",", ":", ";", "(", "–", "—"):
            continue
        how = opens(tokens, k, language) if k < len(tokens) else None
        if how == SUB and _aside(tokens, k, two):
            continue
        if how in (RELATIVE, SUB) or (tokens[k - 1].low == "," and phrase_at(tokens, k, two, language)):
            return k
    return None


def phrase_at(tokens: Sequence[Token], k: int, one: Predicate | None, language: str) -> bool:
    """Say whether a participle phrase opens at a token: nothing but an adverb stands before the participle."""
    if one is None or one.kind not in ("part", "active"):
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
    after = [t.low for t in tokens[k + 1 : k + 3]]
    whose = word_list(language, "relative") - word_list(language, "complement")
    if after and after[0] in whose:
        return RELATIVE  # "у якому", "запуск якої очікувався"
    if after and after[0] in word_list(language, "complement") and word in ("після", "до", "тому", "тим"):
        return RELATIVE
    if len(after) == 2 and after[0] in word_list(language, "preposition") and after[1] in whose:
        return RELATIVE  # "половина из которых уже использована"
    return COORD if word in word_list(language, "coordinator") else None


def _best(tokens: Sequence[Token], start: int, two: Predicate | None, end: int, language: str) -> int | None:
    """Return where the words of the second predicate begin, or those of the head that its clause hangs on."""
    scores: list[tuple[float, int]] = []
    contrast = word_list(language, "contrast")
    for k in range(start + 1, end + 1):
        mark = tokens[k - 1].low
        if mark in ("–", "—") and _in_a_name(tokens, k - 1):
            continue
        if mark in _STRONG and k - 1 > start:
            how = opens(tokens, k, language) if k < len(tokens) else None
            weight = _STRONG[mark]
            if how is not None:
                weight += 2.5 if how != COORD or tokens[k].low in contrast else 1.5
            if two is None and (weight < 4 or k == end):
                continue  # a plain comma before a head is part of a list
            scores.append((weight, k))
        elif (
            two is not None
            and k < len(tokens)
            and tokens[k].low in word_list(language, "coordinator")
            and (k > start + 1 or end - k >= _OWN_SUBJECT)
        ):
            scores.append((_before_verb(end - k), k))
    return max(scores)[1] if scores else None


def _before_verb(distance: int) -> float:
    """Return how well a joining word parts two predicates, by how far before the second it stands.

    Right before the verb it outweighs the comma of a list: "відновлено школу, лікарню і відкрито парк".
    """
    if distance == 1:
        return 2.2
    return 1.0 if distance <= _OWN_SUBJECT else 0.5 - distance / 100


def _in_a_name(tokens: Sequence[Token], k: int) -> bool:
    """Say whether a dash joins two names: "дорога Душанбе – Кульма"."""
    return 0 < k < len(tokens) - 1 and tokens[k - 1].text[:1].isupper() and tokens[k + 1].text[:1].isupper()


def _kind(
    tokens: Sequence[Token], a: int, one: Predicate | None, before: Predicate | None, language: str
) -> tuple[str, int | None]:
    k = a
    while k < len(tokens) - 1 and tokens[k].kind == "mark":
        k += 1
    how = opens(tokens, k, language)
    if a == 0:
        return (SUB, k) if how == SUB and not _aside(tokens, k, one) else (MAIN, None)
    if tokens[a - 1].low == "," and phrase_at(tokens, a, one, language):
        return PARTICIPLE, a
    if how == SUB and tokens[k].low in ("як", "как"):
        return RELATIVE, k  # "третину вузлів, як вимагає угода, постачатимуть заводи"
    if how == RELATIVE and tokens[k].low in word_list(language, "complement"):
        told = before is None or before.cls in _TELLING or before.mood is not None or before.verb in _MEANING
        if told and before is not None and before.cls != "report" and one is not None and one.first == k + 1:
            told = before.last == k - 2  # "підтримала громади, що постраждали", but "домовилися, що передадуть"
        return (COMPLEMENT if told else RELATIVE), k
    return (how, k) if how is not None else (COORD, None)


def _aside(tokens: Sequence[Token], k: int, one: Predicate | None) -> bool:
    """Say whether an opening word only adds an aside without a verb: "Як відомо, планують облаштувати ще 13"."""
    if tokens[k].low not in ("як", "как"):
        return False
    comma = next((j for j in range(k + 1, min(k + _ASIDE, len(tokens))) if tokens[j].low == ","), None)
    return comma is not None and one is not None and one.first > comma


def _joined(tokens: Sequence[Token], pieces: list[Clause], language: str) -> list[Clause]:
    """Put heads that a relative clause interrupts together again, and what has no predicate to its neighbour."""
    found: list[Clause] = []
    waiting: Clause | None = None
    for i, piece in enumerate(pieces):
        after = pieces[i + 1] if i + 1 < len(pieces) else None
        if piece.predicate is None:
            heads = after is not None and (after.kind in _DEPENDENT or not found)
            if heads and waiting is None:
                waiting = piece
            elif waiting is not None and after is not None:
                waiting.stretches.append((piece.first, piece.last))
            elif found:
                found[-1].stretches.append((piece.first, piece.last))
            continue
        contrast = tokens[piece.first].low in word_list(language, "contrast")
        if waiting is not None and piece.kind not in _DEPENDENT and not contrast:
            piece.stretches = [*waiting.stretches, *piece.stretches]
            piece.kind = waiting.kind if waiting.kind != SUB else MAIN
            waiting = None
        if waiting is not None and piece.kind == PARTICIPLE:
            _give_back(tokens, piece, waiting)
        found.append(piece)
    if waiting is not None and found:
        at = next((k for k, c in enumerate(found) if c.first >= waiting.last), len(found) - 1)
        found[at].stretches = [*waiting.stretches, *found[at].stretches]
    for one, two in pairwise(found):
        if two.kind == PARTICIPLE and two.first == one.last:
            _give_back(tokens, two, one)
    return sorted(found, key=lambda c: c.first)


def _give_back(tokens: Sequence[Token], phrase: Clause, host: Clause) -> None:
    """Give a number behind a participle phrase to the clause it interrupts: "з фонду, передбаченого …, 3 млн"."""
    a, b = phrase.stretches[-1]
    at = phrase.predicate.last if phrase.predicate is not None else a
    cut = next((k for k in range(at + 1, b - 1) if tokens[k].low == "," and tokens[k + 1].kind == "num"), None)
    if cut is not None:
        phrase.stretches[-1] = (a, cut)
        host.stretches.append((cut + 1, b))
