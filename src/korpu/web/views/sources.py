"""The list of sources."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.intake import sources
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.sheets import workbook


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show every source, the latest taken in first, with how many candidates wait."""
    return render(request, "korpu/sources.html", {"rows": list(reversed(sources(books())))})


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Return the list as a workbook."""
    columns = [
        _("Title"),
        _("Kind"),
        _("Published"),
        _("Language"),
        _("Web address"),
        _("To review"),
        _("accepted"),
        _("Source"),
    ]
    rows = [
        [r.title, label(r.kind, "source"), r.published, r.language, r.url, r.open, r.accepted, r.id]
        for r in sources(books())
    ]
    return workbook(_("Sources"), columns, rows)
