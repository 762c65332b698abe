"""Type-ahead: records found by a few letters of their names."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from korpu.app.records import suggest
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.request import language


@require_safe
def records(request: HttpRequest) -> JsonResponse:
    """Return the likeliest records for what was typed."""
    typed = request.GET.get("q", "").strip()
    spoken = language()
    hits = suggest(books(), typed) if typed else []
    found = [
        {
            "id": hit.id,
            "kind": hit.kind,
            "title": hit.title.get(spoken) or hit.title.get("en") or next(iter(hit.title.values()), hit.id),
            "about": " · ".join(
                part for part in (label(hit.kind, "kind"), hit.place or "", label(hit.stage, "stage")) if part
            ),
        }
        for hit in hits
    ]
    return JsonResponse({"hits": found})
