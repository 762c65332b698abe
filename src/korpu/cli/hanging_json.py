"""The JSON of `korpu affected`, as docs/cli.md documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from korpu.cli import route_json

if TYPE_CHECKING:
    from korpu.app.affected import Outcome
    from korpu.corridors.affected import Hit, Way
    from korpu.corridors.model import Network
    from korpu.corridors.moving import Move

METHOD = (
    "for each record one best way before and one after, by USD and hours at the price of an hour in data/rates.csv; "
    "a country or region stands for its main terminal (data/mains.csv)"
)


def outcome(network: Network, found: Outcome) -> dict[str, Any]:
    """Return what hangs on a closure as the contract prints it."""
    return {
        "on": found.on.isoformat(),
        "since": found.since.isoformat() if found.since else None,
        "without": list(found.without),
        "cargo": found.cargo.name,
        "hit": [{**move(network, one.move), **_hit(one)} for one in found.found.hit],
        "spared": [{**move(network, one), "plan": way(kept)} for one, kept in found.found.spared],
        "not_placed": [
            {"record": u.record.id, "what": u.record.name(), "kind": u.record.kind, "reason": u.reason,
             "name": u.name or None}
            for u in found.unplaced
        ],
        "method": METHOD,
        "attribution": network.about.get("attribution", ""),
    }  # fmt: skip


def move(network: Network, one: Move) -> dict[str, Any]:
    """Return one thing to be moved, with the terminals that stand for its ends."""
    return {
        "record": one.record.id,
        "what": one.record.name(),
        "kind": one.record.kind,
        "stage": one.stage,
        "when": one.when,
        "giver": one.giver,
        "place": one.place,
        "from": network.terminals[one.origin]["name"],
        "to": network.terminals[one.destination]["name"],
    }


def _hit(one: Hit) -> dict[str, Any]:
    after = one.after
    return {
        "closed": [route_json.closure(each) for each in one.closed],
        "before": way(one.before),
        "after": way(after) if after else None,
        "difference": {
            "hours": round(after.hours - one.before.hours, 1),
            "usd": round(after.usd - one.before.usd, 2),
            "kg_co2e": round(after.kg - one.before.kg, 1),
        } if after else None,
    }  # fmt: skip


def way(one: Way) -> dict[str, Any]:
    """Return one plan: its sums and where each leg goes."""
    return {
        "hours": round(one.hours, 1),
        "usd": round(one.usd, 2),
        "kg_co2e": round(one.kg, 1),
        "km": round(one.km, 1),
        "legs": [
            {"mode": leg.mode, "from": leg.origin, "to": leg.destination, "service": leg.service or None}
            for leg in one.legs
        ],
    }
