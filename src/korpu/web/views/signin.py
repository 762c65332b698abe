"""Signing in with the link that the server printed, and signing out."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import check_for_language
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from korpu.kernel.errors import InputError
from korpu.kernel.plain_text import one_line
from korpu.web.request import safe_next, who
from korpu.web.tokens import TOKENS

_LONGEST_NAME = 80


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Show where a sign-in link comes from."""
    if who(request):
        return redirect("overview:show")
    return render(request, "korpu/signin.html", status=200)


@require_safe
@sensitive_variables("token")
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Spend a sign-in link and open the overview, or say that the link is no longer good."""
    name = TOKENS.use(token)
    if name is None:
        return render(request, "korpu/signin.html", {"spent": True}, status=403)
    request.session.flush()
    request.session["who"] = name
    return redirect("overview:show")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    request.session.flush()
    return redirect("signin:ask")


@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    """Keep the name under which this person's entries are written from now on, and return to the page."""
    name = one_line(request.POST.get("name", ""))
    if name is None or len(name) > _LONGEST_NAME:
        raise InputError("KORPU-WEB-005", "Write the name that your entries shall carry, up to 80 signs.")
    request.session["who"] = name
    return redirect(safe_next(request, "/"))


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language in a cookie and return to the page."""
    response = redirect(safe_next(request, "/"))
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES) and check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=60 * 60 * 24 * 365, samesite="Lax", httponly=True
        )
    return response
