"""The interview pack on paper: a Word file with each question, what was last said, what changed, and room to write."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WORDS = {
    "en": {
        "title": "Interview pack", "last": "Last answer", "asked": "Asked then", "changed": "Since then",
        "nothing": "The books hold no answer to this.", "same": "The books know of no change.",
        "undated": "The last answer has no date, so changes cannot be counted from it.", "today": "The books today",
        "others": "Other statements", "draft": "Draft answer", "missing": "It would take", "no_date": "no date given",
    },
    "uk": {
        "title": "Підготовка до інтерв’ю", "last": "Остання відповідь", "asked": "Тоді запитали", "changed": "Відтоді",
        "nothing": "У книгах немає відповіді на це.", "same": "Змін у книгах немає.",
        "undated": "Остання відповідь без дати, тож зміни рахувати нема звідки.", "today": "Книги сьогодні",
        "others": "Інші заяви", "draft": "Чернетка відповіді", "missing": "Для цього бракує",
        "no_date": "дату не вказано",
    },
    "az": {
        "title": "Müsahibəyə hazırlıq", "last": "Sonuncu cavab", "asked": "Onda soruşulmuşdu",
        "changed": "O vaxtdan bəri",
        "nothing": "Kitablarda buna cavab yoxdur.", "same": "Kitablarda dəyişiklik yoxdur.",
        "undated": "Sonuncu cavabın tarixi yoxdur, dəyişiklikləri saymaq mümkün deyil.", "today": "Kitablar bu gün",
        "others": "Digər bəyanatlar", "draft": "Cavab layihəsi", "missing": "Bunun üçün çatışmır",
        "no_date": "tarix göstərilməyib",
    },
}  # fmt: skip
"""Headings of the pack in each language."""


@dataclass(frozen=True)
class Sheet:
    """One question on paper: every text is ready to be printed; `notes` are comments on ranges of the draft."""

    question: str
    last: str | None
    last_source: str
    asked: str | None
    changes: tuple[str, ...]
    dated: bool
    today: tuple[str, ...]
    missing: tuple[str, ...]
    others: tuple[str, ...]
    draft: str | None
    notes: tuple[tuple[int, int, str], ...] = ()


def interview_docx(sheets: Sequence[Sheet], language: str, day: str) -> bytes:
    """Return the pack as a DOCX: draft answers with their findings as comments, an empty box where there is none."""
    import docx  # noqa: PLC0415 - start-up stays light

    words = WORDS[language]
    document = docx.Document()
    document.core_properties.title = words["title"]
    document.add_heading(words["title"], 0)
    document.add_paragraph(day)
    for number, sheet in enumerate(sheets, 1):
        document.add_heading(_clean(f"{number}. {sheet.question}"), 1)
        _answers(document, sheet, words)
        document.add_heading(words["draft"], 2)
        _draft(document, sheet)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _answers(document: Any, sheet: Sheet, words: dict[str, str]) -> None:
    document.add_heading(words["last"], 2)
    if sheet.last is None:
        document.add_paragraph(words["nothing"])
        _list(document, [f"{words['missing']}: {one}" for one in sheet.missing])
    else:
        if sheet.asked:
            document.add_paragraph(_clean(f"{words['asked']}: {sheet.asked}"))
        document.add_paragraph(_clean(f"“{sheet.last}”"), style="Intense Quote")
        document.add_paragraph(_clean(sheet.last_source))
        document.add_heading(words["changed"], 2)
        if sheet.changes:
            _list(document, sheet.changes)
        else:
            document.add_paragraph(words["same"] if sheet.dated else words["undated"])
    for head, lines in ((words["today"], sheet.today), (words["others"], sheet.others)):
        if lines:
            document.add_heading(head, 2)
            _list(document, lines)


def _list(document: Any, lines: Sequence[str]) -> None:
    for line in lines:
        document.add_paragraph(_clean(line), style="List Bullet")


def _draft(document: Any, sheet: Sheet) -> None:
    """Write the draft with its comments, or a box to write in."""
    if sheet.draft is None:
        box = document.add_table(1, 1)
        box.style = "Table Grid"
        box.cell(0, 0).text = "\n" * 6
        return
    paragraph = document.add_paragraph()
    edges = {edge for start, end, _ in sheet.notes for edge in (start, end)}
    cuts = sorted({0, len(sheet.draft)} | {edge for edge in edges if 0 < edge < len(sheet.draft)})
    runs = [(a, b, paragraph.add_run(_clean(sheet.draft[a:b]))) for a, b in pairwise(cuts)]
    for start, end, text in sheet.notes:
        own = [run for a, b, run in runs if a < end and start < b]
        if own:
            document.add_comment([own[0], own[-1]], _clean(text), "korpu", "k")


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
