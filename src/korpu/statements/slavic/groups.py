"""Joins the words of one predicate: helpers ("буде передано"), and infinitives with what governs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from korpu.statements.slavic.lexicon import intents, moods, said, word_list
from korpu.statements.slavic.predicate import Predicate
from korpu.statements.slavic.tokens import Token

_REACH = 9
_OPENING = 5


_TAKING_UP = frozenset(["взятися", "узятися", "братися", "взяться", "браться"])


_LENDING = {"plan": "planned", "pledge": "pledged", "decide": "decided", "need": "need", "consider": "potential",
            "start": "start", "hold_on": "hold", "stop": "stop", "fail": "fail"}  # fmt: skip


_HARD = frozenset([",", ";", ":", "(", ")", "–", "—", "•", "-"])


_ENDS = frozenset([";", ":", "–", "—"])


def with_helper(tokens: Sequence[Token], atoms: list[Predicate]) -> list[Predicate]:
    """Join "був", "буде" with what they help: "буде передано", "было завершено", "решение принято не было"."""
    found: list[Predicate] = []
    skip = False
    for i, one in enumerate(atoms):
        if skip:
            skip = False
            continue
        after = atoms[i + 1] if i + 1 < len(atoms) else None
        if one.kind == "inf" and one.verb in ("бути", "быть") and after is not None and _joins(tokens, one, after):
            found.append(replace(after, first=one.first, kind="inf", stage=None))  # "мають бути завершені"
            skip = True
            continue
        if one.verb == "be" and one.time != "now":
            if after is not None and _joins(tokens, one, after):
                time = "planned" if one.time == "planned" else after.time if after.kind == "said" else "done"
                kind = "finite" if after.kind == "inf" else "said" if after.kind == "said" else "short"
                found.append(replace(after, first=one.first, time=time, kind=kind))
                skip = True
                continue
            if found and found[-1].kind in ("short", "part", "said") and one.first - found[-1].last <= 2:
                time = "planned" if one.time == "planned" else found[-1].time
                found[-1] = replace(found[-1], last=one.last, time=time)
                continue
        found.append(one)
    return found


def _joins(tokens: Sequence[Token], helper: Predicate, after: Predicate) -> bool:
    between = tokens[helper.last + 1 : after.first]
    if after.kind not in ("inf", "short", "part", "said") or len(between) > _REACH - 2:
        return False
    return not any(t.low in _HARD for t in between)


def chained(tokens: Sequence[Token], atoms: list[Predicate], language: str) -> list[Predicate]:
    """Join an infinitive with the word that governs it: "планується завершити", "здати об'єкт планували"."""
    found: list[Predicate] = []
    waiting: Predicate | None = None
    for i, one in enumerate(atoms):
        if one.kind == "inf":
            last = found[-1] if found else None
            ahead = atoms[i + 1] if i + 1 < len(atoms) else None
            if last is not None and _governs(tokens, last, one, language):
                found[-1] = _governed(tokens, last, one, language)
                continue
            if last is not None and waiting is None and _goes_on(tokens, last, one, language):
                found.append(replace(one, kind="inf", mood=last.mood or _LENDING.get(last.cls), time=last.time,
                                     shared=True, negated=last.negated))  # fmt: skip
                continue
            awaits = ahead is not None and _awaits(tokens, last, one, ahead, language)
            if last is not None and not awaits and _purpose(tokens, last, one, language):
                continue
            if _intent(tokens[max(0, one.first - 3) : one.first], language) is not None:
                continue
            waiting = one
            found.append(one)
            continue
        if waiting is not None and found[-1] is waiting and _lends(one, language) and _near(tokens, waiting, one):
            found[-1] = replace(_lent(tokens, one, waiting, language), first=waiting.first, last=one.last)
            waiting = None
            continue
        found.append(one)
    return found


def _awaits(tokens: Sequence[Token], last: Predicate | None, one: Predicate, ahead: Predicate, language: str) -> bool:
    """Say whether an infinitive opens a clause whose governor follows: "…, сдать ее предстоит до июня"."""
    opens = last is None or any(t.low in (",", ";") for t in tokens[last.last + 1 : one.first])
    near = ahead.first - one.last <= _OPENING and not any(t.low in _HARD for t in tokens[one.last + 1 : ahead.first])
    return opens and near and ahead.kind != "inf" and _lends(ahead, language)


def _lends(one: Predicate, language: str) -> bool:
    return one.verb in moods(language) or one.cls in _LENDING or one.kind == "said"


def _near(tokens: Sequence[Token], infinitive: Predicate, after: Predicate) -> bool:
    between = tokens[infinitive.last + 1 : after.first]
    return len(between) <= 14 and not any(t.low in _HARD for t in between)


def _governs(tokens: Sequence[Token], last: Predicate, one: Predicate, language: str) -> bool:
    """Say whether an infinitive hangs on the predicate before it: nothing but short words or a noun between."""
    between = tokens[last.last + 1 : one.first]
    if last.kind == "inf" and not _lends(last, language):
        return False
    if any(a.low == "," and b.low in _joining(language) for a, b in pairwise(between)):
        return False
    if any(t.low in _ENDS or t.low in word_list(language, "purpose") for t in between):
        return False
    if any(t.low in word_list(language, "coordinator") and t.low not in ("також", "также") for t in between[-1:]):
        return False
    if _intent(between, language) is not None:
        return len(between) <= 12
    if not (_lends(last, language) or last.verb == "be"):
        return False
    return len(between) <= _REACH and not any(t.low == "," for t in between)


def _joining(language: str) -> frozenset[str]:
    return word_list(language, "complement") | word_list(language, "relative") | word_list(language, "subordinate")


def _intent(between: Sequence[Token], language: str) -> str | None:
    """Return the mood of a noun that an infinitive hangs on: "намір виділити"."""
    for token in reversed(between[-4:]):
        for stem, mood in intents(language):
            if token.low.startswith(stem) and len(token.low) <= len(stem) + 3:
                return mood
    return None


def _governed(tokens: Sequence[Token], last: Predicate, one: Predicate, language: str) -> Predicate:
    lent = _intent(tokens[last.last + 1 : one.first], language)
    if lent is not None:
        return replace(last, last=one.last, at=one.at, cls=one.cls, mood=lent)
    return replace(_lent(tokens, last, one, language), first=last.first, last=one.last)


def _lent(tokens: Sequence[Token], governor: Predicate, one: Predicate, language: str) -> Predicate:
    """Return the infinitive's event in the mood of its governor."""
    mood = moods(language).get(governor.verb) or _LENDING.get(governor.cls)
    word = said(language).get(governor.verb)
    if governor.kind == "said" and word is not None:
        mood = word.mood
    if governor.mood not in (None, "pass"):
        mood = governor.mood
    if governor.verb == "be":
        mood = "planned"
    if governor.verb in _TAKING_UP and governor.mood is None:
        mood = "start" if any(f.tag == "inf" and f.aspect == "i" for f in tokens[one.at].forms) else "pledged"
    return replace(one, kind="finite", time=governor.time, mood=mood, negated=governor.negated)


def _goes_on(tokens: Sequence[Token], last: Predicate, one: Predicate, language: str) -> bool:
    """Say whether an infinitive goes on with another: "взяти на себе витрати та навчити лаборантів"."""
    if last.mood is None and last.kind != "inf" and not last.shared:
        return False
    between = tokens[last.last + 1 : one.first]
    joints = word_list(language, "coordinator") | {",", ";"}
    joint = next((k for k in range(len(between) - 1, -1, -1) if between[k].low in joints), None)
    return joint is not None and len(between) - joint <= 5 and (tokens[last.at].forms != ())


def _purpose(tokens: Sequence[Token], last: Predicate, one: Predicate, language: str) -> bool:
    """Say whether an infinitive only tells what for: "поїхали лікуватися", "щоб годувати мільйон людей"."""
    between = tokens[last.last + 1 : one.first]
    if any(t.low in word_list(language, "purpose") for t in between):
        return True
    if any(a.low == "," and b.low in _joining(language) for a, b in pairwise(between)):
        return False
    return not any(t.low in _ENDS for t in between) and last.kind != "inf"
