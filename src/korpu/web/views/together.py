"""Accepting together what is likely right, and taking it back at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from korpu.app.bulk import Chosen, accept_all, undo_batch
from korpu.kernel.errors import InputError
from korpu.web.books import books
from korpu.web.request import who
from korpu.web.shown import source_row

SHARES = ("0.9", "0.8", "0.7")
"""How likely right a candidate must be to be accepted with others, offered to the reviewer."""


@require_POST
def accept(request: HttpRequest, source: str) -> HttpResponse:
    """Accept the likely candidates of a source by their first proposals, then show the source with a way back."""
    held = books()
    row = source_row(held, source)
    share = request.POST.get("at_least", "")
    if share not in SHARES:
        raise InputError("KORPU-WEB-003", "Choose how likely right a candidate must be.")
    done = accept_all(held, source=row.id, only=Chosen(at_least=float(share)), by=who(request))
    back = f"?batch={done.batch}&count={done.entries}" if done.batch else "?batch=&count=0"
    return redirect(reverse("sources:read", args=[source]) + back)


@require_POST
def undo(request: HttpRequest, source: str) -> HttpResponse:
    """Take a batch back."""
    undo_batch(books(), request.POST.get("batch", ""), by=who(request))
    return redirect(reverse("sources:read", args=[source]))
