"""One candidate for each clause that tells an event or a state of substance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from korpu.statements.events.clauses import COMPLEMENT, COORD, MAIN, PARTICIPLE, RELATIVE, SUB, Clause
from korpu.statements.events.context import Context
from korpu.statements.events.describe import frame
from korpu.statements.events.gapped import gapped
from korpu.statements.events.groups import Group
from korpu.statements.events.lexicon import nouns, phrasal, predicates, word_list
from korpu.statements.events.phrases import officials, pairs
from korpu.statements.events.scene import Scene
from korpu.statements.events.stage import stage_of
from korpu.statements.reading import Candidate, Party

_AID = re.compile(r"\b(?:aid|assistance|support|help|donations?|grants?)\b")
_SUM = re.compile(r"\b(?:money|funds?|grants?|loans?|instalments?|tranches?|payments?|sums?|amounts?|advances?)\b", re.I)
_ACCORD = re.compile(r"\b(?:consensus|agreement|accord|deal|decision|understanding|compromise|settlement)\b")
_AIM = re.compile(r"\b(?:target|goal|objective|deadline|ceiling|quota|limit)s?\b")
_ACT = re.compile(r"\b(?:decree|order|law|resolution|directive|act|ordinance)\b")
_FINANCING = re.compile(r"\b(?:financing|financial|deal|loan|agreement|negotiations|talks|purchase|sale)\b")
_CARGO = re.compile(
    r"\b(?:convoys?|lorr(?:y|ies)|trucks?|trains?|ships?|vessels?|wagons?|aircraft|planes?|flights?|cargo(?:es)?|"
    r"consignments?|shipments?|batch(?:es)?|transports?|tankers?|containers?|loads?)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:presence|attend\w*|participat\w+|met with|in the presence)\b")
_SUMMING = frozenset(["total", "cost", "amount", "value", "estimate", "exceed", "average", "number"])
_NONE = frozenset(["no", "nothing", "nobody", "none", "neither", "not"])
_TELLING = ("report", "pledge", "decide", "plan")
_INTENTION = frozenset(["plan", "plans", "intention", "intentions", "ambition", "ambitions"])
_HABIT = re.compile(
    r"\b(?:(?:each|every) (?:year|month|week|day|spring|summer|autumn|winter)|annually|monthly|weekly|daily|yearly|a year|a month|a day|a week|regularly|jointly|usually|per (?:year|month|day))\b"
)
_BACKWARD = re.compile(r"\b(?:them|it|these|those)\b")


def clause_events(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield the candidates of a sentence's clauses, and of the lists within it."""
    text, tokens, found = scene.sentence.text, scene.tokens, scene.clauses
    taken: set[int] = set()
    skip: set[int] = set()
    for i, clause in reversed(list(enumerate(found))):
        cls = _class(scene, clause)
        group = _in_sentence(scene, found, i)
        stage = (None if group.negated else _predicate(scene, clause)) or stage_of(group, cls)
        stage = context.stage_of_member(scene, clause, stage)
        own = list(_own(scene, found, i, skip))
        if i in skip or _merged(scene, found, i) or not _substance(scene, clause, group, cls, stage, own):
            skip.add(i)
            continue
        span = _span(scene, found, i, skip)
        pieces = gapped(scene, clause)
        own = [(a, min([b, *(p[0] for p in pieces if p[0] > a)])) for a, b in own]
        host = _host(scene, found, i)
        if host is not None:
            span = (_span(scene, found, host, skip)[0], span[1])
            own.insert(0, scene.chars(found[host].start, found[host].end))
            skip.add(host)
        earlier = _pointed(scene, found, i)
        if earlier is not None:
            span = (_span(scene, found, earlier, skip)[0], span[1])
            own.append(scene.chars(found[earlier].start, found[earlier].end))
            skip.add(earlier)
        if stage in ("ongoing", "under_way", "opened", "completed") and clause.group.time == "now" and context.ahead(scene, own):
            stage = "planned"
        made = frame(scene, context, span, own, clause.group, stage, cls, clause.kind, taken)
        if made is not None:
            yield made
        for piece in pieces:
            repeated = frame(scene, context, piece, [piece], clause.group, stage, cls, "gapped", taken)
            if repeated is not None:
                yield repeated
    yield from _listed(scene, context)


def _in_sentence(scene: Scene, found: Sequence[Clause], i: int) -> Group:
    """Return the verb group as the sentence means it: "no contract was signed", "she said it would follow in May"."""
    clause, tokens = found[i], scene.tokens
    start = clause.start if clause.head is None else clause.head
    group = clause.group
    subject = tokens[start : group.first]
    none = next((k for k, t in enumerate(subject) if t.low in _NONE), None)
    if none is not None and subject[none].tag == "neg" and none == len(subject) - 1:
        none = None  # a negation right before the verb is read with it
    if (
        none is not None
        and (none <= 2 or subject[none - 1].tag in ("coord", "punct"))
        and not any(t.tag == "punct" for t in subject[none + 1 : none + 2])
        and not group.ended
        and not any(t.tag == "num" for t in subject[none + 1 : none + 2])
        and not any(t.low in ("only", "just") for t in subject[none + 1 : none + 2])
    ):
        group = replace(group, negated=not group.negated)
    after = tokens[group.last + 1] if group.last + 1 < len(tokens) else None
    if group.verb.lemma in ("be", "have") and after is not None and after.low == "no" and after.tag == "det":
        group = replace(group, negated=True)
    intended = any(t.low in _INTENTION for t in tokens[group.last + 1 : group.last + 4])
    if group.verb.lemma in ("have", "be") and intended and any(t.low in ("to", "for") for t in tokens[group.last + 2 : group.last + 6]):
        group = replace(group, mood="planned")
    if group.passive and tokens[group.first].low in ("is", "are") and group.mood == "real" and _HABIT.search(
        scene.sentence.text[tokens[group.first].start : tokens[clause.end - 1].end]
    ):
        group = replace(group, time="now")
    if group.time == "now" and group.verb.cls not in ("report", "measure") and _HABIT.search(scene.sentence.text[tokens[group.first].start : tokens[clause.end - 1].end]):
        group = replace(group, habitual=True, mood="real" if group.verb.cls in ("pledge", "plan") else group.mood)
    would = any(t.low == "would" for t in tokens[group.first : group.last + 1])
    if would and any(_class(scene, c) in _TELLING and c.group.time == "done" for c in found[:i]):
        group = replace(group, mood="real", time="planned")
    return group


def _class(scene: Scene, clause: Clause) -> str:
    """Return the class of a clause's verb, told by its object where the verb alone does not tell it."""
    verb, text = clause.group.verb, scene.sentence.text
    start, end = scene.chars(clause.start, clause.end)
    after = text[scene.tokens[clause.group.last].end : end]
    if verb.lemma in ("sign", "issue", "adopt", "approve") and _ACT.search(after[:60]):
        return "decide"
    first = scene.tokens[clause.start if clause.head is None else clause.head].start
    if verb.lemma in ("set", "fix", "establish") and _AIM.search(text[first:end]):
        return "decide"
    following = [t.low for t in scene.tokens[clause.group.last + 1 : clause.group.last + 3]]
    if verb.lemma in ("add", "learn", "find", "know") and following[:1] == ["that"]:
        return "report"
    if verb.lemma == "close" and _FINANCING.search(after[:40]):
        return "finish"
    if verb.lemma == "leave" and _CARGO.search(text[start : scene.tokens[clause.group.first].start]):
        return "ship"
    money = scene.within([(start, end)], "money")
    if verb.lemma == "take" and money and following[:1] not in (["place"], ["effect"], ["part"]):
        return "pay"
    if verb.lemma == "drop" and clause.group.passive:
        return "stop"
    if verb.lemma == "pass" and _ACT.search(after[:60]):
        return "decide"
    if verb.lemma == "provide" and following[:1] == ["for"] and money:
        return "allocate"
    if verb.lemma in ("put", "value", "estimate") and money:
        return "measure"
    if verb.lemma == "add" and scene.within([(start, end)], "money"):
        return "allocate"
    if verb.lemma in ("sign", "conclude", "award") and re.search(r"\b(?:contract|order)\b", after[:60]):
        return "contract"
    for k in (1, 2):
        told = phrasal().get(" ".join([verb.lemma, *following[:k]]))
        if told == "measure" and not any(t.tag == "num" for t in scene.tokens[clause.group.last + 2 : clause.group.last + 6]):
            continue
        if told:
            return told
    if verb.lemma == "reach":
        if _ACCORD.search(after[:40]):
            return "decide"
        amounts = scene.within([(start, end)], "money") + scene.within([(start, end)], "count")
        before = text[start : scene.tokens[clause.group.first].start]
        return ("deliver" if _AID.search(before) else "measure") if amounts else "deliver"
    if verb.cls == "measure" and _transitive(scene, clause):
        return "act"
    if (
        verb.cls == "pay"
        and not scene.within([(start, end)], "money")
        and not _AID.search(after)
        and not _SUM.search(text[first : scene.tokens[clause.group.first].start])
        and "for" not in following
    ):
        return "act"
    if verb.cls == "be" and not clause.group.negated and clause.group.mood == "real":
        return _predicate_noun(scene, clause) or "be"
    return verb.cls


def _transitive(scene: Scene, clause: Clause) -> bool:
    """Say whether somebody makes a number grow or fall, rather than that it grew."""
    tokens, k = scene.tokens, clause.group.last + 1
    return (
        not clause.group.passive
        and k < len(tokens)
        and tokens[k].tag in ("det", "poss")
        and clause.group.verb.lemma not in ("last", "weigh")
    )


def _predicate_noun(scene: Scene, clause: Clause) -> str | None:
    """Return the class of the event noun that "was" or "is" says a thing to be: "these were the decisions"."""
    for token in scene.tokens[clause.group.last + 1 : clause.group.last + 7]:
        if token.tag not in ("det", "word", "num", "adv", "poss", "verb"):
            return None
        event = nouns().get(token.low) or nouns().get(token.low.removesuffix("s"))
        if event is not None:
            return event.cls
    return None


def _predicate(scene: Scene, clause: Clause) -> str | None:
    """Return the stage that a predicate says: "is open", "are still in repair", "is under construction"."""
    if (
        clause.group.verb.lemma not in ("be", "stand", "remain", "lie", "stay", "look", "have")
        or clause.group.mood != "real"
    ):
        return None
    lasting = clause.group.verb.lemma in ("remain", "stay")
    if clause.group.negated or (clause.group.time == "planned" and not lasting):
        return None
    tail = scene.sentence.text[scene.tokens[clause.group.last].end :].lower().lstrip()
    tail = re.sub(r"^(?:(?:still|now|already|currently|all|almost|also|fully|not|yet|again|very|quite)\s+)+", "", tail)
    owned = clause.group.verb.lemma == "have"
    return next(
        (stage for words, stage in predicates() if (" " in words or not owned) and re.match(rf"{words}\b", tail)), None
    )


def _merged(scene: Scene, found: Sequence[Clause], i: int) -> bool:
    """Say whether a clause only fills the one before: "consisting of …", "called for increasing …", "if it was …"."""
    clause = found[i]
    tokens = scene.tokens
    if clause.kind == SUB and tokens[clause.start].low in ("if", "whether", "unless", "lest"):
        return len(found) > 1
    if clause.kind == PARTICIPLE and clause.group.verb.cls == "hold_on" and clause.group.verb.tag == "gerund":
        return True
    summing = clause.group.verb.lemma in _SUMMING
    if clause.kind == PARTICIPLE and summing and i and found[i - 1].group.verb.cls not in ("measure", "report"):
        return True
    if clause.kind == PARTICIPLE and clause.group.verb.tag == "gerund" and i:
        first, before = clause.group.first, found[i - 1].group
        gap = tokens[before.last + 1 : first]
        return len(gap) <= 2 and all(t.tag in ("prep", "adv", "to") for t in gap)
    return False


def _own(scene: Scene, found: Sequence[Clause], i: int, skip: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that belong to the clause alone; clauses that tell nothing themselves are its too."""
    clause = found[i]
    if clause.head is not None:
        first = min((c.start for c in found[:i] if c.start >= clause.head), default=clause.start)
        yield scene.chars(clause.head, max(first, clause.head + 1))
    elif i == 0 and clause.start > 0 and clause.kind in (RELATIVE, PARTICIPLE):
        pass
    yield scene.chars(clause.start, clause.end)
    for k in range(i - 1, -1, -1):
        if clause.head is None or found[k].kind in (MAIN, COORD) or not _merged(scene, found, k):
            break
        yield scene.chars(found[k].start, found[k].end)
    for k in range(i + 1, len(found)):
        if found[k].kind in (MAIN, COORD) and not (k in skip and found[k].shared):
            break
        if k in skip:
            yield scene.chars(found[k].start, found[k].end)
    if clause.kind == RELATIVE and not _partitive(scene, clause):
        yield _antecedent(scene, clause)
    if clause.kind == PARTICIPLE and clause.group.verb.tag != "gerund" and clause.start:
        apart = scene.tokens[clause.start - 1].low == ","
        first = _head(scene, clause) if not i else _antecedent(scene, clause)[0] if apart else len(scene.sentence.text)
        if first < scene.tokens[clause.start].start:
            yield first, scene.tokens[clause.start - 1].end


def _partitive(scene: Scene, clause: Clause) -> bool:
    """Say whether a relative clause counts part of what it is about: "ten of which are …"."""
    return scene.tokens[clause.start].tag in ("num", "word", "det") and scene.tokens[clause.start + 1].low == "of"


def _head(scene: Scene, clause: Clause) -> int:
    """Return where the subject begins that a participle at the head of a sentence describes."""
    opening = scene.tokens[: clause.start]
    setting = opening and opening[0].tag in ("prep", "sub", "adv")
    return scene.tokens[0].start if opening and not setting and len(opening) <= 14 else scene.chars(clause.start, clause.end)[0]


def _antecedent(scene: Scene, clause: Clause) -> tuple[int, int]:
    """Return the noun phrase that a relative clause is about."""
    tokens, k = scene.tokens, clause.start
    while k > 0 and tokens[k - 1].tag == "punct" and tokens[k - 1].low == ",":
        k -= 1
    last, steps = k, 0
    while k > 0 and steps < 9 and tokens[k - 1].tag in ("word", "num", "det", "poss", "adv"):
        k, steps = k - 1, steps + 1
    return (tokens[k].start, tokens[max(k, last - 1)].end) if k < last else scene.chars(clause.start, clause.end)


def _span(scene: Scene, found: Sequence[Clause], i: int, skip: set[int]) -> tuple[int, int]:
    """Return the words of a clause with what depends on it, its fronted phrase and who reports it."""
    clause = found[i]
    first = clause.start if clause.head is None else clause.head
    start, end = scene.chars(first, max(clause.reach, clause.end))
    if clause.kind == COORD and clause.shared and i and found[i - 1].kind in (MAIN, COORD):
        start = min(start, _span(scene, found, i - 1, skip)[0])  # its subject stands in the clause before
    if clause.kind == RELATIVE:
        start = min(start, _antecedent(scene, clause)[0])
    if clause.kind == PARTICIPLE and clause.group.verb.tag != "gerund":
        start = min(start, _antecedent(scene, clause)[0] if i else _head(scene, clause))
    if clause.kind in (RELATIVE, SUB, COMPLEMENT, PARTICIPLE) and i:
        before = found[i - 1]
        if before.group.verb.cls == "report" and i - 1 in skip | {i - 1} and before.kind in (MAIN, COORD):
            start = min(start, scene.chars(before.start, before.end)[0])
    return start, end


def _host(scene: Scene, found: Sequence[Clause], i: int) -> int | None:
    """Return the clause whose decree or law a participle fills: "signed a decree allocating …" is one event."""
    clause = found[i]
    if clause.kind != PARTICIPLE or not i or clause.group.verb.tag != "gerund":
        return None
    before = found[i - 1]
    between = scene.sentence.text[scene.tokens[before.group.last].end : scene.tokens[clause.group.first].start]
    return i - 1 if _ACT.search(between) and len(between) < 60 else None


def _pointed(scene: Scene, found: Sequence[Clause], i: int) -> int | None:
    """Return the clause before, when this one's object ("them", "it") is what that one is about."""
    clause = found[i]
    if clause.kind != COORD or not i or found[i - 1].group.verb.lemma != "be":
        return None
    start, end = scene.tokens[clause.group.last].end, scene.chars(clause.start, clause.end)[1]
    return i - 1 if _BACKWARD.search(scene.sentence.text[start:end][:12]) else None


def _substance(
    scene: Scene, clause: Clause, group: Group, cls: str, stage: str, own: Sequence[tuple[int, int]]
) -> bool:
    """Say whether a clause tells something a desk officer would record."""
    opening = clause.start if clause.head is None else clause.head
    first, last = scene.chars(opening, max(clause.reach, clause.end))
    mine = [p for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own) and p.figure.kind != "ordinal"]
    named = any(first <= m.start and m.end <= last for m in scene.named)
    thing = any(first <= m.start and m.end <= last for m in scene.objects)
    words = last - first
    if cls == "report":
        return bool(mine) and group.finite
    if mine or (cls in ("be", "hold_on") and scene.within(own, "ordinal")):
        return True
    if clause.kind == SUB and scene.tokens[clause.start].low in ("how", "why", "as", "if", "whether"):
        return False
    if clause.kind == PARTICIPLE:
        return (named or thing) and words > 24 and group.verb.tag != "past"
    if clause.kind in (MAIN, COORD, COMPLEMENT) and _predicate(scene, clause) not in (None, "stated"):
        return words > 14
    if clause.kind in (MAIN, COORD) and group.finite and words > 10 and not _personal(scene, clause):
        if stage in ("stopped", "not_achieved", "pledged") or (cls == "hold_on" and group.mood != "real"):
            return True
    if cls == "be" and group.mood == "real" and not _predicate(scene, clause):
        return (thing or (named and clause.kind in (MAIN, COORD))) and words > 30 and not _personal(scene, clause)
    if cls in ("be", "hold_on"):
        return (thing or named) and words > 22
    if clause.kind == COORD and _bare(scene, clause):
        return False
    return named or thing or (words > (10 if clause.kind == COORD else 14) and clause.kind != RELATIVE)


def _personal(scene: Scene, clause: Clause) -> bool:
    """Say whether a state is a feeling or a judgement of who speaks: "we are very happy that …"."""
    start = clause.start if clause.head is None else clause.head
    return any(t.low in ("i", "we", "you", "it", "this", "that") for t in scene.tokens[start : clause.group.first])


def _bare(scene: Scene, clause: Clause) -> bool:
    """Say whether the verb is a second infinitive: "to buy and deliver …" is one purpose, not an event."""
    form, tokens = clause.group.verb, scene.tokens
    if form.tag != "base" or clause.group.first != clause.group.last or clause.group.time != "now":
        return False
    return clause.shared and any(t.tag == "to" for t in tokens[max(0, clause.start - 12) : clause.start])


def _listed(scene: Scene, context: Context) -> Iterator[Candidate]:
    text = scene.sentence.text
    for start, end, one, two in pairs(text, scene.named):
        yield Candidate(
            scene.ranges(start, end), "", "partnership", "regions", "ongoing", object="sister_city", rule="pair",
            title=f"{scene.names.name(one)} and {scene.names.name(two)}",
            places=(scene.names.name(one), scene.names.name(two)), place=scene.names.name(one),
            parties=(Party(scene.names.name(one), "partner"), Party(scene.names.name(two), "partner")), confidence=0.8,
        )  # fmt: skip
    if _PRESENT.search(text) and not scene.sentence.text.endswith("?"):
        dates = [p.figure.value for p in scene.figures if p.figure.kind == "date"]
        listed = list(officials(text))
        for start, end, name in listed if len(listed) > 1 else []:
            yield Candidate(
                scene.ranges(start, end), "", "event", None, "completed", actor=name, rule="present", name=name,
                when=dates[0] if dates else None, confidence=0.6,
            )  # fmt: skip


__all__ = ["clause_events", "word_list"]
