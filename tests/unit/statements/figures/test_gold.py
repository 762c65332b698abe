"""The interview and the written statements, against their gold lists; skipped where they are not there."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

KINDS = {
    "money": {"money"},
    "count": {"count", "ratio", "percent", "measure"},
    "ordinal": {"ordinal"},
    "date": {"date"},
}
DEV = Path(__file__).parents[3] / "statements" / "dev"
STATEMENTS = sorted(p.name.removesuffix(".txt") for p in DEV.glob("*.txt")) if DEV.is_dir() else []


def agrees(figure, gold):
    overlap = min(figure.end, gold["end"]) - max(figure.start, gold["start"])
    whole = max(figure.end, gold["end"]) - min(figure.start, gold["start"])
    if overlap < 0.8 * whole or figure.kind not in KINDS[gold["kind"]]:
        return False
    if gold["kind"] == "date":
        return figure.value in gold["edtf"]
    same = figure.value is not None and Decimal(figure.value) == Decimal(str(gold["value"]))
    return same and (gold["kind"] != "money" or figure.unit == gold["unit"])


def missed(found, gold):
    return [g["surface"] for g in gold if not g.get("optional") and not any(agrees(f, g) for f in found)]


def extra(found, gold):
    def known(figure):
        return any(min(figure.end, g["end"]) > max(figure.start, g["start"]) for g in gold)

    return [f.text for f in found if not known(f)]


def test_the_interview(read, shared, interview):
    gold = json.loads((shared / "interview" / "mentions.json").read_text(encoding="utf-8"))
    found = read(interview, "2025-05")
    assert missed(found, gold) == []
    assert len(extra(found, gold)) <= 2


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_written_statement(read, name):
    text = (DEV / f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((DEV / f"{name}.mentions.json").read_text(encoding="utf-8"))
    published = json.loads((DEV / f"{name}.meta.json").read_text(encoding="utf-8"))["published"]
    found = read(text, published)
    assert len(missed(found, gold)) <= 1
    assert len(extra(found, gold)) <= 1


def test_amounts_of_other_peoples_texts(read, shared):
    lines = (shared / "data" / "kiel" / "single_amount_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]

    def right(row):
        want = Decimal(str(row["value"]))
        found = [(f.unit, Decimal(f.value)) for f in read(row["text"]) if f.kind == "money"]
        hit = any(u == row["currency"] and abs(v - want) <= want / 200 for u, v in found)
        return hit and not any(v > want * Decimal("1.005") for _, v in found)

    assert sum(map(right, rows)) / len(rows) >= 0.97
