"""Kinds of things acted on, such as a school, a loan or a ferry service: found in text by their head nouns."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from korpu.reference.stems import StemIndex
from korpu.reference.tables import rows


@dataclass(frozen=True)
class Thing:
    """A kind of thing: the words for it, the kind of record and the track it suggests, and whether it is concrete."""

    id: str
    words: dict[str, tuple[str, ...]]
    kind: str
    track: str | None
    concrete: bool
    names: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The English word for it, in the singular."""
        return self.words["en"][0]

    def name(self, language: str) -> str:
        """What it is called in a language, in the nominative: "гуманітарна допомога"; the English name for others."""
        return self.names.get(language) or self.names.get("en") or self.label


@dataclass(frozen=True)
class ObjectMatch:
    """A thing found in a text: half-open character range and the id of its kind."""

    start: int
    end: int
    object_id: str


class Objects:
    """The kinds of things. Made by `load_objects`."""

    def __init__(self, things: Iterable[Thing]) -> None:
        """Keep the things; nothing is indexed before the first search."""
        self._things = {thing.id: thing for thing in things}

    @functools.cached_property
    def _index(self) -> StemIndex:
        index = StemIndex()
        for thing in self._things.values():
            for language, words in thing.words.items():
                for word in words:
                    index.add(word, thing.id, language)
        return index

    def __len__(self) -> int:
        """Return how many kinds there are."""
        return len(self._things)

    def __getitem__(self, object_id: str) -> Thing:
        """Return a kind by its id."""
        return self._things[object_id]

    def get(self, object_id: str | None) -> Thing | None:
        """Return a kind by its id, None where there is none."""
        return self._things.get(object_id) if object_id else None

    def find(self, text: str) -> list[ObjectMatch]:
        """Find the things a text speaks of, whatever the capitals: the longest words at each point."""
        return [ObjectMatch(start, end, object_id) for start, end, object_id in self._index.find(text)]


@functools.cache
def load_objects() -> Objects:
    """Return the kinds of things of the table that korpu comes with."""
    names = {row.pop("id"): row for row in rows("object_names")}
    return Objects(
        Thing(
            row["id"],
            {lang: tuple(row[f"words_{lang}"].split(";")) for lang in ("en", "uk", "az", "ru") if row[f"words_{lang}"]},
            row["kind"],
            row["track"] or None,
            row["concrete"] == "1",
            names.get(row["id"], {}),
        )
        for row in rows("objects")
    )
