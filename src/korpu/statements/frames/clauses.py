"""Clauses: where each finite verb's words begin and end, and how the clause hangs on the ones around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.statements.frames.groups import Group
from korpu.statements.frames.words import Word

HARD = frozenset({";", ":", "—", "–"})
TOP = frozenset({"main", "coord", "resume"})
NESTED = frozenset({"rel", "sub", "comp", "contact", "shared"})
SPEAKING = frozenset({"say", "think", "decide", "pledge", "want"})


@dataclass(slots=True)
class Clause:
    """A finite verb with its words: [start, end) by word; `subject` is where its own words begin.

    Kinds: main, coord (joined to the one before), resume (a main clause taken up after an insertion), rel, sub,
    comp (what somebody says), contact (without a relative word).
    """

    start: int
    end: int
    kind: str
    group: Group
    subject: int
    opener: str = ""


def clauses(words: Sequence[Word], found: Sequence[Group]) -> list[Clause]:
    """Return the clauses of a sentence, one for each finite verb group, in order."""
    made: list[Clause] = []
    before: Group | None = None
    for group in (g for g in found if g.finite):
        start, kind = _opening(words, group, before, made)
        opener = words[start].low if start < len(words) else ""
        made.append(Clause(start, len(words), kind, group, start, opener))
        before = group
    _close(words, made)
    return made


def own_words(clause: Clause, others: Sequence[Clause]) -> list[int]:
    """Return the words of a clause that are in no clause nested in it."""
    nested = [
        c for c in others if c is not clause and clause.start <= c.start and c.end <= clause.end and c.kind in NESTED
    ]
    nested = [c for c in nested if not (c.start <= clause.group.start < c.end)]
    return [i for i in range(clause.start, clause.end) if not any(c.start <= i < c.end for c in nested)]


def _opening(words: Sequence[Word], group: Group, before: Group | None, made: Sequence[Clause]) -> tuple[int, str]:
    """Look back from a verb for the word that opens its clause."""
    lower = before.end if before else 0
    weak: list[int] = []
    nominal = False
    for j in range(group.start - 1, lower - 1, -1):
        word = words[j]
        if word.text in HARD:
            return j + 1, "main"
        if "rel" in word.kinds and not ("sub" in word.kinds and word.kinds & {"coord"}):
            kind = _that(words, j, made, before)
            if kind and word.low == "that" and j > lower and words[j - 1].low == "so":
                return j - 1, "sub"
            if kind:
                back = j - 1 if j > lower and "prep" in words[j - 1].kinds else j
                return back, kind
        elif "sub" in word.kinds and _subordinates(words, j, before, nominal=nominal and not weak):
            return j, "sub"
        elif "coord" in word.kinds and not (word.low == "so" and words[j + 1].low == "that"):
            if not nominal and before is not None and group.form == "base" and (before.modal or before.effects):
                return j + 1, "shared"
            if not nominal:
                return j + 1, _joined(made)
            if j > 0 and words[j - 1].text == "," or words[j + 1].kinds & {"subj"} or word.low in ("but", "yet", "so"):
                if before is not None or word.low not in ("and", "or"):
                    return j + 1, "coord" if before else "main"
            weak.append(j)
        elif word.text == ",":
            if not nominal and before is not None and not _apposed(words, lower, j, group, made):
                return (j + 1, "resume") if made[-1].kind in NESTED else (j + 1, "coord")
            weak.append(j)
        elif word.plain or word.figure is not None or word.kinds & {"subj", "pron", "det"}:
            nominal = True
    return _without_mark(words, group, before, made, weak, lower, nominal)


def _subordinates(words: Sequence[Word], j: int, before: Group | None, *, nominal: bool) -> bool:
    """Tell the conjunction from the preposition of the same spelling ("since", "before", "as")."""
    word = words[j]
    follow = words[j + 1] if j + 1 < len(words) else None
    if word.low == "as":
        return follow is not None and bool(follow.kinds & {"subj"})
    if "prep" not in word.kinds:
        return True
    return nominal and (before is not None or j == 0) and not (follow is not None and follow.figure is not None)


def _apposed(words: Sequence[Word], lower: int, j: int, group: Group, made: Sequence[Clause]) -> bool:
    """Whether the comma right before a verb closes an apposition to its subject."""
    if made[-1].kind in NESTED:
        return False
    auxiliary = bool(words[group.start].kinds & {"be", "have", "modal"})
    return auxiliary and (any(w.text in HARD or "coord" in w.kinds for w in words[lower:j]))


def _joined(made: Sequence[Clause]) -> str:
    return "coord" if not made or made[-1].kind in TOP else "coord_" + made[-1].kind


def _without_mark(
    words: Sequence[Word],
    group: Group,
    before: Group | None,
    made: Sequence[Clause],
    weak: list[int],
    lower: int,
    nominal: bool,
) -> tuple[int, str]:
    if before is None:
        return 0, "main"
    commas = [j for j in weak if words[j].text == ","]
    opened = [j for j in weak if words[j + 1].kinds & {"det", "subj", "prep", "pron"}]
    if made[-1].kind == "sub" and commas:
        return min(commas) + 1, "main"
    if made[-1].kind in ("rel", "contact") and not commas and not opened:
        return lower, "resume"
    if opened:
        return min(opened) + 1, "coord"
    if commas:
        return max(commas) + 1, "coord"
    if weak:
        return max(weak) + 1, "coord"
    return (_noun_start(words, group.start, lower), "contact") if nominal else (lower, "resume")


def _noun_start(words: Sequence[Word], end: int, lower: int) -> int:
    """Return where the noun phrase right before a verb begins: at its determiner or pronoun, else where a mark stands."""
    for j in range(end - 1, lower - 1, -1):
        if words[j].kinds & {"det", "subj"} or words[j].possessive:
            return j
    return lower


def _that(words: Sequence[Word], j: int, made: Sequence[Clause], before: Group | None) -> str | None:
    """Tell the relative "that" from the one after a verb of saying and from the demonstrative."""
    word = words[j]
    prior = words[j - 1] if j else None
    if word.low == "that":
        if prior is None:
            return None
        if before is not None and j - before.end <= 4 and (before.cls in SPEAKING or before.lemma == "be"):
            return "comp"
        if prior.plain or prior.figure is not None or prior.text == "," or prior.low in ("everything", "all", "those"):
            return "rel"
        return None
    if prior is None:
        return None if word.low in ("who", "which", "where") else None
    return "rel"


def _close(words: Sequence[Word], made: list[Clause]) -> None:
    """Set where each clause ends and give resumed ones back their beginning."""
    for k, clause in enumerate(made):
        if clause.kind.startswith("coord_"):
            clause.kind = clause.kind.removeprefix("coord_")
        if clause.kind == "resume":
            host = next((c for c in reversed(made[:k]) if c.kind in TOP), None)
            clause.start = clause.subject = _before_insert(words, made, k, host)
            clause.kind = "main" if host is None or clause.start == 0 else "coord"
        if clause.kind == "main" and k and made[k - 1].kind == "sub" and made[k - 1].start == 0 and k == 1:
            clause.start = 0
    for k, clause in enumerate(made):
        stop = TOP if clause.kind in TOP else TOP | NESTED
        following = [c for c in made[k + 1 :] if c.kind in stop and c.subject > clause.group.start]
        if clause.kind not in TOP:
            following = [c for c in following if c.kind in TOP or (c.kind in ("rel", "sub") and _sibling(words, c))]
            if not following:
                following = [c for c in made[k + 1 :] if c.group.start > clause.group.end and c.start <= clause.start]
                clause.end = _insert_end(words, clause, following[0].group.start) if following else clause.end
                continue
        clause.end = following[0].subject if following else len(words)


def _sibling(words: Sequence[Word], clause: Clause) -> bool:
    return clause.subject > 0 and "coord" in words[clause.subject - 1].kinds


def _before_insert(words: Sequence[Word], made: Sequence[Clause], k: int, host: Clause | None) -> int:
    """Return where the subject of a resumed clause begins: before the clause inserted after it."""
    j = k - 1
    while j > 0 and made[j].kind not in NESTED:
        j -= 1
    if host is not None and host.group.start < made[j].subject:
        commas = [i for i in range(host.group.end, made[j].subject - 1) if words[i].text in (",", ";", "—")]
        return commas[-1] + 1 if commas else made[j].subject
    return host.start if host else 0


def _insert_end(words: Sequence[Word], clause: Clause, limit: int) -> int:
    commas = [i for i in range(clause.group.end, limit) if words[i].text == ","]
    return commas[-1] if commas else limit
