"""Verbs whose class their subject, object, time or form tells: "the lorry left" ships, "she left" does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from korpu.statements.events.groups import Group

SUM = re.compile(
    r"\b(?:money|funds?|grants?|loans?|instalments?|tranches?|payments?|sums?|amounts?|advances?)\b", re.IGNORECASE
)
MONEY = re.compile(r"\b(?:million|billion|thousand|euros?|dollars?|francs?|pounds|EUR|USD|[A-Z]{3} \d)|[€$£]")
_AIM = re.compile(r"\b(?:target|goal|objective|deadline|ceiling|quota|limit)s?\b")
_CARGO = re.compile(
    r"\b(?:convoys?|lorr(?:y|ies)|trucks?|trains?|ships?|vessels?|wagons?|aircraft|planes?|flights?|cargo(?:es)?|"
    r"consignments?|shipments?|batch(?:es)?|transports?|tankers?|containers?|loads?)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:contract|order|tender|commission|lot)\b(?!.*\b(?:under|of)\b)", re.IGNORECASE)
_FIRM = re.compile(r"\b(?:contractors?|firms?|compan(?:y|ies)|builders?|consultants?|suppliers?)\b")
_FOR = re.compile(r"\s+(?!that\b|whether\b|how\b|what\b|why\b|if\b)(?:[\w'’]+\s+){1,4}for\s")
_WITH = re.compile(r"\s+(?:by phone\s+|on the phone\s+)?(?:to|with)\s+(?:the\s+|his\s+|her\s+)?\w")
_TO = re.compile(r"\s+to\s")
_THING = re.compile(r"\s+(?!that\b|out\b|it\b|how\b|whether\b|themselves\b|in favou?r\b)[a-z]")


@dataclass(frozen=True)
class Said:
    """A verb group with the words of its clause: the subject before it, all of them, and what follows."""

    group: Group
    subject: str
    words: str
    after: str


def _past(said: Said) -> bool:
    return said.group.time == "done" and said.group.mood == "real"


_RULES: tuple[tuple[tuple[str, ...], Callable[[Said], bool], str], ...] = (
    (("set", "fix", "establish"), lambda s: bool(_AIM.search(s.words)), "decide"),
    (("leave",), lambda s: bool(_CARGO.search(s.subject)), "ship"),
    # "the order went to a Polish firm"
    (("go", "fall"), lambda s: bool(_ORDER.search(s.subject) and _TO.match(s.after)), "contract"),
    (("find",), lambda s: not s.group.passive and bool(_THING.match(s.after)), "act"),
    # barges or prisoners, not a tranche
    (("release",), lambda s: not (SUM.search(s.words) or MONEY.search(s.words)), "act"),
    (("award",), lambda s: bool(MONEY.search(s.words)) and not _ORDER.search(s.words), "allocate"),
    # what has been studied is done; what is being studied is open
    (("study", "evaluate", "appraise", "investigate", "explore", "scrutinise", "scrutinize"), _past, "act"),
    (("hire", "recruit"), lambda s: not _FIRM.search(s.words), "act"),
    (("speak",), lambda s: _past(s) and bool(_WITH.match(s.after)), "act"),
    (("ask",), lambda s: not s.group.passive and bool(_FOR.match(s.after)), "need"),
    (("stick", "trap", "drop"), lambda s: s.group.passive, "stop"),
    (("miss",), lambda s: s.group.verb.tag == "gerund", "need"),
    # "the route offers less comfort" promises nothing
    (("offer",), lambda s: s.group.time == "now" and not s.group.passive, "hold_on"),
)
"""Lemmas, what must hold, class."""


def told_by_verb(said: Said) -> str | None:
    """Return the class of a verb that means something else with its subject, object, time or form; None for others."""
    lemma = said.group.verb.lemma
    return next((cls for lemmas, holds, cls in _RULES if lemma in lemmas and holds(said)), None)
