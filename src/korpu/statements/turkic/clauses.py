"""Which words belong to which predicate: an Azerbaijani verb closes its clause, what depends on it stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from korpu.statements.turkic.lexicon import word_list
from korpu.statements.turkic.predicates import AIM, CONV, FIN, NOM, NOUN, PTC, Predicate, event_noun
from korpu.statements.turkic.tokens import Token

_NEAR = 6
_HARMONY = str.maketrans("ıuüə", "iiia")
_ITEM = re.compile(r"(?:\d{1,2}|[a-zçəığöşü])[.)]")
_SAYING = frozenset(
    [
        "plan",
        "need",
        "consider",
        "pledge",
        "decide",
        "start",
        "finish",
        "stop",
        "hold_on",
        "fail",
        "be",
        "act",
        "report",
        "contract",
    ]
)
"""Classes of verbs that may say something of a verbal noun."""
_HELD = ("ol", "keçir", "tut", "baş", "ver", "edil", "aparıl", "apar", "görül", "işləyib", "bit")
"""Verbs of no meaning of their own behind a noun that names an event: "açılışı olub"."""


@dataclass
class Clause:
    """Tokens [start, end) that one predicate closes; `about` is a verbal noun that it says something of."""

    start: int
    end: int
    main: Predicate
    rule: str
    about: Predicate | None = None
    lead: Predicate | None = None
    inner: list[Predicate] = field(default_factory=list)
    reported: bool = False
    opens: bool = False
    under: Predicate | None = None
    """`opens`: "ki" follows, and the next clause says what; `under`: the predicate before such a "ki"."""


def clauses(tokens: Sequence[Token], found: Sequence[Predicate]) -> Iterator[Clause]:
    """Yield the finite clauses of a sentence, each with the predicates that stand within it."""
    start, inner = _opening(tokens, found), list[Predicate]()
    under: Predicate | None = None
    last = max((k for k, p in enumerate(found) if p.kind == FIN), default=-1)
    for k, one in enumerate(found):
        promoted = last < 0 and k == len(found) - 1 and one.kind == CONV and one.tense == "perfect"
        if one.kind != FIN and not promoted:
            inner.append(one)
            continue
        main = replace(one, negated=True) if _neither(tokens, start) else one
        clause = Clause(start, one.last + 1, main, "main", inner=inner, under=under)
        clause.opens = one.last + 1 < len(tokens) and tokens[one.last + 1].low == "ki"
        under = one if clause.opens else None
        clause.about = _about(tokens, clause)
        yield clause
        start, inner = _past(tokens, one.last + 1), []
    if last < 0 and inner and tokens[-1].text == ".":
        end = len(tokens) - 2
        closing = Predicate(
            max(end, inner[-1].last + 1), max(end, inner[-1].last + 1), "be", FIN, "present", known=False
        )
        clause = Clause(start, closing.last + 1, closing, "main", inner=inner)
        clause.about = _about(tokens, clause)
        if any(p.kind == NOM for p in inner):
            yield clause


def _neither(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a clause opens with "nə" or "nə də" of "nə … nə də …": neither of them happened."""
    return tokens[start].low == "nə" and sum(t.low == "nə" for t in tokens) > 1


def _opening(tokens: Sequence[Token], found: Sequence[Predicate]) -> int:
    """Return where the first clause begins: behind an item's number and "Qeyd edək ki"."""
    first = 2 if len(tokens) > 2 and _ITEM.fullmatch(tokens[0].text + tokens[1].text) else 0
    said = next((k for k in range(first, min(first + _NEAR, len(tokens))) if tokens[k].low == "ki"), None)
    if said and tokens[said - 1].low != "hələ" and not any(p.kind == FIN and p.last < said for p in found):
        first = said + 1
    return _past(tokens, first)


def _past(tokens: Sequence[Token], k: int) -> int:
    while (
        k < len(tokens)
        and (tokens[k].kind == "mark" or tokens[k].low in word_list("skipped"))
        and tokens[k].text not in '«“"('
    ):
        k += 1
    return k


def _about(tokens: Sequence[Token], clause: Clause) -> Predicate | None:
    """Return the verbal noun or event noun that the main predicate says something of: "tikintisi davam edir"."""
    main = clause.main
    if main.cls not in _SAYING and tokens[main.first].low != "təmin":
        return None
    ensured = main.cls == "deliver" and tokens[main.first].low == "təmin"
    for one in reversed(clause.inner):
        if ensured and not (one.tense == "noun" and tokens[one.last].low.endswith(("nı", "ni"))):
            continue
        if one.kind not in (NOUN, AIM) or main.first - one.last > _NEAR:
            continue
        after = tokens[one.last + 1].low if one.last + 1 < len(tokens) else ""
        if after in word_list("apart") or (
            after in word_list("on") and main.cls not in ("decide", "act", "consider", "contract")
        ):
            continue
        return one
    held = main.cls != "act" or tokens[main.last].low.startswith(_HELD)
    if main.cls not in _SAYING or not held:
        return None
    for k in range(main.first - 1, max(clause.start, main.first - 4) - 1, -1):
        cls = event_noun(tokens[k].low)
        if cls is not None:
            return Predicate(k, k, cls, NOUN, "noun")
    return None


def parts(tokens: Sequence[Token], clause: Clause) -> Iterator[Clause]:
    """Yield what a clause reports, orders or plans, each in a clause: "… göndərildiyini, … ayrıldığını bildirib"."""
    start = clause.start
    noted = [p for p in clause.inner if p.kind == NOM and _reports(tokens, p, clause)]
    for one in noted:
        inner = [p for p in clause.inner if tokens[start].start <= tokens[p.first].start and p.last < one.first]
        told = Clause(start, one.last + 1, one, "reported", inner=inner, reported=True)
        told.about = _about(tokens, told)
        yield told
        start = _past(tokens, one.last + 1)
    if noted and clause.about is not None and clause.about.first > noted[-1].last:
        yield Clause(start, clause.end, clause.main, "listed", clause.about)
    if noted:
        return
    listed = _coordinated(tokens, clause)
    for one in listed if len(listed) > 1 else ():
        last = one is listed[-1]
        yield Clause(start, clause.end if last else one.last + 1, clause.main, "listed", one)
        start = _past(tokens, one.last + 1)


def _coordinated(tokens: Sequence[Token], clause: Clause) -> list[Predicate]:
    """Return the verbal nouns that one verb governs together: "alınmasını və çatdırılmasını təmin etsin"."""
    if clause.about is None or clause.about.tense != "noun":
        return []
    found = [clause.about]
    ends = _case_ending(tokens[clause.about.last].low)
    for one in reversed([p for p in clause.inner if p.kind == NOUN and p.last < clause.about.first]):
        after = tokens[one.last + 1].low
        if _case_ending(tokens[one.last].low) != ends or (
            after not in (",", ";", "və") and after not in word_list("skipped")
        ):
            break
        found.insert(0, one)
    return found


def _case_ending(word: str) -> str:
    """Return the last two letters of a word without vowel harmony: "-sı" and "-si" are one ending."""
    return word[-2:].translate(_HARMONY)


def _reports(tokens: Sequence[Token], one: Predicate, clause: Clause) -> bool:
    """Say whether a clause noun is what somebody says, not a time, a cause or an attribute."""
    after = tokens[one.last + 1] if one.last + 1 < len(tokens) else None
    low = tokens[one.last].low
    main = clause.main
    if low.endswith(("ni", "nı", "nu", "nü")):
        return main.cls in _SAYING or any(p.cls in ("report", "reaffirm") for p in clause.inner if p.first > one.last)
    stated = main.passive and main.cls in ("report", "plan", "reaffirm")
    denied = main.cls == "be" and main.negated
    return after is not None and (
        (one.last + 1 >= main.first - 1 and (stated or denied)) or (stated and after.low in (",", "və"))
    )


def attributes(clause: Clause) -> Iterator[Predicate]:
    """Yield the participles, converbs and verbal nouns within a clause that may tell an event of their own."""
    for one in clause.inner:
        if one is clause.about:
            continue
        if one.kind in (PTC, NOM, CONV, NOUN):
            yield one
