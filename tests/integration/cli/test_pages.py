"""`korpu page` says where a quote stands and writes the page; every command that shows a quote says its page."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.documents.typeset import as_pdf

from .conftest import Korpu
from .test_contract import differences, documented

QUOTE = "delivered 15 generators to Kharkiv in May 2025"
TEXT = "\n\n".join(f"Village {n} asked for a new roof and thanked all who help." for n in range(120))


def test_the_page_of_a_quote(korpu: Korpu, tmp_path: Path) -> None:
    path, picture = tmp_path / "aid.pdf", tmp_path / "page.png"
    path.write_bytes(as_pdf(f"{TEXT}\n\nThe embassy {QUOTE}."))
    (added,) = korpu.json("add", str(path), "--published", "2025-06")
    source = added["source"]
    (found,) = korpu.json(
        "page", source, "--quote", QUOTE.replace(" generators", "  generators"), "--out", str(picture)
    )
    assert differences(documented()["page"], found) == []
    assert (found["page"], found["quote"]) == (found["pages"], QUOTE)
    assert found["pages"] > 1
    assert picture.read_bytes().startswith(b"\x89PNG")
    start, end = found["ranges"][0]
    assert korpu.json("page", source, "--range", f"{start}:{end}")[0]["boxes"] == found["boxes"]
    assert korpu.json("page", source, "--number", "1")[0]["boxes"] == []
    korpu("review", "--accept-all", "--first-proposal")
    records = [r for r in korpu.json("ledger") if "generators" in json.dumps(r)]
    (record,) = korpu.json("record", records[0]["id"])
    assert set(record["pages"].values()) == {found["page"]}
    assert f"page {found['page']}," in korpu("record", records[0]["id"])


def test_what_cannot_be_shown_is_said_in_a_sentence(korpu: Korpu, statement: Path, tmp_path: Path) -> None:
    path = tmp_path / "aid.pdf"
    path.write_bytes(as_pdf(f"The embassy {QUOTE}."))
    (text,), (pdf,) = korpu.json("add", str(statement)), korpu.json("add", str(path))
    korpu("page", text["source"], "--range", "0:10", code=3)
    korpu("page", pdf["source"], "--quote", "delivered 16 generators", code=3)
    korpu("page", pdf["source"], "--number", "9", code=3)
    for wrong in ("ten", "5:2", "5:5", "5:²"):
        korpu("page", pdf["source"], "--range", wrong, code=2)
    korpu("page", pdf["source"], code=2)
