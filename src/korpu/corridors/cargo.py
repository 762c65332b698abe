"""What can be carried, and in what units: data/cargo.csv."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from korpu.corridors.services import Service
from korpu.kernel.errors import InputError
from korpu.kernel.tables import rows

_LOAD = re.compile(
    r"(?P<units>\d+(?:\.\d+)?)\s*(?P<unit>teu|trucks?|wagons?)(?:\s+of\s+(?P<tonnes>\d+(?:\.\d+)?)\s*t)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Cargo:
    """What is carried: `units` of `tonnes` each, and the modes that can carry it."""

    kind: str = "container"
    name: str = "1 TEU of 12 t"
    tonnes: float = 12.0
    modes: tuple[str, ...] = ("sea", "rail", "road", "ferry")
    units: float = 1.0

    @property
    def price_units(self) -> float:
        """How many times the tariff for one TEU or 20 t is due for one unit."""
        return 1.0 if self.kind in ("container", "truck") else self.tonnes / 20.0

    def fits(self, service: Service) -> bool:
        """Whether a service takes this cargo; one that states no capacity takes containers and trucks."""
        if self.kind == "wagon":
            return bool(service.wagons)
        stated = any((service.wagons, service.trucks, service.teu))
        if self.kind == "truck":
            return bool(service.trucks) or not stated
        return self.kind == "container"


@cache
def kinds() -> dict[str, Cargo]:
    """Return the kinds of cargo by name."""
    return {
        row["kind"]: Cargo(row["kind"], row["name"], float(row["tonnes"]), tuple(row["modes"].split()))
        for row in rows("korpu.corridors", "data/cargo.csv")
    }


def cargo(text: str | None) -> Cargo:
    """Read "grain", "2 TEU", "1 TEU of 20 t", "3 trucks"; None is one TEU of 12 t.

    Raises InputError KORPU-ROUTE-003 for anything else, and for a load of nothing.

    >>> cargo("2 TEU of 20 t").name
    '2 TEU of 20 t'
    """
    if not text:
        return Cargo()
    told = text.strip()
    if told.casefold() in kinds():
        return kinds()[told.casefold()]
    found = _LOAD.fullmatch(told)
    if found is None or float(found["units"]) <= 0:
        raise InputError(
            "KORPU-ROUTE-003", f"“{text}” is no cargo known here; say {', '.join(kinds())} or such as “2 TEU of 20 t”."
        )
    unit = found["unit"].casefold().rstrip("s")
    kind = kinds()["container" if unit == "teu" else unit]
    tonnes = float(found["tonnes"]) if found["tonnes"] else kind.tonnes
    if tonnes <= 0:
        raise InputError("KORPU-ROUTE-003", f"“{text}” weighs nothing.")
    title = f"{found['units']} {'TEU' if unit == 'teu' else found['unit']} of {tonnes:g} t"
    return replace(kind, name=title, tonnes=tonnes, units=float(found["units"]))
