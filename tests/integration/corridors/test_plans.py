"""`korpu flow` and `korpu scenarios` over the real network."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from korpu.cli.main import run

DOCS = Path(__file__).resolve().parents[3] / "docs" / "cli.md"


@pytest.fixture
def books(folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(folder / "network", tmp_path / "books" / "network")
    return tmp_path / "books"


def printed(books: Path, capture: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capture.readouterr()
    assert run([*arguments, "--json", "--data", str(books)]) == 0
    found: dict[str, Any] = json.loads(capture.readouterr().out)
    return found


def keys(told: Any, at: str = "") -> set[str]:
    """Name every key that lies in a told object, by where it lies."""
    if isinstance(told, list):
        return {k for one in told for k in keys(one, f"{at}[]")}
    if isinstance(told, dict):
        return {f"{at}.{k}" for k in told} | {k for name, one in told.items() for k in keys(one, f"{at}.{name}")}
    return set()


def documented(name: str) -> set[str]:
    blocks = re.findall(r"```json ([^\n]+)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return keys(json.loads(dict(blocks)[name]))


def demand(tmp_path: Path, *rows: str) -> str:
    file = tmp_path / "demand.csv"
    file.write_text("\n".join(["from,to,cargo,amount,unit,per,value", *rows]), encoding="utf-8")
    return str(file)


def test_the_template_is_allocated_and_told_as_documented(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["flow", "--template"]) == 0
    file = tmp_path / "demand.csv"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    out, lines = tmp_path / "flows.csv", tmp_path / "flows.geojson"
    told = printed(books, capsys, "flow", str(file), "--on", "2026-11-24", "--out", str(out), "--geojson", str(lines))
    assert {k for k in keys(told) if not k.startswith(".excluded[]")} == documented("flow")
    assert told["gap"] < 1e-4
    for row in told["demand"]:
        assert row["met"] + row["unmet"] == pytest.approx(row["tonnes"])
    going = sum(one["tonnes"] for one in told["flows"])
    assert going == pytest.approx(sum(row["met"] for row in told["demand"]))
    assert all(one["used"] <= one["room"] + 1e-3 and one["source"] for one in told["capacities"])
    # A ship and its wagon deck are full at once; either may be the cut.
    held_back = {one.split(".")[0].removesuffix("_ship") for one in told["bottleneck"]["holds_back"]}
    assert held_back == {"alat_turkmenbashi", "alat_kuryk"}
    assert {one["target"] for one in told["one_more"]} == held_back
    table = out.read_text(encoding="utf-8").splitlines()
    assert len(table) == 1 + len(told["flows"]) + sum(row["why"] is not None for row in told["demand"])
    drawn = json.loads(lines.read_text(encoding="utf-8"))
    assert "OpenStreetMap" in drawn["attribution"]
    assert any(f["properties"]["use"] == 1.0 for f in drawn["features"])


def test_a_closure_and_a_capacity_of_ones_own_change_the_flow(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = demand(tmp_path, "Baku,Kars,wagon,700,kt,year,")
    free = printed(books, capsys, "flow", file, "--per", "year", "--on", "2026-11-24")
    assert free["demand"][0]["met"] == pytest.approx(700_000)
    shut = printed(books, capsys, "flow", file, "--per", "year", "--on", "2026-11-24", "--without", "Georgia")
    assert (shut["demand"][0]["met"], shut["demand"][0]["why"]) == (0.0, "closed")
    own = tmp_path / "own.csv"
    own.write_text(
        "id,what,scope,target,modes,amount,unit,per,source\nkars,To Kars,border,GE-TR,rail,300,kt,year,a letter\n",
        encoding="utf-8",
    )
    assert run(["network", "add", "capacities", str(own), "--data", str(books)]) == 0
    held = printed(books, capsys, "flow", file, "--per", "year", "--on", "2026-11-24", "--without", "ferry")
    assert held["demand"][0]["met"] == pytest.approx(300_000)
    assert held["bottleneck"]["holds_back"] == ["kars"]
    assert held["one_more"][0]["tonnes"] == pytest.approx(30_000)


def test_a_table_that_cannot_be_used_gets_one_sentence_with_a_code(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for row, code in (
        ("Odesa,Poti,container,-3,TEU,week,", "KORPU-FLOW-002"),
        ("Odesa,Atlantis,container,3,TEU,week,", "KORPU-NET-030"),
        ("", "KORPU-FLOW-001"),
    ):
        capsys.readouterr()
        assert run(["flow", demand(tmp_path, row), "--data", str(books)]) == 3
        told = capsys.readouterr().err.strip()
        assert told.startswith(code)
        assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("scenarios", "Odesa", "Poti", "--workers", "0"), "KORPU-SCENARIO-008"),
        (("scenarios", "Odesa", "Poti", "--plans", "-1"), "KORPU-SCENARIO-009"),
        (("route", "Odesa", "Poti", "--most", "0"), "KORPU-USAGE-002"),
    ],
)
def test_a_number_that_makes_no_sense_gets_one_sentence(
    books: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], code: str
) -> None:
    capsys.readouterr()
    assert run([*asked, "--data", str(books)]) != 0
    told = capsys.readouterr().err.strip()
    assert told.startswith(code)
    assert len(told.splitlines()) == 1


def test_disruptions_are_told_as_documented_and_the_same_wherever_they_run(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("scenarios", "Altynkol", "Poti", "--count", "60", "--on", "2026-11-24")
    here = printed(books, capsys, *asked)
    pooled = printed(books, capsys, *asked, "--at", "pool", "--workers", "2")
    assert here == pooled
    named = tmp_path / "list.csv"
    named.write_text("scenario,closed\nPoti is closed,Poti\nNothing,\nSea,Caspian Sea;Iran;ferry\n", encoding="utf-8")
    told = printed(books, capsys, "scenarios", "Odesa", "Poti", "--list", str(named), "--on", "2026-11-24")
    shown = keys(here) | keys(told)
    assert {k for k in shown if not k.startswith(".excluded[]")} == documented("scenarios")
    pair = here["pairs"][0]
    assert 0 < pair["reliability"] <= 1
    assert pair["usual"] <= pair["p10"] <= pair["p50"]
    assert sum(plan["steadiest"] for plan in pair["plans"]) == 1
    assert here["losses"]
    closed, nothing, _ = (one["costs"][0] for one in told["scenarios"])
    assert closed is None
    assert nothing == told["pairs"][0]["usual"]
