"""What every page knows: who is here, the reader's language, where the menu stands, whether our type is installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from korpu import __version__
from korpu.web.request import language, who

_FONTS = Path(__file__).parent / "static" / "fonts"


@cache
def has_fonts() -> bool:
    """Whether the type was fetched when korpu was set up; else the system's own faces serve."""
    return any(_FONTS.glob("*.woff2"))


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what the base layout needs."""
    match = request.resolver_match
    return {
        "me": who(request),
        "reader_language": language(),
        "languages": settings.LANGUAGES,
        "section": match.namespace if match is not None else "",
        "has_fonts": has_fonts(),
        "version": __version__,
        "demonstration": getattr(settings, "KORPU_DEMO", False),
    }
