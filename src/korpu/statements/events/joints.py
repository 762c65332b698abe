"""Where the clause of a verb begins, and how it is joined to the one before: which, that, because, and, a comma."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.events.groups import Group
from korpu.statements.events.lexicon import word_list
from korpu.statements.events.token import Token

MAIN, COORD, RELATIVE, SUB, COMPLEMENT, PARTICIPLE = "main", "coord", "relative", "sub", "complement", "participle"


def boundary(tokens: Sequence[Token], before: Group | None, group: Group, *, later: bool = False) -> tuple[int, str]:
    """Return where the clause of `group` starts after the group before, and how it is joined."""
    low = before.last + 1 if before else 0
    gap = range(low, group.first)
    for k in gap:
        if tokens[k].low == ";":
            return k + 1, COORD
    for k in reversed(gap):
        word, left = tokens[k], tokens[k - 1] if k > low else None
        if word.low == "that" and before is not None and left is not None and _told_then(before, left):
            return k, COMPLEMENT
        if word.low in ("which", "who", "whom", "whose") or (word.low in ("that", "where") and _nominal(left)):
            return _with_preposition(tokens, k, low), RELATIVE
        if word.low == "that" and (before is not None) and word.tag == "pron" and k == low:
            return k, COMPLEMENT
        if word.low == "as" and k and tokens[k - 1].low != ",":
            continue
        if word.tag == "sub" or (
            word.low in ("before", "after", "since", "until", "as", "because") and _finite_next(tokens, k, group)
        ):
            if (
                word.tag == "sub"
                and word.low in ("as", "since", "before", "after", "until")
                and not _finite_next(tokens, k, group)
            ):
                continue
            return k, SUB
    if not group.finite:
        return group.first, PARTICIPLE
    if before is None:
        giver = _giver(tokens, group) if later else 0
        return (giver, RELATIVE) if giver else (0, MAIN)
    return _coordination(tokens, low, group, before)


_SAYING = frozenset(
    ["statement", "tweet", "post", "interview", "briefing", "letter", "message", "release", "conference", "parliament",
     "report", "speech", "address", "today", "yesterday", "channel", "page", "telegram", "facebook", "twitter"]
)  # fmt: skip
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def _told_then(before: Group, left: Token) -> bool:
    """Say whether "that" opens what was told on a day or in a paper: "announced on Tuesday that …"."""
    telling = before.verb.cls in ("report", "pledge", "reaffirm", "decide", "plan")
    return telling and (left.low in _DAYS or left.low in _SAYING or left.tag == "num")


def _giver(tokens: Sequence[Token], group: Group) -> int:
    """Return where a relative clause without a pronoun begins: "the vehicles USAID has provided will help"."""
    k = group.first
    if k > 1 and tokens[k - 1].low in ("we", "you", "they", "he", "she", "i") and tokens[k - 2].tag == "word":
        return k - 1
    while k > 1 and tokens[k - 1].tag == "word" and tokens[k - 1].cap:
        k -= 1
    plain = tokens[k - 1]
    return k if k < group.first and plain.tag == "word" and not plain.cap and plain.low.endswith("s") else 0


def _finite_next(tokens: Sequence[Token], k: int, group: Group) -> bool:
    dated = all(t.tag == "num" or t.low in word_list("capital") for t in tokens[k + 1 : k + 3])  # "since May 2022"
    return group.finite and not dated and not any(t.low in (",", "and") for t in tokens[k : group.first])


def _coordination(tokens: Sequence[Token], low: int, group: Group, before: Group) -> tuple[int, str]:
    gap = range(low, group.first)
    dash = next((k for k in gap if _dashed(tokens, k, low)), None)
    if dash is not None:
        return dash + 1, COORD
    beside = group.first - 1
    while beside > low and tokens[beside].tag == "adv":
        beside -= 1
    if beside >= low and tokens[beside].tag == "coord":
        return beside, COORD
    after_comma = next((k for k in gap if tokens[k].tag == "coord" and k > low and tokens[k - 1].low == ","), None)
    if after_comma is not None:
        return after_comma, COORD
    comma = next((k for k in reversed(gap) if tokens[k].low == ","), None)
    if comma is not None:
        return comma + 1, COORD
    joined = next((k for k in gap if tokens[k].tag == "coord"), None)
    if joined is not None:
        return joined, COORD
    telling = before.verb.cls in ("report", "plan") or before.verb.lemma == "announce"
    subject = next((k for k in reversed(gap) if _is_subject(tokens, k, group)), None)
    if subject is not None:
        return subject, COMPLEMENT if telling else RELATIVE
    return (low, COMPLEMENT) if telling else (group.first, COORD)


def _dashed(tokens: Sequence[Token], k: int, low: int) -> bool:
    """Say whether a mark parts two clauses; the one in "2023-2025" does not."""
    if 0 < k < len(tokens) - 1 and tokens[k - 1].tag == tokens[k + 1].tag == "num":
        return False
    return tokens[k].low in ("—", "–", ":", "…") or (tokens[k].low == "-" and k > low)


def _is_subject(tokens: Sequence[Token], k: int, group: Group) -> bool:
    """Say whether a pronoun is the subject of a verb: no preposition follows it ("promised you in 2023 has")."""
    following = [t for t in tokens[k + 1 : group.first] if t.tag not in ("adv", "neg")]
    return tokens[k].low in word_list("subject") and not (following and following[0].tag == "prep")


def _with_preposition(tokens: Sequence[Token], k: int, low: int) -> int:
    if k > low and tokens[k - 1].tag == "prep":
        k -= 1
        if k > low and tokens[k].low == "of" and tokens[k - 1].tag in ("num", "det", "pron", "word"):
            k -= 1
            while k > low and (tokens[k - 1].tag == "num" or tokens[k - 1].low in ("€", "$", "£")):
                k -= 1
    return k


def _nominal(token: Token | None) -> bool:
    return token is not None and token.tag in ("word", "num", "punct")


def noun_between(tokens: Sequence[Token], a: int, b: int) -> bool:
    """Say whether a noun or pronoun stands between two tokens."""
    return any(t.tag in ("word", "pron") for t in tokens[a:b])
