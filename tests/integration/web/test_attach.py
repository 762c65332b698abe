"""Keeping a photograph on the page, seeing it beside its words, and being told what is missing."""

from __future__ import annotations

from io import BytesIO

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 200


def test_a_photograph_is_shown_beside_its_words(desk):
    file = BytesIO(PICTURE)
    file.name = "roof.png"
    form = {"file": file, "says": "Norway gave 1 million US dollars.", "place": "Irpin", "when": "2025-04-23"}
    source = desk.post("/sources/attach/", form)["Location"]
    shown = desk.get(source).content.decode()
    assert f'<img src="{source}file/"' in shown and "23 April 2025" in shown
    answer = desk.get(f"{source}file/")
    assert (answer.content, answer["Content-Type"]) == (PICTURE, "image/png")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_without_a_file_nothing_is_kept(desk, held):
    answer = desk.post("/sources/attach/", {"says": "The roof."})
    assert answer.status_code == 400
    assert "The roof." in answer.content.decode()
    assert held.sources() == []
    assert desk.get("/sources/src-1/file/").status_code == 404
