"""Frames of participial clauses and of event noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from korpu.statements.frames.frame import Frame, Scene
from korpu.statements.frames.groups import Group
from korpu.statements.frames.lexicon import classes
from korpu.statements.frames.nominal import Nominal, nominals
from korpu.statements.frames.stage import stage_of
from korpu.statements.frames.values import counts, pick, times

_OPEN = frozenset({"main", "coord"})
_DECIDING = frozenset({"decision", "decisions", "document", "documents", "outcome", "outcomes", "agreements"})


def participial(scene: Scene, made: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames of participles that tell an event beside that of their clause: ", financed by …", "such as funding …"."""
    for group in scene.groups:
        if group.finite or group.start == 0 and group.form == "ing":
            continue
        known = classes().get(group.cls)
        if known is None or not known.event or group.cls in ("want", "consider"):
            continue
        prior = scene.words[group.start - 1] if group.start else None
        end = _end(scene, group)
        host = _host(group, made)
        apart = prior is not None and (
            prior.text == "," or prior.low in ("as", "including", "by", "of", "and", "for", "to")
        )
        values = [i for i in range(group.end, end) if scene.words[i].figure is not None]
        if not apart and not values and group.form == "ing":
            continue
        stage = stage_of(group, group.cls)
        if group.form == "ing":
            stage = _governed(host, group.cls)
        start = _noun_before(scene, group) if group.form == "participle" else group.start
        frame = Frame(
            [(start, end)],
            group.cls,
            stage,
            "participle",
            known.kind,
            group.main,
            group,
            (start, group.start),
            (group.end, end),
            confidence=0.4,
        )
        _values(scene, frame, made)
        yield frame


def _governed(host: Frame | None, cls: str) -> str:
    """Give a gerund the standing of the clause that it belongs to: what is planned stays planned."""
    if host is not None and host.stage in ("planned", "pledged", "potential", "decided", "not_achieved", "need"):
        return host.stage
    return "ongoing"


def _host(group: Group, made: Sequence[Frame]) -> Frame | None:
    return next((f for f in reversed(made) if f.covers(group.start)), None)


def _end(scene: Scene, group: Group) -> int:
    words = scene.words
    finite = [g for g in scene.groups if g.finite and g.start > group.end]
    clause_end = next((c.end for c in scene.clauses if c.start <= group.start < c.end), len(words))
    bound = min(clause_end, finite[0].start) if finite and finite[0].start < clause_end else clause_end
    if finite and finite[0].start < clause_end:
        for j in range(finite[0].start - 1, group.end, -1):
            if words[j].text == "," or words[j].kinds & {"rel", "sub"}:
                return j
    return bound


def _noun_before(scene: Scene, group: Group) -> int:
    words = scene.words
    j = group.start
    if j and words[j - 1].text == ",":
        j -= 1
    begin = j
    while begin > 0:
        word = words[begin - 1]
        if (
            word.kinds & {"be", "have", "modal", "sub", "rel", "coord"}
            or word.text in ",;:—–."
            or any(g.start <= begin - 1 < g.end for g in scene.groups)
        ):
            break
        if "prep" in word.kinds and word.low != "of":
            break
        begin -= 1
    return begin if begin < j else group.start


def nominal(scene: Scene, made: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames of event noun phrases; one that a clause already tells as its object is left to it."""
    for noun in nominals(scene.words, scene.groups, scene.clauses):
        if _told(scene, noun, made):
            continue
        stage = noun_stage(scene, noun, made)
        kind = classes()[noun.cls].kind
        frame = Frame(
            [(noun.start, noun.end)], noun.cls, stage, "noun_event", kind, noun.head, None, None, (noun.head, noun.end)
        )
        _values(scene, frame, made)
        yield frame


def _told(scene: Scene, noun: Nominal, made: Sequence[Frame]) -> bool:
    """Whether the noun phrase is the object of a verb of the same event ("completed the renovation")."""
    for frame in made:
        group = frame.group
        if (
            group is not None
            and frame.covers(noun.head)
            and 0 <= noun.start - group.end <= 1
            and not group.passive
            and (group.lemma != "be" and group.cls not in ("pay", "say", "think"))
        ):
            return True
    return False


def noun_stage(scene: Scene, noun: Nominal, made: Sequence[Frame]) -> str:
    """Return the stage of a noun event: done, unless the clause it stands in is about something ahead."""
    known = classes()[noun.cls]
    host = next((f for f in made if f.covers(noun.head)), None)
    before = scene.words[noun.start - 1].low if noun.start else ""
    ahead = host is not None and host.stage in ("planned", "pledged", "potential", "need", "not_achieved")
    follow = {w.low for w in scene.words[noun.head + 1 : noun.head + 4]}
    if noun.cls == "achieve" and follow & {"consensus", "agreement", "compromise"}:
        return "decided"
    if noun.cls == "decide":
        return "planned" if ahead and host and host.stage == "planned" else "decided"
    if ahead and host and noun.head > host.head and before not in ("during", "after", "following", "since", "in"):
        return host.stage or known.done
    if scene.words[noun.head].low in (
        "development",
        "negotiations",
        "talks",
        "dialogue",
        "provision",
        "supply",
        "implementation",
        "realisation",
        "funding",
        "financing",
        "building",
    ):
        return "ongoing"
    return "completed" if noun.cls in ("stop",) else known.done


def _values(scene: Scene, frame: Frame, made: Sequence[Frame]) -> None:
    own = [i for a, b in frame.spans for i in range(a, b)]
    taken = {f.money for f in made if f.money is not None}
    money = [i for i in pick(scene.words, own, scene.figures, ("money",)) if i not in taken]
    frame.money = money[0] if money else None
    number = counts(scene.words, own, scene.figures)
    frame.count = number[0] if number else None
    when = times(scene.words, own, scene.figures)
    frame.time = when[0] if when else None
