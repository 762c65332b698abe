"""How long a border takes where somebody says so: by direction, mode and day of the week; data/border_hours.csv.

A border that no row tells of takes the mean hours of data/rates.csv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from korpu.corridors.model import Network
from korpu.corridors.rates import rate
from korpu.corridors.services import WEEKDAYS
from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows

MODES = ("rail", "road")


@dataclass(frozen=True)
class Hours:
    """The hours of a crossing from one country to another (ISO codes) by a mode, on some days (empty: all)."""

    origin: str
    destination: str
    mode: str
    days: tuple[str, ...]
    hours: float
    low: float
    high: float
    source: str

    @property
    def id(self) -> str:
        """The crossing that it is about, as in "at:GE>AZ:road"."""
        return f"at:{self.origin}>{self.destination}:{self.mode}"


def hours(row: dict[str, str]) -> Hours:
    """Return the hours of a row; InputError KORPU-NET-017 for a mode, a day or figures that make no sense."""
    days = tuple(row["days"].split())
    usual = float(row["hours"])
    low, high = float(row.get("low") or usual), float(row.get("high") or usual)
    if row["mode"] not in MODES or any(day not in WEEKDAYS for day in days) or not 0 <= low <= usual <= high <= 2000:
        raise InputError(
            "KORPU-NET-017", f"The hours of the border {row['id']} make no sense: {row['mode']} {row['days']} {usual}."
        )
    return Hours(row["origin"], row["destination"], row["mode"], days, usual, low, high, row.get("source") or "")


def borders_of(network: Network) -> dict[str, list[Hours]]:
    """Return what is said of each crossing, by its id; what a user says of one goes before the table."""
    found: dict[str, list[Hours]] = {}
    own = [hours(row) for row in network.about.get("own", {}).get("borders", [])]
    for one in (*own, *_listed()):
        if not any(one.id == other.id for other in own) or one in own:
            found.setdefault(one.id, []).append(one)
    return found


@cache
def _listed() -> tuple[Hours, ...]:
    return tuple(hours(row) for row in rows("korpu.corridors", "data/border_hours.csv"))


def usual(said: list[Hours]) -> tuple[float, float, float]:
    """Return the mean hours of a crossing over the week, and its lowest and highest; other days as data/rates.csv."""
    rest = rate(f"border_hours_{said[0].mode}")
    days = [on(said, day) for day in WEEKDAYS]
    told = [(one.hours, one.low, one.high) if one else (rest.value, rest.low, rest.high) for one in days]
    return sum(t[0] for t in told) / len(told), min(t[1] for t in told), max(t[2] for t in told)


def on(said: list[Hours], day: str) -> Hours | None:
    """Return what is said of a crossing for a day of the week, None where nobody says."""
    named = [one for one in said if day in one.days]
    return next(iter([*named, *(one for one in said if not one.days)]), None)


def on_day(said: Mapping[str, list[Hours]], crossing: str, day: str) -> float:
    """Return the hours of a crossing on a day of the week; other days as data/rates.csv."""
    one = on(said[crossing], day)
    return one.hours if one else rate(f"border_hours_{crossing.rpartition(':')[2]}").value
