"""A claim made by hand: select words, press n, check the prefilled form, save with Enter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from korpu.app.claims import claim, prefill
from korpu.app.intake import reading
from korpu.app.records import record as record_of
from korpu.app.review import undo as withdraw
from korpu.kernel.errors import InputError
from korpu.kernel.finding import Range
from korpu.web.books import books
from korpu.web.fields import fields, filled
from korpu.web.request import language, safe_next, wants_fragment, who
from korpu.web.shown import source_row


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, source: str) -> HttpResponse:
    """Show the form for the selected words, or write the claim."""
    held = books()
    row = source_row(held, source)
    text = reading(held, source).document.text
    asked = request.POST if request.method == "POST" else request.GET
    ranges = _trimmed(_ranges(asked.get("ranges", "")), text)
    if request.method == "POST":
        record = request.POST.get("record", "").strip() or None
        given = filled(request.POST)
        kind = given.pop("kind", "initiative")
        if record:
            given.pop("title", None)
        entry = claim(held, source, ranges, kind=kind, record=record, properties=given, by=who(request))
        saved = (held.journal.payload(entry) or {}).get("record", record)
        if wants_fragment(request):
            words = {"source": row, "entry": entry, "record": record_of(held, str(saved))}
            return render(request, "korpu/claim_saved.html", words)
        return redirect("ledger:record", str(saved))
    candidate = prefill(held, source, ranges)
    words = {
        "source": row,
        "candidate": candidate,
        "ranges": ",".join(f"{a}-{b}" for a, b in ranges),
        "title": candidate.title or candidate.name or "",
        "fields": fields(candidate, "claim", without=("title",)),
        "language": language(),
        "fragment": wants_fragment(request),
    }
    return render(request, "korpu/claim_form.html" if wants_fragment(request) else "korpu/claim_page.html", words)


@require_POST
def undo(request: HttpRequest, entry: str) -> HttpResponse:
    """Take an entry back and return to the page that asked."""
    withdraw(books(), entry, by=who(request))
    return redirect(safe_next(request, reverse("ledger:list")))


def _ranges(text: str) -> list[Range]:
    try:
        pairs = [part.split("-") for part in text.split(",") if part]
        return [(int(start), int(end)) for start, end in pairs]
    except ValueError as error:
        raise InputError("KORPU-CLAIM-001", "Select some words of the source first.") from error


def _trimmed(ranges: list[Range], text: str) -> list[Range]:
    """Leave out the spaces that a selection by hand takes along at its ends."""
    out = []
    for start, end in ranges:
        if not 0 <= start < end <= len(text):
            return ranges
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        out.append((first, first + len(words.strip())))
    return [(start, end) for start, end in out if start < end]
