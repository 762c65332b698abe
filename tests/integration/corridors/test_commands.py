"""`korpu network` and `korpu route`, with the ledger deciding what is closed."""

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


def keys(said: Any, shown: Any, at: str = "") -> list[str]:
    """Name the keys that only one of the two has; an empty list or mapping stands for anything."""
    if isinstance(said, list) and said and isinstance(shown, list):
        return [d for item in shown for d in keys(said[0], item, f"{at}[]")]
    if isinstance(said, dict) and said and isinstance(shown, dict):
        odd = [f"{at}.{k}" for k in said.keys() ^ shown.keys()]
        return odd + [d for k in said.keys() & shown.keys() for d in keys(said[k], shown[k], f"{at}.{k}")]
    return []


def documented_keys(name: str, told: dict[str, Any]) -> list[str]:
    """Name the keys that are documented for a command and not told, or the other way round."""
    blocks = re.findall(r"```json ([^\n]+)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    said = {title: json.loads(body) for title, body in blocks}
    return keys(said[name], told)


def test_commands_print_what_is_documented(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, arguments in {
        "route": ["route", "Odesa", "Baku", "--on", "2025-05-02"],
        "network build": ["network", "build"],
        "network audit": ["network", "audit"],
    }.items():
        assert documented_keys(name, printed(books, capsys, *arguments)) == []


def test_ferries_stopped_in_the_ledger_change_the_answer_from_that_day_on(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statement = tmp_path / "statement.txt"
    statement.write_text("Ferries stopped on 1 June 2025.\n", encoding="utf-8")
    before = {d: printed(books, capsys, "route", "Odesa", "Baku", "--on", d) for d in ("2025-05-02", "2025-06-02")}
    run(["add", str(statement), "--published", "2025-06-01", "--data", str(books)])
    run(["review", "--accept-all", "--first-proposal", "--data", str(books)])
    after = {d: printed(books, capsys, "route", "Odesa", "Baku", "--on", d) for d in ("2025-05-02", "2025-06-02")}
    assert after["2025-05-02"] == before["2025-05-02"]
    assert after["2025-06-02"]["routes"] != before["2025-06-02"]["routes"]
    told = [e for e in after["2025-06-02"]["excluded"] if e["record"]]
    assert [(e["since"], e["quote"]) for e in told] == [("2025-06-01", "Ferries stopped on 1 June 2025")]
    assert not any(leg["mode"] == "ferry" for one in after["2025-06-02"]["routes"] for leg in one["legs"])


def test_routes_are_drawn_for_a_map_and_say_whose_data_they_carry(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "routes.geojson"
    answer = printed(books, capsys, "route", "Odesa", "Baku", "--geojson", str(file))
    drawn = json.loads(file.read_text(encoding="utf-8"))
    assert drawn["attribution"] == "© OpenStreetMap contributors, ODbL"
    lines = [f for f in drawn["features"] if f["geometry"]["type"] == "LineString"]
    assert len(lines) == sum(len(one["legs"]) for one in answer["routes"])
    lon, lat = lines[0]["geometry"]["coordinates"][0]
    assert (round(lon), round(lat)) == (31, 46)


def test_asking_for_a_way_makes_no_books(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(books, capsys, "route", "Odesa", "Baku")
    assert [p.name for p in books.iterdir()] == ["network"]


def test_a_person_reads_days_dollars_and_what_was_left_out(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["route", "Odesa", "Baku", "--data", str(books)]) == 0
    out = capsys.readouterr().out
    assert "Poti" in out
    assert "not used: Russia" in out
    assert run(["network", "audit", "--data", str(books)]) == 0
    assert "RED" in capsys.readouterr().out


def test_without_the_extra_it_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("korpu.app.routes.NEEDED", {"korpu_has_no_such_module": "scgraph-data"})
    assert run(["route", "Odesa", "Baku", "--data", str(tmp_path)]) == 3
    assert "KORPU-NET-001: Corridors need scgraph-data" in capsys.readouterr().err


def test_a_table_of_ones_own_is_kept_and_a_wrong_one_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("id,name,origin,destination,every_days\nx,X,poti,varna,7\n", encoding="utf-8")
    bad.write_text("id,name,origin,destination,every_days\ny,Y,poti,varna,\n", encoding="utf-8")
    assert printed(tmp_path, capsys, "network", "add", "services", str(good)) == {"kind": "services", "rows": 1}
    assert run(["network", "add", "services", str(bad), "--data", str(tmp_path)]) == 3
    assert "KORPU-NET-010" in capsys.readouterr().err
    assert run(["network", "add", "--data", str(tmp_path)]) == 2
    assert (tmp_path / "network" / "own" / "services.csv").read_text(encoding="utf-8").count("\n") == 2
