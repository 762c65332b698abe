"""Pages for what goes wrong: what happened, what was kept, what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from korpu.drawing.sentences import sentence
from korpu.kernel.errors import ConflictError, KorpuError, NotFoundError
from korpu.web.request import language, wants_fragment


def show(request: HttpRequest, status: int, *words: str, code: str = "") -> HttpResponse:
    """Return the page (or the fragment) for a problem; `words` say what happened, what was kept and what to do."""
    template = "korpu/problem_fragment.html" if wants_fragment(request) else "korpu/problem.html"
    said = dict(zip(("happened", "kept", "todo"), words, strict=True))
    return render(request, template, said | {"code": code}, status=status)


def explain(request: HttpRequest, error: KorpuError) -> HttpResponse:
    """Return the page for an error of korpu; such an error leaves the books unchanged."""
    status = 404 if isinstance(error, NotFoundError) else 409 if isinstance(error, ConflictError) else 400
    todo = _("Go back, correct it and try again.")
    if status == 404:
        todo = _("Look it up in the ledger or in the list of sources.")
    elif status == 409:
        todo = _("Load the page again to see how the books stand now.")
    return show(
        request,
        status,
        sentence(error.message, language()),
        _("Nothing was changed in the books."),
        todo,
        code=error.code,
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that makes no sense."""
    todo = _("Open the page from the menu instead.")
    return show(request, 400, _("The request could not be understood."), _("Nothing was changed in the books."), todo)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that is not allowed."""
    todo = _("Sign in with a fresh link.")
    return show(request, 403, _("You may not open this page."), _("Nothing was changed in the books."), todo)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request for a page that is not there."""
    todo = _("Look it up in the ledger or in the list of sources.")
    return show(request, 404, _("There is no such page."), _("Nothing was changed in the books."), todo)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Answer when something of ours failed; the unit of work has rolled back."""
    happened = _("Something in korpu itself failed.")
    kept = _("What was entered before is safe; the last action was not carried out.")
    return show(request, 500, happened, kept, _("Try once more. If it fails again, the server's window says why."))


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from a page of this session."""
    happened = _("The form did not come from a page of this session.")
    todo = _("Load the page again and send the form once more.")
    return show(request, 403, happened, _("Nothing was changed in the books."), todo)
