"""Noun phrases that are events themselves ("the opening of the school in May"), pairs of places, officials present."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from korpu.reference.names import Match
from korpu.statements.events.clauses import Clause
from korpu.statements.events.lexicon import EventNoun, nouns, word_list
from korpu.statements.events.token import Token

_BEFORE = frozenset(
    [
        "during",
        "following",
        "after",
        "before",
        "including",
        "with",
        "by",
        "upon",
        "in",
        "on",
        "at",
        "and",
        "or",
        "was",
        "is",
        "are",
        "were",
        "be",
        "as",
        "along",
        "through",
        "marked",
    ]
)


_RESOLVED = ("agreement", "decision", "pledge", "promise", "commitment")
"""Nouns that say what they are for with "to" or "on"."""


@dataclass(frozen=True)
class Phrase:
    """An event told by a noun: characters [start, end) of the sentence, the noun and what it means."""

    start: int
    end: int
    noun: str
    event: EventNoun


def phrases(tokens: Sequence[Token], found: Sequence[Clause]) -> Iterator[Phrase]:
    """Yield the event nouns of a sentence that no verb already tells of."""
    objects = {k for c in found for k in _object(tokens, c)}
    opening = min((c.group.first for c in found), default=len(tokens))
    for i, token in enumerate(tokens):
        event = nouns().get(token.low)
        if event is None or token.cap or token.tag == "verb" or i in objects:
            continue
        first = i
        while first and (
            tokens[first - 1].tag in ("det", "poss", "word", "num", "adv") and not _closed(tokens[first - 1])
        ):
            first -= 1
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        owner = any(t.tag == "poss" or t.low in word_list("possessive") for t in tokens[first:i])
        joined = after is not None and after.low in (
            ("to", "on") if token.low in _RESOLVED else ("of", "to", "between", "on")
        )
        if not (joined or (owner and event.cls == "act")) or (after is not None and after.tag == "verb"):
            continue
        before = tokens[first - 1] if first else None
        if before is not None and before.low not in _BEFORE and before.tag not in ("punct", "be"):
            continue
        last = _end(tokens, i, found, fronted=first <= 2 and i < opening)
        yield Phrase(tokens[first].start, tokens[last - 1].end, token.low, event)


def _closed(token: Token) -> bool:
    return token.tag == "num" or token.low in nouns()


def _object(tokens: Sequence[Token], clause: Clause) -> Iterator[int]:
    """Yield the places of the direct object of an active event verb: its noun repeats what the verb tells."""
    if clause.group.verb.cls in ("be", "hold_on", "report", "reaffirm") or clause.group.passive:
        return
    k = clause.group.last + 1
    while k < len(tokens) and tokens[k].tag in ("det", "word", "num", "adv", "poss"):
        yield k
        k += 1


def _end(tokens: Sequence[Token], i: int, found: Sequence[Clause], *, fronted: bool) -> int:
    """Return where the phrase ends: at the next verb's clause, or where another event noun is joined to it."""
    limit = min((c.start for c in found if c.start > i), default=len(tokens))
    verb = min((c.group.first for c in found if c.group.first > i and c.group.finite), default=len(tokens))
    limit = min(limit, verb)
    if fronted and limit == verb:
        commas = [k for k in range(i, verb) if tokens[k].low == ","]
        return commas[-1] if commas else limit
    k = i + 1
    while k < limit:
        here, following = tokens[k], tokens[k + 1 : k + 5]
        if here.tag == "coord" and any(t.low in nouns() for t in following):
            break
        if here.low in (";", "—", "–", ":", "…") or (
            here.low == "along" and k + 1 < limit and tokens[k + 1].low == "with"
        ):
            break
        if here.low == "," and (
            k + 1 >= limit or tokens[k + 1].tag in ("coord", "pron", "sub", "prep") or _subject(tokens, k, limit)
        ):
            if tokens[min(k + 1, limit - 1)].tag == "coord" and not any(t.low in nouns() for t in following):
                k += 1
                continue
            break
        k += 1
    while k > i + 1 and tokens[k - 1].tag in ("punct", "coord", "sub"):
        k -= 1
    return k


def _subject(tokens: Sequence[Token], k: int, limit: int) -> bool:
    return limit < len(tokens) and tokens[k + 1].tag in ("pron", "det")


def pairs(text: str, names: Sequence[Match]) -> Iterator[tuple[int, int, str, str]]:
    """Yield pairs of places listed as partners: "Riga and Tallinn, Gdynia and Odesa"; two pairs at least."""
    places = [m for m in names if m.type in ("city", "district", "region") and not m.adjective]
    found: list[tuple[int, int, str, str]] = []
    for one, two in pairwise(places):
        joined = text[one.end : two.start].strip() in ("and", "–", "-", "&")
        if joined and not (found and found[-1][1] > one.start):
            found.append((one.start, two.end, one.id, two.id))
    if len(found) >= 2:
        yield from found


_OFFICIAL = re.compile(
    r"(?:(?:First |Deputy |Vice[- ]|Acting )*(?:Prime Minister|Minister|Chair(?:man|woman|person)?|Speaker|"
    r"President|Head|Governor|Mayor|Ambassador|Secretary(?: of State)?|Commissioner|Director(?:[- ]General)?|Rector)\b"
    r"(?:,? (?:of|for|and|the|to|General)\b|,? [A-ZÀ-Ž][\w'’-]+)*?)"
    r" ((?:[A-ZÀ-Ž][\w'’-]+ )[A-ZÀ-Ž][\w'’-]+)(?=[,.;]| and | who|$)"
)


def officials(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the named office holders listed in a sentence, with where they stand."""
    for match in _OFFICIAL.finditer(text):
        yield match.start(), match.end(), match.group(1)
