"""What a candidate is about: its object where the words name one better, its place and track where others give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from korpu.kernel.stages import FINISHED
from korpu.ledger.headings import heading
from korpu.ledger.linking.pointers import pointing, summing
from korpu.ledger.linking.things import generic, stands, talk
from korpu.ledger.linking.world import World
from korpu.reference.objects import ObjectMatch, load_objects
from korpu.statements.reading import Candidate, Party

_OWNER = re.compile(r"(?:['’ʼ]s|s['’ʼ])\s")
DECIDED = 2500
"""Characters over which decisions are told as those of one meeting."""

BEFORE = 40
"""Characters to the sentence before, at most."""

PAIRS = "sister_city"
"""The kind of object that ties two towns."""

_ON = re.compile(r"^[^.;]*\b(?:on|for|about|regarding|concerning|in the field of|про|щодо|о|об)\b[^.;]*$")
_IS = re.compile(r"\b(?:is|was|are|were)\s+(?=(?:the|an?)\s)")

_THAT = re.compile(r"\b(?:decided|agreed|resolved)\s+(?:that|to|on)\s+")

MERE = 2
"""Words of a title that may be no more than the word for a decision, or a part of what was decided."""

LONG = 16
"""Words of a decision's title at most: what was decided takes more words than a thing."""

CARRIED = 900
"""Characters over which what a passage is about is carried to a sentence that does not name it."""


def clarified(one: Candidate, world: World) -> Candidate:
    """Return the candidate with the object that it acts on, when a mere owner or user of it was taken for it.

    In "a children's art centre" the centre is meant, and of several things a building goes before those who use it.
    """
    if one.kind in ("measure", "position", "visit", "party"):
        return one
    text = one.quote.replace(" … ", " ")
    named = [m for m in load_objects().find(text) if not _OWNER.match(text[m.end : m.end + 3] + " ")]
    paper = _paper(one, named, text)
    if stands(one.object) and paper is None:
        return one
    building = None if stands(one.object) else next((m for m in named if stands(m.object_id)), None)
    best = building or paper
    if best is None and one.object and not any(m.object_id == one.object for m in named):
        best = next(iter(named), None)
    if best is None or (best.object_id != one.object and not _takes(one, best)):
        return one
    thing = load_objects()[best.object_id]
    title = text[_phrase(text, best) : best.end]
    kind = thing.kind if one.kind in ("cohort", "event", "initiative", "partnership", "programme") else one.kind
    return replace(one, object=thing.id, kind=kind, track=thing.track or one.track, title=title)


def _paper(one: Candidate, named: Sequence[ObjectMatch], text: str) -> ObjectMatch | None:
    """The signed paper where only what it is on was read: "a memorandum on energy efficiency" is a memorandum."""
    papers = (m for m in named if load_objects()[m.object_id].kind == "agreement" and not generic(m.object_id))
    paper = next(papers, None)
    if paper is None or talk(one.object):
        return paper
    read = next((m for m in named if m.object_id == one.object), None)
    joined = read is not None and paper.end < read.start and _ON.search(text[paper.end : read.start])
    return paper if joined else None


def totalled(one: Candidate) -> Candidate:
    """Return an amount of aid in general that is told as a running total as the measure it is."""
    broad = generic(one.object) or one.object == "aid_total"
    given = one.kind in ("initiative", "programme", "event") and one.stage not in ("allocated", "contracted", "pledged")
    if not (one.amount and broad and given and summing().search(one.quote)):
        return one
    thing = load_objects().get(one.object)
    return replace(one, kind="measure", track=one.track or (thing.track if thing else None))


def decision_named(one: Candidate) -> Candidate:
    """Return a decision with what was decided as its title: "the adoption of …", or what "is" said to be decided."""
    thing = load_objects().get(one.object)
    known = thing is not None and thing.kind == "decision" and not generic(one.object)
    titled = one.name or known or len((one.title or "").split()) > MERE
    if one.stage != "decided" or one.amount or titled:
        return one
    told = _IS.split(one.quote, maxsplit=1)[-1]
    words = (_THAT.split(told, maxsplit=1)[-1] if told == one.quote else told).split()
    start = 1 if words and words[0].casefold() in ("the", "a", "an") else 0
    return replace(one, title=heading(" ".join(words[start:]), one.language, LONG))


def _takes(one: Candidate, best: ObjectMatch) -> bool:
    """Whether a building may replace what was read: for works and numbered projects, not for whoever was received."""
    building = stands(best.object_id)
    if talk(one.object) or load_objects()[best.object_id].kind == "agreement":
        return True
    works = one.stage in ("planned", "designed", "under_way", "completed", "opened", "pledged")
    return not building or (works and (one.ordinal is not None or one.kind in ("cohort", "initiative")))


def _phrase(text: str, best: ObjectMatch) -> int:
    """Where the words that describe an object begin: up to three words before it, not past an article."""
    before = re.search(r"(?:[\w'’-]+\s+){0,3}$", text[: best.start])
    start = before.start() if before else best.start
    article = list(re.finditer(r"\b(?:the|an?|our|its|their|of|in|for)\s+", text[start : best.start], re.IGNORECASE))
    return start + article[-1].end() if article else start


def paired(one: Candidate, world: World) -> Candidate:
    """Return a tie of two towns as a partnership with these as its parties."""
    towns = [p for p in one.places if not world.wide(p)]
    tied = one.object == PAIRS and one.stage in ("completed", "opened", "ongoing", "decided", "in_use")
    if len(towns) != 2 or not (one.kind == "partnership" or tied):
        return one
    title = one.title if one.title and all(town in one.title for town in towns) else " – ".join(towns)
    return replace(one, kind="partnership", title=title, parties=tuple(Party(town, "partner") for town in towns))


def whole_named(one: Candidate) -> Candidate:
    """Return a count of several things without the one of them that was taken for its object."""
    text = one.quote.replace(" … ", " ")
    named = {m.object_id for m in load_objects().find(text) if stands(m.object_id)}
    return replace(one, object=None, title=None) if stands(one.object) and len(named) > 1 else one


def placed(found: Sequence[Candidate], world: World) -> list[Candidate]:
    """Return candidates with members of a list at the place of the list, when that is a town."""
    homes = {c.group: c for c in found if c.group and c.ordinal is None and c.place and not world.wide(c.place)}
    made = []
    for one in found:
        home = homes.get(one.group) if one.group and one.ordinal is not None else None
        if home is not None and home.place:
            others = tuple(p for p in one.places if p != home.place)
            one = replace(one, place=home.place, places=(home.place, *others))  # noqa: PLW2901
        made.append(one)
    return made


def listed_alike(found: Sequence[Candidate]) -> list[Candidate]:
    """Return members of a list of plans as planned, where the words only say what each is ("the first is a school")."""
    plans = {c.group for c in found if c.group and c.stage in ("planned", "pledged")}
    plans -= {c.group for c in found if c.ordinal is not None and c.stage in FINISHED and not _says_what(c)}
    made = list(found)
    for i, one in enumerate(found):
        if one.group not in plans or one.ordinal is None:
            continue
        for j in range(i, min(i + 6, len(found))):
            within = j == i or _inside(found[j], one)
            if within and _says_what(found[j]) and (j == i or found[j].rule.startswith("noun")):
                made[j] = replace(made[j], stage="planned")
    return made


def _says_what(one: Candidate) -> bool:
    """Whether the words only say what a thing is ("the first is a school"), not how far it has come."""
    return one.rule.startswith("noun") or one.rule.endswith((".be", ".hold_on"))


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return all(any(a <= s and e <= b for a, b in outer.ranges) for s, e in inner.ranges)


def carried(found: Sequence[Candidate]) -> list[Candidate]:
    """Return money without an object of its own with that spoken of just before, and decisions with their track."""
    made: list[Candidate] = []
    topic: Candidate | None = None
    decided: Candidate | None = None
    for one in found:
        start = one.ranges[0][0]
        if one.stage == "decided" and one.track and one.kind == "decision" and not generic(one.object):
            decided = one
        elif one.stage == "decided" and decided and start - decided.ranges[0][0] < DECIDED and not one.amount:
            one = replace(one, track=decided.track)  # noqa: PLW2901
        if topic is not None and (start - topic.ranges[0][0] > CARRIED or topic.speaker != one.speaker):
            topic = None
        if (
            one.amount
            and one.stage in ("allocated", "contracted", "paid", "pledged", "decided")
            and generic(one.object)
        ):
            if topic is not None:
                title = None if len((one.title or "").split()) < MERE else one.title
                one = replace(one, object=topic.object, track=topic.track, title=title)  # noqa: PLW2901
        elif (
            one.object
            and one.track
            and not generic(one.object)
            and one.kind in ("initiative", "programme")
            and one.stage != "stated"
        ):
            topic = one
        made.append(one)
    return made


def pursued(found: Sequence[Candidate]) -> list[Candidate]:
    """Return a route that is only pointed at ("this corridor") with the words and place of the sentence before."""
    made: list[Candidate] = []
    for i, one in enumerate(found):
        before = found[i - 1] if i else None
        close = before is not None and 0 <= one.ranges[0][0] - before.ranges[-1][1] < BEFORE
        if before and close and one.kind == "link" and one.place is None and pointing().search(one.quote):
            title = f"{one.title or one.object} ({before.title})" if before.title else one.title
            one = replace(  # noqa: PLW2901
                one, place=before.place, places=before.places, title=title, ranges=(*before.ranges, *one.ranges),
                quote=f"{before.quote} … {one.quote}",
            )  # fmt: skip
        made.append(one)
    return made
