"""Everything the checks found, with its arithmetic and the words concerned."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.intake import reading
from korpu.app.reports import findings
from korpu.drawing.sentences import arithmetic, sentence
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.recorded import sourced
from korpu.web.request import language
from korpu.web.sheets import workbook

_ORDER = {"error": 0, "warning": 1, "info": 2}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the findings, errors first."""
    return render(request, "korpu/findings.html", {"rows": _rows()})


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Return the findings as a workbook."""
    columns = [
        _("Severity"),
        _("Finding"),
        _("What was noticed"),
        _("Arithmetic"),
        _("Proposal"),
        _("Words"),
        _("Source"),
    ]
    rows = [_cells(row) for row in _rows()]
    return workbook(_("Findings"), columns, rows)


def _cells(row: dict[str, Any]) -> list[str | None]:
    """Return a finding as a line of the workbook, its sentences in the reader's language."""
    finding, own = row["finding"], language()
    return [
        label(finding.severity, "severity"),
        label(finding.check, "check"),
        sentence(finding.message, own),
        arithmetic(finding.arithmetic, own) if finding.arithmetic else None,
        finding.proposal.text if finding.proposal else None,
        row["quote"],
        row["title"],
    ]


def _rows() -> list[dict[str, Any]]:
    held = books()
    names = sourced(held)
    rows: list[dict[str, Any]] = []
    counts: dict[str, int] = {}
    for row in sorted(findings(held), key=lambda r: _ORDER.get(r.finding.severity, 3)):
        source = names.get(row.source)
        known = source is not None
        text = reading(held, row.source).document.text if known else ""
        counts[row.source] = counts.get(row.source, 0) + 1
        rows.append(
            {
                "finding": row.finding,
                "quote": " … ".join(" ".join(text[a:b].split()) for a, b in row.finding.ranges),
                "title": (source.title if source else None) or row.source,
                "url": f"{reverse('sources:read', args=[row.source])}#findings" if known else "",
            }
        )
    return rows
