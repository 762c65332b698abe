"""Tracks of the work between two countries: labels, the OECD DAC code where one exists, words that signal them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from korpu.reference.stems import StemIndex
from korpu.reference.tables import rows

LANGUAGES = ("en", "uk", "az", "ru")


@dataclass(frozen=True)
class Track:
    """A track with its label in each language; `dac_code` is a DAC purpose code (or a sector of three digits)."""

    id: str
    labels: dict[str, str]
    dac_code: str | None
    words: dict[str, tuple[str, ...]]


@functools.cache
def load_tracks() -> dict[str, Track]:
    """Return the tracks by id, in the order in which they are shown."""
    return {
        row["id"]: Track(
            row["id"],
            {lang: row[lang] for lang in LANGUAGES},
            row["dac_code"] or None,
            {lang: tuple(row[f"words_{lang}"].split(";")) for lang in LANGUAGES},
        )
        for row in rows("tracks")
    }


@functools.cache
def _index() -> StemIndex:
    index = StemIndex()
    for track in load_tracks().values():
        for language, words in track.words.items():
            for word in words:
                index.add(word, track.id, language)
    return index


def signalled(text: str) -> list[str]:
    """Return the tracks that the words of a text signal, in the order of the words, with repetitions."""
    return [track for _, _, track in _index().find(text)]
