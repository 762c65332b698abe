"""Files that cannot be used: one sentence, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from korpu.cli.main import run

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "utf16.txt": "In 2024 it paid 5 million euros.".encode("utf-16-le"),
    "sheet.xlsx": b"PK\x03\x04" + b"\0" * 100,
}


@pytest.mark.parametrize("name", [*BAD, "missing.txt", "folder", "huge.txt"])
@pytest.mark.parametrize("command", ["read", "add", "check", "text"])
def test_a_file_that_cannot_be_used(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, books = tmp_path / name, tmp_path / "books"
    if name in BAD:
        path.write_bytes(BAD[name])
    elif name == "folder":
        path.mkdir()
    elif name == "huge.txt":
        with path.open("wb") as file:
            file.truncate(200 * 1024 * 1024)
    data = ["--data", str(books)] if command == "add" else []
    assert run([command, str(path), *data]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("KORPU-INPUT-")
    assert told.err.count("\n") == 1
    assert not books.exists()


@pytest.mark.parametrize("seconds", ["-5", "0", "nan", "inf", "soon"])
def test_a_folder_is_not_watched_at_impossible_times(
    seconds: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["watch", str(tmp_path), f"--every={seconds}", "--data", str(tmp_path / "books")]) == 2
    assert "is no number of seconds" in capsys.readouterr().err
