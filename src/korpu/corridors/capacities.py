"""How much can pass where: ferries by their decks and sailings, and ports, borders and lines by data/capacities.csv.

What no source states is not known here, and does not hold anything back: an answer says where it had to go unlimited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from korpu.corridors.cargo import Cargo
from korpu.corridors.services import Service
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows

SCOPES = ("service", "port", "border", "between")
UNITS = {"t": 1.0, "kt": 1e3, "mt": 1e6}
"""Tonnes in a unit of weight; TEU, wagons and trucks are packed as data/packing.csv says."""
PACKED = {"teu": "TEU", "wagons": "wagons", "wagon": "wagons", "trucks": "trucks", "truck": "trucks"}
DAYS = {"day": 1.0, "week": 7.0, "month": 365 / 12, "quarter": 365 / 4, "year": 365.0}
SAILING = "sailing"
DECKS = {"teu": "TEU", "wagons": "wagons", "trucks": "trucks"}
"""The columns of a service's table, the first that is stated first for a container, and the unit each counts in."""


@dataclass(frozen=True)
class Capacity:
    """What can pass at most, in `unit` a day; `back` is None for both directions together.

    Of one direction `leaves` is the terminal that it goes from.

    `scope` is service, port, border ("GE-TR") or between ("poti tbilisi"); `modes` and `cargo` narrow it (empty: all).
    A unit of "sailing" is a whole ship, which wagons and trucks share.
    """

    id: str
    what: str
    scope: str
    target: str
    modes: tuple[str, ...]
    cargo: tuple[str, ...]
    a_day: float
    unit: str
    since: str
    until: str
    source: str
    quote: str
    back: bool | None = None
    record: str = ""
    own: bool = False
    """Whether a user added it: then the network must have what it is of."""
    leaves: str = ""

    def holds(self, on: date) -> bool:
        """Whether it is the capacity on a day."""
        first = parse(self.since).low if self.since else None
        last = parse(self.until).high if self.until else None
        return (first is None or first <= on) and (last is None or on <= last)

    def takes(self, cargo: Cargo, service: Service | None = None) -> float:
        """Return how many of its units a tonne of a cargo takes; 0 where it does not concern the cargo."""
        if self.cargo and cargo.kind not in self.cargo:
            return 0.0
        if self.unit == SAILING:
            return _of_a_ship(cargo, service)
        if self.unit == "t":
            return 1.0
        if service is not None and self.back is not None and deck(service, cargo.kind) != self.unit:
            return 0.0
        return per_tonne(self.unit, cargo)


def per_tonne(unit: str, cargo: Cargo) -> float:
    """Return how many TEU, wagons or trucks a tonne of a cargo fills; 0 where they do not carry it.

    >>> per_tonne("wagons", Cargo())  # two TEU of 12 t on a wagon
    0.041666666666666664
    """
    row = _packing().get((unit, cargo.kind))
    if row is None:
        return 0.0
    return 1.0 / (float(row["tonnes"]) if row["tonnes"] else float(row["units"]) * cargo.tonnes)


def deck(service: Service, kind: str) -> str | None:
    """Return which of a service's stated capacities a kind of cargo uses; None where none is stated for it.

    Containers go as TEU where such places are stated, else on wagons, else on trucks.
    """
    stated = [unit for column, unit in DECKS.items() if getattr(service, column)]
    wanted = {"wagon": ("wagons",), "truck": ("trucks",), "container": tuple(DECKS.values())}.get(kind, ())
    return next((unit for unit in wanted if unit in stated), None)


def decks(services: Iterable[Service]) -> list[Capacity]:
    """Return the decks of services in either direction: places in a ship by how often it sails."""
    return [
        Capacity(
            f"{one.id}.{column}.{'back' if back else 'out'}", one.name, "service", one.id, (), (),
            getattr(one, column) / one.every_days, unit, one.since, one.until, one.source, one.quote, back,
            leaves=one.destination if back else one.origin,
        )
        for one in services for column, unit in DECKS.items() if getattr(one, column) for back in (False, True)
    ]  # fmt: skip


def listed(services: Mapping[str, Service], more: Iterable[dict[str, str]] = ()) -> list[Capacity]:
    """Return all capacities known: the decks of services, the table's, and a user's own rows."""
    tables = [capacity(row) for row in rows("korpu.corridors", "data/capacities.csv")]
    found = decks(services.values())
    for one in [*tables, *(replace(capacity(row), own=True) for row in more)]:
        if one.unit == SAILING and one.target in services:
            # A ship's share is held in each direction, as often as it sails.
            found += each_way(replace(one, a_day=one.a_day / services[one.target].every_days), services[one.target])
        else:
            found.append(one)
    return found


def each_way(one: Capacity, service: Service) -> list[Capacity]:
    """Return a capacity of a service as one for each direction."""
    return [
        replace(one, id=f"{one.id}.{way}", back=back, leaves=start)
        for way, back, start in (("out", False, service.origin), ("back", True, service.destination))
    ]


def heading(services: Mapping[str, Service], one: Capacity) -> tuple[str, str] | None:
    """Return from and to which terminal (ids) a capacity of a service holds, None for one of both directions."""
    service = services.get(one.target) if one.scope == "service" else None
    if service is None or one.back is None:
        return None
    return (service.destination, service.origin) if one.back else (service.origin, service.destination)


def capacity(row: Mapping[str, str]) -> Capacity:
    """Return a capacity from a row of a table.

    Raises InputError KORPU-FLOW-010 for an unknown scope, -011 for a unit or period, -012 for an amount that is none.
    """
    name = row.get("what") or row.get("id") or "?"
    if row["scope"] not in SCOPES:
        raise InputError("KORPU-FLOW-010", f"The capacity {name} is of “{row['scope']}”; say {', '.join(SCOPES)}.")
    told, per = row["unit"].strip().casefold(), (row.get("per") or "").strip().casefold()
    known = told in UNITS or told in PACKED or told == SAILING
    if not known or (told != SAILING and per not in DAYS):
        raise InputError(
            "KORPU-FLOW-011",
            f"The capacity {name} is counted in “{row['unit']}” a “{row.get('per')}”; "
            f"say t, TEU, wagons or trucks a {', '.join(DAYS)}.",
        )
    amount = number(row["amount"])
    if amount is None or amount < 0:
        raise InputError(
            "KORPU-FLOW-012", f"The capacity {name} has “{row['amount']}” for its amount: no usable figure."
        )
    return Capacity(
        row["id"], name, row["scope"], row["target"], tuple((row.get("modes") or "").split()),
        tuple((row.get("cargo") or "").split()), amount * UNITS.get(told, 1.0) / DAYS.get(per, 1.0),
        PACKED.get(told, SAILING if told == SAILING else "t"), row.get("since") or "", row.get("until") or "",
        row.get("source") or "", row.get("quote") or "",
    )  # fmt: skip


def number(text: str) -> float | None:
    """Return a figure as people write it in tables, None where it is none.

    >>> number("1,200"), number("0,5"), number("1 200.5"), number("-3"), number("many")
    (1200.0, 0.5, 1200.5, -3.0, None)
    """
    bare = "".join(text.split())
    whole, comma, rest = bare.rpartition(",")
    if comma and "." not in bare and (len(rest) != 3 or whole in ("0", "")):
        bare = f"{whole}.{rest}"
    try:
        value = float(bare.replace(",", ""))
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def _of_a_ship(cargo: Cargo, service: Service | None) -> float:
    unit = deck(service, cargo.kind) if service else None
    if service is None or unit is None:
        return 0.0
    places = next(getattr(service, column) for column, name in DECKS.items() if name == unit)
    return per_tonne(unit, cargo) / float(places)


@cache
def _packing() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["unit"], row["cargo"]): row for row in rows("korpu.corridors", "data/packing.csv")}
