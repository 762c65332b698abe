"""Tells past tenses from participles: "signed on 3 May" after a noun, with another verb to come or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from korpu.statements.events.groups import Group
from korpu.statements.events.lexicon import word_list
from korpu.statements.events.token import Token


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


def told_finite(tokens: Sequence[Token], found: list[Group]) -> list[Group]:
    """Return the verb groups, each told as a finite verb or a participle; nouns taken for verbs are left out."""
    result: list[Group] = []
    for i, group in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if _ambiguous(tokens, group, following):
            continue
        if result and _goes_on(tokens, result[-1], group):
            result.append(replace(group, finite=True, time=result[-1].time, passive=result[-1].passive))
            continue
        if (
            _inserted(tokens, group, following)
            or _purposed(tokens, result, group)
            or _bereft(tokens, group, found[i + 1 :])
        ):
            result.append(replace(group, finite=False, passive=True))
        elif _may_be_participle(tokens, group) and _lonely(tokens, group, result, following):
            result.append(replace(group, finite=False, time="done", passive=True))
        else:
            result.append(group)
    return result


def _goes_on(tokens: Sequence[Token], before: Group, group: Group) -> bool:
    """Say whether a bare participle shares the auxiliary before it: "has found a plot and drawn up a design"."""
    bare = group.first == group.last and {f.tag for f in tokens[group.first].forms} == {"participle"}
    helped = before.finite and before.first < before.last and tokens[before.first].tag in ("have", "be")
    return bare and helped and tokens[group.first - 1].tag == "coord" and before.verb.tag == "participle"


def _bereft(tokens: Sequence[Token], group: Group, later: Sequence[Group]) -> bool:
    """Say whether a verb that needs an object has none: "supplies received from abroad included", "a plan aimed at"."""
    first, k = tokens[group.first], group.last + 1
    if group.first != group.last or not group.first or first.tag != "verb" or k >= len(tokens):
        return False
    noun = tokens[group.first - 1].tag == "word"
    if first.low == "aimed":
        return noun and tokens[k].low == "at"
    needing = first.low in word_list("needing") and tokens[k].tag in ("prep", "to") and tokens[k].low != "over"
    return noun and needing and any(g.finite for g in later)


def _may_be_participle(tokens: Sequence[Token], group: Group) -> bool:
    first = tokens[group.first]
    past = group.finite and group.verb.tag != "base" and any(f.tag == "participle" for f in first.forms)
    return past and group.first == group.last and first.tag == "verb"


def _lonely(tokens: Sequence[Token], group: Group, told: Sequence[Group], following: Group | None) -> bool:
    """Say whether a form that may be past or participle describes the noun before it."""
    before = tokens[group.first - 1] if group.first else None
    after = [t for t in tokens[group.last + 1 : group.last + 3] if t.tag != "adv"]
    by = bool(after) and after[0].low == "by"
    previous = told[-1] if told else None
    gap = tokens[previous.last + 1 : group.first] if previous else tokens[: group.first]
    later = following is not None and following.finite and not _parted(tokens[group.last : following.first])
    if later and following is not None and (tokens[following.first - 1].low == "," or _by_somebody(tokens, following)):
        later = not _may_be_participle(tokens, following)  # "initiated a marathon, aimed at …", "lent by a bakery"
    if before is not None and (before.low in word_list("subject") or before.tag in ("coord", "adv")):
        return False
    if _related(tokens, gap) or (not by and not later and _after_insertion(tokens, told, group)):
        return False
    if before is not None and before.low == ",":
        return by or later or bool(after and after[0].tag == "prep" and previous and previous.finite)
    verbless = not later and not any(g.finite for g in told)  # "a team led by X visited the site"
    begun = group.verb.lemma in _BEGUN and any(t.low in _TIMES for t in gap)
    if by or (previous is not None and not (_broken(gap) or verbless or begun)):
        return True
    noun = before is not None and before.tag in ("word", "num")
    given = bool(after) and after[0].tag == "det" and group.verb.cls != "report"
    listed = following is not None and any(t.low == "," for t in tokens[group.last : following.first])
    object_ = bool(after) and (after[0].tag == "prep" or (given and not listed))
    return noun and object_ and later


def _by_somebody(tokens: Sequence[Token], group: Group) -> bool:
    return group.last + 1 < len(tokens) and tokens[group.last + 1].low == "by"


def _parted(gap: Sequence[Token]) -> bool:
    return any(t.tag in ("coord", "sub", "pron") or t.low in (";", ":") for t in gap)


def _broken(gap: Sequence[Token]) -> bool:
    return any(t.tag in ("coord", "sub") or t.low in (";", ",", ":", "—", "–") for t in _apposed(gap))


def _related(tokens: Sequence[Token], gap: Sequence[Token]) -> bool:
    """Say whether a relative pronoun and its own subject open a verb: "which the agency completed in April"."""
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
    mark = max((k for k, t in enumerate(gap) if t.low in (",", ":")), default=-1)
    after = gap[mark + 1 :]
    apart = mark >= 0 and after and after[0].low in ("a", "an") and all(t.tag in ("word", "punct") for t in after[1:])
    return gap[:mark] if apart else gap


_BEGUN = frozenset(["open", "begin", "start", "arrive", "come", "expire", "end", "close", "fail", "break"])
_TIMES = frozenset(["since", "after", "before", "until"])
"""What happens by itself, and words that may open a clause: "has doubled since the gate opened"."""


def _inserted(tokens: Sequence[Token], group: Group, following: Group | None) -> bool:
    """Say whether a participle parts a subject from its verb: "aid, intended to help, will be", "aid given has"."""
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
