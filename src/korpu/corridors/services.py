"""Ferries and feeder ships that run to a plan or at least regularly: data/services.csv, and what a user adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Service:
    """A service between two terminals, in both directions.

    `hours` is the announced sailing time (0: none announced), `every_days` the days between two departures, `days_out`
    and `days_back` the weekdays of departure from `origin` and from `destination` (empty: not announced). `since` and
    `until` (EDTF) bound its validity; `km` is 0 where the distance is to be taken from the map.
    """

    id: str
    name: str
    mode: str
    origin: str
    destination: str
    km: float
    hours: float
    every_days: float
    days_out: tuple[str, ...]
    days_back: tuple[str, ...]
    wagons: int | None
    trucks: int | None
    teu: int | None
    since: str
    until: str
    usd: float | None
    usd_low: float | None
    usd_high: float | None
    source: str
    quote: str

    def runs(self, on: date) -> bool:
        """Whether it runs on a day by its own validity."""
        first = parse(self.since).low if self.since else None
        last = parse(self.until).high if self.until else None
        return (first is None or first <= on) and (last is None or on <= last)

    def next_departure(self, ready: datetime, *, back: bool) -> datetime | None:
        """Return the next announced departure after cargo is ready (at midnight of its day), None if none is known."""
        days = self.days_back if back else self.days_out
        if not days:
            return None
        first = ready.replace(hour=0, minute=0, second=0, microsecond=0)
        later = (first + timedelta(days=i) for i in range(9))
        return next(d for d in later if WEEKDAYS[d.weekday()] in days and d >= ready)


def services() -> list[Service]:
    """Return the services of the hand table."""
    return [service(row) for row in rows("korpu.corridors", "data/services.csv")]


def service(row: dict[str, str]) -> Service:
    """Return a service from a row of a table.

    Raises InputError KORPU-NET-010 where it has no calendar, KORPU-NET-012 where a figure is none or negative.
    """
    name = row.get("name") or row.get("id") or "?"
    if not row.get("every_days"):
        raise InputError("KORPU-NET-010", f"The service {name} has no calendar: say how often it runs.")
    days = [tuple((row.get(c) or "").split()) for c in ("days_out", "days_back")]
    if any(day not in WEEKDAYS for group in days for day in group):
        raise InputError("KORPU-NET-010", f"The service {name} has a calendar that names no weekday: {days}.")
    km, hours, every, usd, low, high = (
        _number(row, column, name) for column in ("km", "hours", "every_days", "usd_teu", "usd_low", "usd_high")
    )
    wagons, trucks, teu = (_number(row, column, name) for column in ("wagons", "trucks", "teu"))
    if not every:
        raise InputError("KORPU-NET-010", f"The service {name} has no calendar: say how often it runs.")
    return Service(
        row["id"], name, row.get("mode") or "ferry", row["origin"], row["destination"], km or 0.0, hours or 0.0, every,
        days[0], days[1], _whole(wagons), _whole(trucks), _whole(teu), row.get("since") or "", row.get("until") or "",
        usd, low, high, row.get("source") or "", row.get("quote") or "",
    )  # fmt: skip


def _number(row: dict[str, str], column: str, name: str) -> float | None:
    text = row.get(column) or ""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < 1e7:
        raise InputError("KORPU-NET-012", f"The service {name} has “{text}” for {column}, which is no usable figure.")
    return value


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def by_id(listed: Iterable[Service]) -> dict[str, Service]:
    """Return services by their ids."""
    return {one.id: one for one in listed}
