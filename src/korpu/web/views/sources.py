"""The list of sources."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.intake import sources
from korpu.app.origins import origins
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.request import language
from korpu.web.sheets import workbook
from korpu.web.tellers import grouped


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show every source, the latest taken in first, its reprints beneath it, with how many candidates wait."""
    held = books()
    told = grouped(held, list(reversed(sources(held))), language())
    return render(request, "korpu/sources.html", {"told": told, "rows": told})


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
        _("The same text as"),
    ]
    held = books()
    known = origins(held)
    rows = [
        [r.title, label(r.kind, "source"), r.published, r.language, r.url, r.open, r.accepted, r.id,
         known.origin(r.id) if known.origin(r.id) != r.id else None]
        for r in sources(held)
    ]  # fmt: skip
    return workbook(_("Sources"), columns, rows)
