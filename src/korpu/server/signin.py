"""The link that `korpu serve` prints: it signs one person in, once, within ten minutes."""

from __future__ import annotations

from django.urls import reverse

from korpu.web.tokens import TOKENS


def create_link(port: int, name: str = "desk") -> str:
    """Return a fresh sign-in link for the server on this port of 127.0.0.1."""
    return f"http://127.0.0.1:{port}{reverse('signin:enter', args=[TOKENS.create(name)])}"
