"""The JSON of `korpu scenarios`, as docs/cli.md documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from korpu.cli.route_json import closure, warnings

if TYPE_CHECKING:
    from korpu.app.scenarios import Outcome
    from korpu.corridors.ensembles import Pairs
    from korpu.corridors.model import Network


def outcome(network: Network, found: Outcome, attribution: str) -> dict[str, Any]:
    """Return the answer as the contract prints it; figures are in the unit of `by`."""
    return {
        "on": found.on.isoformat(),
        "cargo": found.cargo.name,
        "by": found.ask.by,
        "count": len(found.names),
        "seed": found.ask.seed,
        "pairs": [pair(network, one, found.ask.by, found.names) for one in found.ensemble.pairs],
        "losses": [
            {"kind": one.candidate.kind, "what": one.candidate.what, "cut": one.cut, "added": round(one.added, 2)}
            for one in found.ensemble.losses
        ],
        "scenarios": [
            {"name": name, "month": found.month[i], "lost": found.lost[i], "costs": by_pair(found, i)}
            for i, name in enumerate(found.names)
        ] if found.ask.named is not None else [],
        "hazards": [
            {"id": h.id, "what": h.what, "probability": h.probability, "each": h.each or None,
             "months": list(h.months), "source": h.source}
            for h in found.hazards
        ],
        "excluded": [closure(one) for one in found.ensemble.excluded],
        "digest": found.ensemble.digest,
        "method": (
            "the best way of every pair is searched anew in each disruption; a plan that is cut goes on by the best "
            "way open from the last stop before; regret is what a plan takes beyond the best way of that disruption; "
            "the digest is over all distances, the same wherever they were made"
        ),
        "attribution": attribution,
    }  # fmt: skip


def pair(network: Network, one: Pairs, by: str, names: list[str] | None = None) -> dict[str, Any]:
    """Return one pair with its spread and its plans."""
    from korpu.corridors.ensembles import FINE

    fine = FINE[by]

    def told(value: float | None) -> float | None:
        return None if value is None else round(value / fine, 2)

    return {
        "from": str(network.terminals[one.origin]["name"]),
        "to": str(network.terminals[one.destination]["name"]),
        "usual": None if one.usual is None else round(one.usual, 2),
        "reliability": round(one.spread.open, 6),
        "mean": told(one.spread.mean),
        "p10": told(one.spread.p10),
        "p50": told(one.spread.p50),
        "p90": told(one.spread.p90),
        "plans": [
            {
                "by": _through(plan.route), "usual": round(plan.usual, 2), "open": round(plan.open, 6),
                "stranded": plan.regret.stranded, "most_regret": told(plan.regret.most),
                "mean_regret": told(plan.regret.mean),
                "worst": None if plan.regret.worst is None or names is None else names[plan.regret.worst],
                "steadiest": number == one.steadiest,
                "warnings": warnings(plan.route.legs),
            }
            for number, plan in enumerate(one.plans)
        ],
    }  # fmt: skip


def by_pair(found: Outcome, number: int) -> list[float | None]:
    """Return what one disruption makes of each pair: the cost of its best way, None without one."""
    from korpu.corridors.ensembles import FINE
    from korpu.network.graph import BLOCKED

    fine = FINE[found.ask.by]
    return [None if cost >= BLOCKED else round(cost / fine, 2) for cost in found.ensemble.costs[number].tolist()]


def _through(route: Any) -> str:
    """Return a way in short: the places it passes and how."""
    return " – ".join([route.legs[0].origin, *(f"({leg.mode}) {leg.destination}" for leg in route.legs)])
