"""Ids, times and languages of STIX objects, the same for the same thing."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any
from uuid import UUID, uuid5

import rfc8785

from korpu.kernel.edtf import is_edtf, parse
from korpu.ledger.incidents.fold import SPACE

OBSERVABLES = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace that STIX 2.1 (section 2.9) gives for the ids of observables."""

FIRST = "2020-01-01T00:00:00.000000Z"
"""When objects were made that have no time of their own, so that the same object never differs."""

_END = "T23:59:59.999Z"


def named(kind: str, *parts: object) -> str:
    """Return the id of an object made of what it says.

    >>> named("note", "a") == named("note", "a") != named("note", "b")
    True
    """
    return f"{kind}--{uuid5(SPACE, ' '.join([kind, *map(str, parts)]))}"


def observable(kind: str, about: dict[str, Any]) -> str:
    """Return the id of an observable, made of its contributing properties as STIX 2.1 says.

    >>> observable("url", {"value": "https://example.com/research/index.html"})
    'url--47c3cf9a-5027-5bf0-997a-017c7edc7c55'
    """
    return f"{kind}--{uuid5(OBSERVABLES, rfc8785.dumps(about).decode())}"


def span(edtf: str) -> tuple[str, str] | None:
    """Return the first and the last moment of an EDTF time, None where it has no such ends.

    >>> span("2025-02")
    ('2025-02-01T00:00:00.000Z', '2025-02-28T23:59:59.999Z')
    """
    time = parse(edtf) if is_edtf(edtf) else None
    if time is None or time.low is None or time.high is None:
        return None
    return f"{time.low.isoformat()}T00:00:00.000Z", f"{time.high.isoformat()}{_END}"


def edtf_of(first: str, last: str) -> str:
    """Return the EDTF time between two moments: a day, month or year where they are its ends, else an interval.

    >>> edtf_of(*span("2025-02")), edtf_of("2025-02-03T10:00:00Z", "2025-02-04T00:00:00Z")
    ('2025-02', '2025-02-03/2025-02-04')
    """
    low, high = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    if low >= high:
        return low.isoformat()
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
        return f"{low.year:04}"
    month_end = calendar.monthrange(low.year, low.month)[1]
    if (low.year, low.month, low.day) == (high.year, high.month, 1) and high.day == month_end:
        return f"{low.year:04}-{low.month:02}"
    return f"{low.isoformat()}/{high.isoformat()}"
