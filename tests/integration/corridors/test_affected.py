"""`korpu affected`: what a closure does to what the ledger has still to move."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from korpu.cli.main import run

from .test_commands import documented_keys, printed

SAID = "Azerbaijan has allocated 50 transformers to Ukraine in February 2025. A school was opened in Irpin in 2024.\n"


@pytest.fixture
def books(folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(folder / "network", tmp_path / "books" / "network")
    return tmp_path / "books"


@pytest.fixture
def filled(books: Path, tmp_path: Path) -> Path:
    tell(books, tmp_path, SAID, "2025-03-01")
    return books


def tell(books: Path, folder: Path, said: str, published: str) -> None:
    statement = folder / f"{published}.txt"
    statement.write_text(said, encoding="utf-8")
    assert run(["add", str(statement), "--published", published, "--data", str(books)]) == 0
    assert run(["review", "--accept-all", "--first-proposal", "--data", str(books)]) == 0


def test_a_port_that_closes_moves_a_shipment_to_another(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(filled, capsys, "affected", "Poti", "Batumi", "--on", "2025-06-02")
    assert documented_keys("affected", said) == []
    (hit,) = said["hit"]
    assert (hit["giver"], hit["from"], hit["to"]) == ("Azerbaijan", "Baku", "Kyiv")
    assert {one["what"] for one in hit["closed"]} <= {"Poti", "Batumi"}
    assert {"Poti", "Batumi"} & {leg["to"] for leg in hit["before"]["legs"]}
    assert not {"Poti", "Batumi"} & {leg["to"] for leg in hit["after"]["legs"]}
    for name, more in hit["difference"].items():
        assert more == pytest.approx(hit["after"][name] - hit["before"][name], abs=0.2)


def test_a_closure_in_the_ledger_is_asked_between_two_days(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--since", "2025-05-02", "--on", "2025-06-02")
    (way,) = printed(filled, capsys, "affected", *days)["spared"]
    port = way["plan"]["legs"][0]["to"]
    tell(filled, tmp_path, f"The port of {port} was closed on 1 June 2025.\n", "2025-06-01")
    said = printed(filled, capsys, "affected", *days)
    (hit,) = said["hit"]
    assert [one["quote"] for one in hit["closed"]] == [f"The port of {port} was closed on 1 June 2025"]
    assert hit["closed"][0]["record"]
    assert printed(filled, capsys, "affected", "--since", "2025-05-02", "--on", "2025-05-20")["hit"] == []


def test_a_person_reads_what_is_hit_and_what_is_not_placed(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell(filled, filled, "Norway has pledged 5 ambulances to Ukraine in April 2025.\n", "2025-04-02")
    capsys.readouterr()
    assert run(["affected", "sea", "--on", "2025-06-02", "--data", str(filled)]) == 0
    out = capsys.readouterr().out
    assert "1 hit" in out
    assert "closed: sea" in out
    assert "not placed" in out
    assert "Norway" in out


def test_without_books_there_is_nothing_to_hit_and_none_are_made(
    books: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = printed(books, capsys, "affected", "Poti")
    assert (said["hit"], said["spared"], said["not_placed"]) == ([], [], [])
    assert [p.name for p in books.iterdir()] == ["network"]
    assert run(["affected", "Atlantis", "--data", str(books)]) == 3
    assert "KORPU-NET-031" in capsys.readouterr().err
