"""Adding a source: text with its date and address in one box, a file, or a note for file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from korpu.app.intake import add
from korpu.app.intake import note as keep_note
from korpu.documents import LoadedDocument, load
from korpu.kernel.errors import InputError, KorpuError
from korpu.web.books import books
from korpu.web.request import who

KINDS = ("statement", "decree", "press", "digest", "register")
LANGUAGES = ("en", "uk", "az", "ru")


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the form, or take the source in and open it; the same words lead to the same source."""
    form = {name: request.POST.get(name, "").strip() for name in ("title", "published", "url", "kind", "language")}
    form["kind"] = form["kind"] if form["kind"] in KINDS else "statement"
    words: dict[str, Any] = {"form": form, "kinds": KINDS, "text_languages": LANGUAGES}
    if request.method != "POST":
        return render(request, "korpu/paste.html", words)
    file = request.FILES.get("file")
    form["text"] = request.POST.get("text", "")
    try:
        if form["url"] and not form["url"].startswith(("https://", "http://")):
            raise InputError("KORPU-WEB-001", "A web address begins with https:// or http://.")
        document: LoadedDocument
        if file is not None and not form["text"].strip():
            document = load(file.read(), filename=file.name)
            title = form["title"] or document.title or file.name
        else:
            document = load(form["text"].encode())
            title = form["title"] or document.title or title_of(document.text)
        added = add(
            books(), document, published=form["published"] or None, title=title, url=form["url"] or None,
            language=form["language"] or None, kind=form["kind"], by=who(request),
        )  # fmt: skip
    except KorpuError as error:
        return render(request, "korpu/paste.html", words | {"problem": error}, status=400)
    target = reverse("sources:read", args=[added.source])
    return redirect(f"{target}?already=1" if added.already else target)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest) -> HttpResponse:
    """Show the form for a note for file, or keep the note and open it."""
    form = {name: request.POST.get(name, "").strip() for name in ("who", "whom", "when", "text")}
    if request.method != "POST":
        return render(request, "korpu/note.html", {"form": form})
    try:
        added = keep_note(
            books(),
            form["text"],
            who=form["who"],
            whom=form["whom"] or None,
            when=form["when"] or None,
            by=who(request),
        )
    except KorpuError as error:
        return render(request, "korpu/note.html", {"form": form, "problem": error}, status=400)
    target = reverse("sources:read", args=[added.source])
    return redirect(f"{target}?already=1" if added.already else target)


def title_of(text: str) -> str | None:
    """Return the first line of words as a title when nobody gave one."""
    first = next((line.strip(" -–—\t,;:") for line in text.splitlines() if any(c.isalnum() for c in line)), "")
    return (first if len(first) <= 80 else first[:80].rsplit(" ", 1)[0] + " …") or None
