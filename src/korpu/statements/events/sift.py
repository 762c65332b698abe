"""Leaves out candidates that say nothing beside another: the same event in fewer words, or a bare "this is"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.reading import Candidate

_WAS = re.compile(r"\b(?:was|were|been)\b")
_BARE = re.compile(r"(?:This|That|It|These|Those|Here)\b", re.IGNORECASE)


def sifted(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that another, wider one already tells."""
    return [c for i, c in enumerate(found) if not _told(found, i)]


def _told(found: Sequence[Candidate], i: int) -> bool:
    one = found[i]
    near = [c for k, c in enumerate(found[max(0, i - 6) : i + 7], max(0, i - 6)) if k != i]
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


def _covers(outer: Candidate, inner: Candidate) -> bool:
    return outer.ranges[0][0] <= inner.ranges[0][0] and inner.ranges[-1][1] <= outer.ranges[-1][1]
