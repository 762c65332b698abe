"""Ferries and feeder ships that run to a plan or at least regularly: data/services.csv, and what a user adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows


@dataclass(frozen=True)
class Service:
    """A service between two terminals, in both directions.

    `hours` is the announced sailing time, `every_days` the days between two departures; `since` and `until` (EDTF)
    bound its validity; `km` is 0 where the distance is to be taken from the map.
    """

    id: str
    name: str
    mode: str
    origin: str
    destination: str
    km: float
    hours: float
    every_days: float
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


def services() -> list[Service]:
    """Return the services of the hand table."""
    return [_service(row) for row in rows("korpu.corridors", "data/services.csv")]


def _service(row: dict[str, str]) -> Service:
    if not row["every_days"]:
        raise InputError("KORPU-NET-010", f"The service {row['name']} has no calendar: say how often it runs.")
    wagons, trucks, teu = (_whole(row[name]) for name in ("wagons", "trucks", "teu"))
    usd, low, high = (_number(row[name]) for name in ("usd_teu", "usd_low", "usd_high"))
    return Service(
        row["id"], row["name"], row["mode"], row["origin"], row["destination"], float(row["km"] or 0),
        float(row["hours"]), float(row["every_days"]), wagons, trucks, teu, row["from"], row["to"], usd, low, high,
        row["source"], row["quote"],
    )  # fmt: skip


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None


def by_id(listed: Iterable[Service]) -> dict[str, Service]:
    """Return services by their ids."""
    return {one.id: one for one in listed}
