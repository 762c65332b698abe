"""Overview: a sentence with three figures, what needs you, how far each track has come, totals against their parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.intake import sources
from korpu.app.records import ledger
from korpu.app.reports import changes, findings, late, totals
from korpu.drawing import wording
from korpu.kernel.stages import FINISHED, RUNGS, rung
from korpu.ledger.lateness import LateRow
from korpu.ledger.record import Record
from korpu.web.books import books
from korpu.web.changed import said_changes
from korpu.web.computed import Computed, counted
from korpu.web.labels import RUNGS as RUNG_NAMES
from korpu.web.labels import TRACKS
from korpu.web.request import language
from korpu.web.totals import shown_total

_WORKS = ("initiative", "programme", "service", "cohort")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show where the partnership stands."""
    held = books()
    records = ledger(held)
    taken = sources(held)
    if not taken:
        return render(request, "korpu/overview.html", {"empty": True})
    spoken = language()
    promises = late(held)
    overdue = [row for row in promises if row.state == "late"]
    against = totals(held)
    day = held.clock().date()
    words = {
        "headline": _headline(records, promises, against),
        "to_review": sum(row.open for row in taken),
        "first_open": next((row.id for row in reversed(taken) if row.open), None),
        "late": overdue[:8],
        "late_count": len(overdue),
        "undated": sum(row.state == "no_date" for row in promises),
        "contested": [r for r in records if r.contested],
        "finding_count": sum(row.finding.severity != "info" for row in findings(held)),
        "rung_names": list(RUNG_NAMES.values()),
        "tracks": _tracks(records),
        "totals": [shown_total(total, at, spoken) for at, total in enumerate(against) if total.known or total.unpriced][
            :3
        ],
        "changes": said_changes(changes(held, (day - timedelta(days=365)).isoformat()), spoken)[:10],
    }
    return render(request, "korpu/overview.html", words)


def _headline(records: Sequence[Record], promises: Sequence[LateRow], against: Sequence[Any]) -> dict[str, Any]:
    """Return the three figures of the first sentence: what was stated, what is finished, what is still owed."""
    spoken = language()
    works = [r for r in records if r.kind in _WORKS]
    finished = [r for r in works if r.stage in FINISHED]
    owing = list({row.record.id: row.record for row in promises}.values())
    of = _("records at the stages delivered, handed over, completed, opened or in use")
    finished_figure: Computed = counted("finished", wording.number(str(len(finished)), spoken), of, finished)
    owed = _("records with a promise that no later step has met")
    owing_figure = counted("owing", wording.number(str(len(owing)), spoken), owed, owing)
    biggest = max(against, key=lambda t: (t.record.track == "humanitarian", len(t.record.claims)), default=None)
    return {"total": biggest, "finished": finished_figure, "works": len(works), "owing": owing_figure}


def _tracks(records: Sequence[Record]) -> list[dict[str, Any]]:
    rows = []
    for track in TRACKS:
        own = [r for r in records if r.track == track]
        cells = [0] * len(RUNGS)
        for record in own:
            block = rung(record.stage)
            if block is not None:
                cells[block] += 1
        if own:
            rungs = [{"count": n, "code": RUNGS[i][0]} for i, n in enumerate(cells)]
            rows.append({"track": track, "cells": rungs, "off": len(own) - sum(cells)})
    return rows
