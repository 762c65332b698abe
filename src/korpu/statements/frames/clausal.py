"""Frames of finite clauses: each verb's event with its stage and the values that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from korpu.statements.frames.clauses import NESTED, Clause, own_words
from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.groups import Group
from korpu.statements.frames.lexicon import classes, event_nouns, rows
from korpu.statements.frames.stage import stage_of
from korpu.statements.frames.values import DURATIONS, counts, pick, times
from korpu.statements.frames.words import Word

_NO = frozenset({"no", "nothing", "nobody", "none", "neither", "not"})
_SPOKEN = frozenset({"say", "think"})
_COURTESY = frozenset("like want love wish thank".split())
TASKS = frozenset("task job role duty mission function responsibility mandate work".split())
UNDERTAKINGS = frozenset("project projects step initiative initiatives task".split())
TOTALS = frozenset("be reach amount total come stand exceed average grow rise fall".split())
_PREDICATE_REACH = 4


@cache
def light() -> frozenset[str]:
    """Return verbs whose object noun tells the event ("hold a meeting")."""
    return frozenset(r["verb"] for r in rows("light.csv"))


@cache
def measures() -> dict[str, tuple[str, str | None]]:
    """Return nouns of totals with the stage that a stated sum gives them and their track."""
    return {r["noun"]: (r["stage"], r["track"] or None) for r in rows("measures.csv")}


def clausal(scene: Scene) -> Iterator[Frame]:
    """Yield a frame for each clause that tells an event or a state worth a record."""
    for clause in scene.clauses:
        frame = _frame(scene, clause)
        if frame is not None:
            yield frame


def _frame(scene: Scene, clause: Clause) -> Frame | None:
    words, group = scene.words, clause.group
    own = own_words(clause, scene.clauses)
    if (
        not own
        or _questioning(scene, clause)
        or (clause.kind == "sub" and clause.opener in ("if", "unless", "lest", "as"))
    ):
        return None
    cls = event_class(scene, group)
    spoken = cls in _SPOKEN and not group.effects
    if spoken and (_reports(scene, clause) or not _has_figure(scene, own)):
        return None
    if group.outer in _COURTESY and cls in _SPOKEN:
        return None
    predicate = _predicate(scene, group)
    denied = _denied(scene, clause)
    yet = any(w.low == "yet" for w in words[group.start : group.end + 8])
    stage = stage_of(group, cls, predicate, denied=denied, yet=yet, lasting=_lasting(words, clause))
    stage = _ended(scene, clause, _tasked(scene, clause, stage))
    start = _antecedent(scene, clause)
    frame = Frame(
        [(start, clause.end)], cls, stage, f"clause_{clause.kind}", (classes().get(cls) or classes()["other"]).kind,
        group.main, group, (start, group.start), (group.end, clause.end),
        negated=group.negated or denied or group.no_longer,
        reported=clause.kind == "comp" and _under_speech(scene, clause),
    )  # fmt: skip
    _values(scene, frame, [*range(start, clause.start), *own])
    _measure(scene, frame)
    _by_money(frame)
    return frame


def event_class(scene: Scene, group: Group) -> str:
    """Return the class of a verb, or of the event noun that is the object of a light verb."""
    if group.lemma in light() and not group.passive:
        for j in range(group.end, min(group.end + 7, len(scene.words))):
            word = scene.words[j]
            if word.kinds & {"prep", "rel", "sub"} or word.text in ",;:":
                break
            noun = word.low.removesuffix("s") if word.low not in event_nouns() else word.low
            follow = scene.words[j + 1] if j + 1 < len(scene.words) else None
            if noun in event_nouns() and not (follow and follow.plain and not follow.low.endswith("ing")):
                return event_nouns()[noun]
    return group.cls


def _lasting(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause says since when or for how long: what has run since then still runs."""
    for i in range(clause.start, clause.end):
        if words[i].low == "since" or words[i].low == "for" and any(w.low in DURATIONS for w in words[i + 1 : i + 4]):
            return True
    return False


def _ended(scene: Scene, clause: Clause, stage: str) -> str:
    """Read "consultations ended", "closed the financing" as done: what is meant to end is not stopped by ending."""
    group = clause.group
    if stage != "stopped" or group.no_longer or group.lemma not in ("end", "close", "conclude"):
        return stage
    around = [w.low for w in scene.words[clause.subject : group.start]] + [
        w.low for w in scene.words[group.end : group.end + 4]
    ]
    ending = any(event_nouns().get(w) in ("meet", "train", "pay", "sign", "visit") for w in around)
    return "completed" if ending else stage


def _tasked(scene: Scene, clause: Clause, stage: str) -> str:
    """Read "our task is to …" as going on and "our first project was restoring …" as done: no plan, no progress."""
    group = clause.group
    subject = {w.low for w in scene.words[clause.subject : group.start]}
    if stage == "planned" and group.effects == ["planned"] and group.outer == "be" and subject & TASKS:
        return "ongoing"
    if group.lemma == "be" and group.past and stage == "completed":
        near = [w.low.removesuffix("s") for w in scene.words[group.end : group.end + 5]]
        if "decision" in near or "agreement" in near and scene.words[clause.subject].low in ("these", "those", "this"):
            return "decided"
    if group.progressive and group.past and subject & UNDERTAKINGS and not group.effects:
        return "completed"
    return stage


def _values(scene: Scene, frame: Frame, own: list[int]) -> None:
    money = pick(scene.words, own, scene.figures, ("money",))
    frame.money = money[0] if money else None
    number = counts(scene.words, own, scene.figures)
    frame.count = _main_count(scene, frame, number)
    if frame.money is None and frame.group is not None:
        frame.money = _headed(scene, frame)
    when = times(scene.words, own, scene.figures)
    moved = frame.money if frame.money is not None else frame.count
    beyond = [i for i in when if moved is not None and i > moved]
    changed = moved is not None and scene.words[moved - 1].low == "to" or (moved and scene.words[moved - 2].low == "to")
    frame.time = min(beyond) if changed and beyond else when[0] if when else None


def _headed(scene: Scene, frame: Frame) -> int | None:
    """Return the sum right after a verb of amounts even where a relative clause goes on from it ("is 5 million, of which …")."""
    group = frame.group
    if group is None or group.lemma not in TOTALS:
        return None
    for i in range(group.end, min(group.end + 3, frame.spans[0][1])):
        index = scene.words[i].figure
        if index is not None and scene.figures[index].kind == "money":
            return i
    return None


def _by_money(frame: Frame) -> None:
    """Read verbs that mean a payment only where a sum stands beside them."""
    if frame.cls == "pay" and frame.money is None and frame.stage == "paid":
        frame.stage = "completed"
    if frame.cls == "add" and frame.money is not None and frame.stage == "completed":
        frame.stage = "allocated"
    if frame.cls == "sign" and frame.money is not None and frame.stage == "completed":
        frame.stage = "contracted"


def _main_count(scene: Scene, frame: Frame, found: list[int]) -> int | None:
    """Of several counts take that of the subject of an intransitive or passive verb, else that of the object."""
    if not found or frame.group is None:
        return found[0] if found else None
    beside = [
        i for i in found if i == frame.group.start - 1 or (i < frame.group.start and scene.words[i + 1].low == "of")
    ]
    if beside:
        return beside[-1]
    after = [i for i in found if i >= frame.group.end]
    inner = [i for i in found if i < frame.group.start and i and scene.words[i - 1].low == "of"]
    found = [i for i in found if i not in inner] or found
    before = [i for i in found if i < frame.group.start]
    if frame.group.passive or frame.cls in ("visit", "ship", "drift"):
        return (before or after or [None])[0]
    return (after or before)[0]


def _measure(scene: Scene, frame: Frame) -> None:
    """Read "the volume of aid reached X", "turnover was X" as a total: delivered for aid, stated for the rest."""
    group = frame.group
    if (
        group is None
        or frame.money is None
        or group.passive
        or frame.cls != group.cls
        or frame.stage in ("planned", "pledged", "potential")
    ):
        return
    if group.lemma not in (
        "be",
        "reach",
        "amount",
        "total",
        "come",
        "stand",
        "exceed",
        "average",
        "grow",
        "rise",
        "fall",
    ):
        return
    for i in range(*(frame.subject or (0, 0))):
        known = measures().get(scene.words[i].low)
        if known:
            frame.kind, frame.stage, frame.cls = "measure", known[0], "drift"
            if known[0] == "delivered":
                return
    if frame.kind != "measure":
        frame.kind, frame.stage = "measure", "stated"


def _predicate(scene: Scene, group: Group) -> str:
    if group.passive:
        return scene.words[group.main].low
    if group.lemma not in ("be", "remain", "stay", "stand", "keep"):
        return ""
    taken = [
        w.low for w in scene.words[group.main + 1 : group.main + 2 + _PREDICATE_REACH]
        if "adv" not in w.kinds and "neg" not in w.kinds
    ]  # fmt: skip
    return " ".join(taken)


def _denied(scene: Scene, clause: Clause) -> bool:
    """Whether the subject or the object carries the negation: "no contract", "nothing", "has no plans"."""
    words, group = scene.words, clause.group
    first = next(
        (w for w in words[clause.subject : group.start] if not w.kinds & {"coord", "adv", "rel"} or w.low in _NO), None
    )
    if first is not None and first.low in _NO:
        return True
    after = words[group.end].low if group.end < len(words) else ""
    beyond = words[group.end + 1].low if group.end + 1 < len(words) else ""
    return after in ("no", "nothing", "nobody") and beyond not in ("later", "less", "more", "fewer", "effort", "longer")


def _questioning(scene: Scene, clause: Clause) -> bool:
    text = scene.sentence.text.rstrip()
    if not text.endswith("?"):
        return False
    first = scene.words[clause.start]
    return clause.kind not in ("rel", "sub") or bool(first.kinds & {"modal", "do", "be", "have"})


def _reports(scene: Scene, clause: Clause) -> bool:
    """Whether a clause of saying or thinking only introduces another clause, or a quotation."""
    later = [c for c in scene.clauses if c.group.start > clause.group.start]
    if later and (later[0].subject <= clause.group.end + 6 or later[0].kind in ("comp", "contact")):
        return True
    quoted = any(mark in scene.sentence.text for mark in '"“«')
    return quoted and not _has_figure(scene, own_words(clause, scene.clauses))


def _under_speech(scene: Scene, clause: Clause) -> bool:
    prior = [c for c in scene.clauses if c.group.start < clause.group.start]
    return bool(prior) and prior[-1].group.cls in _SPOKEN


def _has_figure(scene: Scene, own: list[int]) -> bool:
    return any(scene.words[i].figure is not None for i in own)


def _antecedent(scene: Scene, clause: Clause) -> int:
    """Return where the noun phrase begins that a relative clause tells of, so that its words are quoted with it."""
    if clause.kind not in ("rel", "contact") and not (clause.kind in NESTED and clause.opener == "that"):
        return clause.start
    words = scene.words
    j = clause.start
    if clause.kind == "contact":
        return j
    while j > 0 and words[j - 1].text in (",",):
        j -= 1
    begin = j
    while begin > 0:
        word = words[begin - 1]
        if (
            word.kinds & {"be", "have", "modal", "sub", "rel", "coord"}
            or word.text in ",;:—–."
            or _verb_word(scene, begin - 1)
        ):
            break
        if word.kinds & {"prep"} and word.low != "of":
            break
        begin -= 1
    return begin if begin < j else clause.start


def _verb_word(scene: Scene, i: int) -> bool:
    return any(g.start <= i < g.end for g in scene.groups)
