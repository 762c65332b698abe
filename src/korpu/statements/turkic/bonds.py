"""Ties between Azerbaijani candidates of one document: "həmin sərəncam", "bu vəsait hesabına", "onlardan 10-u".

Works on the finished list in document order, so that `refers_to` is an index into it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from korpu.statements.reading import Candidate
from korpu.statements.turkic.tokens import lower

_POINTING = r"(?:həmin|bu|sözügedən|adıçəkilən|qeyd olunan|göstərilən)"
_BACK = re.compile(
    rf"\b{_POINTING}\s+(sərəncam|fərman|qərar|qanun|saziş|müqavilə|memorandum|protokol|kredit|qrant|paket|proqram)\w*"
)
_MONEY = re.compile(rf"\b{_POINTING}\s+(?:vəsait|məbləğ|pul|maliyyə)\w*")
_OF_THEM = re.compile(r"\b(?:onlardan|bunlardan|onların|bunların|ondan|bundan)\s+(?:\w+\s+)?\d")
_NEAR = 14


def bound(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates with what Azerbaijani words point back to filled in; those of other languages stay."""
    result: list[Candidate] = []
    for candidate in found:
        result.append(_tied(result, candidate) if candidate.language == "az" else candidate)
    return tuple(result)


def _tied(earlier: Sequence[Candidate], candidate: Candidate) -> Candidate:
    words = lower(candidate.quote)
    named = _BACK.search(words)
    near = [k for k in range(len(earlier) - 1, max(-1, len(earlier) - _NEAR), -1) if earlier[k].language == "az"]
    if candidate.refers_to is not None:
        return candidate
    if named:
        first = next((k for k in near if _introduces(lower(earlier[k].quote), named.group(1))), None)
        return candidate if first is None else _step_of(candidate, earlier[first], first)
    if _MONEY.search(words) and candidate.amount is None:
        first = next((k for k in near if earlier[k].amount), None)
        return candidate if first is None else replace(candidate, refers_to=first)
    if _OF_THEM.search(words):
        first = next((k for k in near if earlier[k].count and earlier[k].object), None)
        if first is not None:
            one = earlier[first]
            return replace(
                candidate, refers_to=first, object=candidate.object or one.object, track=candidate.track or one.track,
                title=candidate.title or one.title,
            )  # fmt: skip
    return candidate


def _introduces(words: str, noun: str) -> bool:
    """Say whether words name something for the first time, rather than point back to it themselves."""
    return re.search(rf"\b{noun}", words) is not None and not re.search(rf"\b{_POINTING}\s+{noun}", words)


def _step_of(candidate: Candidate, one: Candidate, index: int) -> Candidate:
    """Return the candidate as a further step of what an earlier one is about."""
    return replace(
        candidate, refers_to=index, kind=one.kind, track=one.track or candidate.track, object=one.object,
        title=one.title, name=one.name, places=candidate.places or one.places, place=candidate.place or one.place,
    )  # fmt: skip
