"""Cuts a sentence into clauses around its verb groups and says how each hangs on the others.

A main clause reaches over what depends on it (relative, subordinate and participial clauses); a dependent clause is
its own stretch. "The hospital, which opened in May, treats children" has a main clause of two pieces and a relative.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from korpu.statements.events.groups import Group, groups
from korpu.statements.events.lexicon import word_list
from korpu.statements.events.token import Token

MAIN, COORD, RELATIVE, SUB, COMPLEMENT, PARTICIPLE = "main", "coord", "relative", "sub", "complement", "participle"


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
            and told[0].verb.cls in ("report", "reaffirm")
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
_TAIL = 14


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
    found = _finite(tokens, _subjects(tokens, [g for g in groups(tokens) if not _aside(tokens, g)]))
    starts = [
        _boundary(tokens, None, g, later=_unjoined(tokens, found)) if i == 0 else _boundary(tokens, found[i - 1], g)
        for i, g in enumerate(found)
    ]
    result: list[Clause] = []
    open_head: int | None = None
    open_kind = MAIN
    for i, (group, (start, joint)) in enumerate(zip(found, starts, strict=True)):
        kind = joint
        end = starts[i + 1][0] if i + 1 < len(found) else len(tokens)
        head = None
        if (i == 0 and kind in (RELATIVE, PARTICIPLE) and start > 0) or (
            i == 0 and kind == SUB and start > 0 and _noun_between(tokens, 0, start)
        ):
            open_head, open_kind = 0, MAIN
        elif kind in (COMPLEMENT, RELATIVE) and not group.finite and i + 1 < len(found) and start < group.first:
            open_head, open_kind = start, kind  # "that aid provided by X has grown": the finite verb is still to come
            start, kind = group.first, PARTICIPLE
        elif kind in (COORD, MAIN) and open_head is not None:
            head, open_head, kind = open_head, None, open_kind
        elif kind == COORD and result and all(c.kind == SUB for c in result):
            kind = MAIN
        shared = (
            kind == COORD
            and start < group.first
            and all(t.tag in ("coord", "adv", "neg") or t.low == "," for t in tokens[start : group.first])
        )
        result.append(Clause(start, end, group, kind, end, head, shared or (kind == COORD and start == group.first)))
    return _reach(result)


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


def _ambiguous(tokens: Sequence[Token], group: Group, following: Group | None) -> bool:
    """Say whether a lone "trains" or "plans" is a noun after all: another verb follows with nothing to part them."""
    if (
        following is None
        or not following.finite
        or group.first != group.last
        or group.verb.tag not in ("third", "base")
    ):
        return False
    gap = tokens[group.last + 1 : following.first]
    auxiliary = tokens[following.first].tag in ("modal", "be", "have")
    parted = any(t.tag in ("coord", "sub", "pron", "punct", "to") or t.low == "that" for t in gap)
    if auxiliary and gap and gap[0].tag == "prep" and not parted and tokens[group.first].tag == "verb":
        return True
    if tokens[group.first].tag != "verb" or (group.first and tokens[group.first - 1].tag in ("pron", "coord", "to")):
        return False
    gap = tokens[group.last + 1 : following.first]
    return not any(t.tag in ("coord", "sub", "pron", "punct", "det", "poss", "to") or t.low == "that" for t in gap)


def _finite(tokens: Sequence[Token], found: list[Group]) -> list[Group]:
    """Tell past tenses from participles: "signed on 3 May" after a noun, with another verb to come or gone."""
    result: list[Group] = []
    for i, group in enumerate(found):
        if _ambiguous(tokens, group, found[i + 1] if i + 1 < len(found) else None):
            continue
        lone = group.first == group.last and tokens[group.first].tag == "verb"
        following = found[i + 1] if i + 1 < len(found) else None
        if _inserted(tokens, group, following) or _purposed(tokens, result, group):
            result.append(replace(group, finite=False, passive=True))
            continue
        if (
            lone
            and group.finite
            and group.verb.tag != "base"
            and any(f.tag == "participle" for f in tokens[group.first].forms)
        ):
            before = tokens[group.first - 1] if group.first else None
            after = [t for t in tokens[group.last + 1 : group.last + 3] if t.tag not in ("adv",)]
            subject = before is not None and (before.low in word_list("subject") or before.tag in ("coord", "adv"))
            by = bool(after) and after[0].low == "by"
            previous = result[-1] if result else None
            gap = tokens[previous.last + 1 : group.first] if previous else tokens[: group.first]
            broken = any(t.tag in ("coord", "sub") or t.low in (";", ",", ":", "—", "–") for t in _apposed(gap))
            later = (
                i + 1 < len(found)
                and found[i + 1].finite
                and not any(
                    t.tag in ("coord", "sub", "pron") or t.low in ";:" for t in tokens[group.last : found[i + 1].first]
                )
            )
            postnominal = (
                before is not None
                and before.tag in ("word", "num")
                and bool(after)
                and (after[0].tag == "prep" or (after[0].tag == "det" and group.verb.cls != "report"))
            )
            related = _related(tokens, gap)
            if before is not None and before.low == ",":
                lonely = by or later or bool(after and after[0].tag == "prep" and previous and previous.finite)
            else:
                verbless = not later and not any(g.finite for g in result)  # "a team led by X visited the site"
                begun = group.verb.lemma in _BEGUN and any(t.low in _TIMES for t in gap)
                lonely = by or (previous is not None and not (broken or verbless or begun)) or (postnominal and later)
            if (
                lonely
                and not subject
                and not related
                and not (not by and not later and _after_insertion(tokens, result, group))
            ):
                result.append(replace(group, finite=False, time="done", passive=True))
                continue
        result.append(group)
    return result


def _related(tokens: Sequence[Token], gap: Sequence[Token]) -> bool:
    """Say whether a relative pronoun and a subject of its own open a verb: "which the agency JICA completed in April"."""
    which = next((k for k, t in enumerate(gap) if t.low in ("which", "whom", "that") and t.tag == "pron"), None)
    if which is None or which + 1 >= len(gap):
        return False
    own = gap[which + 1 :]
    return (
        own[0].low != ","
        and all(t.tag in ("det", "poss", "word", "num") for t in own)
        and any(t.tag == "word" for t in own)
    )


_PURPOSED = frozenset(["required", "needed", "used", "designed", "intended", "meant"])


def _purposed(tokens: Sequence[Token], before: Sequence[Group], group: Group) -> bool:
    """Say whether a participle says what a thing is for: "tools and other equipment needed to repair networks"."""
    first = tokens[group.first]
    if first.low not in _PURPOSED or group.first == group.last or not any(g.finite for g in before):
        return False
    noun = tokens[group.first - 1]
    gap = [t.low for t in tokens[before[-1].last + 1 : group.first]]
    opened = any(a in ("and", "but", ",") and b in ("the", "a", "it", "we", "they") for a, b in pairwise(gap))
    return noun.tag == "word" and not noun.cap and not opened


def _apposed(gap: Sequence[Token]) -> Sequence[Token]:
    """Return what stands before a verb without an apposition: ", a passenger ferry" (built in Germany)."""
    mark = max((k for k, t in enumerate(gap) if t.low == ","), default=-1)
    after = gap[mark + 1 :]
    apart = mark >= 0 and after and after[0].low in ("a", "an") and all(t.tag in ("word", "punct") for t in after[1:])
    return gap[:mark] if apart else gap


_BEGUN = frozenset(["open", "begin", "start", "arrive", "come", "expire", "end", "close", "fail", "break"])
_TIMES = frozenset(["since", "after", "before", "until"])
"""What happens by itself, and words that may open a clause: "has doubled since the gate opened"."""


def _inserted(tokens: Sequence[Token], group: Group, following: Group | None) -> bool:
    """Say whether a participle is put between a subject and its verb: "aid, intended to help, will be", "aid given has"."""
    first = tokens[group.first]
    if following is None or not following.finite or first.tag != "verb":
        return False
    if not any(f.tag == "participle" for f in first.forms):
        return False
    if not group.first:
        after = tokens[group.last + 1]
        return after.tag == "prep" and any(t.low == "," for t in tokens[group.last : following.first])
    gap, before = tokens[group.last + 1 : following.first], tokens[group.first - 1]
    if before.tag == "word" and group.first == group.last and not gap:
        return tokens[following.first].tag != "verb" or tokens[following.first].low in word_list("finite")
    bounded = before.low in (",", "—", "–") and bool(gap) and gap[-1].low == before.low
    parted = any(t.tag in ("coord", "sub", "pron") or t.low in (";", ":") for t in gap)
    return bounded and group.first < group.last and not parted


def _after_insertion(tokens: Sequence[Token], before: Sequence[Group], group: Group) -> bool:
    """Say whether a relative clause parts a verb from its subject: "the wing, which X paid for, opened"."""
    if tokens[group.first - 1].low != "," or sum(g.finite for g in before) != 1:
        return False
    relative = next((k for k, t in enumerate(tokens[: before[-1].first]) if t.low in ("which", "who", "whose")), 0)
    return relative > 1 and "," in (tokens[relative - 1].low, tokens[relative - 2].low)


def _boundary(tokens: Sequence[Token], before: Group | None, group: Group, *, later: bool = False) -> tuple[int, str]:
    """Return where the clause of `group` starts after the group before, and how it is joined."""
    low = before.last + 1 if before else 0
    gap = range(low, group.first)
    for k in gap:
        if tokens[k].low == ";":
            return k + 1, COORD
    for k in reversed(gap):
        word, left = tokens[k], tokens[k - 1] if k > low else None
        if word.low in ("which", "who", "whom", "whose") or (word.low in ("that", "where") and _nominal(left)):
            return _with_preposition(tokens, k, low), RELATIVE
        if word.low == "that" and (before is not None) and word.tag == "pron" and k == low:
            return k, COMPLEMENT
        if word.low == "as" and k and tokens[k - 1].low != ",":
            continue
        if word.tag == "sub" or (
            word.low in ("before", "after", "since", "until", "as", "because") and _finite_next(tokens, k, group)
        ):
            if (
                word.tag == "sub"
                and word.low in ("as", "since", "before", "after", "until")
                and not _finite_next(tokens, k, group)
            ):
                continue
            return k, SUB
    if not group.finite:
        return group.first, PARTICIPLE
    if before is None:
        for k in range(1, group.first):
            if (
                tokens[k].low in ("we", "you", "they", "he", "she", "i")
                and tokens[k - 1].tag == "word"
                and k == group.first - 1
            ):
                return (k, RELATIVE) if later else (0, MAIN)
        giver = _giver(tokens, group) if later else 0
        return (giver, RELATIVE) if giver else (0, MAIN)
    return _coordination(tokens, low, group, before)


def _giver(tokens: Sequence[Token], group: Group) -> int:
    """Return where a name follows a noun as the subject of its own verb: "the vehicles USAID has provided will …"."""
    k = group.first
    while k > 1 and tokens[k - 1].tag == "word" and tokens[k - 1].cap:
        k -= 1
    plain = tokens[k - 1]
    return k if k < group.first and plain.tag == "word" and not plain.cap and plain.low.endswith("s") else 0


def _finite_next(tokens: Sequence[Token], k: int, group: Group) -> bool:
    return group.finite and not any(t.low in (",", "and") for t in tokens[k : group.first])


def _coordination(tokens: Sequence[Token], low: int, group: Group, before: Group) -> tuple[int, str]:
    gap = range(low, group.first)
    for k in gap:
        ranged = 0 < k < len(tokens) - 1 and tokens[k - 1].tag == tokens[k + 1].tag == "num"  # "2023-2025"
        if not ranged and (tokens[k].low in ("—", "–", ":", "…") or (tokens[k].low == "-" and k > low)):
            return k + 1, COORD
    beside = group.first - 1
    while beside > low and tokens[beside].tag == "adv":
        beside -= 1
    if beside >= low and tokens[beside].tag == "coord":
        return beside, COORD
    for k in gap:
        if tokens[k].tag == "coord" and k > low and tokens[k - 1].low == ",":
            return k, COORD
    for k in reversed(gap):
        if tokens[k].tag == "coord" and (
            k == group.first - 1 or all(t.tag == "adv" for t in tokens[k + 1 : group.first])
        ):
            return k, COORD
    for k in reversed(gap):
        if tokens[k].low == ",":
            return k + 1, COORD
    for k in gap:
        if tokens[k].tag == "coord":
            return k, COORD
    for k in reversed(gap):
        following = [t for t in tokens[k + 1 : group.first] if t.tag not in ("adv", "neg")]
        if tokens[k].low in word_list("subject") and not (following and following[0].tag == "prep"):
            return k, COMPLEMENT if before.verb.cls in ("report", "plan") else RELATIVE
    return (low, COMPLEMENT) if before.verb.cls in ("report", "plan") else (group.first, COORD)


def _with_preposition(tokens: Sequence[Token], k: int, low: int) -> int:
    if k > low and tokens[k - 1].tag == "prep":
        k -= 1
        if k > low and tokens[k].low == "of" and tokens[k - 1].tag in ("num", "det", "pron", "word"):
            k -= 1
            while k > low and (tokens[k - 1].tag == "num" or tokens[k - 1].low in ("€", "$", "£")):
                k -= 1
    return k


def _nominal(token: Token | None) -> bool:
    return token is not None and token.tag in ("word", "num", "punct")


def _noun_between(tokens: Sequence[Token], a: int, b: int) -> bool:
    return any(t.tag in ("word", "pron") for t in tokens[a:b])


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
