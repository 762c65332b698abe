"""The command line as a contract: exit codes, one sentence with a code, nothing loaded that is not needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from korpu.cli.main import run
from korpu.cli.parser import build


def names() -> list[str]:
    choices = next(a.choices for a in build()._actions if a.dest == "command")
    return list(choices or ())


def test_help_lists_every_command_and_no_other_word_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in names())


@pytest.mark.parametrize("name", names())
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert "--json" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["read"],
        ["review", "--accept-all"],
        ["review", "--reject", "c-1"],
        ["claim", "src-1", "--kind", "x"],
    ],
)
def test_wrong_usage_is_one_sentence_and_code_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith("KORPU-USAGE-")
    assert told.count("\n") == 1


def test_a_bad_file_is_one_sentence_and_code_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert run(["read", str(empty)]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "KORPU-INPUT-001: The file is empty.\n"


def test_among_several_files_a_bad_one_keeps_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for path, text in zip(paths, ("In 2024 it paid 5 million euros.", "", "A school was opened."), strict=True):
        path.write_text(text)
    assert run(["read", "--json", *map(str, paths)]) == 3
    told = capsys.readouterr()
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert [line.get("source", {}).get("title") for line in lines] == ["a", None, "c"]
    assert lines[1] == {"file": str(paths[1]), "error": {"code": "KORPU-INPUT-001", "message": "The file is empty."}}
    assert told.err == f"KORPU-INPUT-001: {paths[1]}: The file is empty.\n"


def test_a_wrong_date_is_told_for_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A school was opened.")
    assert run(["read", str(file), "--published", "last May"]) == 3
    assert capsys.readouterr().err.startswith("KORPU-TIME-001: ")


def test_text_prints_what_offsets_count_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffOne\r\ntwo".encode())
    assert run(["text", str(file)]) == 0
    assert capsys.readouterr().out == "One\ntwo\n"


def test_reading_loads_neither_django_nor_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("In 2024 Norway gave 5 million euros to a school in Kyiv.")
    code = (
        "import sys; from korpu.cli.main import run; run(['read', sys.argv[1], '--json']); "
        "heavy = ('django', 'openpyxl', 'babel', 'waitress', 'lxml', 'docx', 'pypdfium2'); "
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert json.loads(done.stdout)["figures"]


def test_python_runs_the_package() -> None:
    done = subprocess.run([sys.executable, "-m", "korpu", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("korpu ")


def test_a_mistake_in_korpu_is_not_the_answer_no(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise ValueError("too many values")

    monkeypatch.setattr("korpu.cli.checking.check_files", broken)
    monkeypatch.delenv("KORPU_DEBUG", raising=False)
    assert run(["check", "some.txt"]) == 70
    said = capsys.readouterr().err
    assert said.startswith("KORPU-CLI-004: ")
    assert "Traceback" not in said
