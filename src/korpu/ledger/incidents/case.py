"""A Case: one false claim with the outlets that spread it and the words that refute it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

OPEN, REFUTED, CLOSED = "open", "refuted", "closed"
STATUSES = (OPEN, REFUTED, CLOSED)
OUTLET_STATUSES = ("state-controlled", "sanctioned", "independent", "unknown")
OUTLET_KINDS = ("website", "news agency", "newspaper", "television", "radio", "channel", "account", "other")


UNDATED = "1970-01-01T00:00:00.000000Z"
"""Stands where a case from outside does not tell when it was made."""


@dataclass(frozen=True)
class Sighting:
    """Where and when a false claim was seen: an outlet's name, an address, a time in EDTF; at least one is there."""

    outlet: str | None = None
    url: str | None = None
    date: str | None = None


def in_order(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Return sightings, each once, by date, the undated first."""
    return tuple(sorted(set(sightings), key=lambda s: (s.date or "", s.outlet or "", s.url or "")))


@dataclass(frozen=True)
class Refutation:
    """The words that refute a claim, with their source; `record`, `claim` and `source` are ids in these books only."""

    quote: str
    language: str = "en"
    title: str | None = None
    url: str | None = None
    date: str | None = None
    reason: str | None = None
    record: str | None = field(default=None, compare=False)
    claim: str | None = field(default=None, compare=False)
    source: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Outlet:
    """A publisher: country (ISO 3166-1), kind, status with its date and who says so, practices, contacts.

    `modified` is when something was last said of it, in UTC.
    """

    name: str
    country: str | None = None
    kind: str | None = None
    status: str | None = None
    status_date: str | None = None
    status_source: str | None = None
    url: str | None = None
    practices: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    modified: str = field(default="", compare=False)
    record: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Case:
    """A false claim as two registers exchange it.

    `uid` is a UUID that is the same whenever the case is written; `created` and `modified` are UTC (ISO 8601, Z);
    `outlets` are those that the sightings name, each once; `record` is the id in these books.
    """

    uid: str
    words: str
    language: str = "en"
    title: dict[str, str] = field(default_factory=dict)
    narrative: str | None = None
    topic: str | None = None
    status: str = OPEN
    sightings: tuple[Sighting, ...] = ()
    refutations: tuple[Refutation, ...] = ()
    techniques: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    author: str = ""
    created: str = UNDATED
    modified: str = UNDATED
    record: str | None = field(default=None, compare=False)

    def name(self, language: str = "en") -> str:
        """Return the title in a reader's language, else in English, else any, else the beginning of the words."""
        short = self.words if len(self.words) <= 80 else self.words[:80].rsplit(" ", 1)[0] + " …"
        return self.title.get(language) or self.title.get("en") or next(iter(self.title.values()), short)


def known(pairs: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping without what is empty."""
    return {name: value for name, value in pairs.items() if value not in (None, "", (), [], {})}
