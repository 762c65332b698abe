"""The interview pack: questions pasted or uploaded, what was last answered, what changed, and checked drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from korpu.app.answered import Given
from korpu.app.books import Books
from korpu.app.pack_paper import pack_docx
from korpu.app.packs import PackRow, pack
from korpu.app.questions import Asked, questions_in, written
from korpu.app.records import ledger
from korpu.briefs.differences import difference
from korpu.kernel.edtf import parse
from korpu.kernel.errors import KorpuError, NotFoundError
from korpu.statements.document import Document
from korpu.web import proof
from korpu.web.books import books
from korpu.web.desk import Desk
from korpu.web.evidence import claims_of
from korpu.web.parts import parts
from korpu.web.request import language
from korpu.web.views.publish import taken, word_file

_MOST = 12


@dataclass(frozen=True)
class Questions:
    """What somebody prepares: the questions with their drafts, and the date of the last interview."""

    document: Document
    asked: tuple[Asked, ...]
    since: str | None
    filename: str | None = None


_DESK: Desk[Questions] = Desk(
    NotFoundError("KORPU-DRAFT-002", "The questions are no longer at hand; they were never kept. Give them again.")
)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the form, or take the questions and go on to the pack."""
    form = {name: request.POST.get(name, "").strip() for name in ("since",)} | {"published": "", "language": ""}
    if request.method != "POST":
        return render(request, "korpu/pack_form.html", {"form": form})
    form["text"] = request.POST.get("text", "")
    try:
        if form["since"]:
            parse(form["since"])
        document, _ = taken(request, form)
        asked = tuple(questions_in(document.text))
    except KorpuError as error:
        return render(request, "korpu/pack_form.html", {"form": form, "problem": error}, status=400)
    return redirect(
        "publish:pack-shown", _DESK.put(Questions(document, asked, form["since"] or None, document.filename))
    )


@require_http_methods(["GET", "HEAD", "POST"])
def drawn_up(request: HttpRequest, name: str) -> HttpResponse:
    """Show the pack; on a form sent back, check the answers that were written into it."""
    own = _DESK.get(name)
    if request.method == "POST":
        drafts = [request.POST.get(f"draft{i}", "").replace("\r\n", "\n") for i in range(1, len(own.asked) + 1)]
        text, asked = written((one.text, draft) for one, draft in zip(own.asked, drafts, strict=True))
        return redirect("publish:pack-shown", _DESK.put(replace(own, document=Document(text), asked=tuple(asked))))
    held = books()
    rows = pack(held, own.document, language=language(), since=own.since, asked=own.asked)
    words = {"name": name, "since": own.since, "rows": _shown(held, rows), "checked": any(row.draft for row in rows)}
    return render(request, "korpu/pack.html", words)


@require_safe
def paper(request: HttpRequest, name: str) -> HttpResponse:
    """Return the pack as a Word file."""
    own = _DESK.get(name)
    rows = pack(books(), own.document, language=language(), since=own.since, asked=own.asked)
    return word_file(pack_docx(books(), rows, language()), own.filename, "pack")


def _shown(held: Books, rows: Sequence[PackRow]) -> list[dict[str, Any]]:
    records = {record.id: record for record in ledger(held)}
    stated = {claim.id: (record, claim) for record in records.values() for claim in claims_of(record)}
    out = []
    for number, row in enumerate(rows, 1):
        first = row.question.draft[0] if row.question.draft else 0
        glosses = proof.glosses(held, row.findings)
        out.append(
            {
                "number": number,
                "row": row,
                "last": _given(row.last) if row.last else None,
                "before": [_given(one) for one in row.before],
                "changes": [(c.record, difference(c, language())) for c in row.changes[:_MOST]],
                "today": [list(parts(line, stated)) for line in row.answer.sentences[:_MOST]],
                "glosses": glosses,
                "pieces": proof.lit(row.draft or "", first, glosses),
            }
        )
    return out


def _given(one: Given) -> dict[str, Any]:
    at = f"#p{one.ranges[0][0]}" if one.question and one.ranges else ""
    return {"given": one, "url": reverse("sources:read", args=[one.source]) + at}
