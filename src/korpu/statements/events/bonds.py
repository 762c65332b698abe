"""Ties that candidates of one document have with each other: "under that decree", "in addition to", lists of things.

Works on the finished list in document order, so that `refers_to` is an index into it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from korpu.statements.reading import Candidate

_BACK = re.compile(
    r"\b(?:that|this|the said|the same|the above)\s+(decree|order|law|resolution|decision|agreement|"
    r"memorandum|contract|package|programme)\b"
)
_SLAVIC_BACK = re.compile(
    r"\b(?:цим|цією|цього|цієї|цей|цю|цьому|тим|згадан\w+|вказан\w+|зазначен\w+|этим|этой|этого|этот|эту|этому|"
    r"данн\w{2,3}|указанн\w+|упомянут\w+|настоящ\w+)\s+(указ|розпорядж|постанов|закон|рішен|угод|меморандум|договор|"
    r"договір|контракт|пакет|програм|распоряж|решен|соглашен)\w*",
    re.IGNORECASE,
)
_DECISIONS = ("рішен", "решен")
_ADDED = re.compile(r"\b(?:in addition|on top of|additional|a further|further|another|besides)\b", re.IGNORECASE)
_NEAR = 14


def bound(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates with what they point back to filled in."""
    result: list[Candidate] = []
    for i, candidate in enumerate(found):
        fresh = candidate
        named = _BACK.search(candidate.quote)
        slavic = _SLAVIC_BACK.search(candidate.quote) if candidate.language in ("uk", "ru") else None
        if slavic:
            fresh = _following(result, fresh, slavic.group(1).lower())
        elif named:
            fresh = _following(result, fresh, named.group(1))
        elif candidate.amount and candidate.object is None and i and _ADDED.search(_before(found, i)):
            fresh = _added(result, fresh)
        result.append(fresh)
    return tuple(result)


def _following(earlier: Sequence[Candidate], candidate: Candidate, noun: str) -> Candidate:
    """Let "under that decree" be a step of what the decree decided."""
    for k in range(len(earlier) - 1, max(-1, len(earlier) - _NEAR), -1):
        one = earlier[k]
        if (
            (noun == "decision" or noun in _DECISIONS)
            and (one.kind, one.stage) == ("decision", "decided")
            and one.object not in ("decision", None)
        ):
            return _step_of(candidate, one, k)
        if one.stage in ("decided", "allocated", "completed", "pledged", "contracted") and _introduces(one.quote, noun):
            return _step_of(candidate, one, k)
    return candidate


def _step_of(candidate: Candidate, one: Candidate, index: int) -> Candidate:
    """Return the candidate as a further step of what an earlier one is about."""
    return replace(
        candidate, refers_to=index, kind=one.kind, track=one.track, object=one.object, title=one.title, name=one.name,
        places=candidate.places or one.places, place=candidate.place or one.place,
    )  # fmt: skip


def _introduces(quote: str, noun: str) -> bool:
    if not noun.isascii():
        return re.search(rf"\b{noun}", quote, re.IGNORECASE) is not None and _SLAVIC_BACK.search(quote) is None
    return re.search(rf"\b(?:a|an|the|its|his|her|new)\s+(?:\w+\s+){{0,3}}{noun}\b", quote) is not None


def _before(found: Sequence[Candidate], i: int) -> str:
    """Return the candidate's words and those of what contains it."""
    one = found[i]
    around = [c.quote for c in found[max(0, i - 2) : i + 1] if c.ranges[-1][1] >= one.ranges[-1][1]]
    return " ".join(around)


def _added(earlier: Sequence[Candidate], candidate: Candidate) -> Candidate:
    """Let money "in addition to" what was named before be of the same kind, another thing all the same."""
    last = next((c for c in reversed(earlier[-_NEAR:]) if c.amount and c.amount != candidate.amount), None)
    if last is None:
        return candidate
    return replace(candidate, kind=last.kind, track=last.track, object=last.object, title=candidate.title or last.title)
