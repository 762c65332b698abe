"""The JSON and the tables of `korpu flow`, as docs/cli.md documents them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from korpu.cli.route_json import closure

if TYPE_CHECKING:
    from korpu.app.flows import Outcome
    from korpu.corridors.capacities import Capacity
    from korpu.corridors.flows import Behind, Going
    from korpu.corridors.model import Network
    from korpu.corridors.worths import More

SAVED = {"worth": "USD of freight, hours and risk", "usd": "USD", "hours": "tonne-hours", "kg_co2e": "kg CO2e"}


def outcome(network: Network, found: Outcome, attribution: str) -> dict[str, Any]:
    """Return an allocation as the contract prints it; tonnes are those of the period."""
    flows = found.flows
    back = {id(b.wanted): b for b in flows.behind}
    return {
        "on": found.on.isoformat(),
        "per": found.per,
        "least": found.least,
        "demand": [
            {
                **ends(network, w), "cargo": w.cargo.name, "told": w.told, "tonnes": round(asked, 3),
                "met": round(met, 3), "unmet": round(asked - met, 3) if id(w) in back else 0.0,
                "why": back[id(w)].why if id(w) in back else None,
            }
            for w, asked, met in found.demand
        ],
        "flows": [going(network, one) for one in flows.going],
        "capacities": [
            {
                "id": one.id, "what": one.what, "scope": one.scope, "unit": one.unit,
                "from": found.heading.get(one.id, (None, None))[0], "to": found.heading.get(one.id, (None, None))[1],
                "room": round(room, 3), "used": round(float(use), 3),
                "share": round(float(use) / room, 4) if room else None, "source": one.source,
                "quote": one.quote or None, "record": one.record or None,
            }
            for one, room, use in zip(flows.capacities, flows.rooms, flows.shared.use, strict=True)
        ],
        "bottleneck": {"holds_back": [one.id for one in found.narrowest], "passing": round(found.passing, 3)},
        "one_more": [more(one, found.least) for one in found.one_more],
        "capacity_unknown": [
            {"mode": mode, "from": a, "to": b, "service": service or None, "tonnes": round(tonnes, 3)}
            for mode, a, b, service, tonnes in found.unknown
        ],
        "only_unknown": round(found.unbounded, 3),
        "excluded": [closure(one) for one in flows.excluded],
        "not_applied": [{"record": r.id, "what": r.name()} for r in found.unplaced],
        "gap": flows.gap,
        "method": (
            "least cost by ways found on the whole network under the prices of capacities (column generation), so that "
            "no allocation is cheaper by more than the gap; a row without a value goes wherever it can go; what no "
            "source states as a capacity holds nothing back and is listed in capacity_unknown; average sailings"
        ),
        "attribution": attribution,
    }  # fmt: skip


def ends(network: Network, wanted: Any) -> dict[str, str]:
    """Return the names of both ends of a row."""
    return {
        "from": str(network.terminals[wanted.origin]["name"]),
        "to": str(network.terminals[wanted.destination]["name"]),
    }


def going(network: Network, one: Going) -> dict[str, Any]:
    """Return what of a row goes one way, with the sums of all of it and the hours of the way."""
    return {
        **ends(network, one.wanted), "cargo": one.wanted.cargo.name, "row": one.wanted.row,
        "tonnes": round(one.tonnes, 3), "units": round(one.tonnes / one.wanted.cargo.tonnes, 3),
        "hours": round(one.hours, 1), "usd": round(one.usd, 2), "kg_co2e": round(one.kg, 1),
        "legs": [
            {"mode": leg.mode, "from": leg.origin, "to": leg.destination, "km": round(leg.km, 1),
             "service": leg.service or None}
            for leg in one.legs
        ],
    }  # fmt: skip


def more(one: More, least: str) -> dict[str, Any]:
    """Return what a little more of a capacity is worth in the period."""
    return {
        "what": one.what, "scope": one.scope, "target": one.target,
        "step": "one sailing a week each way" if one.sailing else "a tenth more",
        "tonnes": round(one.tonnes, 3), "saved": None if one.saved is None else round(one.saved, 2),
        "saved_in": SAVED[least],
    }  # fmt: skip


def of_capacity(found: Outcome, one: Capacity) -> str:
    """Return what a capacity is, in words."""
    way = f" ({' to '.join(found.heading[one.id])})" if one.id in found.heading else ""
    unit = {"sailing": "ships"}.get(one.unit, one.unit)
    return f"{one.what}{way}, {unit}"


WHY = {
    "no_way": "the network has no way between them for this cargo, closures or not",
    "closed": "every way is closed",
    "capacity": "there is no more room on any way",
    "value": "every way costs more than leaving it behind",
}


def behind(network: Network, one: Behind) -> str:
    """Return in a sentence what stays behind and why."""
    named = ends(network, one.wanted)
    return (
        f"{named['from']} – {named['to']}, {one.wanted.cargo.name}: {one.tonnes:,.0f} t stay behind, as {WHY[one.why]}"
    )
