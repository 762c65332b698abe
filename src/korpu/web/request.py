"""Small questions that views ask about a request."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language


def who(request: HttpRequest) -> str:
    """Return the name the person signed in under, or an empty string."""
    return str(request.session.get("who", ""))


def wants_fragment(request: HttpRequest) -> bool:
    """Whether a script of ours asks for a piece of a page rather than a whole one."""
    return request.headers.get("X-Korpu") == "fragment"


def language() -> str:
    """Return the reader's language as korpu knows it: en, uk or az."""
    code = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return code if code in dict(settings.LANGUAGES) else "en"


def safe_next(request: HttpRequest, fallback: str) -> str:
    """Return where a form asks to go next, or the fallback when that would leave this workbench."""
    target = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=False)
    return target if target and own else fallback
