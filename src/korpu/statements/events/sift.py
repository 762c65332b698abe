"""Leaves out candidates that say nothing beside another: the same event in fewer words, or a bare "this is"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.events.worth import worthless
from korpu.statements.reading import Candidate

_WAS = re.compile(r"\b(?:was|were|been)\b")
_BARE = re.compile(r"(?:This|That|It|These|Those|Here)\b", re.IGNORECASE)


_SALUTATION = re.compile(
    r"(?:Dear|Mr|Mrs|Ms|Madam|Sir|Your|Ladies|Distinguished|Honou?rable|Excellenc\w+|Esteemed)\b|.*,$", re.DOTALL
)
_NOBODY = re.compile(r"(?:Nothing|Not (?:every|all|much|many)\w*)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:(?:And|But|So|Yes|No),? )?I(?:['’]m|['’]ve|['’]d|['’]ll)?\b")
_WEIGHTY = ("pledged", "planned", "stopped", "not_achieved")
_DONE = ("completed", "delivered", "opened", "handed_over", "decided", "paid", "shipped", "allocated", "contracted")
_CONTRAST = re.compile(r"(?:While|Although|Though|Whereas|Even though)\b", re.IGNORECASE)
_URGED = re.compile(r"\b(?:must|should|have to|has to) (?:\w+ )?be\b")
_SAYING = re.compile(r"(?:What|Whoever|Whatever|Let)\b")
_OURS = re.compile(r"(?:(?:And|But|and|but) )?(?:[Ww]e|[Yy]ou|[Oo]ur|[Tt]hat|[Tt]his|[Ss]omebody)\b")
_REMARK = 8
"""A remark of so few words that names nothing ("We did not choose an easy place") is no event."""
_PLAIN = ("main.act", "main.be", "main.harm", "coord.act", "coord.be", "coord.harm")
_SHORT = 4
"""A line of so many words that holds a date is a dateline."""


def sifted(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that another, wider one already tells."""
    return [c for i, c in enumerate(found) if not _told(found, i)]


def _told(found: Sequence[Candidate], i: int) -> bool:
    one = found[i]
    if one.language == "en" and (_empty(one) or worthless(one)):
        return True
    near = [c for k, c in enumerate(found[max(0, i - 6) : i + 7], max(0, i - 6)) if k != i]
    if one.language == "en" and _inserted(one) and any(_covers(c, one) and c.ranges != one.ranges for c in near):
        return True
    if one.rule.startswith("noun.") and any(_opens_with(c, one) for c in near):
        return True
    bare = _BARE.match(one.quote) and one.object is None and not one.amount and not one.count
    if bare and any(_covers(one, c) and (c.amount or c.object) for c in near):
        return True
    if one.rule.startswith("participle.") and one.stage == "ongoing" and not one.figures:
        return True  # "by exchanging views": how or why something is done, not a thing done
    deciding = one.rule in ("main.decide", "coord.decide") and not (one.amount or one.count)
    if deciding and any(c.rule == "noun.decide" and c.stage == one.stage and _covers(one, c) for c in near):
        return True
    plain = one.stage in ("ongoing", "stated", "planned") or (
        one.stage == "completed" and _WAS.search(one.quote) is not None
    )
    if one.rule.endswith(".be") and plain and not (one.object or one.figures or one.places):
        return True
    if one.amount or one.count or one.rule in ("pair", "present", "caption", "header", "noun.decide"):
        return False
    return any(
        _covers(c, one) and c.ranges != one.ranges and (c.stage, c.object) == (one.stage, one.object)
        and (c.when == one.when or one.when is None) and one.object is not None
        for c in near
    )  # fmt: skip


def _opens_with(outer: Candidate, inner: Candidate) -> bool:
    """Say whether an event that a noun names is the subject of another: "the construction took a year"."""
    return outer.ranges[0][0] == inner.ranges[0][0] and _covers(outer, inner) and outer.ranges != inner.ranges


def _empty(one: Candidate) -> bool:
    """Say whether a candidate tells nothing by itself: a salutation, a dateline, "nobody was hurt", "I am ashamed"."""
    if one.rule == "header":
        return not one.figures and _SALUTATION.match(one.quote) is not None
    if one.amount or one.count:
        return False
    if one.rule.startswith("note."):
        return one.when is not None and len(one.quote.split()) <= _SHORT
    if one.rule.endswith(".be") and not one.figures and _URGED.search(one.quote):
        return True
    if one.rule.startswith("participle.") and not one.figures and not one.actor:
        return True
    if one.figures or one.object:
        return False
    if one.rule.startswith("coord.") and len(one.quote.split()) < _SHORT:
        return True
    if _SAYING.match(one.quote) and one.stage not in ("stopped", "not_achieved"):
        return True
    if _OURS.match(one.quote) and one.stage in ("completed", "not_achieved") and not (one.actor or one.place):
        return len(one.quote.split()) <= _REMARK
    return one.rule in _PLAIN and (_NOBODY.match(one.quote) or _SPEAKER.match(one.quote)) is not None


def _inserted(one: Candidate) -> bool:
    """Say whether words only describe something within a wider event: "which treats children", "signed in 2010"."""
    kind = one.rule.partition(".")[0]
    if one.amount or kind in ("pair", "present", "gapped", "header", "caption", "noun"):
        return False
    if kind == "sub" and _CONTRAST.match(one.quote) and (one.actor or one.object or one.place):
        return False
    if kind == "main" and one.stage in _DONE:
        return False  # "the fund rebuilt her flat, so she could return" tells of the flat first
    if kind == "participle" and ", " not in one.quote:
        return True  # "the partnership established in 2010" says which, not what
    if one.figures or one.count:
        return False
    aside = kind == "relative" and ", wh" in one.quote and (one.actor or one.object) and one.rule != "relative.harm"
    ahead = one.stage == "planned" and " that w" in one.quote  # "a protocol that will pave the way"
    return not (aside or (kind == "relative" and one.stage in _WEIGHTY and not ahead))


def _covers(outer: Candidate, inner: Candidate) -> bool:
    return outer.ranges[0][0] <= inner.ranges[0][0] and inner.ranges[-1][1] <= outer.ranges[-1][1]
