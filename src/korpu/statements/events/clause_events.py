"""One candidate for each clause that tells an event or a state of substance."""

from __future__ import annotations

from collections.abc import Iterator

from korpu.statements.events.context import Context
from korpu.statements.events.describe import Event, frame
from korpu.statements.events.extent import host_of, merged, own_stretches, pointed_back, whole_span
from korpu.statements.events.gapped import gapped, state_of
from korpu.statements.events.joints import COMPLEMENT, RELATIVE
from korpu.statements.events.lexicon import stages
from korpu.statements.events.listed import listed
from korpu.statements.events.meaning import Meaning, event_class, meaning_of
from korpu.statements.events.scene import Scene
from korpu.statements.events.substance import substantial
from korpu.statements.reading import Candidate

_RUNNING = ("ongoing", "under_way", "opened", "completed")


def clause_events(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield the candidates of a sentence's clauses, and of the lists within it.

    Read from the last clause back, so that a clause takes up those after it that tell nothing themselves.
    """
    taken: set[int] = set()
    skip: set[int] = set()
    for i, clause in reversed(list(enumerate(scene.clauses))):
        meaning = meaning_of(scene, context, i)
        own = list(own_stretches(scene, scene.clauses, i, skip))
        idle = i in skip or merged(scene, scene.clauses, i) or _only_tells(scene, i, meaning, own, skip)
        if (
            idle
            or _restricts(scene, i, own)
            or _promised(scene, i, meaning.stage)
            or not substantial(scene, clause, meaning, own)
        ):
            skip.add(i)
            continue
        pieces = gapped(scene, clause)
        own = [(a, min([b, *(p[0] for p in pieces if p[0] > a)])) for a, b in own]
        span = _taken_up(scene, i, own, skip)
        stage, group = meaning.stage, clause.group
        if stage in _RUNNING and group.time == "now" and context.ahead(scene, own):
            stage = "planned"
        if stage == "ongoing" and group.time == "now" and not group.habitual and context.past_day(scene, own):
            stage = stages().get(meaning.cls, {}).get("done", stage)  # "hands over the keys, 6 May 2025"
        verb = scene.tokens[group.last].start
        told = Event(span, own, stage, meaning.cls, clause.kind, verb, group.passive, _barred(scene, i))
        yield frame(scene, context, told, taken)
        for piece in pieces:
            again = Event(piece, [piece], state_of(scene, piece) or stage, meaning.cls, "gapped", verb, group.passive)
            yield frame(scene, context, again, taken)
    yield from listed(scene)


_TELLING = ("report", "pledge", "decide", "plan", "reaffirm")


def _only_tells(scene: Scene, i: int, meaning: Meaning, own: list[tuple[int, int]], skip: set[int]) -> bool:
    """Say whether a clause only names who told the next one: "the embassy announced on Tuesday that …"."""
    found = scene.clauses
    if (
        meaning.cls not in _TELLING
        or meaning.stage == "not_achieved"
        or i + 1 >= len(found)
        or i + 1 in skip
        or found[i + 1].kind != COMPLEMENT
    ):
        return False
    return scene.tokens[found[i + 1].start].low == "that" and not (
        scene.within(own, "money") or scene.within(own, "count") or scene.within(own, "measure")
    )


def _promised(scene: Scene, i: int, stage: str) -> bool:
    """Say whether what lies ahead is only the content of a promise or decision: "agreed that both would double …"."""
    found, clause = scene.clauses, scene.clauses[i]
    if clause.kind != COMPLEMENT or not i or stage not in ("planned", "potential"):
        return False
    binding = event_class(scene, found[i - 1]) in ("pledge", "decide") and found[i - 1].group.mood == "real"
    if found[i - 1].group.verb.lemma == "announce":
        return False  # "announced that it would allocate 4 million" tells a plan, not a promise
    return binding and scene.tokens[clause.start].low == "that" and not found[i - 1].group.negated


def _restricts(scene: Scene, i: int, own: list[tuple[int, int]]) -> bool:
    """Say whether a clause only says which of the things counted: "gave back the 100 euros that had not been used"."""
    clause = scene.clauses[i]
    opening = scene.tokens[clause.start]
    if clause.kind != RELATIVE or opening.low != "that" or not i:
        return False
    if event_class(scene, clause) == "harm":
        # "after the floods that hit Aosta in June" dates the floods, it does not tell of them
        return not (scene.within(own, "count") or scene.within(own, "money"))
    stative = event_class(scene, clause) in ("be", "hold_on")
    if not stative and event_class(scene, scene.clauses[i - 1]) in ("be", "report", "hold_on", "measure"):
        return False
    figures = [p for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own)]
    return bool(figures) and all(p.end <= opening.start and p.figure.kind != "date" for p in figures)


def _barred(scene: Scene, i: int) -> frozenset[int]:
    """Return the amounts that a relative clause leaves to the clause it hangs on: "paid 5 million, which bought …"."""
    clause = scene.clauses[i]
    if clause.kind != RELATIVE or not i or event_class(scene, scene.clauses[i - 1]) in ("be", "report", "hold_on"):
        return frozenset()
    first = scene.tokens[clause.start].start
    return frozenset(p.index for p in scene.figures if p.figure.kind == "money" and p.end <= first)


def _taken_up(scene: Scene, i: int, own: list[tuple[int, int]], skip: set[int]) -> tuple[int, int]:
    """Return the span of a clause, with the clause before it where that only introduces what this one tells."""
    found = scene.clauses
    start, end = whole_span(scene, found, i, skip)
    host, earlier = host_of(scene, found, i), pointed_back(scene, found, i)
    if host is not None:
        start = whole_span(scene, found, host, skip)[0]
        own.insert(0, scene.chars(found[host].start, found[host].end))
        skip.add(host)
    if earlier is not None:
        start = whole_span(scene, found, earlier, skip)[0]
        own.append(scene.chars(found[earlier].start, found[earlier].end))
        skip.add(earlier)
    return start, end
