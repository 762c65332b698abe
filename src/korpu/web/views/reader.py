"""The reader: the document with quotes lit, marks in the margin, candidates beside it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korpu.app.attachments import attachment_of
from korpu.app.findings import unwaived
from korpu.app.intake import reading, sources
from korpu.app.originals import extents, original_of
from korpu.app.review import queue
from korpu.drawing import wording
from korpu.statements.reading import Figure
from korpu.web import marks, written
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.papers import glimpse
from korpu.web.request import language, wants_fragment
from korpu.web.shown import about, items, source_row
from korpu.web.tellers import kin
from korpu.web.views.together import SHARES

_AROUND = 140


@require_safe
def show(request: HttpRequest, source: str) -> HttpResponse:
    """Show one source."""
    held = books()
    row = source_row(held, source)
    read = unwaived(held, reading(held, source))
    original = original_of(held, source)
    pages = {start: number for number, (start, end) in enumerate(extents(held, source), 1) if start < end}
    pending = items(held, queue(held, source=source, state=None), read, language())
    words = {
        "source": row,
        "about": about(held, source),
        "reading": read,
        "blocks": marks.blocks(read, pages if original else {}),
        "original": original,
        "kin": kin(held, source, sources(held), language()),
        "erased": not original and bool(pages),
        "pending": pending,
        "settled": {i.index for i in pending if i.state in ("accepted", "rejected")},
        "open_count": sum(i.state == "open" for i in pending),
        "attachment": attachment_of(held, source),
        "already": "already" in request.GET,
        "batch": request.GET.get("batch"),
        "batch_count": request.GET.get("count", ""),
        "shares": SHARES,
    }
    return render(request, "korpu/reader.html", words)


@require_safe
def figure(request: HttpRequest, source: str, index: int) -> HttpResponse:
    """Show the card of a figure as it was read, before anybody made a claim of it."""
    held = books()
    row = source_row(held, source)
    read = reading(held, source)
    if index >= len(read.figures):
        raise Http404
    found = read.figures[index]
    text = read.document.text
    start = max(text.rfind(". ", 0, found.start) + 2 if ". " in text[: found.start] else 0, found.start - _AROUND)
    end = min(found.end + _AROUND, next((at + 1 for at in (text.find(". ", found.end),) if at >= 0), len(text)))
    speaker = next((p.speaker for p in read.passages if p.start <= found.start < p.end), None)
    value = figure_text(found, language())
    words = {
        "source": row,
        "figure": found,
        "text": value,
        "kind": label(found.kind, "figure"),
        "bounds": bounds(found, language()),
        "before": text[start : found.start],
        "after": text[found.end : end],
        "speaker": speaker,
        "citation": f"{found.text} – {row.title or row.id}{', ' + row.published if row.published else ''}",
        "glimpse": glimpse(held, source, ((found.start, found.end),)),
        "fragment": wants_fragment(request),
    }
    return render(request, "korpu/figure_card.html" if wants_fragment(request) else "korpu/figure_page.html", words)


def figure_text(figure: Figure, language: str) -> str:
    """Return the value of a figure in the reader's language."""
    if figure.value is None:
        return figure.text
    if figure.kind == "date":
        return written.time(figure.value, language)
    try:
        number = wording.bounded(figure.value, figure.qualifier, language)
    except ArithmeticError:
        return figure.text
    unit = {"percent": "%", "ratio": "×", "ordinal": "."}.get(figure.kind, figure.unit or "")
    return f"{number}{'' if unit in ('.', '') else chr(160)}{unit}"


def bounds(figure: Figure, language: str) -> str:
    """Return the interval of a figure in words, empty when it is exact."""
    if figure.kind == "date" or (figure.low == figure.value and figure.high == figure.value):
        return ""
    try:
        low = wording.number(figure.low, language) if figure.low is not None else "…"
        high = wording.number(figure.high, language) if figure.high is not None else "…"
    except ArithmeticError:
        return ""
    return f"{low} – {high}" if figure.low is not None or figure.high is not None else ""
