"""`korpu check --annotated`: a Word file with the findings as comments, beside the file that was checked."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from .conftest import Korpu
from .test_contract import differences, documented

SLIP = "In 2024 Norway paid 3 million euros, of which 5 million euros went to a school in Kyiv.\n"


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(SLIP, encoding="utf-8")
    return path


def test_a_copy_with_comments_is_written_and_nothing_goes_into_the_books(korpu: Korpu, slip: Path) -> None:
    target = slip.with_name("checked.docx")
    korpu("check", str(slip), "--annotated", str(target), "--in", "uk", code=1)
    document = docx.Document(str(target))
    assert [p.text for p in document.paragraphs] == [SLIP.strip()]
    (comment,) = document.comments
    assert comment.text.startswith("Помилка: ")
    assert not korpu.folder.exists()


def test_a_word_file_is_never_written_over(korpu: Korpu, tmp_path: Path) -> None:
    own = tmp_path / "draft.docx"
    document = docx.Document()
    document.add_paragraph(SLIP)
    document.save(str(own))
    before = own.read_bytes()
    korpu("check", str(own), "--annotated", str(own), code=2)
    assert own.read_bytes() == before
    target = tmp_path / "checked.docx"
    korpu("check", str(own), "--annotated", str(target), code=1)
    assert len(list(docx.Document(str(target)).comments)) == 1


def test_one_file_at_a_time_and_only_to_a_word_file(korpu: Korpu, slip: Path) -> None:
    korpu("check", str(slip), str(slip), "--annotated", "out.docx", code=2)
    korpu("check", str(slip), "--annotated", "out.pdf", code=2)


def test_a_line_is_cleared_listed_compared_with_and_withdrawn(korpu: Korpu, tmp_path: Path) -> None:
    docs = documented()
    wording = "In February 2025 Norway allocated 3 million euros for electrical equipment for Ukraine."
    (added,) = korpu.json(
        "line", "add", "--topic", "Energy", "--en", wording, "--cleared-by", "Ms Koval", "--on", "2025-03"
    )
    assert differences(docs["line add"], added) == []
    (row,) = korpu.json("line", "list")
    assert differences(docs["line list"], row) == []
    assert [f["value"] for f in row["figures"]["en"]] == ["2025-02", "3000000"]
    draft = tmp_path / "draft.txt"
    draft.write_text(wording.replace("3 million", "5 million"), encoding="utf-8")
    (checked,) = korpu.json("check", str(draft), code=1)
    (finding,) = [f for f in checked["findings"] if f["check"] == "cleared_figure"]
    assert finding["proposal"]["text"] == "3 million euros"
    assert finding["inputs"][0]["quote"] == wording
    assert "in force" in korpu("line", "list")
    assert "expired" not in korpu("line", "list", "--on", "2025-04")
    (gone,) = korpu.json("line", "withdraw", added["line"], "--reason", "Over.")
    assert differences(docs["line withdraw"], gone) == []
    assert korpu.json("line", "list") == []
    korpu("line", "withdraw", code=2)
    korpu("line", "add", "--topic", "Energy", code=3)


def test_a_pack_prints_what_is_documented_and_writes_a_word_file(filled: Korpu, tmp_path: Path) -> None:
    asked = tmp_path / "questions.txt"
    asked.write_text(
        "1. What has been done in Kyiv?\nDraft: Of 3 million euros, 5 million euros went to a school.\n\n"
        "2. What about Nairobi?\n",
        encoding="utf-8",
    )
    target = tmp_path / "pack.docx"
    known, unknown = filled.json("pack", str(asked), "--since", "2025-06", "--docx", str(target), "--in", "en")
    for row in (known, unknown):
        assert differences(documented()["pack"], {**row, "findings": []}) == []
    assert "school" in known["last"]["quote"]
    assert [f["check"] for f in known["findings"]] == ["part_exceeds_whole"]
    assert unknown["last"] is None
    assert unknown["missing"]
    assert len(list(docx.Document(str(target)).comments)) == 1
    assert "The books hold no answer" in filled("pack", str(asked))
    asked.write_text("", encoding="utf-8")
    filled("pack", str(asked), code=3)
