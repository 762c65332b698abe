"""Photographs and signed acts: the form that keeps one, and the file itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from korpu.app.attachments import attach, bytes_of
from korpu.kernel.errors import InputError, KorpuError, NotFoundError
from korpu.web.books import books
from korpu.web.request import who


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep the file and open its source."""
    form = {name: request.POST.get(name, "").strip() for name in ("says", "place", "when")}
    if request.method != "POST":
        return render(request, "korpu/attach.html", {"form": form})
    file = request.FILES.get("file")
    try:
        if file is None:
            raise InputError("KORPU-WEB-004", "Choose the photograph or the act.")
        added = attach(
            books(), file.read(), name=file.name or "attachment", says=form["says"], place=form["place"] or None,
            when=form["when"] or None, by=who(request),
        )  # fmt: skip
    except KorpuError as error:
        return render(request, "korpu/attach.html", {"form": form, "problem": error}, status=400)
    return redirect(reverse("sources:read", args=[added.source]))


@require_safe
def file(request: HttpRequest, source: str) -> HttpResponse:
    """Return the file of a source; a browser shows it and never guesses another kind for it."""
    try:
        found, raw = bytes_of(books(), source)
    except NotFoundError as error:
        raise Http404 from error
    answer = HttpResponse(raw, content_type=found.media)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Disposition"] = "inline" if found.media.startswith("image/") else "attachment"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
