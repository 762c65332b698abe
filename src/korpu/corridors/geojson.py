"""Routes as GeoJSON (RFC 7946), for maps: a line for each leg, a point for each place where the mode changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from korpu.corridors import ATTRIBUTION
from korpu.corridors.legs import Leg, geometry
from korpu.corridors.model import Network
from korpu.corridors.plan import Route


def collection(network: Network, routes: Sequence[Route]) -> dict[str, Any]:
    """Return routes as a FeatureCollection; `route` in the properties is the route's place in the answer, from 1.

    It carries lines derived from OpenStreetMap, and says so in `attribution`.
    """
    features = [
        feature
        for number, one in enumerate(routes, 1)
        for leg in one.legs
        for feature in _features(network, leg, number)
    ]
    return {"type": "FeatureCollection", "attribution": ATTRIBUTION, "features": features}


def _features(network: Network, leg: Leg, number: int) -> list[dict[str, Any]]:
    line = geometry(network, leg.arcs)
    told = {
        "route": number, "mode": leg.mode, "from": leg.origin, "to": leg.destination, "km": round(leg.km, 1),
        "hours": round(leg.hours, 1), "usd": round(leg.usd, 2), "kg_co2e": round(leg.kg, 1),
        "service": leg.service or None, "source": leg.source,
    }  # fmt: skip
    return [
        {"type": "Feature", "geometry": {"type": "LineString", "coordinates": line}, "properties": told},
        {
            "type": "Feature", "geometry": {"type": "Point", "coordinates": line[-1]},
            "properties": {"route": number, "name": leg.destination},
        },
    ]  # fmt: skip
