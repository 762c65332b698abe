"""A chain report in the manner of ISO 14083: each leg a transport chain element with its activity and emissions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.corridors.cargo import Cargo
from korpu.corridors.legs import Leg
from korpu.corridors.rates import rate

SCOPE = (
    "Direct emissions of the vehicles by distance travelled; energy provision, hub operations and empty trips are not "
    "included. Factors are defaults: an operator's own go before them."
)
"""What the figures hold and what they leave out, as the standard asks a report to say."""


@dataclass(frozen=True)
class Element:
    """One transport chain element: t is the mass carried, tkm the transport activity, g_tkm the intensity used."""

    number: int
    mode: str
    origin: str
    destination: str
    km: float
    tonnes: float
    tkm: float
    g_tkm: float
    kg: float
    source: str


def chain(legs: Sequence[Leg], cargo: Cargo) -> list[Element]:
    """Return the elements of a chain; the intensity is what the leg's emissions come to for its activity."""
    mass = cargo.tonnes * cargo.units
    return [
        Element(
            i, leg.mode, leg.origin, leg.destination, leg.km, mass, leg.km * mass,
            1000 * leg.kg / (leg.km * mass) if leg.km and mass else 0.0, leg.kg, rate(f"g_tkm_{leg.mode}").source,
        )
        for i, leg in enumerate(legs, 1)
    ]  # fmt: skip


def intensity(elements: Sequence[Element]) -> float | None:
    """Return g CO2e per tonne-kilometre of the whole chain, None where nothing was carried."""
    activity = sum(one.tkm for one in elements)
    return 1000 * sum(one.kg for one in elements) / activity if activity else None
