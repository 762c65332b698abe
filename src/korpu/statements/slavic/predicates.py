"""Finds what is said in a Ukrainian or Russian sentence: verbs with their helpers, and words said of a thing.

In: the tokens of a sentence. Out: predicates in order, each with the tokens of its verb group ("буде передано",
"планується завершити", "мають підписати"), its class, time, mood and denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from korpu.statements.slavic.conjugation import Form
from korpu.statements.slavic.lexicon import intents, moods, phrases, said, states, word_list
from korpu.statements.slavic.tokens import Token

_REACH = 9
_STANDING = frozenset(
    ["be", "перебувати", "знаходитися", "залишатися", "лишатися", "находиться", "оставаться", "пребывать"]
)
_TAKING_UP = frozenset(["взятися", "узятися", "братися", "взяться", "браться"])
_LENDING = {"plan": "planned", "pledge": "pledged", "decide": "decided", "need": "need", "consider": "potential",
            "start": "start", "hold_on": "hold", "stop": "stop", "fail": "fail"}  # fmt: skip
_HARD = frozenset([",", ";", ":", "(", ")", "–", "—", "•", "-"])
_PARTING = frozenset([",", ";", ":", "(", ")", "."])
_ENDS = frozenset([";", ":", "–", "—"])


@dataclass(frozen=True)
class Predicate:
    """What is said: tokens first to last, the token `at` that carries the meaning, and what it means.

    `kind` is finite, short, part, active, inf (an infinitive that nothing governs) or said; `time` done, now or
    planned; `mood` what a governing word lends, None if nothing; `stage` the stage of a word said of a thing.
    """

    first: int
    last: int
    at: int
    verb: str
    cls: str
    kind: str
    time: str
    mood: str | None = None
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    stage: str | None = None
    shared: bool = False


def predicates(tokens: Sequence[Token], language: str) -> list[Predicate]:
    """Return the predicates of a sentence in order."""
    atoms = [p for k, t in enumerate(tokens) if (p := _atom(tokens, k, t, language)) is not None]
    found = _chained(tokens, _with_helper(tokens, atoms), language)
    found = sorted([*found, *_verbless(tokens, found, language)], key=lambda p: p.at)
    return [_denied(tokens, _phrased(tokens, p, language), language) for p in found]


def _atom(tokens: Sequence[Token], k: int, token: Token, language: str) -> Predicate | None:
    """Return the predicate that one token makes by itself."""
    low = token.low
    if low in word_list(language, "be_past"):
        return Predicate(k, k, k, "be", "be", "finite", "done")
    if low in word_list(language, "be_future"):
        return Predicate(k, k, k, "be", "be", "finite", "planned")
    if low in ("є", "есть"):
        return Predicate(k, k, k, "be", "be", "finite", "now")
    word = said(language).get(low)
    if word is not None:
        return Predicate(k, k, k, low, "be", "said", "now", stage=word.stage)
    for tag in _order(tokens, k, language):
        form = next((f for f in token.forms if f.tag == tag), None)
        if form is not None:
            return _of_form(tokens, k, token, form, language)
    return None


_TAGS = ("past", "pres", "future", "short", "inf", "part", "active")


def _order(tokens: Sequence[Token], k: int, language: str) -> tuple[str, ...]:
    """Return the tags in the order they are tried: "контракт расторгнут" is done, "расторгнут контракт" is not."""
    ends = k + 1 == len(tokens) or tokens[k + 1].kind == "mark"
    if language == "ru" and tokens[k].low.endswith("нут") and ends:
        return ("short", *_TAGS)
    return _TAGS


def _verbless(tokens: Sequence[Token], found: Sequence[Predicate], language: str) -> Iterator[Predicate]:
    """Yield what stretches between marks tell without a verb: "перші 15 млн вже на рахунку", "Швеція – 5 млн"."""
    start, depth = 0, 0
    for k in range(len(tokens) + 1):
        if k < len(tokens) and tokens[k].low not in _PARTING:
            continue
        if not any(start <= p.at < k or start <= p.first < k for p in found):
            told = _state(tokens, start, k, language)
            if told is None and found and not depth:
                before = next((p for p in reversed(found) if p.at < start), None)
                told = _gapped(tokens, start, k, before, language) or _nominal(tokens, start, k)
            if told is not None:
                yield told
        start = k + 1
        depth += {"(": 1, ")": -1}.get(tokens[k].low, 0) if k < len(tokens) else 0


def _state(tokens: Sequence[Token], a: int, b: int, language: str) -> Predicate | None:
    for k in range(a + 1, b - 1):
        for size in (2, 3):
            stage = states(language).get(tuple(t.low for t in tokens[k : k + size]))
            if stage is not None and k + size <= b:
                return Predicate(k, k + size - 1, k, tokens[k].low, "be", "said", "now", stage=stage)
    return None


def _gapped(tokens: Sequence[Token], a: int, b: int, before: Predicate | None, language: str) -> Predicate | None:
    """Return the verb that a dash stands for: "Німеччина надала 5 млн, а Франція – 3 млн"."""
    if before is None or before.kind not in ("finite", "short") or tokens[a - 1].low not in (",", ";"):
        return None
    if any(t.low in ("них", "яких", "которых", "нее", "неї", "него", "нього") for t in tokens[a:b]):
        return None
    for k in range(a + 1, b - 1):
        dash, after = tokens[k], tokens[k + 1]
        if dash.low in ("–", "—") and dash.start > tokens[k - 1].end and after.start > dash.end:
            if after.kind == "num" or after.low in word_list(language, "preposition"):
                return replace(before, first=k, last=k, at=k)
            return None
    return None


def _nominal(tokens: Sequence[Token], a: int, b: int) -> Predicate | None:
    """Return the dash that says a number of a thing: "загальний бюджет – 8,6 млн євро", "96 – торік"."""
    for k in range(a + 1, b - 1):
        if tokens[k].low in ("–", "—") and tokens[k].start > tokens[k - 1].end:
            numbers = [t for t in (tokens[k - 1], *tokens[k + 1 : min(b, k + 4)]) if t.kind == "num"]
            if numbers and tokens[k + 1].start > tokens[k].end:
                return Predicate(k, k, k, "be", "be", "nominal", "now", stage="stated")
    return None


def _of_form(tokens: Sequence[Token], k: int, token: Token, form: Form, language: str) -> Predicate | None:
    time = "done" if form.tag in ("past", "short", "part") else "now"
    if form.tag == "future" or (form.tag == "pres" and form.aspect == "p"):
        time = "planned"
    if form.tag == "active":
        time = "done" if "вш" in token.low or "ш" in token.low.split("щ")[0][-4:] else "now"
    kind = {"past": "finite", "pres": "finite", "future": "finite"}.get(form.tag, form.tag)
    if kind == "part" and language == "uk" and k and tokens[k - 1].low in _NOT_YET and _nominative(token.low):
        kind = "short"  # "станція досі не підключена"
    if kind in ("part", "active") and not _opens_phrase(tokens, k, language):
        return None
    passive = kind in ("short", "part")
    return Predicate(k, k, k, form.verb, form.cls, kind, time, passive=passive, reflexive=token.reflexive)


def _opens_phrase(tokens: Sequence[Token], k: int, language: str) -> bool:
    """Say whether a participle tells something: after a comma or a helper, or after its noun ("роботи завершені")."""
    before = k - 1
    while before >= 0 and tokens[before].low in word_list(language, "adverb") | word_list(language, "negation"):
        before -= 1
    if before < 0:
        return False
    mark = tokens[before]
    helper = mark.low in word_list(language, "be_past") | word_list(language, "be_future")
    if mark.low == "," or helper:
        return mark.low != "," or _has_complement(tokens, k, language)
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    ends = after is None or after.kind != "word" or after.low in word_list(language, "preposition")
    ends = ends or (after is not None and after.low in word_list(language, "coordinator"))
    return (
        ends
        and _nominative(tokens[k].low)
        and mark.kind == "word"
        and mark.low not in word_list(language, "preposition")
    )


_NOT_YET = frozenset(["не", "вже", "уже", "ще", "досі", "поки", "наразі", "остаточно", "повністю", "частково"])


def _nominative(low: str) -> bool:
    return low.endswith(("ий", "а", "е", "і", "ые", "ый", "ая", "ое"))


def _has_complement(tokens: Sequence[Token], k: int, language: str) -> bool:
    """Say whether a participle after a comma goes on with words of its own, so that it is no adjective in a list."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.kind == "mark":
        return False
    return after.low in word_list(language, "preposition") or not _agree(tokens[k].low, after.low)


_AGREEING = (
    (("ые", "ие", "і"), ("ы", "и", "а", "я", "і", "ї", "ые", "ие")),
    (("ая", "а"), ("а", "я", "ь", "ая")),
    (("ую", "у"), ("у", "ю", "ь", "ую")),
    (("ых", "их"), ("ов", "ев", "ей", "ів", "їв", "ых", "их")),
    (("ым", "им"), ("ам", "ям", "ым", "им")),
    (("ими", "ыми"), ("ами", "ями", "ими", "ыми")),
    (("ое", "ее", "е", "є"), ("о", "е", "є", "я", "ое")),
    (("ого", "его"), ("а", "я", "ого")),
)


def _agree(participle: str, noun: str) -> bool:
    """Say whether a participle and the word behind it look like one noun phrase: "пострадавшим семьям"."""
    return any(participle.endswith(one) and noun.endswith(two) for one, two in _AGREEING)


def _with_helper(tokens: Sequence[Token], atoms: list[Predicate]) -> list[Predicate]:
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


def _chained(tokens: Sequence[Token], atoms: list[Predicate], language: str) -> list[Predicate]:
    """Join an infinitive with the word that governs it: "планується завершити", "здати об'єкт планували"."""
    found: list[Predicate] = []
    waiting: Predicate | None = None
    for one in atoms:
        if one.kind == "inf":
            last = found[-1] if found else None
            if last is not None and _governs(tokens, last, one, language):
                found[-1] = _governed(tokens, last, one, language)
                continue
            if last is not None and waiting is None and _goes_on(tokens, last, one, language):
                found.append(replace(one, kind="inf", mood=last.mood or _LENDING.get(last.cls), time=last.time,
                                     shared=True, negated=last.negated))  # fmt: skip
                continue
            if last is not None and _purpose(tokens, last, one, language):
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


def _phrased(tokens: Sequence[Token], one: Predicate, language: str) -> Predicate:
    """Let the object tell the class: "підписати договір" contracts, "перебуває на розгляді" is considered."""
    if one.verb in _STANDING and one.time == "now" and not one.negated:
        state = _state(tokens, one.last, min(len(tokens), one.last + 7), language)
        if state is not None:
            return replace(one, stage=state.stage)
    form = next((f.verb for f in tokens[one.at].forms if f.tag != "part" or one.kind != "inf"), one.verb)
    for phrase in phrases(language).get(form, ()):
        near = " ".join(t.low for t in tokens[max(0, one.first - 7) : one.last + 9])
        if phrase.words.search(near):
            return replace(one, cls=phrase.cls)
    return one


def _conditional(tokens: Sequence[Token], one: Predicate) -> bool:
    """Say whether a past form only says what would be: "прискорила б відбудову", "хотели бы"."""
    around = (*tokens[max(0, one.first - 1) : one.first], *tokens[one.first : one.last + 2])
    return one.kind == "finite" and one.time == "done" and any(t.low in ("б", "би", "бы") for t in around)


def _denied(tokens: Sequence[Token], one: Predicate, language: str) -> Predicate:
    """Mark a predicate that is denied: "не надійшов", "ще не обстежено", "рішення прийнято не було"."""
    negation = word_list(language, "negation")
    before = tokens[one.first - 1].low if one.first else ""
    if _conditional(tokens, one):
        one = replace(one, mood=one.mood or "potential")
    inside = any(t.low in negation for t in tokens[one.first : one.last + 1]) and one.mood != "pass_negated"
    return replace(one, negated=one.negated != (before in negation or inside))
