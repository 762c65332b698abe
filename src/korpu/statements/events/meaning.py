"""What a clause means in its sentence: the class of its event, its denial, and what its predicate says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from korpu.statements.events.by_verb import MONEY, SUM, Said, told_by_verb
from korpu.statements.events.clauses import Clause
from korpu.statements.events.context import Context
from korpu.statements.events.groups import Group
from korpu.statements.events.lexicon import nouns, phrasal, predicates_opening
from korpu.statements.events.scene import Scene
from korpu.statements.events.stage import stage_of

_AID = re.compile(r"\b(?:aid|assistance|support|help|donations?|grants?)\b")
_ACT = re.compile(r"\b(?:decree|order|law|resolution|directive|act|ordinance)\b")
_BUILT = re.compile(
    r"^(?!.*\b(?:stud(?:y|ies)|survey|report|audit|assessment|research|design|drawings|review|analysis|book|film|"
    r"painting|statue)\b).*\b(?:stations?|substations?|plants?|terminals?|lines?|links?|units?|turbines?|reactors?|"
    r"boilers?|pipelines?|cables?|hospitals?|clinics?|schools?|roads?|bridges?|airports?|ports?|parks?|farms?|"
    r"dams?|wells?|networks?|systems?|generators?|ships?|ferr(?:y|ies)|facilit(?:y|ies)|interconnectors?|works)\b"
)
"""What is commissioned when it goes into service; a study or a book is commissioned when it is ordered."""
_EXPLOSIVES = re.compile(
    r"\b(?:explosives?|mines?|ammunition|munitions?|bombs?|shells?|ordnance|weapons?|grenades?|stockpiles?|chemicals)\b"
)
"""What is destroyed on purpose."""
_WORDS = (
    r"(?:statements?|remarks?|announcements?|comments?|speech(?:es)?|details|information|explanations?|overview|"
    r"updates?|briefings?|presentations?)"
)
_TOLD = re.compile(rf"^(?:\s+[\w-]+){{0,3}}?\s+{_WORDS}\b|\b{_WORDS}\s*$", re.IGNORECASE)
"""What is said, whatever verb says it: "made a statement", "provided details"."""
_BY_OBJECT = (
    (("make", "issue", "release", "provide", "give", "share", "offer", "deliver"), _TOLD, "report"),
    (("sign", "issue", "adopt", "approve", "pass"), _ACT, "decide"),
    (("commission",), _BUILT, "open"),
    (("destroy", "explode"), _EXPLOSIVES, "act"),
    (
        ("give", "grant", "receive", "get", "obtain"),
        re.compile(r"^\s+(?:[\w'’]+\s+){0,3}(?:go-ahead|green light|consent|approval|permission|blessing|backing)\b"),
        "decide",
    ),
    (("order",), re.compile(r"^\s*(?::|that\b|$)"), "decide"),
    (("undertake",), re.compile(r"^\s+(?!to\b|that\b)\w"), "act"),
    (("break",), re.compile(r"\s*ground\b|\bground\s*$", re.IGNORECASE), "start"),
    (("cancel", "forgive"), re.compile(r"\bdebts?\b", re.IGNORECASE), "decide"),
    (("sign", "conclude", "award"), re.compile(r"\b(?:contract|order)\b"), "contract"),
    (
        ("close",),
        re.compile(r"\b(?:financing|financial|deal|loan|agreement|negotiations|talks|purchase|sale)\b"),
        "finish",
    ),
    (
        ("reach",),
        re.compile(r"^.{0,30}\b(?:consensus|agreement|accord|deal|decision|understanding|compromise|settlement)\b"),
        "decide",
    ),
)
"""Verbs whose object tells the class: lemmas, what stands in the next sixty characters, class."""

_VOICED = (
    (re.compile(r"\s+(?:\w+\s+){0,2}(?:readiness|willingness|preparedness)\s+to\b"), "pledge"),
    (re.compile(r"\s+(?:\w+\s+){0,2}(?:intention|plans?|wish|desire)\s+(?:to|of)\b"), "plan"),
    (re.compile(r"\s+(?:\w+\s+){0,2}interest\s+in\b"), "consider"),
)
"""What somebody expresses or states: readiness is a promise, a wish is a plan, interest leaves a thing possible."""

_NONE = frozenset(["no", "nothing", "nobody", "none", "neither", "not"])
_NOT_ONE = re.compile(r"\bnot (?:one|a single)\b", re.IGNORECASE)
_TELLING = ("report", "pledge", "decide", "plan")
_LENT = ("planned", "pledged", "decided", "potential", "need", "failed")
_INTENTION = frozenset(["plan", "plans", "intention", "intentions", "ambition", "ambitions"])
_HABIT = re.compile(
    r"\b(?:(?:each|every) (?:year|month|week|day|spring|summer|autumn|winter)|annually|monthly|weekly|daily|yearly|"
    r"a year|a month|a day|a week|a fortnight|every (?:other|second) \w+|fortnightly|regularly|jointly|usually|"
    r"per (?:year|month|day))\b"
)


@dataclass(frozen=True)
class Meaning:
    """What a clause means: its verb group as the sentence means it, its class and its stage."""

    group: Group
    cls: str
    stage: str


def meaning_of(scene: Scene, context: Context, i: int) -> Meaning:
    """Return what the clause with index `i` of a sentence means."""
    clause = scene.clauses[i]
    cls, group = event_class(scene, clause), in_sentence(scene, scene.clauses, i)
    stage = (None if group.negated else predicate_stage(scene, clause)) or stage_of(group, cls)
    return Meaning(group, cls, context.stage_of_member(scene, clause, stage))


def event_class(scene: Scene, clause: Clause) -> str:
    """Return the class of a clause's verb, told by its object where the verb alone does not tell it."""
    verb, text, tokens = clause.group.verb, scene.sentence.text, scene.tokens
    if verb.lemma in _AFTER_WORDS and _quoted(scene, clause):
        return "report"
    end = scene.chars(clause.start, clause.end)[1]
    after = text[tokens[clause.group.last].end : end]
    opening = tokens[clause.start if clause.head is None else clause.head].start
    subject = text[opening : tokens[clause.group.first].start]
    acted_on = subject[-60:] if clause.group.passive and clause.group.finite else after[:60]
    for lemmas, pattern, cls in _BY_OBJECT:
        if verb.lemma in lemmas and pattern.search(acted_on):
            return cls
    if verb.cls == "report" and not clause.group.passive:
        for pattern, cls in _VOICED:
            if pattern.match(after):
                return cls
    if told := told_by_verb(Said(clause.group, subject, text[opening:end], after)):
        return told
    if verb.cls == "be" and not clause.group.negated and clause.group.mood == "real":
        return _by_particle(scene, clause) or _predicate_noun(scene, clause) or "be"
    if verb.cls == "measure" and _transitive(scene, clause):
        return _by_particle(scene, clause) or "act"
    return (
        _by_money(scene, clause, subject, after)
        or _by_particle(scene, clause)
        or _without_money(scene, clause, subject)
    )


_AFTER_WORDS = frozenset(["announce", "add", "read", "promise", "include", "continue", "conclude", "begin", "tweet"])
"""Verbs that only tell whose words they were when they stand right after them."""
_QUOTES = frozenset(['"', "”", "“", "»", "’", "''"])


def _quoted(scene: Scene, clause: Clause) -> bool:
    """Say whether a verb only tells whose words stand before it: '", announced the ministry', ", the office added"."""
    tokens, group = scene.tokens, clause.group
    before = tokens[group.first - 1] if group.first else None
    if before is not None and before.low in _QUOTES:
        return True
    rest = [t for t in tokens[group.last + 1 :] if t.tag != "punct"]
    opening = tokens[clause.start - 1] if clause.start else None
    parted = opening is not None and (opening.low in (",", *_QUOTES))
    if before is not None and before.low == "," and group.verb.lemma in ("read", "announce"):
        return bool(rest) and rest[0].tag == "det" and len(rest) < 9
    return parted and not rest and group.verb.lemma in ("add", "announce")


_INTO = re.compile(r"^(?!.{0,30}\bat\b).{0,60}\b(?:in|into|towards?)\b")


def _by_money(scene: Scene, clause: Clause, subject: str, after: str) -> str | None:
    """Return the class that an amount beside the verb tells: "took 3 million", "provides for 12 million"."""
    lemma = clause.group.verb.lemma
    following = [t.low for t in scene.tokens[clause.group.last + 1 : clause.group.last + 3]]
    telling = lemma in ("add", "learn", "find", "know") or (clause.group.verb.cls == "act" and not clause.group.passive)
    if telling and (following[:1] == ["that"] or following == ["up", "that"]):
        return "report"
    if lemma == "put" and _INTO.search(after) and MONEY.search(after[:60]):
        return "pay"
    if not scene.within([scene.chars(clause.start, clause.end)], "money"):
        bare = clause.group.verb.cls == "pay" and not _AID.search(after) and not SUM.search(subject)
        return "act" if bare and "for" not in following and _by_particle(scene, clause) is None else None
    if lemma == "take" and following[:1] not in (["place"], ["effect"], ["part"]):
        return "pay"
    if lemma == "provide" and following[:1] == ["for"]:
        return "allocate"
    return {"put": "measure", "value": "measure", "estimate": "measure", "add": "allocate"}.get(lemma)


def _by_particle(scene: Scene, clause: Clause) -> str | None:
    """Return the class of a verb with its particle: "set aside"."""
    tokens, last = scene.tokens, clause.group.last
    for k in (3, 2, 1):
        told = phrasal().get(" ".join([clause.group.verb.lemma, *(t.low for t in tokens[last + 1 : last + 1 + k])]))
        object_ = tokens[last + 1 + k : last + 5 + k]
        measured = any(t.tag == "num" for t in object_) and object_[0].tag != "det"
        if told and (told != "measure" or measured):
            return told
    return _parted_particle(scene, clause)


_NOMINAL = ("det", "poss", "word", "num", "pron")
_PARTICLES = frozenset(["down", "off", "out", "up", "back", "aside", "over", "on"])
_CLOSING_TAGS = ("punct", "prep", "to", "adv", "coord", "sub")


def _parted_particle(scene: Scene, clause: Clause) -> str | None:
    """Return the class of a verb whose particle stands behind its object: "turned the request down"."""
    tokens, first = scene.tokens, clause.group.last + 1
    for k in range(first, min(first + 6, len(tokens))):
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        if k > first and tokens[k].low in _PARTICLES and (after is None or after.tag in _CLOSING_TAGS):
            told = phrasal().get(f"{clause.group.verb.lemma} {tokens[k].low}")
            return told if told in ("stop", "fail", "allocate", "hand_over", "pay") else None
        if k > first and after is not None:
            told = phrasal().get(f"{clause.group.verb.lemma} {tokens[k].low} {after.low}")
            if told in ("stop", "open"):
                return told  # "put the delivery on hold"
        if tokens[k].tag not in _NOMINAL:
            return None
    return None


def _without_money(scene: Scene, clause: Clause, subject: str) -> str:
    """Return the class of a verb that nothing beside it tells; "reach" arrives or measures."""
    verb = clause.group.verb
    if verb.lemma != "reach":
        return verb.cls
    own = [scene.chars(clause.start, clause.end)]
    amounts = scene.within(own, "money") + scene.within(own, "count")
    return "deliver" if not amounts or _AID.search(subject) else "measure"


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
        if event is not None and event.cls != "pledge":
            return event.cls
    return None


def predicate_stage(scene: Scene, clause: Clause) -> str | None:
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
    fitting = predicates_opening(tail[:2])
    return next((stage for words, stage, phrase in fitting if (phrase or not owned) and words.match(tail)), None)


def in_sentence(scene: Scene, found: Sequence[Clause], i: int) -> Group:
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
    if group.negated and after is not None and after.low in ("just", "only", "merely", "simply"):
        group = replace(group, negated=False)
    if group.verb.lemma in ("be", "have") and after is not None and after.low == "no" and after.tag == "det":
        group = replace(group, negated=True)
    intended = any(t.low in _INTENTION for t in tokens[group.last + 1 : group.last + 4])
    if (
        group.verb.lemma in ("have", "be")
        and intended
        and any(t.low in ("to", "for") for t in tokens[group.last + 2 : group.last + 6])
    ):
        group = replace(group, mood="planned")
    if (
        group.passive
        and tokens[group.first].low in ("is", "are")
        and group.mood == "real"
        and _HABIT.search(scene.sentence.text[tokens[group.first].start : tokens[clause.end - 1].end])
    ):
        group = replace(group, time="now")
    if (
        group.time == "now"
        and group.verb.cls not in ("report", "measure")
        and _HABIT.search(scene.sentence.text[tokens[group.first].start : tokens[clause.end - 1].end])
    ):
        group = replace(group, habitual=True, mood="real" if group.verb.cls in ("pledge", "plan") else group.mood)
    k = i - 1
    while k > 0 and clause.shared and found[k].shared and found[k].group.verb.tag == "base":
        k -= 1  # "will build a clinic, provide equipment and train its staff"
    before = found[k].group if i else None
    joined = clause.shared and group.verb.tag == "base" and group.first == group.last and group.mood == "real"
    if joined and before is not None and before.mood in _LENT and before.verb.tag == "base":
        group = replace(group, mood=before.mood, time=before.time)  # "agreed to buy the pumps and deliver them"
    if clause.shared and before is not None and before.passive and group.verb.tag in ("past", "participle"):
        ahead = before.time == "planned" or before.mood in _LENT  # "will be handed over and sent to Lviv"
        group = replace(group, time=before.time, mood=before.mood, passive=True) if ahead else group
    if joined and before is not None and before.verb.tag == "base" and before.mood == "real":
        group = replace(group, time=before.time)  # "will build a hospital, provide equipment and train its staff"
    if (
        group.negated
        and after is not None
        and (group.verb.lemma, after.low) in (("rule", "out"), ("exclude", after.low))
    ):
        group = replace(group, negated=False, mood="potential")
    return _as_told(scene, found, i, group)


def _as_told(scene: Scene, found: Sequence[Clause], i: int, group: Group) -> Group:
    """Return the group of a clause that somebody told: "she said it would follow" tells what is planned."""
    clause = found[i]
    opening = scene.tokens[clause.start if clause.head is None else clause.head].start
    if _NOT_ONE.search(scene.sentence.text[opening : scene.tokens[group.first].start]) and not group.ended:
        group = replace(group, negated=True)
    would = any(t.low == "would" for t in scene.tokens[group.first : group.last + 1])
    if would and any(
        (event_class(scene, c) in _TELLING or c.group.verb.lemma in ("sign", "conclude")) and c.group.time == "done"
        for c in found[:i]
    ):
        group = replace(group, mood="real", time="planned")
    return group
