"""Ask: a question in plain words, an answer of a few sentences, each figure a button; or what is missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.web.request import language


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the question box and, when something was asked, the answer."""
    question = request.GET.get("q", "").strip()[:500]
    return render(request, "korpu/ask.html", {"question": question, "examples": examples(), "language": language()})


def examples() -> list[str]:
    """Return questions that show what can be asked."""
    return [
        _("What has been done in Irpin?"),
        _("What is late?"),
        _("What was allocated for energy since 2023?"),
        _("Which decisions were taken at COP29?"),
    ]
