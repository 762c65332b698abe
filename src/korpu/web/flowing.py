"""Flows as a page shows them: sentences of what is held back, rows of tables and the map, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from korpu.corridors.told import told
from korpu.drawing.chart import Named
from korpu.drawing.flowmap import Flowing, flow_map
from korpu.drawing.wording import number
from korpu.web.labels import label
from korpu.web.named import named
from korpu.web.ways import days

if TYPE_CHECKING:
    from korpu.app.flows import Outcome
    from korpu.corridors.capacities import Capacity
    from korpu.corridors.demand import Wanted
    from korpu.corridors.flows import Behind
    from korpu.corridors.model import Network
    from korpu.corridors.worths import More

LOOKS = ((0.5, "free"), (0.85, "half"), (0.999, "near"))


@dataclass(frozen=True)
class Page:
    """What the page says: the answer in a sentence, what stays behind, gains, rows of ways and capacities, the map."""

    lead: str
    held_back: list[str]
    gains: list[str]
    ways: list[dict[str, str]]
    capacities: list[dict[str, Any]]
    unknown: list[dict[str, str]]
    map: SafeString | str


def page(network: Network, found: Outcome, language: str) -> Page:
    """Return an allocation in the reader's language."""
    asked, met = sum(asked for _w, asked, _m in found.demand), sum(met for _w, _a, met in found.demand)
    lead = _("%(met)s of %(asked)s t a %(period)s go.") % {
        "met": _whole(met, language), "asked": _whole(asked, language), "period": _period(found.per)
    }  # fmt: skip
    flows = found.flows
    held = [_behind(network, one, language) for one in flows.behind]
    if found.narrowest:
        names = list(dict.fromkeys(capacity_name(one, found, language) for one in found.narrowest))
        held.append(_("The bottleneck: %(names)s.") % {"names": "; ".join(names)})
    return Page(
        lead,
        held,
        [_gain(one, found, language) for one in found.one_more],
        [_way(network, one, language) for one in flows.going],
        [
            _capacity(one, room, float(use), capacity_name(one, found, language), language)
            for one, room, use in zip(flows.capacities, flows.rooms, flows.shared.use, strict=True)
            if use > 0 or not room
        ],
        [
            {"mode": label(mode, "mode"), "origin": named(a, language), "destination": named(b, language),
             "tonnes": _whole(tonnes, language)}
            for mode, a, b, _service, tonnes in found.unknown
        ],
        _picture(network, found, language),
    )  # fmt: skip


def _period(per: str) -> str:
    return {"day": _("day"), "week": _("week"), "month": _("month"), "year": _("year")}[per]


def _ends(network: Network, one: Wanted, language: str) -> tuple[str, str]:
    a, b = (str(network.terminals[i]["name"]) for i in (one.origin, one.destination))
    return named(a, language), named(b, language)


def _behind(network: Network, one: Behind, language: str) -> str:
    a, b = _ends(network, one.wanted, language)
    why = {
        "no_way": _("the network has no way between them for this cargo"),
        "closed": _("every way is closed"),
        "capacity": _("there is no more room on any way"),
        "value": _("every way costs more than leaving it behind"),
    }[one.why]
    return _("%(a)s – %(b)s, %(cargo)s: %(tonnes)s t stay behind: %(why)s.") % {
        "a": a, "b": b, "cargo": label(one.wanted.cargo.kind, "cargo"), "tonnes": _whole(one.tonnes, language),
        "why": why,
    }  # fmt: skip


def _gain(one: More, found: Outcome, language: str) -> str:
    words = {"what": told(one.what, language), "period": _period(found.per), "tonnes": _whole(one.tonnes, language)}
    words["saved"] = _whole(one.saved or 0.0, language)
    if one.saved is None and one.sailing:
        return _("One more sailing a week each way of %(what)s: %(tonnes)s t a %(period)s more would go.") % words
    if one.saved is None:
        return _("A tenth more of %(what)s: %(tonnes)s t a %(period)s more would go.") % words
    words["unit"] = {
        "worth": _("USD of freight, hours and risk"), "usd": "USD", "hours": _("tonne-hours"), "kg_co2e": "kg CO2e"
    }[found.least]  # fmt: skip
    if one.sailing:
        return _("One more sailing a week each way of %(what)s saves %(saved)s %(unit)s a %(period)s.") % words
    return _("A tenth more of %(what)s saves %(saved)s %(unit)s a %(period)s.") % words


def _way(network: Network, one: Any, language: str) -> dict[str, str]:
    a, b = _ends(network, one.wanted, language)
    through = [f"{label(leg.mode, 'mode')} – {named(leg.destination, language)}" for leg in one.legs]
    return {
        "ends": f"{a} – {b}",
        "cargo": label(one.wanted.cargo.kind, "cargo"),
        "tonnes": _whole(one.tonnes, language),
        "time": days(one.hours, language),
        "usd": _whole(one.usd, language),
        "kg": _whole(one.kg, language),
        "through": ", ".join(through),
    }


def capacity_name(one: Capacity, found: Outcome, language: str) -> str:
    """Return what a capacity is, with the direction and what is counted."""
    unit = {"sailing": _("ships"), "wagons": _("wagons"), "trucks": _("trucks")}.get(one.unit, one.unit)
    ends = " → ".join(named(end, language) for end in found.heading.get(one.id, ()))
    return f"{told(one.what, language)} ({', '.join(filter(None, (ends, str(unit))))})"


def _capacity(one: Capacity, room: float, use: float, name: str, language: str) -> dict[str, Any]:
    share = use / room if room else 1.0
    return {
        "what": name,
        "room": number(f"{room:.2f}" if room < 10 else f"{room:.0f}", language),
        "used": number(f"{use:.2f}" if room < 10 else f"{use:.0f}", language),
        "share": number(f"{100 * share:.0f}", language),
        "look": look(share),
        "width": round(min(share, 1.0) * 100),
        "source": one.source,
        "quote": one.quote,
    }


def look(use: float | None) -> str:
    """Return the class of a line by how full it is."""
    if use is None:
        return "unknown"
    return next((name for most, name in LOOKS if use < most), "full")


def _whole(value: float, language: str) -> str:
    return number(f"{value:.0f}", language)


def _picture(network: Network, found: Outcome, language: str) -> SafeString | str:
    from korpu.corridors.carried import carried  # noqa: PLC0415 - numpy is loaded only where flows are shown

    lines = carried(network, found.flows)
    if not lines:
        return ""
    heaviest = max(one.tonnes for one in lines)
    drawn = [
        Flowing(
            one.line, one.tonnes / heaviest, f"{one.mode} {look(one.use)}",
            f"{named(one.origin, language)} – {named(one.destination, language)}: {_whole(one.tonnes, language)} t"
            + (f", {one.use:.0%}, {told(one.capacity, language)}" if one.use is not None else ""),
        )
        for one in lines
    ]  # fmt: skip
    ends = {i for w, _a, _m in found.demand for i in (w.origin, w.destination)}
    at = {str(t["name"]): i for i, t in enumerate(network.terminals)}
    stops = dict.fromkeys(n for one in lines for n in (one.origin, one.destination) if n in at)
    places = [
        Named((float(network.lon[p]), float(network.lat[p])), named(name, language), at[name] in ends)
        for name in stops
        for p in (int(network.terminal_point[at[name]]),)
    ]
    return mark_safe(flow_map(drawn, places, _("Map of what goes which way")))  # noqa: S308 - escaped by korpu.drawing
