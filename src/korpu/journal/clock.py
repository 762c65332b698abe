"""The time at which entries are recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def stamp(clock: Clock) -> str:
    """Return a clock's moment as the journal writes it: ISO 8601, UTC, microseconds.

    >>> stamp(lambda: datetime(2026, 1, 2, tzinfo=UTC))
    '2026-01-02T00:00:00.000000Z'
    """
    return clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
