"""`korpu check --annotated`: a Word file with the findings as comments, beside the file that was checked."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from .conftest import Korpu

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
