"""A partnership to look around in: what was said of Azerbaijan's ties with Ukraine, retold, and how it was reviewed.

In: nothing. Out: the sources (digests in our own words, with where and when they were published), the records they tell
of, and the recorded reviews: which words of which source state what of which record. It only holds data; the books are
built from it by `korpu.app.demo`, in the same way as anybody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from korpu.kernel.tables import rows


@dataclass(frozen=True)
class DemoSource:
    """A digest with where it comes from; `published` is EDTF, None when the original bears no date.

    Where not all of it is `reviewed`, what no review decides is left for the reader to try.
    """

    file: str
    kind: str
    title: str
    speaker: str
    published: str | None
    place: str | None
    url: str | None
    reviewed: bool
    text: str


@dataclass(frozen=True)
class DemoRecord:
    """A thing that the digests tell of, its title in three languages, and the record that it is part of."""

    slug: str
    kind: str
    track: str
    object: str
    place: str | None
    title: dict[str, str]
    parties: tuple[tuple[str, str], ...]
    part_of: str | None


@dataclass(frozen=True)
class RecordedReview:
    """One decision: these words of this source state this of that record. Blank fields are None.

    `ordinal` is the number of the thing in its whole, the ninth group being 9; `parties` are those named here beside
    the ones that the record has from the start.
    """

    source: str
    quote: str
    record: str
    stage: str
    when: str | None
    amount: str | None
    currency: str | None
    qualifier: str | None
    count: str | None
    count_unit: str | None
    ordinal: int | None
    parties: tuple[tuple[str, str], ...]


@cache
def sources() -> tuple[DemoSource, ...]:
    """Return the digests, the earliest first."""
    return tuple(
        DemoSource(
            row["file"], row["kind"], row["title"], row["speaker"], row["published"] or None, row["place"] or None,
            row["url"] or None, row["reviewed"] == "all", _text(f"digests/{row['file']}.txt"),
        )
        for row in _rows("sources")
    )  # fmt: skip


@cache
def records() -> dict[str, DemoRecord]:
    """Return the records by their short names."""
    return {
        row["record"]: DemoRecord(
            row["record"], row["kind"], row["track"], row["object"], row["place"] or None,
            {language: row[f"title_{language}"] for language in ("en", "uk", "az")}, _parties(row["parties"]),
            row["part_of"] or None,
        )
        for row in _rows("records")
    }  # fmt: skip


@cache
def reviews() -> tuple[RecordedReview, ...]:
    """Return the recorded reviews, those of one source together."""
    return tuple(
        RecordedReview(
            row["source"], row["quote"], row["record"], row["stage"], row["when"] or None, row["amount"] or None,
            row["currency"] or None, row["qualifier"] or None, row["count"] or None, row["count_unit"] or None,
            int(row["ordinal"]) if row["ordinal"] else None, _parties(row["parties"]),
        )
        for row in _rows("reviews")
    )  # fmt: skip


def _parties(text: str) -> tuple[tuple[str, str], ...]:
    named = (part.rpartition(":") for part in text.split("|") if part)
    return tuple((name, role) for name, _, role in named)


def _rows(name: str) -> list[dict[str, str]]:
    return rows("korpu.demo", f"{name}.csv")


def _text(name: str) -> str:
    return files("korpu.demo").joinpath(name).read_text(encoding="utf-8")
