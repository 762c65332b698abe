"""The JSON of `korpu route` and `korpu network`, as docs/cli.md documents it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from korpu.app.routes import Answer, Audit
    from korpu.corridors.closures import Closure
    from korpu.corridors.legs import Leg
    from korpu.corridors.observed import Sailing
    from korpu.corridors.plan import Route


def answer(found: Answer, attribution: str) -> dict[str, Any]:
    """Return an answer as the contract prints it."""
    return {
        "from": found.origin,
        "to": found.destination,
        "cargo": found.cargo.name,
        "on": found.on.isoformat(),
        "depart": found.depart.isoformat() if found.depart else None,
        "routes": [{**route(one, found.sailings), **arrivals(one, found.depart)} for one in found.plan.routes],
        "no_way": found.plan.why_none,
        "excluded": [closure(one) for one in found.plan.excluded],
        "not_applied": [{"record": r.id, "what": r.name()} for r in found.unplaced],
        "front": {"ways": found.plan.front, "within": found.plan.within},
        "method": method(found),
        "attribution": attribution,
    }


def method(found: Answer) -> str:
    """Say how the routes were found: exactly, or within a proven share, and how they are ordered."""
    plan = found.plan
    if plan.within:
        told = (
            f"{plan.front:,} ways stand for all: whatever way there is, one of these is nowhere more than "
            f"{plan.within:.0%} above it in hours, money, CO2e and risk (proven bound)"
        )
    else:
        told = f"{plan.front:,} ways are beaten by no other in hours, money, CO2e and risk at once (exact search)"
    return (
        f"{told}; of these those that really differ are shown, best first at 10 USD an hour and 1 USD a point of risk "
        "for a TEU; hours at usual rates, hours_p10 to hours_p90 from 4,000 draws of data/rates.csv"
    )


def route(one: Route, sailings: Sequence[Sailing] = ()) -> dict[str, Any]:
    """Return one route; the sums are those of its legs."""
    return {
        "hours": round(one.hours, 1),
        "hours_p10": round(one.range.p10, 1),
        "hours_p50": round(one.range.p50, 1),
        "hours_p90": round(one.range.p90, 1),
        "usd": round(one.usd, 2),
        "usd_low": round(one.range.usd_low, 2),
        "usd_high": round(one.range.usd_high, 2),
        "kg_co2e": round(one.kg, 1),
        "risk": round(one.risk, 1),
        "km": round(one.km, 1),
        "legs": [leg(each, sailings) for each in one.legs],
    }


def arrivals(one: Route, depart: date | None) -> dict[str, str | None]:
    """Return the days by which 10, 50 and 90 of 100 journeys have arrived, None without a day of departure."""
    hours = {"arrives_p10": one.range.p10, "arrives_p50": one.range.p50, "arrives_p90": one.range.p90}
    return {name: (depart + timedelta(hours=after)).isoformat() if depart else None for name, after in hours.items()}


def leg(one: Leg, sailings: Sequence[Sailing] = ()) -> dict[str, Any]:
    """Return one leg, with what the ledger tells of its service beside what was announced."""
    return {
        "mode": one.mode,
        "from": one.origin,
        "to": one.destination,
        "km": round(one.km, 1),
        "hours": round(one.hours, 1),
        "usd": round(one.usd, 2),
        "kg_co2e": round(one.kg, 1),
        "risk": round(one.risk, 1),
        "service": one.service or None,
        "departs": one.departs.isoformat() if one.departs else None,
        "countries": list(one.countries),
        "borders": list(one.borders),
        "hours_by_part": {name: round(hours, 1) for name, hours in one.parts.items()},
        "warnings": warnings([one]),
        "observed": [
            {"when": s.when, "count": s.count, "unit": s.unit, "amount": s.amount, "currency": s.currency,
             "record": s.record, "source": s.source, "quote": s.quote}
            for s in sailings if one.service and s.service == one.service
        ],
        "source": one.source,
    }  # fmt: skip


def warnings(legs: Sequence[Leg]) -> list[dict[str, Any]]:
    """Return the warnings of some legs, each once."""
    every = dict.fromkeys(w for leg in legs for w in leg.warnings)
    return [{"level": w.level, "reason": w.reason, "since": w.since, "source": w.source} for w in every]


def closure(one: Closure) -> dict[str, Any]:
    """Return one exclusion with its reason and the words it rests on."""
    return {
        "what": one.what,
        "reason": one.reason,
        "since": one.since or None,
        "until": one.until or None,
        "modes": list(one.modes),
        "cargo": list(one.cargo),
        "source": one.source,
        "quote": one.quote or None,
        "record": one.record or None,
    }


def audit(found: Audit) -> dict[str, Any]:
    """Return what an audit found: every joint, every terminal without access, every published figure."""
    return {
        "pieces": found.pieces,
        "bridges": [
            {"mode": b["mode"], "km": b["km"], "from": b["from"], "to": b["to"]} for b in found.bridges
        ],
        "without_access": [{"terminal": a.terminal, "missing": list(a.missing)} for a in found.without_access],
        "figures": [
            {
                "id": one.id, "what": one.what, "unit": one.unit, "low": one.low, "high": one.high,
                "own": None if one.own is None else round(one.own, 1),
                "off": None if one.off is None else round(one.off, 3), "within": one.within, "basis": one.basis,
                "source": one.source, "why": one.why or None,
            }
            for one in found.lines
        ],
    }  # fmt: skip
