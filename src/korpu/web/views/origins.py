"""Saying that two sources are one text, or that one stands by itself, with a reason."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from korpu.app.origins import part, tie
from korpu.web.books import books
from korpu.web.request import who


@require_POST
def act(request: HttpRequest, source: str, act: str) -> HttpResponse:
    """Part a source from others or tie it to one, then go back to it."""
    other = request.POST.get("other", "").strip()
    reason = request.POST.get("reason", "")
    if act == "part":
        part(books(), source, other or None, reason=reason, by=who(request))
    elif act == "tie" and other:
        tie(books(), source, other, reason=reason, by=who(request))
    else:
        raise Http404
    return redirect(f"{reverse('sources:read', args=[source])}#origin")
