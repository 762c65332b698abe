"""Reviewing candidates: accept, edit, reject, ask, undo; each works as a plain form and as a fragment."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korpu.app.agreement import agreements, chance
from korpu.app.intake import reading
from korpu.app.review import NEW, accept, ask_about, proposals, queue, reject, undo
from korpu.kernel.errors import InputError
from korpu.ledger.linking import Proposal
from korpu.web.books import books
from korpu.web.fields import edited, fields
from korpu.web.labels import label
from korpu.web.papers import glimpse
from korpu.web.request import language, wants_fragment, who
from korpu.web.sheets import workbook
from korpu.web.shown import Item, item, source_row
from korpu.web.written import percent


@require_safe
def show(request: HttpRequest, source: str, key: str) -> HttpResponse:
    """Show one candidate: its quote, the records it may belong to, and what a person can do."""
    return _render(request, source, key, "korpu/candidate_body.html", "korpu/candidate_page.html")


@require_POST
def act(request: HttpRequest, source: str, key: str, act: str) -> HttpResponse:
    """Carry out what a person decided, then show the candidate as it stands."""
    held = books()
    found = _item(source, key)
    if act == "accept":
        record = request.POST.get("record") or None
        accept(held, key, record=record, edits=edited(request.POST, found.candidate), by=who(request))
    elif act == "reject":
        reject(held, key, reason=request.POST.get("reason", "").strip() or _("read wrongly"), by=who(request))
    elif act == "ask":
        question = request.POST.get("question", "").strip()
        if not question:
            raise InputError("KORPU-WEB-002", "Say what must be known first.")
        ask_about(held, key, question=question, by=who(request))
    elif act == "undo" and found.entry:
        undo(held, found.entry, by=who(request))
    else:
        raise Http404
    if wants_fragment(request):
        return render(request, "korpu/candidate.html", {"item": _item(source, key)})
    return redirect(f"{reverse('sources:read', args=[source])}#c{found.index}")


@require_safe
def sheet(request: HttpRequest, source: str) -> HttpResponse:
    """Return the candidates of a source as a workbook, each with its quote."""
    held = books()
    row = source_row(held, source)
    columns = [
        _("Title"), _("Kind"), _("Track"), _("Stage"), _("Place"), _("When"), _("Amount"), _("Currency"), _("Number"),
        _("Of what"), _("State"), _("Quote"), _("Source"),
    ]  # fmt: skip
    rows = []
    for found in queue(held, source=source, state=None):
        c = found.candidate
        rows.append(
            [c.title, label(c.kind, "kind"), label(c.track, "track"), label(c.stage, "stage"), c.place, c.when,
             c.amount, c.currency, c.count, c.count_unit, label(found.state, "state"), c.quote, row.title or row.id]
        )  # fmt: skip
    return workbook(_("Candidates"), columns, rows, numbers=(6, 8), about=row.title or row.id)


def _item(source: str, key: str) -> Item:
    held = books()
    return item(held, queue(held, source=source, state=None), key, reading(held, source), language())


def _render(request: HttpRequest, source: str, key: str, fragment: str, page: str) -> HttpResponse:
    held = books()
    found = _item(source, key)
    words: dict[str, Any] = {"source": source_row(held, source), "item": found, "full": not wants_fragment(request)}
    words["glimpse"] = glimpse(held, source, found.candidate.ranges)
    if found.state in ("open", "asked"):
        words["proposals"] = [_choice(p) for p in proposals(held, key)[:5]]
        words["fields"] = fields(found.candidate, f"f{found.index}")
        words["likely"] = _likely(found)
    return render(request, fragment if wants_fragment(request) else page, words)


def _likely(found: Item) -> str:
    """Say how likely a candidate is right, and on what that rests."""
    share, known = chance(found.candidate, agreements(books()))
    said = _("Likely right: %(share)s.") % {"share": percent(share, language())}
    if known is None:
        return f"{said} {_('This is the reader’s own estimate; nobody has decided on this rule yet.')}"
    told = _("Of %(decided)s decided that were read by the same rule in the same language, %(accepted)s stood as read.")
    return f"{said} {told % {'decided': known.decided, 'accepted': known.accepted}}"


def _choice(proposal: Proposal) -> dict[str, str]:
    title = proposal.title if proposal.record else _("New record: %(title)s") % {"title": proposal.title}
    reasons = ", ".join(proposal.reasons)
    return {"value": proposal.record or NEW, "title": title, "reasons": reasons}
