"""Everything the checks found, with its arithmetic and the words concerned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korpu.app.findings import findings
from korpu.app.waivers import unwaive, waive
from korpu.drawing.sentences import arithmetic, sentence
from korpu.kernel.finding import Input
from korpu.store.rows import SourceRow
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.recorded import sourced
from korpu.web.request import language, who
from korpu.web.sheets import workbook

_ORDER = {"error": 0, "warning": 1, "info": 2}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the findings, errors first, then those that were waived."""
    return render(request, "korpu/findings.html", {"rows": _rows(), "waived": _rows(waived=True)})


@require_POST
def act(request: HttpRequest, finding: str, act: str) -> HttpResponse:
    """Waive a finding with a reason, or take the waiver back, then show the list."""
    if act == "waive":
        waive(books(), finding, reason=request.POST.get("reason", ""), by=who(request))
    elif act == "undo":
        unwaive(books(), finding, by=who(request))
    else:
        raise Http404
    return redirect("findings:list")


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


def _rows(*, waived: bool = False) -> list[dict[str, Any]]:
    held = books()
    names = sourced(held)
    rows: list[dict[str, Any]] = []
    texts: dict[str, str] = {}
    for row in sorted(findings(held, waived=waived), key=lambda r: _ORDER.get(r.finding.severity, 3)):
        source = names.get(row.source)
        known = source is not None
        if row.source not in texts:
            texts[row.source] = held.document(row.source).text if known else ""
        text = texts[row.source]
        rows.append(
            {
                "id": row.id,
                "finding": row.finding,
                "waiver": row.waiver,
                "inputs": [_input(one, names) for one in row.finding.inputs if one.quote],
                "quote": " … ".join(" ".join(text[a:b].split()) for a, b in row.finding.ranges),
                "title": (source.title if source else None) or row.source,
                "url": f"{reverse('sources:read', args=[row.source])}#findings" if known else "",
            }
        )
    return rows


def _input(one: Input, names: Mapping[str, SourceRow]) -> dict[str, str]:
    """Return the words of another source that a finding compares with, and where they can be read."""
    source = names.get(one.source)
    url = f"{reverse('sources:read', args=[one.source])}" if source else ""
    return {"quote": one.quote, "title": (source.title if source else None) or one.source, "url": url}
