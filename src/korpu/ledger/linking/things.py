"""Kinds of objects as linking sees them: what stands in one place, what is said of anything, what is part of what."""

from __future__ import annotations

from functools import cache

from korpu.ledger.kinds import rows


@cache
def _sorts() -> dict[str, str]:
    return {r["object"]: r["sort"] for r in rows("linking/things.csv")}


@cache
def _broader() -> dict[str, str]:
    return {r["object"]: r["broader"] for r in rows("linking/things.csv") if r["broader"]}


def stands(thing: str | None) -> bool:
    """Tell whether an object stands in one place, so that its sort and its place make out which one it is."""
    return _sorts().get(thing or "") == "building"


def generic(thing: str | None) -> bool:
    """Tell whether an object is a word for anything ("project", "aid"), which tells no undertaking from another."""
    return thing is None or _sorts().get(thing) == "generic"


def talk(thing: str | None) -> bool:
    """Tell whether speaking of an object ("relations", "sovereignty") is an opinion rather than a thing done."""
    return _sorts().get(thing or "") == "talk"


@cache
def within(narrow: str, broad: str) -> bool:
    """Tell whether one kind of object is a case of another, as a transformer is of energy equipment."""
    seen: set[str] = set()
    at: str | None = narrow
    while at and at not in seen:
        seen.add(at)
        at = _broader().get(at)
        if at == broad:
            return True
    return False
