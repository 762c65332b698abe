"""Cleared lines: the list, clearing one or replacing it, withdrawing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korpu.app.cleared import newer_than
from korpu.app.drafts import told
from korpu.app.findings import FindingRow
from korpu.app.lines import LANGUAGES, LineRow, clear, line, lines, withdraw
from korpu.app.records import record
from korpu.kernel.errors import KorpuError
from korpu.kernel.finding import Finding
from korpu.ledger.cleared import Line
from korpu.web.books import books
from korpu.web.evidence import claim_url
from korpu.web.labels import TRACKS
from korpu.web.recorded import sourced
from korpu.web.request import language, who
from korpu.web.views.reader import figure_text

_FIELDS = ("topic", "en", "uk", "az", "cleared_by", "cleared", "until", "track", "source")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show every cleared line, those in force first."""
    order = {"in_force": 0, "not_yet": 1, "expired": 2}
    rows = sorted(lines(books()), key=lambda row: order[row.state])
    return render(request, "korpu/lines.html", {"rows": [_shown(row) for row in rows]})


def _shown(row: LineRow) -> dict[str, Any]:
    one = row.line
    figures = {
        spoken: [figure_text(f, language()) for f in found if f.value is not None]
        for spoken, found in row.figures.items()
    }
    return {
        "line": one,
        "state": row.state,
        "wordings": [(k, one.wording[k], figures.get(k, [])) for k in LANGUAGES if k in one.wording],
        "topic": one.named(language()),
        "card": claim_url(one.id, one.claim),
        "newer": _newer(one) if row.state == "in_force" else [],
    }  # fmt: skip


def _newer(one: Line) -> list[tuple[str, str]]:
    """Return what the ledger has learnt since, in the reader's language, with the record that knows it."""
    held, spoken = books(), language()
    rows = [FindingRow("", Finding("cleared_outdated", "info", text, ()), name) for name, text in newer_than(held, one)]
    return [(str(row.record), told(row, spoken, {str(row.record): record(held, str(row.record))})) for row in rows]


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, name: str | None = None) -> HttpResponse:
    """Show the form for a new line, or for one that takes the place of `name`; write it down."""
    held = books()
    old = line(held, name) if name else None
    if request.method == "POST":
        form = {field: request.POST.get(field, "").strip() for field in _FIELDS}
    else:
        form = dict.fromkeys(_FIELDS, "") | {"cleared": held.clock().date().isoformat()}
        if old is not None:
            kept = {spoken: old.wording.get(spoken, "") for spoken in LANGUAGES}
            form |= {**kept, "topic": old.named(language()), "cleared_by": old.cleared_by, "until": old.until or "",
                     "track": old.track or ""}  # fmt: skip
    words: dict[str, Any] = {"form": form, "old": old, "tracks": TRACKS.items(), "sources": sourced(held).values(),
                             "languages_of_lines": [(spoken, form[spoken]) for spoken in LANGUAGES]}  # fmt: skip
    if request.method != "POST":
        return render(request, "korpu/line_form.html", words)
    try:
        clear(
            held, topic=form["topic"], wording={spoken: form[spoken] for spoken in LANGUAGES},
            cleared_by=form["cleared_by"], cleared=form["cleared"], until=form["until"] or None,
            track=form["track"] or None, source=form["source"] or None, replaces=name, by=who(request),
        )  # fmt: skip
    except KorpuError as error:
        return render(request, "korpu/line_form.html", words | {"problem": error}, status=400)
    return redirect("publish:lines")


@require_POST
def drop(request: HttpRequest, name: str) -> HttpResponse:
    """Withdraw a line with a reason."""
    withdraw(books(), name, reason=request.POST.get("reason", ""), by=who(request))
    return redirect("publish:lines")
