"""One record: how far it has come, its steps with their quotes, every claim, contradictions and history."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.origins import origins, told_by
from korpu.app.records import history, ledger
from korpu.app.records import record as record_of
from korpu.kernel.errors import NotFoundError
from korpu.kernel.stages import rung
from korpu.ledger.claim import Claim
from korpu.ledger.incidents.fold import is_case
from korpu.ledger.record import Record
from korpu.store.rows import SourceRow
from korpu.web import evidence
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.named import named
from korpu.web.recorded import moment, sourced
from korpu.web.request import language
from korpu.web.views.ledger import claims_sheet

_MONEYED = ("initiative", "programme", "obligation")


@require_safe
def show(request: HttpRequest, record: str) -> HttpResponse:
    """Show one record, as of a day if one is asked for."""
    held = books()
    said = request.GET.get("said", "").strip()
    found = record_of(held, record, said=said or None)
    names = sourced(held)
    words = {
        "record": found,
        "said": said,
        "keys": _keys(found),
        "parties": _parties(found),
        "told": told_by(held, found),
        "false_claim": is_case(found),
        "priceless": found.kind in _MONEYED and not any(s.amount for s in found.steps),
        "steps": [
            {"step": step, "off": rung(step.stage) is None, "quotes": _quotes(step.claims, names)}
            for step in found.steps
        ],
        "claims": _entries(found, names),
        "rivals": _rivals(found),
        "related": _related(found),
        "history": _history(record),
    }
    return render(request, "korpu/record.html", words)


@require_safe
def sheet(request: HttpRequest, record: str) -> HttpResponse:
    """Return every claim of the record as a workbook."""
    found = record_of(books(), record)
    return claims_sheet(_("Record"), [found], about=found.name(language()))


def _keys(record: Record) -> list[dict[str, Any]]:
    """Return up to four figures to show at the top: the latest first."""
    out: list[dict[str, Any]] = []
    for step in reversed(record.steps):
        for name in ("amount", "count"):
            value = getattr(step, name)
            if value is not None and value.value not in [k["value"].value for k in out]:
                stage = label(step.stage, "stage")
                out.append({"name": name, "value": value, "label": stage[:1].upper() + stage[1:]})
    return out[:4]


def _parties(record: Record) -> list[tuple[str, list[str]]]:
    """Return who takes part, by role, each name once."""
    roles: dict[str, list[str]] = {}
    for party, role in record.parties:
        own = roles.setdefault(label(role, "role"), [])
        name = named(party, language())
        if name not in own:
            own.append(name)
    return list(roles.items())


def _place(claim: Claim, names: dict[str, SourceRow]) -> dict[str, Any]:
    source = names.get(claim.evidence.source)
    title = (source.title if source else None) or claim.evidence.source
    return {"url": reverse("sources:read", args=[claim.evidence.source]), "title": title}


def _quotes(claims: tuple[Claim, ...], names: dict[str, SourceRow]) -> list[dict[str, Any]]:
    """Return each quote of a step once, in the order in which they were said, with the reprints that repeat it."""
    known = origins(books())
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for claim in sorted(claims, key=lambda c: (c.reprint, c.said or "", c.id)):
        words = " ".join(claim.evidence.quote.split()).casefold()
        own = {"claim": claim, "again": []} | _place(claim, names)
        first = seen.setdefault((known.origin(claim.evidence.source), words), own)
        if own["url"] not in [first["url"], *(one["url"] for one in first["again"])]:
            first["again"].append(_place(claim, names))
    return list(seen.values())


def _entries(record: Record, names: dict[str, SourceRow]) -> list[dict[str, Any]]:
    """Return what each entry states in one row: its quote once, its claims beside it."""
    grouped: dict[str, list[Claim]] = {}
    for claim in record.claims:
        grouped.setdefault(claim.entry, []).append(claim)
    return [{"claim": own[0], "claims": own} | _place(own[0], names) for own in grouped.values()]


def _rivals(record: Record) -> list[dict[str, Any]]:
    return [
        {"name": name, "label": label(name, "property"), "value": value, "others": [c[0] for _, c in value.others if c]}
        for name, value in evidence.values(record)
        if value.contested
    ]


def _related(record: Record) -> list[dict[str, Any]]:
    held = books()
    out: list[dict[str, Any]] = []
    for tie in record.relations:
        try:
            out.append(
                {"relation": label(tie.relation, "relation"), "record": record_of(held, tie.other), "why": tie.reason}
            )
        except NotFoundError:
            continue
    out.extend(
        {"relation": label(f"inverse_{tie.relation}", "relation"), "record": other, "why": tie.reason}
        for other in ledger(held)
        for tie in other.relations
        if tie.other == record.id and other.id != record.id and tie.relation in ("part_of", "depends_on")
    )
    return out


def _history(record: str) -> list[dict[str, Any]]:
    spoken = language()
    rows = []
    for row in reversed(history(books(), record)):
        names = [part.strip() for part in row.what.split(",")]
        what = ", ".join(dict.fromkeys(label(part, "property") for part in names))
        rows.append(
            {
                "entry": row.entry,
                "type": label(row.type, "entry"),
                "what": what,
                "meta": f"{moment(row.recorded, spoken)} · {row.author}",
                "void": row.void,
                "undoable": row.type in ("claims", "identity") and not row.void,
            }
        )
    return rows
