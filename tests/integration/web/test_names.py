"""Names from outside are shown harmless, downloads tell each other apart, and entries carry the name of a person."""

from __future__ import annotations

from email.message import EmailMessage
from urllib.parse import unquote

import pytest

from korpu.app import intake
from korpu.kernel.plain_text import visible

TURNED = "Report \u202e21 fo\u202c 2025"


def test_a_title_cannot_be_turned_round(desk, held) -> None:
    page = desk.post("/sources/add/", {"text": "Norway allocated 12 million US dollars.", "title": TURNED})["Location"]
    shown = desk.get("/sources/").content.decode() + desk.get(page).content.decode()
    assert "\u202e" not in shown
    assert "Report 21 fo 2025" in shown


def test_words_that_turn_others_round_are_seen(desk, held) -> None:
    text = "Norway allocated \u202e21\u202c million US dollars in 2023."
    page = desk.post("/sources/add/", {"text": text})["Location"]
    shown = desk.get(page).content.decode()
    assert "\u202e" not in shown.replace("\u202e", "", 0).split("</article>")[0].split("<article")[1]
    assert "\ufffd" in shown
    source = page.rstrip("/").rsplit("/", 1)[-1]
    assert held.document(source).text.strip() == text
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("../../etc/act.txt", "act.txt"),
        ("C:\\\\acts\\\\act.txt", "act.txt"),
        ("..", None),
        ("act\u202etxt.exe", "acttxt.exe"),
    ],
)
def test_an_attachment_is_called_by_its_name_alone(held, name, title) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Papers", "press@example.org"
    mail.set_content("Norway allocated 3 million US dollars.")
    mail.add_attachment(b"Norway paid 4 million US dollars.", maintype="text", subtype="plain", filename=name)
    (attached,) = intake.add(held, mail.as_bytes(), by="ann").attached
    assert attached.reading.document.title == title


def test_downloads_are_told_apart(desk, added, held) -> None:
    source = added.rstrip("/").rsplit("/", 1)[-1]
    names = [
        unquote(desk.get(url)["Content-Disposition"])
        for url in ("/sources/list.xlsx", "/ledger/list.xlsx", "/findings/list.xlsx", f"{added}candidates.xlsx")
    ]
    assert len(set(names)) == 4
    assert all("korpu " in name and name.rstrip('"').endswith(".xlsx") for name in names)
    assert "Norway allocated" in names[3]
    intake.add(held, b"Norway allocated 5 million US dollars.", title='a/b\\\\c:"d"\r\nX-Evil: 1', by="ann")
    other = next(row.id for row in held.sources() if row.id != source)
    answer = desk.get(f"/sources/{other}/candidates.xlsx")
    assert "X-Evil" not in answer.headers
    assert "a b c d X-Evil 1" in unquote(answer["Content-Disposition"])


def test_entries_carry_the_name_that_a_person_gave(desk, held) -> None:
    for bad in ("", "  ", "x" * 81):
        assert desk.post("/sign-in/name/", {"name": bad}).status_code == 400
    assert desk.post("/sign-in/name/", {"name": " Ms\u202e Koval ", "next": "/sources/"})["Location"] == "/sources/"
    assert "Ms Koval" in desk.get("/sources/").content.decode()
    desk.post("/sources/add/", {"text": "Norway allocated 9 million US dollars."})
    assert [entry.author for entry, _ in held.journal.entries("source")] == ["Ms Koval"]
    assert desk.post("/sign-in/name/", {"name": "Ann", "next": "https://example.org/"})["Location"] == "/"
