"""The gate: no page but sign-in opens without a session; a fragment asked for without one is refused."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from korpu.web.request import wants_fragment, who

_OPEN = ("signin:ask", "signin:enter", "language")


class SignedIn:
    """Lets a request through when its session says who it is, or when it is on its way to sign in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request; pages hold the ledger, so they are never kept in a shared cache."""
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store")
        return response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponseBase | None:
        """Refuse or redirect a request that nobody has signed in for."""
        match = request.resolver_match
        if who(request) or (match is not None and match.view_name in _OPEN):
            return None
        if wants_fragment(request):
            return HttpResponse(status=401)
        return redirect(reverse("signin:ask"))
