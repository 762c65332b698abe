"""The ledger as a list with filters, as a workbook, and the evidence card of each claim."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.attachments import attachment_of
from korpu.app.intake import reading
from korpu.app.pages import pages_of_claims
from korpu.app.records import ledger
from korpu.app.records import record as record_of
from korpu.kernel.errors import NotFoundError
from korpu.ledger.record import Record
from korpu.web import evidence as proof
from korpu.web.books import books
from korpu.web.citation import cited
from korpu.web.labels import KINDS, RUNGS, STAGES, TRACKS, label
from korpu.web.named import named
from korpu.web.papers import glimpse
from korpu.web.recorded import latest, moment, sourced
from korpu.web.request import language, wants_fragment
from korpu.web.sheets import workbook
from korpu.web.shown import about
from korpu.web.tellers import supporting
from korpu.web.written import written

_FILTERS = ("q", "kind", "track", "place", "stage")
_OFF = ("ongoing", "stopped", "not_achieved", "stated", "potential")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the records that pass the filters."""
    chosen = _chosen(request)
    found = _found(chosen)
    rows = [{"record": r} | latest(r) for r in found]
    words = {
        "chosen": chosen,
        "undone": "undone" in request.GET,
        "filters": _filters(chosen),
        "filtered": any(chosen.values()),
        "records": found,
        "rows": rows,
    }
    return render(request, "korpu/ledger.html", words)


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Return the same list as a workbook, one row a claim, with quote and source as columns."""
    return claims_sheet(_("Ledger"), _found(_chosen(request)))


def claims_sheet(title: str, records: list[Record], *, about: str | None = None) -> HttpResponse:
    """Return every claim of some records as a workbook, each with the page of its PDF."""
    spoken = language()
    columns = [
        _("Record"), _("Kind"), _("Track"), _("Place"), _("Says"), _("Value"), _("Amount"), _("Currency"), _("Quote"),
        _("Speaker"), _("Source"), _("Page"), _("Published"), _("Reviewed"),
    ]  # fmt: skip
    names = sourced(books())
    pages = pages_of_claims(books(), (c for r in records for c in r.claims))
    rows = []
    for r in records:
        for c in r.claims:
            body: dict[str, Any] = c.value if isinstance(c.value, dict) else {}
            source = names.get(c.evidence.source)
            rows.append(
                [r.name(spoken), label(r.kind, "kind"), label(r.track, "track"), r.place, label(c.property, "property"),
                 written(c.property, c.value, spoken), body.get("amount") or body.get("count"), body.get("currency"),
                 c.evidence.quote, c.evidence.speaker, source.title if source else c.evidence.source,
                 pages.get(c.id), c.said,
                 c.reviewer if c.reviewed else _("not yet approved")]
            )  # fmt: skip
    return workbook(title, columns, rows, numbers=(6,), about=about)


@require_safe
def evidence(request: HttpRequest, record: str, claim: str) -> HttpResponse:
    """Show the evidence card of one claim."""
    held = books()
    spoken = language()
    found = record_of(held, record)
    stated = proof.find(found, claim)
    if stated is None:
        raise Http404
    names = sourced(held)
    source = names.get(stated.evidence.source)
    try:
        read = reading(held, stated.evidence.source)
    except NotFoundError:
        read = None
    text = written(stated.property, stated.value, spoken)
    at = stated.evidence.ranges[0][0] if stated.evidence.ranges else 0
    passage = next((p.start for p in read.passages if p.start <= at < p.end), None) if read else None
    words = {
        "record": found,
        "claim": stated,
        "text": text,
        "runs": proof.runs(stated, read),
        "step_stage": next((s.stage for s in found.steps if any(c.id == claim for c in s.claims)), None),
        "rivals": [
            {"text": r.text, "url": r.url, "said": r.claim.said, "title": _title(names, r.claim.evidence.source)}
            for r in proof.rivals(found, stated, spoken)
        ],
        "source_title": _title(names, stated.evidence.source),
        "about": about(held, stated.evidence.source),
        "attachment": attachment_of(held, stated.evidence.source),
        "told": supporting(held, found, claim),
        "glimpse": glimpse(held, stated.evidence.source, stated.evidence.ranges),
        "source_url": reverse("sources:read", args=[stated.evidence.source])
        + (f"#p{passage}" if passage is not None else ""),
        "link": source.url if source else None,
        "recorded": moment(stated.recorded, spoken),
        "citation": cited(stated, source, text),
        "fragment": wants_fragment(request),
    }
    return render(request, "korpu/evidence.html" if wants_fragment(request) else "korpu/evidence_page.html", words)


def _title(names: dict[str, Any], source: str) -> str:
    found = names.get(source)
    return (found.title if found else None) or source


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip() for name in (*_FILTERS, "contested")}


def _found(chosen: dict[str, str]) -> list[Record]:
    given = {name: chosen[name] or None for name in _FILTERS if name != "q"}
    found = ledger(books(), text=chosen["q"] or None, **given)
    return [record for record in found if record.contested] if chosen["contested"] else found


def _filters(chosen: dict[str, str]) -> list[dict[str, Any]]:
    everything = ledger(books())
    kinds = sorted({r.kind for r in everything})
    tracks = {r.track for r in everything}
    spoken = language()
    everywhere = {p for r in everything for p in (r.place, *r.places) if p}
    places = sorted(((p, named(p, spoken)) for p in everywhere), key=lambda pair: pair[1])
    stages = [(code, str(word)) for code, word in RUNGS.items()]
    stages += [(code, str(STAGES[code])) for code in _OFF]
    return [
        {"name": "kind", "label": _("Kind"), "value": chosen["kind"],
         "options": [(k, label(k, "kind")) for k in kinds if k in KINDS]},
        {"name": "track", "label": _("Track"), "value": chosen["track"],
         "options": [(t, str(word)) for t, word in TRACKS.items() if t in tracks]},
        {"name": "place", "label": _("Place"), "value": chosen["place"], "options": places},
        {"name": "stage", "label": _("Stage"), "value": chosen["stage"], "options": stages},
    ]  # fmt: skip
