"""Cuts a sentence into clauses around its verb groups and says how each hangs on the others.

A main clause reaches over what depends on it (relative, subordinate and participial clauses); a dependent clause is
its own stretch. "The hospital, which opened in May, treats children" has a main clause of two pieces and a relative.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from korpu.statements.events.groups import Group, groups
from korpu.statements.events.joints import COMPLEMENT, COORD, MAIN, PARTICIPLE, RELATIVE, SUB, boundary, noun_between
from korpu.statements.events.lexicon import word_list
from korpu.statements.events.participles import told_finite
from korpu.statements.events.token import Token


@dataclass(frozen=True)
class Clause:
    """Tokens [start, end) of a clause, its verb group, its kind, and `reach`: the end of all that depends on it.

    `head` is where the subject stands when an inserted clause parted it from its verb.
    """

    start: int
    end: int
    group: Group
    kind: str
    reach: int
    head: int | None = None
    shared: bool = False


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses of a tagged sentence in order of their verbs; a semicolon parts it like a full stop."""
    marks = [k for k, t in enumerate(tokens) if t.low == ";"]
    found: list[Clause] = []
    for start, end in zip([0, *(k + 1 for k in marks)], [*marks, len(tokens)], strict=True):
        part = _clauses(tokens[start : _attributed(tokens, start, end)])
        if not part and found:  # "the first in May; the second in June": the verb of the part before holds on
            found[-1] = replace(found[-1], end=end, reach=max(found[-1].reach, end))
        found += [_moved(c, start) for c in part]
    return found


def _attributed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a trailing source begins (", the ministry said on Monday"): what it reports ends there."""
    marks = [k for k in range(start + 4, end) if tokens[k].low in (",", *_CLOSING)]
    for mark in marks[-3:]:
        told = groups(tokens[mark + 1 : end])
        first = told[0].first + mark + 1 if told else end
        subject = tokens[mark + 1 : first]
        if (
            told
            and (told[0].verb.cls in ("report", "reaffirm") or told[0].verb.lemma == "announce")
            and told[0].finite
            and not told[0].passive
            and subject
            and all(t.tag in ("word", "det", "poss", "prep", "pron") for t in subject)
            and not any(t.low in _RELATIVES for t in subject)
            and not any(g.finite for g in told[1:])
            and tokens[min(told[0].last + 1 + mark + 1, end - 1)].low not in ("that", ":")
            and end - (told[0].last + mark + 1) < _TAIL
            and any(g.finite for g in groups(tokens[start:mark]))
        ):
            return mark
    return end


_CLOSING = frozenset(['"', "”", "“", "»"])
_RELATIVES = frozenset(["which", "who", "whom", "whose", "that", "where", "it", "they", "and"])
_TAIL = 22


def _moved(clause: Clause, by: int) -> Clause:
    """Return the clause of a part with its places counted from the start of the sentence."""
    if not by:
        return clause
    group = replace(clause.group, first=clause.group.first + by, last=clause.group.last + by)
    head = None if clause.head is None else clause.head + by
    return replace(
        clause, start=clause.start + by, end=clause.end + by, group=group, reach=clause.reach + by, head=head
    )


def _subjects(tokens: Sequence[Token], found: list[Group]) -> list[Group]:
    """Leave out a gerund that is the subject of what follows: "dredging at the pier cannot begin"."""
    if len(found) < 2 or found[0].first != 0 or found[0].verb.tag != "gerund" or not found[1].finite:
        return found
    comma = next((k for k in range(found[1].first) if tokens[k].low == ","), None)
    if comma is None:
        if _fronted(tokens, found):
            return found
        own = any(t.tag in ("pron", "coord", "sub") for t in tokens[1 : found[1].first])
        return found if own else found[1:]
    return (
        found[1:] if any(t.low in ("which", "whose", "where", "who") for t in tokens[comma + 1 : comma + 3]) else found
    )


def _fronted(tokens: Sequence[Token], found: list[Group]) -> bool:
    """Say whether an opening gerund with a participle is a setting: "Speaking at a meeting held in Bonn, he said"."""
    if len(found) < 3 or not found[2].finite:
        return False
    second = tokens[found[1].first]
    told = found[1].first == found[1].last and any(f.tag == "participle" for f in second.forms)
    return told and any(t.low == "," for t in tokens[found[1].last : found[2].first])


def _clauses(tokens: Sequence[Token]) -> list[Clause]:
    found = told_finite(tokens, _subjects(tokens, [g for g in groups(tokens) if not _aside(tokens, g)]))
    starts = [
        boundary(tokens, None, g, later=_unjoined(tokens, found)) if i == 0 else boundary(tokens, found[i - 1], g)
        for i, g in enumerate(found)
    ]
    if len(starts) > 1 and starts[0] == (0, SUB) and starts[1][1] == COORD:
        starts[1] = _main_after(tokens, found[0], starts[1][0]), COORD
    result: list[Clause] = []
    open_head: int | None = None
    open_kind = MAIN
    for i, (group, (start, joint)) in enumerate(zip(found, starts, strict=True)):
        kind, first = joint, start
        end = starts[i + 1][0] if i + 1 < len(found) else len(tokens)
        head = None
        if (i == 0 and kind in (RELATIVE, PARTICIPLE) and start > 0) or (
            i == 0 and kind == SUB and start > 0 and noun_between(tokens, 0, start)
        ):
            open_head, open_kind = 0, MAIN
        elif kind in (COMPLEMENT, RELATIVE) and not group.finite and i + 1 < len(found) and start < group.first:
            open_head, open_kind = start, kind  # "that aid provided by X has grown": the finite verb is still to come
            first, kind = group.first, PARTICIPLE
        elif kind in (COORD, MAIN) and open_head is not None:
            head, open_head, kind = open_head, None, open_kind
        elif kind == COORD and result and all(c.kind == SUB for c in result):
            kind = MAIN
        shared = (
            kind == COORD
            and start < group.first
            and all(t.tag in ("coord", "adv", "neg") or t.low == "," for t in tokens[start : group.first])
        )
        result.append(Clause(first, end, group, kind, end, head, shared or (kind == COORD and start == group.first)))
    return _reach(result)


def _main_after(tokens: Sequence[Token], before: Group, start: int) -> int:
    """Return where the main clause begins after a fronted one: "After it had failed, the vote, on 12 May, passed"."""
    comma = next((k for k in range(before.last + 1, start) if tokens[k].low == ","), None)
    return comma + 1 if comma is not None and tokens[comma + 1].tag in ("det", "poss", "pron") else start


def _aside(tokens: Sequence[Token], group: Group) -> bool:
    """Say whether a verb stands in an aside: ", I regret to say," or ", we believe,"."""
    first, last = group.first - 2, group.last + 1
    if group.verb.cls != "report" or first < 1 or tokens[first].low != ",":
        return False
    if tokens[first + 1].low not in word_list("subject"):
        return False
    while last < len(tokens) and tokens[last].tag in ("to", "verb", "adv"):
        last += 1
    return last < len(tokens) and tokens[last].low == ","


def _unjoined(tokens: Sequence[Token], found: Sequence[Group]) -> bool:
    """Say whether a second verb follows with nothing that joins it: "the centre we build will be a gift"."""
    if len(found) < 2 or not found[1].finite:
        return False
    gap = tokens[found[0].last + 1 : found[1].first]
    return not any(t.tag in ("coord", "sub", "pron", "punct") for t in gap)


def _reach(found: list[Clause]) -> list[Clause]:
    """Let every clause reach to the end of what depends on it."""
    result: list[Clause] = []
    for i, clause in enumerate(found):
        reach = clause.end
        for later in found[i + 1 :]:
            if later.kind in (MAIN, COORD) and not (later.shared and clause.kind in (MAIN, COORD)):
                break
            reach = later.end
        result.append(replace(clause, reach=reach))
    return result
