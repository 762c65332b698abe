"""The keys that every command prints are those that docs/cli.md documents."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from .conftest import Korpu

DOCS = Path(__file__).resolve().parents[3] / "docs" / "cli.md"


def documented() -> dict[str, Any]:
    blocks = re.findall(r"```json ([^\n]+)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return {name: json.loads(body) for name, body in blocks}


def differences(said: Any, printed: Any, at: str = "") -> list[str]:
    """Name the keys that only one of the two has; {} stands for any mapping or value, null for anything."""
    if isinstance(said, list) and said and isinstance(printed, list):
        return [d for item in printed for d in differences(said[0], item, f"{at}[]")]
    if isinstance(said, dict) and said and isinstance(printed, dict):
        found = [f"{at}.{key} is not documented" for key in printed.keys() - said.keys()]
        found += [f"{at}.{key} is not printed" for key in said.keys() - printed.keys()]
        return found + [
            d for key in said.keys() & printed.keys() for d in differences(said[key], printed[key], f"{at}.{key}")
        ]
    return []


COMMANDS = [
    ("ledger", ["ledger"]),
    ("sources", ["sources"]),
    ("review", ["review", "--state", "all"]),
    ("balance", ["balance", "--by", "track"]),
    ("late", ["late", "--on", "2026-06-01"]),
    ("totals", ["totals"]),
    ("changes", ["changes", "--since", "2024"]),
    ("findings", ["findings"]),
    ("ask", ["ask", "What has been done in Kyiv?"]),
    ("verify", ["verify"]),
]


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_lists_print_what_is_documented(filled: Korpu, name: str, arguments: list[str]) -> None:
    for line in filled.json(*arguments):
        assert differences(documented()[name], line) == []


def test_files_print_what_is_documented(korpu: Korpu, statement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from korpu.cli.main import run

    for name in ("read", "text", "check"):
        run([name, str(statement), "--json"])
        assert differences(documented()[name], json.loads(capsys.readouterr().out)) == []


def test_steps_of_a_review_print_what_is_documented(korpu: Korpu, statement: Path, tmp_path: Path) -> None:
    docs = documented()
    (added,) = korpu.json("add", str(statement), "--published", "2025-05")
    assert differences(docs["add"], added) == []
    keys = [line["key"] for line in korpu.json("review")]
    for line in korpu.json("review", "--proposals", keys[0]):
        assert differences(docs["review --proposals"], line) == []
    (accepted,) = korpu.json("review", "--accept", keys[0])
    (rejected,) = korpu.json("review", "--reject", keys[1], "--reason", "said in passing")
    assert differences(docs["review --accept"], accepted) == []
    assert differences(docs["review --accept"], rejected) == []
    (every,) = korpu.json("review", "--accept-all", "--first-proposal")
    assert differences(docs["review --accept-all"], every) == []
    (record,) = korpu.json("record", accepted["record"])
    assert differences(docs["ledger"] | docs["record"], record) == []
    (note,) = korpu.json(
        "note", "The mayor asks for two transformers.", "--who", "Mayor of Kyiv", "--when", "2025-10-02"
    )
    (claim,) = korpu.json("claim", note["source"], "--quote", "two transformers", "--kind", "need", "--set", "count=2",
                          "--set", "title=Transformers for Kyiv")  # fmt: skip
    assert differences(docs["claim"], claim) == []
    (link,) = korpu.json("link", claim["record"], "part-of", accepted["record"], "--reason", "same school")
    assert differences(docs["link"], link) == []
    assert differences(docs["unlink"], korpu.json("unlink", link["entry"])[0]) == []
    assert differences(docs["backup"], korpu.json("backup", str(tmp_path / "copy"))[0]) == []
    erase = ["erase", note["entry"], "--why", "names", "--approved-by", "officer", "--yes"]
    assert differences(docs["erase"], korpu.json(*erase)[0]) == []
    assert korpu.json("verify")[0]["ok"] is True


@pytest.mark.parametrize(
    ("language", "words"), [("en", "to be part of"), ("uk", "названо частиною"), ("az", "hissəsi kimi")]
)
def test_findings_are_told_in_the_language_asked_for(korpu: Korpu, tmp_path: Path, language: str, words: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(
        "In 2024 Norway paid 3 million euros, of which 5 million euros went to a school in Kyiv.", encoding="utf-8"
    )
    told = " ".join(korpu("check", str(path), "--in", language, code=1).split())
    assert words in told


def test_a_finding_is_waived_listed_and_shown_again(korpu: Korpu, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("In 2024 Norway paid 3 million euros, of which 5 million euros went to a school.", encoding="utf-8")
    korpu("add", str(path), "--published", "2025")
    (row,) = korpu.json("findings")
    done = korpu.json("waive", row["id"], "--reason", "A quotation.", "--by", "Ms Koval")[0]
    assert differences(documented()["waive"], done) == []
    assert korpu.json("check") == []
    (waived,) = korpu.json("check", "--waived")
    assert (waived["waiver"]["by"], waived["waiver"]["reason"]) == ("Ms Koval", "A quotation.")
    assert korpu.json("check", str(path), "--published", "2025")[0]["ok"]
    korpu("waive", row["id"], "--undo")
    assert [one["id"] for one in korpu.json("check", code=1)] == [row["id"]]


def test_a_finding_of_a_file_that_is_in_no_books_can_be_waived(korpu: Korpu, statement: Path, tmp_path: Path) -> None:
    korpu("add", str(statement), "--published", "2025-05")
    path = tmp_path / "draft.txt"
    path.write_text("In 2024 Norway paid 3 million euros, of which 5 million euros went to a school.", encoding="utf-8")
    (row,) = korpu.json("check", str(path), code=1)[0]["findings"]
    korpu("waive", row["id"], str(path), "--reason", "A draft.")
    assert korpu.json("check", str(path))[0] == {"file": str(path), "ok": True, "findings": []}
