"""False claims on the command line: opened, refuted, closed, handed to another register and taken in there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Korpu
from .test_contract import differences, documented

WORDS = "Норвегія нічого не збудувала в Києві"
CLIPPING = f"Новини дня\n\nDaily X пише: «{WORDS}».\n"


@pytest.fixture
def clipping(tmp_path: Path) -> Path:
    path = tmp_path / "clipping.txt"
    path.write_text(CLIPPING, encoding="utf-8")
    return path


@pytest.fixture
def case(filled: Any, korpu: Korpu, clipping: Path) -> dict[str, Any]:
    korpu(
        "outlet", "add", "Daily X", "--country", "RU", "--kind", "website", "--status", "sanctioned",
        "--according-to", "A decision", "--status-date", "2022-03-01", "--practice", "no corrections",
        "--contact", "desk@dailyx.example", "--url", "https://dailyx.example",
    )  # fmt: skip
    (opened,) = korpu.json(
        "incident", "add", str(clipping), "--words", WORDS, "--title", "Nothing was built", "--outlet", "daily x",
        "--seen", "2025-06-02", "--url", "https://dailyx.example/1", "--narrative", "Promises are not kept",
        "--topic", "recovery", "--technique", "t0023",
    )  # fmt: skip
    return opened


def school(korpu: Korpu) -> str:
    return str(next(r["id"] for r in korpu.json("ledger") if r["stage"] == "opened"))


def test_a_case_is_opened_on_the_words_of_its_clipping(korpu: Korpu, case: dict[str, Any]) -> None:
    assert differences(documented()["incident"] | {"refuted_by": []}, case) == []
    assert (case["status"], case["language"], case["words"]) == ("open", "uk", WORDS)
    assert case["seen"] == [{"outlet": "Daily X", "url": "https://dailyx.example/1", "date": "2025-06-02"}]
    assert [t["id"] for t in case["techniques"]] == ["T0023"]
    (outlet,) = korpu.json("outlet", "list")
    assert differences(documented()["outlet"], outlet) == []
    (record,) = [r for r in korpu.json("ledger", "--kind", "incident") if r["id"] == case["id"]]
    assert record["title"] == {"en": "Nothing was built"}
    korpu("verify")


def test_nothing_in_a_false_claim_waits_for_review_as_news(korpu: Korpu, case: dict[str, Any]) -> None:
    assert korpu.json("review") == []
    korpu("incident", "add", "--words", "Norway delivered 500 tanks to Ukraine.", "--outlet", "Channel Y")
    assert korpu.json("review") == []
    assert not [r for r in korpu.json("ledger", "--text", "tanks") if r["kind"] != "incident"]


def test_it_is_refuted_with_the_words_of_a_record_and_closed(korpu: Korpu, case: dict[str, Any]) -> None:
    (refuted,) = korpu.json("incident", "refute", case["id"], "--record", school(korpu), "--reason", "It was opened.")
    assert differences(documented()["incident"], refuted) == []
    assert refuted["status"] == "refuted"
    (words,) = refuted["refuted_by"]
    assert "school was" in words["quote"].replace("\n", " ")
    assert (words["title"], words["date"], words["reason"]) == ("statement", "2025-05", "It was opened.")
    (again,) = korpu.json("incident", "seen", case["id"], "--outlet", "Channel Y", "--seen", "2025-06-03")
    assert [s["outlet"] for s in again["seen"]] == ["Daily X", "Channel Y"]
    (closed,) = korpu.json("incident", "close", case["id"], "--reason", "Corrected by the outlet.")
    assert closed["status"] == "closed"
    assert korpu.json("incident", "list", "--status", "open") == []
    entry = korpu.json("record", case["id"])[0]["history"][-1]["entry"]
    korpu("review", "--undo", entry)
    assert korpu.json("incident", "show", case["id"])[0]["status"] == "refuted"


@pytest.mark.parametrize("standard", ["stix", "claimreview"])
def test_two_registers_exchange_a_case(
    korpu: Korpu, case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], standard: str
) -> None:
    korpu("incident", "refute", case["id"], "--record", school(korpu), "--reason", "It was opened.")
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    (done,) = korpu.json("export", "--to", standard, "--out", str(ours))
    assert differences(documented()["export"] | ({"losses": []} if standard == "stix" else {}), done) == []
    assert bool(done["losses"]) == (standard == "claimreview")
    first = ours.read_bytes()
    korpu("export", "--to", standard, "--out", str(ours))
    assert ours.read_bytes() == first

    other = Korpu(tmp_path / "capital", capsys)
    (taken,) = other.json("import", str(ours))
    assert differences(documented()["import"], taken) == []
    assert other.json("ledger") == []
    before = other.json("sources")
    assert [c["already"] for c in other.json("import", str(ours))[0]["cases"]] == [True]
    assert other.json("sources") == before
    assert [s["kind"] for s in before] == ["register"]
    waiting = other.json("review")
    other("review", "--accept-all", "--first-proposal")
    assert other.json("review") == waiting
    for row in waiting:
        other("review", "--accept", row["key"])
    (there,) = other.json("incident", "list")
    assert (there["uid"], there["words"], there["status"]) == (case["uid"], WORDS, "refuted")
    other("export", "--to", standard, "--out", str(theirs))
    assert theirs.read_bytes() == first
    rebuilt(other.folder)
    assert other.json("incident", "list") == [there]
    assert [c["already"] for c in korpu.json("import", str(theirs))[0]["cases"]] == [True]
    other("verify")


@pytest.mark.parametrize("order", [("stix", "claimreview"), ("claimreview", "stix")])
def test_one_case_in_two_formats_is_one_thing_to_review(
    korpu: Korpu, case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str], order: tuple[str, str]
) -> None:
    korpu("incident", "refute", case["id"], "--record", school(korpu), "--reason", "It was opened.")
    other = Korpu(tmp_path / "capital", capsys)
    for standard in order:
        file = tmp_path / f"{standard}.json"
        korpu("export", "--to", standard, "--out", str(file))
        other("import", str(file))
    cases = [row for row in other.json("review") if row["candidate"]["kind"] == "incident"]
    assert len(cases) == 1
    assert "technique" in cases[0]["candidate"]["quote"] or not case.get("techniques")
    for row in other.json("review"):
        other("review", "--accept", row["key"])
    (there,) = other.json("incident", "list")
    assert there["uid"] == case["uid"]
    if len(other.json("sources")) > 1:
        (text,) = other.json("origin")
        assert len(text["prints"]) == 1
    other("verify")


def rebuilt(folder: Path) -> None:
    from korpu.app.books import open_books
    from korpu.app.custody import rebuild

    with open_books(folder) as books:
        rebuild(books)


def test_a_newer_version_of_a_case_goes_to_the_same_record(
    korpu: Korpu, case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    other = Korpu(tmp_path / "capital", capsys)
    for step in range(2):
        korpu("export", "--to", "stix", "--out", str(file))
        other("import", str(file))
        for row in other.json("review"):
            other("review", "--accept", row["key"])
        if step == 0:
            korpu("incident", "refute", case["id"], "--record", school(korpu))
    (there,) = other.json("incident", "list")
    assert (there["status"], len(there["refuted_by"]), len(there["seen"])) == ("refuted", 1, 1)
    assert len(other.json("outlet", "list")) == 1


def test_an_erasure_leaves_nothing_of_an_imported_case(
    korpu: Korpu, case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    korpu("export", "--to", "stix", "--out", str(file))
    other = Korpu(tmp_path / "capital", capsys)
    other("import", str(file))
    entry = next(
        other.json("review", "--accept", row["key"])[0]["entry"]
        for row in other.json("review")
        if row["candidate"]["kind"] == "incident"
    )
    other("erase", entry, "--why", "wrong", "--approved-by", "Head", "--yes")
    other("verify")
    assert other.json("incident", "list") == []
    assert other.json("review") == []
    assert WORDS.encode() not in b"".join(path.read_bytes() for path in other.folder.glob("korpu.sqlite3*"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["incident", "show", "rec-0"], "KORPU-INCIDENT-002"),
        (["incident", "add", "--words", "x y", "--outlet", "Z", "--technique", "T9"], "KORPU-INCIDENT-004"),
        (["incident", "add", "--words", "x y"], "KORPU-INCIDENT-005"),
        (["incident", "add", "--words", "x y", "--outlet", "Z", "--seen", "May"], "KORPU-TIME-001"),
        (["incident", "add", "{clipping}", "--words", "other words", "--outlet", "Z"], "KORPU-EVIDENCE-001"),
        (["incident", "add", "{clipping}", "--words", WORDS, "--outlet", "Z"], "KORPU-INCIDENT-006"),
        (["incident", "refute", "{id}", "--record", "rec-0"], "KORPU-LEDGER-002"),
        (["incident", "refute", "{id}", "--record", "{id}"], "KORPU-INCIDENT-007"),
        (["incident", "close", "{id}"], "KORPU-INCIDENT-008"),
        (["outlet", "add", "Z", "--country", "Russia"], "KORPU-OUTLET-001"),
        (["outlet", "add", "Z", "--status", "independent"], "KORPU-OUTLET-002"),
        (["outlet", "add", " "], "KORPU-OUTLET-003"),
        (["outlet", "add", "Daily X"], "KORPU-OUTLET-004"),
        (["export", "--to", "stix", "rec-0"], "KORPU-INCIDENT-002"),
        (["import", "{clipping}"], "KORPU-EXCHANGE-002"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    korpu: Korpu, case: dict[str, Any], clipping: Path, arguments: list[str], code: str
) -> None:
    from korpu.cli.main import run

    given = [a.format(id=case["id"], clipping=clipping) if "{" in a else a for a in arguments]
    before = korpu("sources", "--json")
    assert run([*given, "--data", str(korpu.folder)]) == 3
    assert korpu.capture.readouterr().err.startswith(code)
    assert korpu("sources", "--json") == before


def test_a_file_is_held_to_the_rules_of_its_format(korpu: Korpu, case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    korpu("export", "--to", "stix", "--out", str(file))
    said = validated(korpu, str(file), code=0)
    assert (said["standard"], said["valid"], said["errors"]) == ("stix", True, [])
    file.write_text(file.read_text(encoding="utf-8").replace('"number_observed": 1', '"number_observed": 0'))
    said = validated(korpu, str(file), code=1)
    assert differences(documented()["validate"], said) == []
    assert [e["rule"] for e in said["errors"]] == ["value"]
    assert not validated(korpu, str(file), "--standard", "claimreview", code=1)["valid"]


def validated(korpu: Korpu, *arguments: str, code: int) -> dict[str, Any]:
    from korpu.cli.main import run

    korpu.capture.readouterr()
    assert run(["validate", *arguments, "--json"]) == code
    said: dict[str, Any] = json.loads(korpu.capture.readouterr().out)
    return said


def test_what_a_person_corrects_of_an_imported_case_counts(
    korpu: Korpu, case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    korpu("export", "--to", "stix", "--out", str(file))
    other = Korpu(tmp_path / "capital", capsys)
    other("import", str(file))
    key = next(r["key"] for r in other.json("review") if r["candidate"]["kind"] == "incident")
    other("review", "--accept", key, "--set", "title=Our own title", "--set", "place=Kyiv")
    (there,) = other.json("incident", "list")
    assert there["words"] == WORDS
    (record,) = other.json("ledger", "--kind", "incident")
    assert "Our own title" in record["title"].values()
    assert record["place"] == "Kyiv"


def test_a_hostile_file_leaves_no_trace(korpu: Korpu, tmp_path: Path) -> None:
    for content in (
        b"[" * 50_000,
        b'{"type": "bundle", "id": "x", "objects": []}',
        json.dumps({"@type": "X"}).encode(),
    ):
        file = tmp_path / "hostile.json"
        file.write_bytes(content)
        korpu("import", str(file), code=3)
    assert korpu.json("sources") == []
