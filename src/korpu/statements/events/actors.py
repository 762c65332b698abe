"""Who acts, where no table knows the name: the subject of an active verb, whoever stands behind "by" after a passive.

Only what can act counts: an office ("Deputy Mayor Tanel Kiik"), a body ("the city council") or a name ("Ukrferry").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.events.scene import Scene
from korpu.statements.events.token import Token

_BODY = re.compile(
    r"\b(?:governments?|ministry|ministries|councils?|cit(?:y|ies)|municipalit(?:y|ies)|embass(?:y|ies)|presidents?|"
    r"ministers?|ambassadors?|mayors?|governors?|compan(?:y|ies)|foundations?|fund|banks?|agenc(?:y|ies)|"
    r"commissions?|parliament|universit(?:y|ies)|associations?|organi[sz]ations?|institutes?|administrations?|"
    r"committees?|partners|donors|countries|states|authorit(?:y|ies)|consortium|utilit(?:y|ies)|operators?|railways?|"
    r"delegations?|sides|parties|leaders|cabinet|assembly|board|union|centre|center|ngos?|volunteers|engineers|"
    r"contractors?|firms?|manufacturers?|ferr(?:y company|y operator)|chancellor|king|consulate)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:['’]s)?(?:\s+(?:[A-ZÀ-Ž]|and\b).*)?")
_INSIDE = ("word", "det", "poss", "num")
_LINKS = ("of", "for", "and", "&", "to")
_MOST = 14
_DATED = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)  # fmt: skip


def named_actor(scene: Scene, verb: int, *, passive: bool) -> str | None:
    """Return the words that name who acts, without an article; None where they name nobody who could."""
    tokens = scene.tokens
    clause = next((c for c in scene.clauses if scene.tokens[c.group.last].start == verb), None)
    if clause is None or scene.sentence.language != "en":
        return None
    if passive:
        by = next((k for k in range(clause.group.last + 1, clause.end) if tokens[k].low == "by"), None)
        return None if by is None else _told(scene, _forward(tokens, by + 1, clause.end))
    first = clause.start if clause.head is None else clause.head
    return _told(scene, _back(tokens, first, clause.group.first))


def _back(tokens: Sequence[Token], first: int, verb: int) -> Sequence[Token]:
    """Return the noun phrase that ends right before a verb, past adverbs and brackets."""
    k = verb
    while k > first and tokens[k - 1].tag in ("adv", "neg"):
        k -= 1
    if k > first and tokens[k - 1].low == ")":
        k = next((n for n in range(k - 1, first, -1) if tokens[n].low == "("), k)
    while k > first and tokens[k - 1].low in ("earlier", "later", "both", "all", "each"):
        k -= 1
    last = k
    while k > first and (tokens[k - 1].tag in _INSIDE or tokens[k - 1].low in _LINKS):
        k -= 1
    return tokens[k:last]


def _forward(tokens: Sequence[Token], k: int, end: int) -> Sequence[Token]:
    start = k
    while k < end and (tokens[k].tag in _INSIDE or tokens[k].low == "of"):
        k += 1
    return tokens[start:k]


def _told(scene: Scene, phrase: Sequence[Token]) -> str | None:
    """Return the words of a noun phrase that can act."""
    while phrase and (phrase[0].tag in ("det", "poss") or phrase[0].low in _LINKS):
        phrase = phrase[1:]
    if not phrase or len(phrase) > _MOST or any(t.low in _DATED for t in phrase):
        return None
    words = scene.sentence.text[phrase[0].start : phrase[-1].end]
    head = words.split(" of ")[0].split(" for ")[0]
    named = all(t.cap or t.low in _LINKS or t.low == "the" for t in phrase) and not phrase[0].text.isdigit()
    single = len(phrase) == 1 and phrase[0].start == 0  # "Deliveries": a capital because it opens the sentence
    body = next(reversed(list(_BODY.finditer(head))), None)
    acts = body is not None and _NAMED.fullmatch(head, body.end()) is not None  # "city buses" are no city
    return words if acts or (named and not single) else None
