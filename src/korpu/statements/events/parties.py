"""Who gives and who gets, in English: told by the side of the verb, by prepositions and by words for funds.

"Ukraine received seven generators from Spain" and "Spain handed seven generators over to Ukraine" have the same giver.
Who pays is the giver of what is done in the passive: "the roof was repaired with Swedish funds".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from korpu.reference.names import Match

BODIES = ("country", "organisation", "company", "ministry", "body")
_OF = r"(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?){0,2}$"
_AID = (
    r"(?:grants?|loans?|credits?|funds?|funding|money|financ\w+|support|assistance|aid|help|donations?|contributions?|"
    r"gifts?|expense|budget|resources|means)"
)
_LOCAL = re.compile(
    r"\b(?:in|at|of|to|from|near|for|around|across|over|outside|with|city of|port of|ports of|region of)"
    r"\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:in|at|near|inside|across|throughout|within)\s+(?:the\s+)?$", re.IGNORECASE)
_BENEFIT = re.compile(
    rf"\b(?:to|for|helps?|helped|helping|assist|assists|assisted|support|supports|supported|supporting)\s+{_OF}", re.I
)
_OWNER = re.compile(r"\b(?:of|for)\s+(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:we|they|it|you|i|he|she|who|which|that)\s+(?:[\w'’]+\s+){0,3}$", re.IGNORECASE)
_BY = re.compile(rf"\b(?:by|from)\s+{_OF}", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s+{_OF}", re.IGNORECASE)
_FUNDING = re.compile(
    rf"\b(?:{_AID}\s+(?:\w+\s+)?(?:of|from|by)|(?:million|billion|thousand|euros?|dollars?|pounds?|francs?|kron\w+)\s+from|thanks\s+to|(?:donated|provided|financed|funded|paid(?:\s+for)?|given|"
    r"supplied|sent|presented|sponsored|supported|covered|borne|met|raised|made available)\s+(?:\w+\s+)?(?:by|from))"
    rf"\s+{_OF}",
    re.IGNORECASE,
)
_PAID = re.compile(r"\b(?:fund(?:ing|ed|s)?|financ\w+|paid|support|expense|donat\w+)\b[^.;]{0,40}$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|through|using|from|thanks\s+to|at\s+the\s+expense\s+of)\s+(?:the\s+)?(?:\w+\s+)?$", re.I)
_OWN_AID = re.compile(
    rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?(?:{_AID}|government|ministry|agency|taxpayers)\b", re.IGNORECASE
)
_ACT = re.compile(rf"\bby\s+(?:an?\s+)?(?:decree|order|decision|instruction|resolution)\s+of\s+{_OF}", re.IGNORECASE)
_RECEIVING = re.compile(r"(?:receiv|obtain|accept|borrow|secur|gets?\b|got\b|gotten\b|getting\b)\w*", re.IGNORECASE)
_GIVEN = re.compile(r"(?:given|granted|awarded|offered|lent|promised|allocated|paid|handed)\b", re.IGNORECASE)
_GIVING = re.compile(
    r"(?:grant|giv|gave|provid|lend|lent|suppl|send|sent|offer|promis|award|allocat|pledg|pay|paid|hand|bring|brought)\w*"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(
    r"\s+(?:borders?|gauge|language|markets?|coast|side of|frontier|soil|territory)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Sides:
    """Who acts or pays, None where no word says so; the other bodies with their roles; whether the subject gets."""

    actor: Match | None
    others: tuple[tuple[Match, str], ...]
    receives: bool = False


def sides(text: str, here: Sequence[Match], verb: int, *, passive: bool) -> Sides:
    """Return who gives and who gets among the names of an event; `verb` is where its verb stands in the sentence."""
    bodies = [m for m in here if m.type in BODIES and not (m.adjective and _NO_PARTY.match(text, m.end))]
    receives = not passive and _RECEIVING.match(text, verb) is not None
    roles = {m: _role(text, m, verb) for m in bodies}
    subject = None if passive else _subject(text, [m for m in bodies if roles[m] != "recipient"], verb)
    if passive and _GIVEN.match(text, verb):  # "Azerbaijan was given twenty buses by Kazakhstan"
        receives, subject = True, _subject(text, [m for m in bodies if m.end <= verb], verb)
    if receives and subject is not None:
        roles[subject] = "recipient"
    actor = _agent(text, bodies, roles, verb) if passive or receives else subject
    others = tuple((m, role) for m, role in roles.items() if role is not None and m is not actor)
    return Sides(actor, tuple((m, r) for m, r in others if actor is None or m.id != actor.id), receives)


def _subject(text: str, bodies: Sequence[Match], verb: int) -> Match | None:
    """Return the body nearest before an active verb that no preposition governs; of "A and B" the first.

    Else whose the subject is ("the volume of Azerbaijan's aid to Ukraine"), unless a pronoun is the subject.
    """
    before = [m for m in bodies if m.end <= verb]
    plain = [m for m in before if not _LOCAL.search(text[max(0, m.start - 30) : m.start])]
    owners = [m for m in before if _OWNER.search(text[max(0, m.start - 30) : m.start])]
    if not plain and _PRONOUN.search(text[:verb]):
        return None
    found = next(reversed(plain), None) or next(iter(owners), None)
    for match in reversed(plain[:-1]):
        if found is None or text[match.end : found.start].strip() not in ("and", "or", "nor", ",", "&"):
            break
        found = match
    return found


def _agent(text: str, bodies: Sequence[Match], roles: dict[Match, str | None], verb: int) -> Match | None:
    """Return who stands behind "by" or "from", else who pays for it, else whose act it was."""
    after = [m for m in bodies if m.start > verb]
    by = next((m for m in after if _BY.search(text[max(0, m.start - 30) : m.start])), None)
    paid = by or next((m for m in bodies if roles[m] == "funder"), None)
    return paid or next((m for m in bodies if _ACT.search(text[max(0, m.start - 60) : m.start])), None)


def _role(text: str, match: Match, verb: int) -> str | None:
    """Return the role that the words around a name give it; None where it is only where something is."""
    before = text[max(0, match.start - 40) : match.start]
    if _FUNDING.search(before) or (_WITH.search(before) and _OWN_AID.match(text, match.end)):
        return "funder"
    if _BENEFIT.search(before) or (match.start > verb and _given(text, match)):
        return "recipient"
    if _INSIDE.search(before) and not match.adjective:
        return None
    return "funder" if _PAID.search(before) else "partner"


def _given(text: str, match: Match) -> bool:
    """Say whether a name stands right after a verb of giving: "granted Moldova 12 million euros"."""
    owner = text.startswith(("'", "’"), match.end)
    return (
        not match.adjective and not owner and _GIVING.search(text[max(0, match.start - 25) : match.start]) is not None
    )
