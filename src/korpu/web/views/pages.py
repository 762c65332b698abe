"""A page of a PDF with the words of a quote marked on it, and the picture of the page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korpu.app.intake import reading
from korpu.app.originals import extents
from korpu.app.pages import find, number_at, sheet
from korpu.app.pages import picture as picture_of
from korpu.kernel.errors import InputError, NotFoundError
from korpu.web.books import books
from korpu.web.papers import address, drawn, ranges_in
from korpu.web.shown import source_row


@require_safe
def show(request: HttpRequest, source: str, number: int) -> HttpResponse:
    """Show a page; `at` names the words to mark by their offsets, `quote` asks for words as they are quoted."""
    held = books()
    row = source_row(held, source)
    quote = request.GET.get("quote", "").strip()
    ranges, missing = ranges_in(request.GET.get("at", "")), False
    if quote:
        try:
            ranges = find(held, source, quote)
            number = number_at(extents(held, source), ranges) or number
        except InputError:
            missing = True
    text = held.document(source).text
    ranges = tuple((start, min(end, len(text))) for start, end in ranges if start < len(text))
    found = sheet(held, source, number, ranges)
    first, last = extents(held, source)[number - 1]
    words = {
        "source": row,
        "sheet": found,
        "drawn": drawn(found),
        "missing": missing,
        "quote": quote,
        "quoted": " … ".join(" ".join(text[start:end].split()) for start, end in ranges),
        "words": text[first:last] if not found.original.kept and not found.lines else "",
        "language": reading(held, source).language,
        "goes_on": any(start < last < end for start, end in ranges),
        "before": address(source, number - 1, ranges) if number > 1 else "",
        "after": address(source, number + 1, ranges) if number < found.original.pages else "",
    }
    return render(request, "korpu/page.html", words)


@require_safe
def picture(request: HttpRequest, source: str, number: int) -> HttpResponse:
    """Return a page as a picture; browsers are told to keep none, so that what is erased is gone."""
    try:
        raw = picture_of(books(), source, number)
    except NotFoundError as error:
        raise Http404 from error
    answer = HttpResponse(raw, content_type="image/png")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
