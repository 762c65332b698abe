"""Statements about several places, goods and targets: each thing is one record, and no record holds two things."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from korpu.app import intake, records, review
from korpu.app.books import open_books
from korpu.ledger.record import Record
from korpu.statements.document import Document

GENERATORS = [
    "Denmark delivered 12 generators worth 1 million euros to Sumy in March 2025.",
    "Denmark delivered 12 generators worth 1 million euros to Kharkiv in March 2025.",
    "12 generators worth 1 million euros were delivered by Denmark to Poltava in March 2025.",
    "12 generators were delivered to Sumy. 12 generators were delivered to Kharkiv. 12 generators went to Poltava.",
]
GENERATOR_THINGS = {
    "1 million euros to Sumy": "sumy", "delivered to Sumy": "sumy", "1 million euros to Kharkiv": "kharkiv",
    "delivered to Kharkiv": "kharkiv", "by Denmark to Poltava": "poltava",
}  # fmt: skip
SCHOOLS = [
    "We rebuilt a school in Borodianka. A school in Bucha was opened in September 2024. The school in Bucha has 400 "
    "pupils. The school in Borodianka was completed in 2023. A school is a promise to the parents who come home.\n\n"
    "A hospital in Zhytomyr is planned. The hospital will be completed in 2027. Our main task in Kyiv is to coordinate "
    "all these works.",
]
SCHOOL_THINGS = {
    "rebuilt a school in Borodianka": "borodianka", "school in Borodianka was completed": "borodianka",
    "school in Bucha was opened": "bucha", "school in Bucha has": "bucha", "school is a promise": "saying",
    "hospital in Zhytomyr": "hospital", "hospital will be completed": "hospital", "coordinate": "task",
}  # fmt: skip
WATER = [
    "Japan built a pumping station in Mykolaiv. The pumping station in Mykolaiv was opened on 4 June 2024. In "
    "Zaporizhzhia, a library was reconstructed. In Dnipro, a library was reconstructed too. The library in Dnipro was "
    "opened in May 2025.",
    "On 4 June 2024 the pumping station in Mykolaiv was opened. A library was reconstructed in Odesa.",
]
WATER_THINGS = {
    "built a pumping station": "station", "station in Mykolaiv was opened": "station",
    "In Zaporizhzhia, a library": "zaporizhzhia", "In Dnipro, a library": "dnipro",
    "library in Dnipro was opened": "dnipro", "reconstructed in Odesa": "odesa",
}  # fmt: skip
GOODS = [
    "We delivered 45 transformers to Odesa. Last month we allocated 3 million euros for transformers. In 2023, 5 "
    "million euros were allocated for transformers.",
]
GOODS_THINGS = {"45 transformers": "odesa", "3 million": "three", "In 2023": "five"}
TARGETS = [
    "At the summit in Belem, consensus was achieved on the new goal on climate finance. The target of at least 125 "
    "billion dollars a year was set. We reached a consensus to increase this figure to 125 billion dollars by 2035. "
    "The adoption of the Belem roadmap on adaptation was also important.",
]
TARGET_THINGS = {"The target of": "goal", "increase this figure": "goal"}
CENTRES = [
    "Canada will open a rehabilitation centre in Lviv in 2026. Canada already opened a rehabilitation centre in "
    "Vinnytsia in 2024. The centre in Lviv will cost 12 million dollars. The centre in Vinnytsia cost 8 million "
    "dollars. In Trostianets we rebuilt a kindergarten, and in Okhtyrka a library. The kindergarten opened last month. "
    "A second kindergarten is planned in Okhtyrka.",
]
CENTRE_THINGS = {
    "centre in Lviv": "lviv", "centre in Vinnytsia": "vinnytsia", "already opened": "vinnytsia",
    "rebuilt a kindergarten": "first", "kindergarten opened": "first", "second kindergarten": "second",
}  # fmt: skip

STORIES = [
    pytest.param(GENERATORS, GENERATOR_THINGS, id="generators"),
    pytest.param(SCHOOLS, SCHOOL_THINGS, id="schools"),
    pytest.param(WATER, WATER_THINGS, id="water"),
    pytest.param(GOODS, GOODS_THINGS, id="goods"),
    pytest.param(CENTRES, CENTRE_THINGS, id="centres"),
    pytest.param(TARGETS, TARGET_THINGS, id="targets"),
]


def accepted(folder: Path, texts: list[str]) -> list[Record]:
    """The ledger after every text was taken in and everything accepted by its first proposal."""
    with open_books(folder / "books") as books:
        for text in texts:
            intake.add(books, Document(text, published="2025-05"), by="ann")
        review.accept_all(books, by="ann")
        return records.ledger(books)


def b_cubed(found: list[Record], things: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of the mentions over the records (Bagga and Baldwin 1998)."""
    mentions = {
        (claim.entry, label): record.id
        for record in found
        for claim in record.claims
        for words, label in things.items()
        if words in claim.evidence.quote
    }
    assert {label for _, label in mentions} == set(things.values())
    precision = recall = 0.0
    for (_, label), record in mentions.items():
        together = [other for (_, other), home in mentions.items() if home == record]
        alike = [home for (_, other), home in mentions.items() if other == label]
        precision += together.count(label) / len(together)
        recall += alike.count(record) / len(alike)
    return precision / len(mentions), recall / len(mentions)


@pytest.mark.parametrize(("texts", "things"), STORIES)
def test_one_thing_is_one_record(tmp_path: Path, texts: list[str], things: dict[str, str]) -> None:
    assert b_cubed(accepted(tmp_path, texts), things) == (1.0, 1.0)


def test_what_is_said_of_any_school_is_no_school(tmp_path: Path) -> None:
    found = accepted(tmp_path, SCHOOLS)
    assert {r.place for r in found if r.object == "school" and r.kind == "initiative"} == {"Borodianka", "Bucha"}
    assert [r.contested for r in found if r.contested] == []
