"""Check a draft: what is wrong with it stands in the margin; nothing of it is kept unless somebody asks for that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korpu.app.cleared import lines_on
from korpu.app.drafts import Draft, annotated_copy, checked, draft_of, forget
from korpu.app.findings import FindingRow
from korpu.app.intake import add
from korpu.app.records import ledger
from korpu.app.waivers import unwaive, waive
from korpu.documents import LoadedDocument, load
from korpu.kernel.edtf import parse
from korpu.kernel.errors import KorpuError, NotFoundError
from korpu.ledger.cleared import Line
from korpu.web import proof
from korpu.web.books import books
from korpu.web.desk import Desk
from korpu.web.recorded import sourced
from korpu.web.request import language, who
from korpu.web.views.paste import KINDS, LANGUAGES, title_of

_DESK: Desk[Draft] = Desk(
    NotFoundError("KORPU-DRAFT-001", "The draft is no longer at hand; it was never kept. Check it again.")
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SEVERITIES = ("error", "warning", "info")


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the form, or read the draft and go on to what was found in it."""
    form = {name: request.POST.get(name, "").strip() for name in ("published", "language")}
    words: dict[str, Any] = {"form": form, "text_languages": LANGUAGES}
    if request.method != "POST":
        return render(request, "korpu/check.html", words)
    form["text"] = request.POST.get("text", "")
    try:
        document, raw = taken(request, form)
        name = _DESK.put(draft_of(books(), document, raw))
    except KorpuError as error:
        return render(request, "korpu/check.html", words | {"problem": error}, status=400)
    return redirect("publish:draft", name)


def taken(request: HttpRequest, form: Mapping[str, str]) -> tuple[LoadedDocument, bytes | None]:
    """Return the document that a form carries, pasted or as a file, and the bytes of the file."""
    published, spoken = form["published"] or None, form["language"] or None
    if published:
        parse(published)
    file = request.FILES.get("file")
    if file is None or form["text"].strip():
        document = load(form["text"].encode(), published=published, language=spoken)
        return load(form["text"].encode(), title=title_of(document.text), published=published, language=spoken), None
    raw = file.read()
    return load(raw, published=published, language=spoken, filename=file.name), raw


@require_safe
def draft(request: HttpRequest, name: str) -> HttpResponse:
    """Show a draft with its findings in the margin."""
    held, own = books(), _DESK.get(name)
    rows = checked(held, own.reading)
    standing = [row for row in rows if row.waiver is None]
    tally = {severity: sum(row.finding.severity == severity for row in standing) for severity in _SEVERITIES}
    words = {
        "name": name,
        "draft": own,
        "title": own.document.title or own.document.filename or _("Draft"),
        "paragraphs": proof.paragraphs(held, own.reading, standing),
        "tally": tally,
        "standing": len(standing),
        "waived": [row for row in rows if row.waiver is not None],
        "lines": [(one, *_worded(one, own.reading.language)) for one in lines_on(held, own.reading)],
    }
    return render(request, "korpu/proof.html", words)


def _worded(one: Line, spoken: str) -> tuple[str, str, str]:
    """Return the topic of a line, its wording in the language of a draft if it has one, and the language it is in."""
    kept = spoken if spoken in one.wording else next(iter(one.wording))
    return one.named(language()), one.wording[kept], kept


@require_safe
def annotated(request: HttpRequest, name: str) -> HttpResponse:
    """Return the draft as a Word file with the findings as comments."""
    held, own = books(), _DESK.get(name)
    titles = {source: row.title or source for source, row in sourced(held).items()}
    known = {record.id: record for record in ledger(held)}
    body = annotated_copy(own, checked(held, own.reading), language(), titles, known)
    return word_file(body, own.document.filename or own.document.title, "checked")


def word_file(body: bytes, called: str | None, what: str) -> HttpResponse:
    """Return the response that saves a Word file, named after the file that it comes from."""
    stem = (called or "korpu").rsplit(".", 1)[0][:60].strip() or "korpu"
    response = HttpResponse(body, content_type=_WORD)
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_ ") else "_" for c in stem)
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}-{what}.docx\"; filename*=UTF-8''{quote(f'{stem}-{what}.docx')}"
    )
    return response


@require_POST
def act(request: HttpRequest, name: str, act: str) -> HttpResponse:
    """Keep the draft as a source because somebody asked for it, or forget it."""
    own = _DESK.get(name)
    if act == "forget":
        _DESK.drop(name)
        forget(own)
        return redirect(f"{reverse('publish:check')}?forgotten=1")
    if act != "keep":
        raise Http404
    kind = request.POST.get("kind", "")
    added = add(books(), own.document, kind=kind if kind in KINDS else "statement", by=who(request))
    target = reverse("sources:read", args=[added.source])
    return redirect(f"{target}?already=1" if added.already else target)


@require_POST
def decide(request: HttpRequest, name: str, finding: str, act: str) -> HttpResponse:
    """Waive a finding of a draft with a reason, or take that back."""
    held = books()
    if act == "waive":
        waive(held, finding, reason=request.POST.get("reason", ""), by=who(request), row=_row(name, finding))
    elif act == "undo":
        unwaive(held, finding, by=who(request))
    else:
        raise Http404
    return redirect("publish:draft", name)


def _row(name: str, finding: str) -> FindingRow:
    found = next((row for row in checked(books(), _DESK.get(name).reading) if row.id == finding), None)
    if found is None:
        raise NotFoundError("KORPU-FINDING-001", f"There is no finding {finding}.")
    return found
