"""Tells whether words of a draft and of a cleared line are about one thing; where in doubt, they are not."""

from __future__ import annotations

from collections.abc import Iterable

from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.stages import rung
from korpu.ledger.checks.match import NEAR, akin
from korpu.ledger.checks.metric import one_time
from korpu.ledger.checks.routes import ROUTES
from korpu.ledger.checks.spoken import Spoken, country_ids
from korpu.ledger.linking.things import generic, stands
from korpu.ledger.values import time_of
from korpu.reference.names import PLACES, Names
from korpu.statements.reading import Candidate

_SORTS = frozenset({"total", "added", "part", "aim", "rise", "fall"})
_PROMISED = 1
"""Rung of the ladder up to which a thing is wanted or promised rather than done."""


def same_topic(one: Spoken, two: Spoken, names: Names) -> bool:
    """Tell whether two figures are told of one thing: the same object, sides, places, time, and sort of figure."""
    if one.name != two.name or one.narrow != two.narrow or one.sorts & _SORTS != two.sorts & _SORTS:
        return False
    if not (_same_thing(one, two) or _same_field(one, two)) or not _same_sides(one.countries, two.countries):
        return False
    if place_ids(one.line.text, names) != place_ids(two.line.text, names):
        return False
    return _same_time(one, two) and _same_reach(one.stage, two.stage)


def _same_thing(one: Spoken, two: Spoken) -> bool:
    """Tell whether the nearest thing named is one; of what is counted, whether the counted noun is one too."""
    first, second = (next((t for t in s.things[:NEAR] if not generic(t)), None) for s in (one, two))
    first = first or next(iter(one.things[:1]), None)
    second = second or next(iter(two.things[:1]), None)
    near = first is not None and second is not None and akin(first, second)
    if one.name == "amount":
        return near
    return near and one.noun is not None and two.noun is not None and akin(one.noun, two.noun)


def _same_field(one: Spoken, two: Spoken) -> bool:
    """Tell whether sums of one stage are told for one field and time, where only one of them says for what thing."""
    unnamed = not one.things or not two.things
    timed = one.when is not None and two.when is not None and one.when.text == two.when.text
    return unnamed and timed and bool(one.narrow) and one.name == "amount" and one.stage == two.stage is not None


def _same_sides(one: frozenset[str], two: frozenset[str]) -> bool:
    return one == two or (bool(one & two) and (one <= two or two <= one))


def place_ids(text: str, names: Names) -> frozenset[str]:
    """Return the places smaller than a country that a text names."""
    return frozenset(m.id for m in names.find(text) if m.type in PLACES - {"country"})


def _same_time(one: Spoken, two: Spoken) -> bool:
    """Tell whether both have one time, or none; a running total is of its own day, whenever it is told."""
    if one.when is None and two.when is None:
        return True
    if one.when is None or two.when is None:
        return "total" in one.sorts
    return one_time(one.when, two.when) or _told_for_one(one.when, two.when)


def _told_for_one(one: EdtfTime, two: EdtfTime) -> bool:
    """Tell whether one time is stated more exactly than the other, and within it."""
    return one.contains(two) or two.contains(one)


def _same_reach(one: str | None, two: str | None) -> bool:
    """Tell whether both are done, or both only wanted or promised."""
    return (rung(one) or 9) <= _PROMISED if (rung(two) or 9) <= _PROMISED else (rung(one) or 9) > _PROMISED


def same_event(one: Candidate, two: Candidate, names: Names) -> bool:
    """Tell whether two events are one undertaking: a building at its place, a route, the same number for one thing."""
    if not _agree_in_time(one.when, two.when) or (one.ordinal or two.ordinal) != (two.ordinal or one.ordinal):
        return False
    if not _between_the_same(one, two, names):
        return False
    if one.object is not None and one.object == two.object and one.kind in ROUTES and two.kind in ROUTES:
        return bool(one.places) and _places(one, names) == _places(two, names)
    if one.object is not None and one.object == two.object:
        return _at_one_place(one, two, names) if stands(one.object) else _same_number(one, two)
    return _same_sum(one, two) and (one.object is None or two.object is None or generic(one.object))


def _agree_in_time(one: str | None, two: str | None) -> bool:
    """Tell whether times may be of one undertaking: a year apart they are of two."""
    first, second = time_of(one), time_of(two)
    if first is None or second is None or None in (first.low, second.low):
        return True
    return first.overlaps(second) or abs((first.low - second.low).days) < 366  # type: ignore[operator]


def _places(candidate: Candidate, names: Names) -> frozenset[str]:
    return frozenset(names.id_of(place) or place.casefold() for place in candidate.places)


def _at_one_place(one: Candidate, two: Candidate, names: Names) -> bool:
    return one.place is not None and two.place is not None and names.same(one.place, two.place)


def _between_the_same(one: Candidate, two: Candidate, names: Names) -> bool:
    sides = [_sides(candidate, names) for candidate in (one, two)]
    return not all(sides) or _same_sides(*sides)


def _sides(candidate: Candidate, names: Names) -> frozenset[str]:
    told: Iterable[str | None] = (candidate.actor, candidate.counterpart, candidate.place)
    return country_ids(", ".join(name for name in told if name), names)


def _same_sum(one: Candidate, two: Candidate) -> bool:
    return one.amount is not None and (one.amount, one.currency) == (two.amount, two.currency)


def _same_number(one: Candidate, two: Candidate) -> bool:
    return _same_sum(one, two) or (one.count is not None and one.count == two.count)
