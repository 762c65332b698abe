"""Sign-in links: each works once, within ten minutes, and only its hash is kept, in this process's memory."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable

LIFETIME = 600.0
"""Seconds for which a link can be used."""


class Tokens:
    """The sign-in links that are still good."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: dict[str, tuple[float, str]] = {}
        self._lock = threading.Lock()

    def create(self, name: str) -> str:
        """Return a new token that signs `name` in."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._open[_hash(token)] = (self._clock() + LIFETIME, name)
        return token

    def use(self, token: str) -> str | None:
        """Return whom the token signs in and spend it; None when it is unknown, spent or too old."""
        with self._lock:
            until, name = self._open.pop(_hash(token), (0.0, ""))
            return name if name and self._clock() < until else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


TOKENS = Tokens()
