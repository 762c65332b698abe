"""Drafts and questions that somebody is working on: held in memory for a while, never written anywhere."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from korpu.kernel.errors import NotFoundError

T = TypeVar("T")
MOST = 12
HOURS = 12


class Desk(Generic[T]):
    """Holds what was put on it under a name that cannot be guessed; the oldest goes when there is no more room."""

    def __init__(self, gone: NotFoundError, *, most: int = MOST, seconds: float = HOURS * 3600) -> None:
        self._gone, self._most, self._seconds = gone, most, seconds
        self._held: OrderedDict[str, tuple[float, T]] = OrderedDict()
        self._lock = Lock()

    def put(self, what: T) -> str:
        """Take something in and return its name."""
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._sweep()
            self._held[name] = (monotonic(), what)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return name

    def get(self, name: str) -> T:
        """Return what lies under a name, or raise the NotFoundError that this desk was made with when it is gone."""
        with self._lock:
            self._sweep()
            if name not in self._held:
                raise type(self._gone)(self._gone.code, self._gone.message)  # anew: a traceback keeps what it saw
            return self._held[name][1]

    def drop(self, name: str) -> None:
        """Forget what lies under a name."""
        with self._lock:
            self._held.pop(name, None)

    def _sweep(self) -> None:
        old = monotonic() - self._seconds
        while self._held and next(iter(self._held.values()))[0] < old:
            self._held.popitem(last=False)
