"""Names of places, bodies and offices: found in text, shown in a language, and what lies inside what."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from korpu.reference.index import Index
from korpu.reference.tables import rows

LANGUAGES = ("en", "uk", "az", "ru")
PLACES = frozenset({"country", "region", "city", "district", "sea"})


@dataclass(frozen=True)
class Name:
    """Something that has a name. The first form of each language is the one shown; `parents` are what it lies in."""

    id: str
    type: str
    forms: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    source: str = "own"


@dataclass(frozen=True)
class Match:
    """A name found in a text: half-open character range, what it names, and whether it is an adjective or demonym."""

    start: int
    end: int
    id: str
    type: str
    text: str
    adjective: bool = False


class Names:
    """The names of the world, or a part of it. Made by `load_names`, widened by `merged`."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Keep the names; of two with one id the later holds. Nothing is indexed before the first search."""
        self._names: dict[str, Name] = {name.id: name for name in names}

    @functools.cached_property
    def _index(self) -> Index:
        index = Index()
        for name in self._names.values():
            for language, forms in name.forms.items():
                for form in forms:
                    index.add(form, name.id, language, adjective=False)
            for language, forms in name.adjectives.items():
                for form in forms:
                    index.add(form, name.id, language, adjective=True)
        return index

    def __contains__(self, name_id: str) -> bool:
        """Whether there is a name of this id."""
        return name_id in self._names

    def __iter__(self) -> Iterator[Name]:
        """Go through the names."""
        return iter(self._names.values())

    def get(self, name_id: str) -> Name | None:
        """Return the name of an id, None where there is none."""
        return self._names.get(name_id)

    def find(self, text: str) -> list[Match]:
        """Find the names in a text, the longest at each point; a possessive ending is not part of the name."""
        found = []
        for start, end, name_id, adjective in self._index.find(text):
            found.append(Match(start, end, name_id, self._names[name_id].type, text[start:end], adjective))
        return found

    def id_of(self, text: str) -> str | None:
        """Return what a text names, None if it is not one whole name (in any language; an article is overlooked)."""
        bare = text.strip().rstrip(".").removeprefix("the ").removeprefix("The ")
        return next((m.id for m in self.find(bare) if (m.start, m.end) == (0, len(bare)) and not m.adjective), None)

    def name(self, name_id: str, language: str = "en") -> str:
        """Return the name to show in a language, the English one where that language has none, the id if unknown."""
        known = self._names.get(name_id)
        if known is None:
            return name_id
        forms = known.forms.get(language) or known.forms.get("en") or next(iter(known.forms.values()), ())
        return forms[0] if forms else name_id

    def inside(self, name_id: str) -> tuple[str, ...]:
        """Return what a place lies in or a body belongs to, nearest first: for Irpin its region, then Ukraine."""
        found: list[str] = []
        waiting = [name_id]
        while waiting:
            known = self._names.get(waiting.pop(0))
            fresh = [parent for parent in (known.parents if known else ()) if parent not in found]
            found += fresh
            waiting += fresh
        return tuple(found)

    def same(self, one: str, two: str) -> bool:
        """Whether two names, in any language, mean the same; unknown ones are compared by spelling."""
        known = self.id_of(one)
        return known == self.id_of(two) if known is not None else one.casefold() == two.casefold()

    def within(self, inner: str, outer: str) -> bool:
        """Whether the first name's place lies in the second's, not being the same."""
        one, two = self.id_of(inner), self.id_of(outer)
        return one is not None and two is not None and two in self.inside(one)

    def wide(self, place: str) -> bool:
        """Whether a name is that of a country, a sea or something larger, so that being there says little."""
        known = self._names.get(self.id_of(place) or "")
        if known is None or known.type not in PLACES:
            return False
        above = (self._names[parent].type for parent in self.inside(known.id) if parent in self._names)
        return known.type == "country" or (known.type in {"region", "sea"} and "country" not in above)

    def merged(self, extra: Iterable[Name]) -> Names:
        """Return these names and others, such as the parties of a ledger; where both have a form, the other holds."""
        more = {name.id: name for name in extra}
        return Names([*more.values(), *(name for name in self._names.values() if name.id not in more)])


@functools.cache
def load_names() -> Names:
    """Return the names of the tables that korpu comes with."""
    return Names([*_table("countries"), *_table("places"), *_table("organisations"), *_table("offices")])


load = load_names


def _table(table: str) -> list[Name]:
    """Read a table of names. Columns: id, type, parents, a column a language, adjective columns, source."""
    read = []
    for row in rows(table):
        forms = {lang: tuple(row[lang].split(";")) for lang in LANGUAGES if row.get(lang)}
        adjectives = {lang: tuple(row[f"adj_{lang}"].split(";")) for lang in LANGUAGES if row.get(f"adj_{lang}")}
        parents = tuple(row["parents"].split(";")) if row.get("parents") else ()
        read.append(Name(row["id"], row["type"], forms, adjectives, parents, row["source"]))
    return read
