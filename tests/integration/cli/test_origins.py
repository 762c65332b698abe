"""`korpu origin` lists texts printed twice and lets a person say otherwise; `korpu record` counts the origins."""

from __future__ import annotations

from pathlib import Path

from tests.unit.ledger.test_origins import OTHER_VOICE, REPRINT, WIRE

from .conftest import Korpu
from .test_contract import differences, documented


def test_reprints_are_listed_parted_and_tied(korpu: Korpu, tmp_path: Path) -> None:
    sources = {}
    for name, text, kind in (
        ("paper", REPRINT, "press"),
        ("wire", WIRE, "statement"),
        ("voice", OTHER_VOICE, "statement"),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        (added,) = korpu.json("add", str(path), "--published", "2025-05-13", "--kind", kind)
        sources[name] = added["source"]
    (one,) = korpu.json("origin")
    assert differences(documented()["origin"], one) == []
    assert (one["origin"], [p["source"] for p in one["prints"]]) == (sources["wire"], [sources["paper"]])
    assert "printed again" in korpu("origin", sources["paper"])
    korpu("review", "--accept-all", "--first-proposal")
    record = max(korpu.json("ledger"), key=lambda r: sum(len(s["claims"]) for s in r["steps"]))
    told = korpu.json("record", record["id"])[0]["told"]
    assert told["sources"] > told["origins"]
    korpu("origin", sources["paper"], "--alone", code=3)
    (parted,) = korpu.json("origin", sources["paper"], "--alone", "--reason", "Their own reporter.")
    assert parted["origin"] == sources["paper"]
    assert korpu.json("origin") == []
    assert korpu.json("record", record["id"])[0]["told"]["origins"] == told["origins"] + 1
    (undone,) = korpu.json("origin", "--undo", parted["entry"])
    assert undone["withdrawn"] == parted["entry"]
    (tied,) = korpu.json("origin", sources["voice"], "--of", sources["wire"], "--reason", "Read from one sheet.")
    assert len(tied["prints"]) == 2
    korpu("origin", "--alone", "--reason", "x", code=2)
    korpu("origin", "src-none", code=3)
