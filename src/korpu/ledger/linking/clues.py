"""The clues that a candidate and a record are the same thing, or are not, each with words for the reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from korpu.ledger.kinds import rows
from korpu.ledger.linking.profile import Profile, Spot, Stated
from korpu.ledger.linking.things import generic, stands, within
from korpu.ledger.linking.words import likeness, stems
from korpu.ledger.linking.world import World
from korpu.ledger.values import agree, same_unit, time_of, unit_of

Clue = tuple[str, float, str]
"""Name of the clue, how strongly it holds (0 to 1), and the reason in words."""

BESIDE = 8
"""Characters between two of a list, such as a comma or "and"."""

LIKE = 0.3
"""Likeness of titles from which it counts."""

UNLIKE = 0.7
"""Likeness of titles under which they tell of different things, for kinds known by their title."""

ROUTES = frozenset({"service", "link", "flow", "closure"})
"""Kinds that run from one place to another."""

ENDS = 2
"""Places that make a route."""

NEAR = 400
"""Characters between two mentions that a reader still takes to speak of one thing."""


@cache
def weights(kind: str) -> dict[str, float]:
    """Return what each clue weighs for records of a kind."""
    table = rows("linking/weights.csv")
    found = {r["clue"]: float(r["weight"]) for r in table if r["kind"] == "*"}
    return found | {r["clue"]: float(r["weight"]) for r in table if r["kind"] == kind}


def clues(new: Profile, old: Profile, world: World) -> Iterator[Clue]:
    """Yield every clue that speaks for or against the two being one thing."""
    if new.kind != old.kind:
        told_of_it = "event" in (new.kind, old.kind) and new.object is not None and new.object == old.object
        yield "kind_differs", 0.3 if told_of_it else 1, f"one is a {new.kind}, the other a {old.kind}"
    if new.whole != old.whole:
        yield "whole_and_part", 1, "one tells of several together, the other of one"
    yield from _equal("track", new.track, old.track, "track")
    yield from _objects(new, old)
    yield from _names(new, old)
    yield from _spoken_of(new, old)
    yield from _places(new, old, world)
    yield from _parties(new, old, world)
    firm = new.object == old.object and stands(new.object)
    yield from _figures(new, old, firm=firm)
    yield from _order(new, old)
    yield from _near(new, old)


def _equal(name: str, one: str | None, two: str | None, words: str) -> Iterator[Clue]:
    if one and two:
        if one == two:
            yield f"{name}_same", 1, f"same {words}: {one.replace('_', ' ')}"
        else:
            yield f"{name}_differs", 1, f"other {words}: {one.replace('_', ' ')}, {two.replace('_', ' ')}"


def _objects(new: Profile, old: Profile) -> Iterator[Clue]:
    one, two = new.object, old.object
    if one and two and one != two and (within(one, two) or within(two, one)):
        yield "object_broad", 1, f"kinds of object go together: {one.replace('_', ' ')}, {two.replace('_', ' ')}"
    elif generic(one) or generic(two):
        if one and one == two:
            yield "object_broad", 1, f"same words: {one.replace('_', ' ')}"
    elif one is not None and one == two and not stands(one):
        yield "goods_same", 1, f"same kind of object: {one.replace('_', ' ')}"
    else:
        yield from _equal("object", one, two, "kind of object")


def _names(new: Profile, old: Profile) -> Iterator[Clue]:
    named = max((likeness(a, b) for a in new.names for b in (*old.names, *old.titles)), default=0.0)
    if named > 0.7:
        yield "name_same", named, "same name"
    elif new.names and old.names:
        yield "name_differs", 1 - named, "another name"
    away = frozenset().union(*(stems(name) for name in (*new.places, *old.places, *new.parties, *old.parties)))
    if new.object and (generic(new.object) or new.object == old.object):
        away |= stems(new.object.replace("_", " "))
    own, others = ([t - away for t in texts] for texts in (new.titles, (*old.titles, *old.names)))
    alike = max((likeness(a, b) for a in own for b in others), default=0.0)
    if alike > LIKE:
        yield "title_like", (alike - LIKE) / (1 - LIKE), "described in the same words"
    if alike < UNLIKE and new.titles and old.titles:
        yield "title_unlike", 1 - alike / UNLIKE, "described in other words"


def _spoken_of(new: Profile, old: Profile) -> Iterator[Clue]:
    """A second mention in one source says "the school"; one that says "a school" brings up another."""
    earlier = any(a.source == b.source and b.end <= a.start for a in new.spots for b in old.spots)
    if not earlier or new.object is None or new.object != old.object:
        return
    if new.known:
        yield "spoken_of_as_known", 1, "spoken of as known already"
    elif new.anew:
        yield "told_anew", 1, "brought up as another one"


def _places(new: Profile, old: Profile, world: World) -> Iterator[Clue]:
    if not new.place or not old.place:
        if (new.place or old.place) and not {s.source for s in new.spots} & {s.source for s in old.spots}:
            yield "place_unknown", 1, "only one of them says where"
        return
    if new.kind in ROUTES and _other_route(new, old, world):
        yield "place_apart", 1, f"another route: {', '.join(new.places)}; {', '.join(old.places)}"
    elif world.same(new.place, old.place):
        wide = world.wide(new.place)
        yield "place_wide" if wide else "place_same", 1, f"same place: {new.place}"
    elif any(world.within(a, b) or world.within(b, a) for a in (new.place,) for b in (old.place,)):
        wide = world.wide(new.place) or world.wide(old.place)
        yield (
            "place_wide" if wide else "place_within",
            0.2 if wide else 1,
            f"{new.place} and {old.place} lie in one another",
        )
    elif stands(new.object) or not any(world.same(a, b) for a in new.places for b in old.places):
        wide = world.wide(new.place) or world.wide(old.place)
        both = world.wide(new.place) and world.wide(old.place)
        yield "place_apart", 0.15 if wide and not both else 1, f"another place: {new.place}, {old.place}"


def _other_route(new: Profile, old: Profile, world: World) -> bool:
    """Whether each runs between towns that the other does not touch."""
    one, two = ([p for p in x.places if not world.wide(p)] for x in (new, old))
    if len(one) < ENDS or len(two) < ENDS:
        return False
    return all(any(not any(world.same(a, b) for b in there) for a in here) for here, there in ((one, two), (two, one)))


def _parties(new: Profile, old: Profile, world: World) -> Iterator[Clue]:
    if not new.parties or not old.parties:
        return
    shared = [a for a in new.parties if any(world.same(a, b) for b in old.parties)]
    if shared:
        yield "parties_shared", min(1.0, len(shared) / 2), f"same parties: {', '.join(shared)}"
    elif not {s.source for s in new.spots} & {s.source for s in old.spots}:
        yield "parties_apart", 1, "another source on others"
    if len(new.parties) > 1 and len(old.parties) > 1:
        if len(shared) >= min(len(new.parties), len(old.parties)):
            yield "pair_same", 1, "between the same two"
        else:
            yield "pair_differs", 1, "between others"


def _figures(new: Profile, old: Profile, *, firm: bool) -> Iterator[Clue]:
    """A building stays the same whatever else is paid for it (`firm`); deliveries are told apart by their amounts."""
    for said in new.stated:
        if said.amount:
            yield from (c for c in _amounts(said, old) if not firm or c[0] == "amount_same")
        if said.count:
            yield from _counts(said, old)
        yield from (c for c in _times(said, old) if not firm or c[0] == "time_same")


def _amounts(said: Stated, old: Profile) -> Iterator[Clue]:
    known = [s for s in old.stated if s.amount]
    if not said.amount or not known:
        return
    alike = [s for s in known if agree("amount", said.amount, s.amount)]
    if alike:
        if all(s.source != said.source for s in alike):
            yield "amount_elsewhere", 1, "another source gives the same amount"
        yield (
            "amount_same",
            1,
            f"same amount: {_number(said.amount['amount'])} {said.amount.get('currency') or ''}".strip(),
        )
    elif any(unit_of(s.amount) == unit_of(said.amount) for s in known if s.amount):
        yield "amount_differs", 1, "another amount"
        if any(s.source == said.source and s.stage == said.stage for s in known):
            yield "other_number", 1, "the same speech gives another amount at the same stage"


def _counts(said: Stated, old: Profile) -> Iterator[Clue]:
    known = [s for s in old.stated if s.count and said.count and same_unit(s.count, said.count)]
    if not said.count or not known:
        return
    alike = [s for s in known if agree("count", said.count, s.count)]
    if alike:
        if all(s.source != said.source for s in alike) and said.count.get("unit"):
            yield "count_elsewhere", _telling(said.count["count"]), "another source gives the same number"
        yield "count_same", 1, f"same number: {said.count['count']} {said.count.get('unit') or ''}".strip()
    else:
        yield "count_differs", 1, "another number"
        if any(s.source == said.source and s.stage == said.stage and s.when == said.when for s in known):
            yield "other_number", 1, "the same speech gives another number for the same time"


def _times(said: Stated, old: Profile) -> Iterator[Clue]:
    mine = time_of(said.when)
    elsewhere = [s for s in old.stated if s.source != said.source]
    if said.when and len(said.when) >= len("2025-05") and any(s.when == said.when for s in elsewhere):
        yield "time_elsewhere", 1, f"another source gives the same time: {said.when}"
    theirs = [t for t in (time_of(s.when) for s in old.stated if s.stage == said.stage) if t]
    if mine is None or not theirs:
        return
    if any(mine.overlaps(t) for t in theirs):
        yield "time_same", 1, f"same time: {said.when}"
    else:
        yield "time_apart", 1, f"another time: {said.when}"


def _telling(count: str) -> float:
    """Return how much a number tells when two sources give it: two of something is common, 270 is not."""
    return min(1.0, max(0.0, abs(float(count)) - 1) / 15)


def _order(new: Profile, old: Profile) -> Iterator[Clue]:
    for source, group, ordinal in new.groups:
        for other_source, other_group, other_ordinal in old.groups:
            if source != other_source or group is None or group != other_group:
                continue
            if ordinal is None or other_ordinal is None:
                if ordinal != other_ordinal:
                    yield "whole_and_part", 1, "one is the whole list, the other one of it"
            elif ordinal == other_ordinal:
                yield "ordinal_same", 1, f"number {ordinal} of the same list"
            else:
                yield "ordinal_differs", 1, f"number {ordinal}, not {other_ordinal}, of the same list"


def _near(new: Profile, old: Profile) -> Iterator[Clue]:
    pairs = [(a, b) for a in new.spots for b in old.spots if a.source == b.source]
    gap = min((_gap(a, b) for a, b in pairs), default=NEAR)
    if gap < NEAR:
        yield "nearby", 1 - gap / NEAR, "mentioned close by"
    if any(_gap(a, b) < BESIDE and (a.language, a.stage) == (b.language, b.stage) for a, b in pairs):
        yield "listed_beside", 1, "named side by side, as two things"


def _gap(one: Spot, two: Spot) -> int:
    return max(0, one.start - two.end, two.start - one.end)


def _number(text: object) -> str:
    return f"{Decimal(str(text)):,.0f}"
