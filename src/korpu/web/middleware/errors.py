"""Turns an error of korpu into a page that says what happened, what was kept and what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from korpu.kernel.errors import KorpuError
from korpu.web.views.problem import explain


class Errors:
    """Shows KorpuError as a sentence; anything else goes on to the page for faults of our own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Return the page for an error of korpu, or None to let Django handle the rest."""
        return explain(request, error) if isinstance(error, KorpuError) else None
