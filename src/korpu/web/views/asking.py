"""Ask: a question in plain words, an answer of a few sentences, each figure a button; or what is missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korpu.app.answers import ask
from korpu.app.records import ledger
from korpu.web.books import books
from korpu.web.evidence import claims_of
from korpu.web.parts import parts
from korpu.web.request import language

_LONGEST = 500


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the question box and, when something was asked, the answer."""
    question = request.GET.get("q", "").strip()[:_LONGEST]
    words = {"question": question, "examples": examples()}
    return render(request, "korpu/ask.html", words | (_answered(question) if question else {}))


def _answered(question: str) -> dict[str, object]:
    held = books()
    answer = ask(held, question, language=language(), today=held.clock().date())
    records = {record.id: record for record in ledger(held)}
    stated = {claim.id: (record, claim) for record in records.values() for claim in claims_of(record)}
    return {
        "answer": answer,
        "lines": [list(parts(line, stated)) for line in answer.sentences],
        "contradictions": [list(parts(line, stated)) for line in answer.contradictions],
        "unknowns": [list(parts(line, stated)) for line in answer.unknowns],
        "records": [records[name] for name in dict.fromkeys(answer.records) if name in records],
    }


def examples() -> list[str]:
    """Return questions that show what can be asked."""
    return [
        _("What has been done in Irpin?"),
        _("What is late?"),
        _("What was allocated for energy since 2023?"),
        _("Which decisions were taken at COP29?"),
    ]
