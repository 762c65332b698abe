"""Whether a candidate is an event of the books: a step towards something that gets built, paid or opened, or a fact.

A step (promised, decided, paid, shipped, delivered, built, stopped …) counts as it is. A mere act or state ("supports",
"plays a role", "is important") counts only with a particular: a figure, or a thing that stands for itself. What is left
then are judgements, relations in general, what a thing is good for, and events named in passing by a noun.
"""

from __future__ import annotations

import re

from korpu.statements.events.lexicon import word_list
from korpu.statements.reading import Candidate

_MERE = ("act", "be", "hold_on", "report")
"""Classes of verbs that are no step: what somebody does in general, is, has or says."""
_WEIGHED = ("decided", "pledged", "stopped", "allocated", "contracted")
_WORD = re.compile(r"[a-z]+")
_OWN = re.compile(r"(?:[A-Z][\w ]{0,20}, )?(?:We|I|It|we|it)\b")
_ONLY_JUDGED = re.compile(r"(?:Today|This|That|It|Now|Yesterday|Tonight)\b")
_SUBORDINATE = ("ongoing", "completed", "planned", "not_achieved", "stated")


_RESOLVES = re.compile(r"^[^,;]{0,60}\b(?:resolves|decides|orders|decrees)(?:(?: as follows)?:\s*\d{0,2})?$")
"""Who resolves, before the items of the resolution."""
_FRAGMENT = re.compile(r"(?:only )?(?:half|twice|a third|two thirds|a quarter) (?:of )?(?:the|what|that|as)\b")
"""Part of a comparison that was taken for a clause: "only half of what its operator had hoped for"."""

_ISSUED = re.compile(
    r"(?:(?:press |news |joint )?(?:release|statement|report|post|video|interview|letter|note|message)s?)\s+"
    r"(?:issued|published|released|posted|made|dated|signed)\b"
)
"""The paper that something was said in: "in a press release issued on Friday"."""
_NOUN_OF = re.compile(
    r"(?:support|help|aid|visit|work|study|supply|transfer|purchase|repair|export|import|return)s? of\b"
)
"""A noun that looks like a verb behind "and": "thanked them for their solidarity and support of our country"."""


def _in_passing(one: Candidate, cls: str) -> bool:
    return cls in ("finish", "start", "consider", "plan", "be", "reaffirm", "report") or (
        cls == "act" and one.stage == "ongoing"
    )


def _undated(one: Candidate) -> bool:
    """Say whether a candidate has no sum, no count and no date of its own but that of its participle."""
    return not (one.amount or one.count) and len(one.figures) < 2


def worthless(one: Candidate) -> bool:
    """Say whether an English candidate tells nothing in particular, so that nobody would enter it in the books."""
    kind, _, cls = one.rule.partition(".")
    if one.stage == "decided" and _RESOLVES.search(one.quote):
        return True
    if _FRAGMENT.match(one.quote) or (kind == "participle" and _undated(one) and _in_passing(one, cls)):
        return True
    if (kind == "participle" and cls == "act" and _ISSUED.search(one.quote)) or (
        kind == "coord" and _undated(one) and _NOUN_OF.match(one.quote)
    ):
        return True
    words = set(_WORD.findall(one.quote.casefold()))
    if cls == "be" and not (one.amount or one.count) and _ONLY_JUDGED.match(one.quote) and words & word_list("judging"):
        return True  # "Today is a historic day"
    if one.amount or one.count or one.figures:
        return False
    if kind == "noun":
        return one.stage != "decided"  # "the delivery of aid": named in passing, by no date and no sum
    if cls not in _MERE or one.stage in _WEIGHED:
        return False
    if kind in ("relative", "sub"):
        return one.stage in _SUBORDINATE and not (kind == "sub" and one.stage == "planned")
    if words & word_list("definite"):
        return False
    particular = one.object is not None and one.object not in word_list("general")
    judged, related = words & word_list("judging"), words & word_list("relating")
    if not particular:
        return bool(judged or related)
    return bool(judged) and (bool(related) or cls == "be" or _OWN.match(one.quote) is not None)
